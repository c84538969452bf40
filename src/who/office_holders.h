// Who holds an office that is spoken of without a name: "Malta's health minister warned …", "Crown Prince said".
#pragma once

#include "who/noun_phrases.h"

#include <optional>
#include <string>
#include <unordered_map>

namespace dragoman {

class OfficeHolders {
 public:
  /// To be made when all names have their mentions.
  OfficeHolders(EntityBuilder& b, const NounPhrases& nouns);

  /// "Malta's health minister warned …" of a report that names him elsewhere: the one person with that office of that
  /// country, or with that office and no country yet. "Crown Prince said": the one with that office.
  std::optional<Index> same_office(TokenIndex t, const Title& title, const std::string& country);
  /// "Kenya's foreign minister has called for calm. Ana Paz said …": who is first named, as a subject, right after an
  /// office of a country or (`of_body`) of a body at the head of a report that is nobody's yet; for "the top Kenyan
  /// diplomat", the first ambassador.
  std::optional<Index> named_next(TokenIndex t, const std::string& country, bool diplomat, bool of_body) const;

 private:
  bool is_first(const TokenMention& m) const;

  EntityBuilder& b_;
  const Parse& parse_;
  const NounPhrases& nouns_;
  std::unordered_map<Index, TokenIndex> first_at_;  // of what has a name: where it is first mentioned
};

}  // namespace dragoman
