// The entities of a document while they are being found: mentions by token, joined into entities.
#pragma once

#include "statements/quotations.h"
#include "story/story.h"
#include "who/names.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dragoman {

class OfficeHolders;
struct PronounCase;
struct DescriptionCase;
struct HomeCase;
struct CoreferenceCase;

class EntityBuilder {
 public:
  explicit EntityBuilder(Story& story);

  Story& story;
  const Parse& parse;
  const WhoLexicon& who;

  /// What is known of an entity beside the record.
  struct Note {
    bool plural = false;         // a group or a collective: "they"
    bool by_context = false;     // its country is whose the sentences around it are about, by no words beside it
    bool of_no_country = false;  // and none is to be looked for
    bool is_body = false;        // named or common-noun institution: "it"
    Gender gender = Gender::unknown;
    std::string head;        // lower-case head noun of an entity known by a common noun: "official"
    std::string sector;      // CAMEO role that its code ends in
    std::string known_code;  // code that the lexicon gives
    std::string agent;       // code of a user's agent dictionary: "~AGR" or "NGO~"
    std::string seat;        // the state that somebody's office is for: "Ohio" of "Ohio Governor Paz"
    /// Titles of offices that are of no country, and the noun that they are of: "the union's president".
    std::vector<std::pair<std::string, TokenIndex>> offices_in_bodies;
    /// Where the words of a title stand, by the number of the role that they give.
    std::vector<std::pair<std::size_t, TokenSpan>> title_words;
  };
  std::vector<Note> notes;  // parallel to record.entities
  const std::vector<Quotation> quotations;

  /// Where to lay down what competed for each pronoun; null where nobody asks.
  std::vector<PronounCase>* pronoun_cases = nullptr;
  /// The same for definite phrases.
  std::vector<DescriptionCase>* description_cases = nullptr;

  /// The same for bodies and groups that may be one with an earlier one.
  std::vector<CoreferenceCase>* coreference_cases = nullptr;

  /// The same for people, bodies and groups without a country.
  std::vector<HomeCase>* home_cases = nullptr;

  /// People of the document by what the register of holders has on them: index into `who.holders`.
  std::unordered_map<std::uint32_t, Index> registered;

  /// A new entity.
  Index add(Entity entity, Note note);
  Entity& entity(Index i) { return story.record.entities[i]; }
  const Entity& entity(Index i) const { return story.record.entities[i]; }

  /// Adds a mention, unless its tokens are taken or belong to no story. `members` may be empty: unresolved.
  bool mention(TokenSpan span, TokenIndex head, MentionKind kind, std::vector<Index> members);
  bool is_free(TokenSpan span) const;

  /// The entity of a country, a body or a medium of the lexicon, made at its first mention.
  Index known_entity(std::uint32_t known);
  Index country_entity(const std::string& code);

  /// Gives the country to an entity, and to its offices, that have none; not to those in bodies.
  void give_country(Index i, const std::string& country);
  /// The same by words beside it, which say more than the sentences around: replaces what only those told.
  void tell_country(Index i, const std::string& country);

  /// The country whose people's adjective, name or possessive stands at the token: the index in `who.known`, or kNone.
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;
  std::uint32_t country_at(TokenIndex t, TokenIndex* end = nullptr) const;

  /// Codes of the countries that the report names, by their names, their people's words or their seats of government.
  const std::set<std::string>& countries_named() const;

  /// The code of the country that the story is at home in; empty where none stands out.
  const std::string& home_country() const;

  std::string words(TokenSpan span) const;

 private:
  struct CountryWord {
    std::uint32_t known = kNone;
    TokenIndex end = 0;
  };
  CountryWord find_country(TokenIndex t) const;

  std::vector<CountryWord> countries_;                            // by token; each is asked for many times
  mutable std::optional<std::set<std::string>> countries_named_;  // once asked for
  mutable std::optional<std::string> home_;                       // likewise
  std::map<std::uint32_t, Index> of_known_;
};

/// Mentions "the Russian minister", "the ministry", "the two leaders" at their noun, where they refer back to someone.
bool resolve_title(EntityBuilder& b, TokenIndex t, OfficeHolders& holders);
/// The same for "the two leaders", "both countries".
bool resolve_several(EntityBuilder& b, TokenIndex t);
/// Mentions "he", "its", "them" where someone before it fits.
bool resolve_pronoun(EntityBuilder& b, TokenIndex t);

/// All steps of find_entities but the codes and the order of the record; `when_named` as there.
void find_unsettled_entities(EntityBuilder& b, const std::function<void(Story&)>& when_named);

// The steps that stand in no header of their own.
void find_named(EntityBuilder& b);    // names: people, bodies, countries, seats of government
void find_offices(EntityBuilder& b);  // titles before and after names, and the countries that they give
void find_by_noun(EntityBuilder& b);  // "Egyptian officials", "the Syrian government", "a source", "the two leaders"
void set_codes(EntityBuilder& b);     // CAMEO actor codes

}  // namespace dragoman
