// Who holds an office that is spoken of without a name: "Malta's health minister warned …", "Crown Prince said".
#pragma once

#include "who/noun_phrases.h"

#include <optional>
#include <string>
#include <unordered_map>

namespace dragoman {

/// Somebody who is told of by an office or a noun before the report names him or her.
struct Unnamed {
  TokenIndex head = 0;
  std::string country;    // empty where the words do not tell it
  bool of_body = false;   // "the head of the union"
  bool diplomat = false;  // "the top Kenyan diplomat"
  std::string office;     // what else the name may stand with: "general" of "General Ana Paz"
};

/// Whether the role is that office, or a longer name of it: "police chief" of "chief".
inline bool is_titled(const Role& role, const std::string& office) {
  return role.title == office || role.title.ends_with(" " + office);
}

class OfficeHolders {
 public:
  /// To be made when all names have their mentions.
  OfficeHolders(EntityBuilder& b, const NounPhrases& nouns);

  /// "Malta's health minister warned …" of a report that names him elsewhere: the one person with that office of that
  /// country, or with that office and no country yet. "Crown Prince said": the one with that office.
  std::optional<Index> same_office(TokenIndex t, const Title& title, const std::string& country);
  /// "Kenya's foreign minister has called for calm. Ana Paz said …", "A retired judge said … Ana Paz told reporters":
  /// who is first named, as a subject, right after somebody at the head of a report who is nobody's yet. For "the top
  /// Kenyan diplomat", the first ambassador. "Pastor fined over bells", a headline: the only one whom the lead names
  /// with that office.
  std::optional<Index> named_next(const Unnamed& whom) const;

 private:
  std::optional<Index> of_headline(const Unnamed& whom) const;
  bool is_first(const TokenMention& m) const;
  bool may_be(const Unnamed& whom, const TokenMention& m) const;
  bool is_in_the_lead(TokenIndex t) const;
  bool introduces_another(TokenIndex t) const;

  EntityBuilder& b_;
  const Parse& parse_;
  const NounPhrases& nouns_;
  std::unordered_map<Index, TokenIndex> first_at_;  // of what has a name: where it is first mentioned
};

}  // namespace dragoman
