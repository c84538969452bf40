// The bodies of a document that the lexicon does not know, by their names: "Inland Fisheries Board" is also "IFB".
#pragma once

#include "who/builder.h"

#include <optional>
#include <string>
#include <unordered_map>

namespace dragoman {

class BodiesByName {
 public:
  explicit BodiesByName(EntityBuilder& b) : b_(b), parse_(b.parse) {}

  /// The body called so, new if there is none. A bracketed short form is that of the body whose name it stands behind:
  /// its letters are in that name in order, or it is an acronym.
  Index add(TokenSpan name, bool bracketed);
  /// What is called like a body of the lexicon's, of another country.
  Index add_of(TokenSpan name, const std::string& country);
  std::optional<Index> find(const std::string& name) const;
  /// "National Planning Agency (NPA)": initials that the report spells out are those of that body, from there on,
  /// whatever the lexicon knows by them.
  std::optional<Index> spelled_out(TokenIndex initials);

 private:
  Index make(TokenSpan name);
  void describe(TokenSpan span, Entity& e, EntityBuilder::Note& note) const;
  void add_acronym(const std::string& text, Index index);
  void without_form(TokenSpan name, Index index);
  /// The body or group whose name ends right before "(" of what stands in brackets.
  std::optional<Index> before_bracket(TokenIndex bracketed) const;
  /// Whether the letters are in the name in their order.
  bool spells_out(Index body, std::string_view initials) const;

  EntityBuilder& b_;
  const Parse& parse_;
  std::unordered_map<std::string, Index> by_name_;        // and by initials of it
  std::unordered_map<std::string, Index> by_plain_name_;  // of several words, in small letters without marks
  std::unordered_map<std::string, Index> spelled_out_;    // by the initials that stand in brackets behind them
};

}  // namespace dragoman
