// What speaks for a stretch of words being a place: what the recogniser says of them here and elsewhere, what the
// entities say, and the words around.
#pragma once

#include "gazetteer/place_words.h"
#include "language/parse.h"
#include "story/story.h"
#include "where/candidates.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace dragoman {

bool is_name(const Token& t);
bool is_capital(const Token& t);
bool is_place_name(NameType type);

class Surroundings {
 public:
  Surroundings(const Story& story, CandidateFinder& candidates);

  bool is_time(TokenIndex t) const { return story_.time_at[t] >= 0; }
  std::string words(TokenSpan span) const;

  // ---- what the recogniser says in other places
  /// A name that is a place here and a person there: each time counts, the last word of a full name twice, and so does
  /// standing where only places stand.
  void count_votes(const NameSpan& name);
  /// A city that everybody knows speaks for itself.
  int votes(TokenSpan span);

  // ---- whether enough speaks for a place
  /// "Pack 12", "a 2003 Dover": one of a series or a make.
  bool is_numbered(TokenSpan span) const;
  /// What only its words and its neighbours call a place. One word that is no great city, where nothing is said to be,
  /// though it is named often or has an article: a make, a club, a surname. Several that are not known (`is_known`) and
  /// do not end as places do, with an article or where people stand rather than places.
  bool is_doubtful(TokenSpan span, bool is_known) const;
  /// What the recogniser calls a place but the gazetteer has not, where nothing in the document is said to be.
  bool is_unheard_of(TokenSpan span) const;

  bool is_common(TokenSpan span) const { return where_.common.contains(words(span)); }
  /// What the lexicon knows as a body, medium or group, whatever town is called so: "Hamas".
  bool is_known_body(TokenSpan span) const;
  /// "UN", "TxDOT": letters that stand for a body.
  bool is_acronym(TokenSpan span) const;

  // ---- what the entities say
  /// The entity mention that covers a token, if it is resolved.
  const TokenMention* mention(TokenIndex t) const;
  const Entity& entity(const TokenMention& m) const { return story_.record.entities[m.entities.front()]; }
  /// A seat that stands for its government, unless the words around say that something is there: "over Jakarta". What
  /// is done to the seat is done to the country as well: "if Israel hits Beirut".
  bool acts(TokenSpan span, Locative around) const;
  bool is_metonym(TokenIndex t) const;
  /// Part of the name of a body or a person that goes on beyond the span.
  bool is_inside_a_name(TokenSpan span) const;
  /// A body, medium or group, or a person: not a country.
  bool is_other_entity(TokenIndex t) const;
  /// A body that only the recogniser knows, and that does nothing: "Crimea was annexed".
  bool is_idle_body(TokenSpan span) const;
  /// A person that the document names by more than these words, or gives an office.
  bool is_person(TokenSpan span) const;

  // ---- what the words around say
  Locative locative(TokenSpan span) const;

  /// "of" in "Ana Paz, 28, of Dover".
  bool follows_an_age(TokenIndex preposition) const;

  /// "a Dover woman": the noun right behind.
  bool names_dwellers(TokenSpan span) const;

  /// "a Dover woman": only towns stand there.
  bool names_natives(TokenSpan span) const;

  /// "Malengo, a village in the hills": what stands beside it says that it is a place.
  bool is_explained(TokenSpan span) const;
  /// "the town of" in front.
  bool is_introduced(TokenIndex t) const;

  const NameSpan* name_of(TokenIndex t) const;

  bool is_country_name(TokenIndex t) const;
  /// "the Summit", "his Excellency": no town takes an article.
  bool follows_an_article(TokenSpan span) const;

  /// "the Delta", but not "the Dover police".
  bool follows_the(TokenSpan span) const;
  /// "Anbar" behind "Al-", and the hyphen between them.
  bool is_part_of_name(TokenIndex t) const;
  bool goes_on_a_name(TokenIndex t) const { return t > 0 && is_name(parse_[t - 1]) && parse_[t - 1].space_after; }

 protected:
  // Inhabitants that a town must have to be seen where the recogniser does not see it: by how much the words around say
  // that this is a place.
  static constexpr std::uint32_t kTown = 500;
  static constexpr std::uint32_t kLargerTown = 3000;
  static constexpr std::uint32_t kCity = 20000;
  static constexpr std::uint32_t kLargeCity = 100000;
  static constexpr std::uint32_t kGreatCity = 300000;
  static constexpr std::uint32_t kMetropolis = 1000000;

  const Story& story_;
  const Parse& parse_;
  const WhereLexicon& where_;
  CandidateFinder& candidates_;

 private:
  /// All that the document has of a name that may be a place's.
  struct Support {
    int mentions = 0;    // read as a place's by their words and neighbours
    int recognised = 0;  // called a place by the recogniser
    int located = 0;     // of both, those where something is said to be
  };
  const Support& support(TokenSpan span) const;
  bool ends_as_places(TokenSpan span) const;

  std::vector<std::int32_t> name_at_;
  std::unordered_map<std::string, Support> support_;
  std::unordered_map<std::string, int> votes_;
};

}  // namespace dragoman
