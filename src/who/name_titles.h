// Titles, honorifics and words of office that the recogniser takes into a name.
#pragma once

#include "who/name_spans.h"
#include "who/name_syntax.h"

namespace dragoman {

class NameTitles : NameSyntax {
 public:
  using NameSyntax::NameSyntax;

  /// Takes them off the front of the name, with what they tell of it: "Mrs. Ana Paz", "Grand Vizier Ana Lopez",
  /// "Kenyan Emir Saad". Letters behind it ("Ana Paz MP") tell that it is a person's.
  void strip(NameCandidate& name) const;
  /// The last word of what an office is of: "Ports" of "Minister of Trade and Ports".
  bool is_portfolio(TokenIndex t) const;

 private:
  bool strip_word(NameCandidate& name) const;
  bool is_given(TokenIndex next, std::uint32_t title) const;
  bool is_calling(TokenIndex t) const;
  bool ends_a_title(TokenIndex t) const;
  bool is_rest_of_title(const NameCandidate& name, TokenIndex t) const;
  bool is_second_field(TokenIndex t) const;
};

}  // namespace dragoman
