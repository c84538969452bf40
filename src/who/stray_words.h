// Words that the recogniser took into a person's name and that are none of it: "Beyond Paz", "Paz endorsed Rojas",
// "Ana Paz Slams Rojas" of a headline.
#pragma once

#include "who/builder.h"

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace dragoman {

/// "Growers Share Their Thoughts On Ana Paz": a headline whose words all have capitals, but short ones.
bool has_only_capitals(const Parse& parse, TokenSpan sentence);

class StrayWords {
 public:
  explicit StrayWords(const EntityBuilder& b);

  /// The names of people that a name holds: the name itself where nothing in it is astray. Of a name that is not
  /// `called` a person's only people whom the report names elsewhere.
  std::vector<TokenSpan> names_within(TokenSpan span, bool called) const;

 private:
  std::vector<TokenSpan> between_small_words(TokenSpan span, bool called) const;
  void cut_headline(TokenSpan span, std::vector<TokenSpan>& names) const;
  TokenSpan without_first_words(TokenSpan span) const;
  TokenSpan without_last_word(TokenSpan span) const;
  bool is_in_a_name(TokenIndex t) const;
  bool is_surname(TokenIndex t) const;
  bool is_of_another(TokenIndex first, TokenIndex surname) const;
  bool ends_in_a_body(TokenSpan span) const;
  bool is_common(TokenIndex t) const;

  const EntityBuilder& b_;
  const Parse& parse_;
  std::unordered_set<std::string> full_names_;  // of two words and more, outside such headlines
  std::unordered_map<std::string_view, std::unordered_set<std::string_view>> first_by_last_;  // words of them
  std::unordered_set<std::string_view> first_names_;                                          // of them
  std::unordered_set<std::string_view> small_words_;  // that the document has without a capital
};

}  // namespace dragoman
