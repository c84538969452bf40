// Candidates for names that are nobody's: offices, peoples, places named after somebody, parts of longer names.
#pragma once

#include "who/name_spans.h"

#include <unordered_map>
#include <vector>

namespace dragoman {

/// A phrase of the lexicon's names where it stands in the text.
struct KnownPhrase {
  TokenSpan span;
  std::uint32_t value = 0;  // in `who.known`
  bool found = false;
};

/// The longest phrases of the lexicon by the token that they begin at, before what the recogniser says is weighed
/// against them.
std::vector<KnownPhrase> find_known_phrases(const EntityBuilder& b);

/// "Trade" of "Trade Minister", "Extraordinary" of "Ambassador Extraordinary and Plenipotentiary".
bool is_inside_a_title(const EntityBuilder& b, TokenSpan span);

/// A name that goes on as the name of a thing: "the Kenji Mori Plan", "the Ford Foundation".
bool is_inside_a_thing(const Parse& parse, TokenSpan span);

class NoNames {
 public:
  NoNames(const EntityBuilder& b, const std::vector<KnownPhrase>& known_at);

  /// What is no person's or body's name, is in the lexicon, or stands inside the name of a thing.
  bool has(const NameCandidate& name) const;

 private:
  bool is_portfolio(TokenSpan span) const;
  bool names_kind_of_place(TokenSpan span) const;
  bool is_place_named_after_somebody(TokenSpan span) const;
  bool is_nickname(TokenSpan span) const;
  bool is_what_a_thing_is_called(TokenSpan span) const;
  bool is_office_of_country(TokenSpan span) const;
  bool is_part_of_known(TokenSpan span) const;
  bool is_pair(TokenSpan span) const;
  bool known_inside(TokenSpan span) const;

  const EntityBuilder& b_;
  const Parse& parse_;
  const std::vector<KnownPhrase>& known_at_;
  std::unordered_multimap<std::string_view, TokenSpan> names_by_end_;  // what the recogniser found, by last word
};

}  // namespace dragoman
