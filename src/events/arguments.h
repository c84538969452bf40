// Who and what stands around a predicate: the heads that fill its slots, and the entities that they stand for.
#pragma once

#include "clauses/noun_arguments.h"
#include "clauses/slot_paths.h"
#include "events/frames.h"
#include "events/participant.h"
#include "language/syntax.h"
#include "story/story.h"

#include <vector>

namespace dragoman {

/// Whether they are soldiers, police or rebels, by their CAMEO role or an office.
bool bears_arms(const Entity& entity);

/// A token that may carry an event.
struct Predicate {
  TokenIndex token = 0;
  PredicateKind kind = PredicateKind::verb;
  /// The verb that lends a noun its subject ("held" of "held talks"), the copula of an adjective; else kNoToken.
  TokenIndex support = kNoToken;
};

class Arguments {
 public:
  Arguments(const Story& story, const EventLexicon& lexicon);
  Arguments(const Arguments&) = delete;
  Arguments& operator=(const Arguments&) = delete;

  /// The token as a predicate, if it is of a kind that can be one.
  Predicate predicate_at(TokenIndex t) const;
  /// The first frame of the lexicon that fits, or nullptr.
  const EventFrame* frame_of(const Predicate& p) const;
  /// The heads that fill a slot; of a noun's doers and targets those on the first of its ways.
  Tokens fillers(const Slot& slot, const Predicate& p) const;
  /// The verbs that stand below as infinitives, gerunds or clauses.
  Tokens below(const Predicate& p) const;
  /// The heads of the words that a frame's conditions name: they belong to this frame and carry no event of their own.
  Tokens named_by(const EventFrame& frame, const Predicate& p) const;

  /// "the raid", which nobody makes promises by: a deed that does not do what is said.
  bool is_mute(TokenIndex deed, const EventFrame& said) const;
  /// Who does what a noun names, the surest way first.
  std::vector<Tokens> doers_of(TokenIndex noun) const { return nouns_.agents(noun, kNoToken); }
  /// The heads, or those whom "including" names in the stead of a plural: "countries including Chile and Peru".
  Tokens named_among(const Tokens& heads) const;

  /// "accused each other": those who do it are those it is done to.
  bool is_done_to_each_other(const EventFrame& frame, const Predicate& p) const;

  /// "a plan", "an inquiry": one that was not told of before.
  bool has_indefinite_article(TokenIndex noun) const;

  /// "two onlookers", "the wounded": people whom nothing but this word tells of.
  bool is_description(TokenIndex head) const;
  /// "those who hoard rice": people whom the clause tells apart.
  bool is_those_who(TokenIndex head) const;
  /// "19 wounded": a number that stands for people who were hurt.
  bool is_hurt_count(TokenIndex head) const;
  /// Of a number without a noun: whether what its verb says is done by people or to people.
  bool counts_people(TokenIndex head) const;

  // The kind of list decides what it takes: entities alone, or named places too, for their people ("shelled Haifa",
  // "aid to Idlib").

  /// The entities of a mention headed by the token.
  void add_mention(std::vector<Index>& list, TokenIndex head) const;
  /// Those of the mention, else of whom the thing belongs to or comes from: "Mori's proposal" → Mori, "Russian
  /// sanctions" → Russia.
  void add_party(std::vector<Index>& list, TokenIndex head) const;
  /// The same of a verb's subject: nobody where a thing of somebody's does it ("their defeat hurt the party").
  void add_agent(std::vector<Index>& list, TokenIndex head) const;
  /// The entities that fill the first of the slots that any fill. `frame`: the one that fits the predicate.
  std::vector<Index> parties(const std::vector<Slot>& slots, const EventFrame& frame, const Predicate& p) const;
  /// The same with named places.
  Participants parties_and_places(const std::vector<Slot>& slots, const EventFrame& frame, const Predicate& p) const;

 private:
  class Surroundings;  // of one predicate, while its frame is looked for

  bool is_done_by_unnamed(const Predicate& p) const;
  static bool needs_no_name(const EventFrame& frame);
  bool holds(const SlotCondition& c, Surroundings& around) const;
  bool is_of_kind(const SlotCondition& c, TokenIndex head) const;
  bool is_behind_object(TokenIndex adverb, TokenIndex verb) const;
  bool is_several(const Predicate& p) const;
  bool is_told_to_come(TokenIndex verb) const;
  bool is_pair(std::string_view word, TokenIndex head) const;
  bool is_named(const SlotCondition& c, TokenIndex head) const;
  bool fits(const EventFrame& frame, Surroundings& around) const;
  TokenIndex support_of(TokenIndex noun) const;
  void far(TokenIndex head, std::string_view preposition, int depth, Tokens& out) const;
  bool is_occasion(TokenIndex noun) const;
  bool is_count(TokenIndex head) const;
  const Entity* only_entity(TokenIndex head) const;
  bool is_named_one(TokenIndex head) const;
  Tokens named_beside(TokenIndex head) const;
  Tokens described_by(TokenIndex noun) const;
  bool is_attitude(TokenIndex t) const;
  bool hurts_unnamed(const Predicate& p) const;
  bool is_persons_own(TokenIndex head, TokenIndex owner) const;
  bool acts_for_owner(TokenIndex head) const;
  bool is_member(TokenIndex head, TokenIndex owner) const;
  bool is_same_deed(TokenIndex noun, const EventFrame& told) const;
  bool is_about_suffering(const Predicate& p) const;
  Tokens retained_object(TokenIndex verb) const;
  Tokens first_of_two_objects(TokenIndex verb) const;
  Tokens behind_particle(TokenIndex verb) const;
  Tokens what_is_called(std::string_view preposition, TokenIndex verb) const;
  Tokens behind_out_of(TokenIndex verb) const;
  Tokens doers_behind(TokenIndex governor, std::string_view preposition) const;
  Tokens before_its_name(TokenIndex verb) const;
  Tokens targeted_by(TokenIndex noun) const;
  bool is_seized(TokenIndex verb) const;
  bool is_to_be_done(TokenIndex verb) const;
  Tokens doers_behind_adjunct(TokenIndex verb) const;
  Tokens doers_behind_complement(TokenIndex verb) const;
  bool is_in_complement(TokenIndex t, TokenIndex verb) const;
  bool takes_no_doer(TokenIndex head, TokenIndex by) const;
  Tokens without_counted(const Tokens& heads) const;
  Tokens without_post(Tokens heads) const;
  Tokens of_first_phrase(Tokens heads, TokenIndex predicate) const;
  Tokens of_imposed(TokenIndex verb, std::string_view preposition) const;
  Tokens with_companions(Tokens heads, TokenIndex verb) const;
  bool is_venue(std::string_view preposition, TokenIndex head) const;
  std::vector<Tokens> ways(const Slot& slot, const Predicate& p) const;
  Tokens all_fillers(const Slot& slot, const Predicate& p) const;
  Tokens pair_before(const Predicate& p) const;
  Tokens doers(const Slot& slot, const Predicate& p) const;
  Tokens along_first(std::string_view name, const Slot& slot, const Predicate& p) const;
  Tokens along(SlotPath path, const Slot& slot, const Predicate& p) const;
  Tokens answered(TokenIndex word) const;
  Tokens heeding(const Predicate& p) const;
  Tokens acting_below(const Predicate& p) const;
  Tokens accused_in(const Predicate& p) const;
  Tokens acting_in_proviso(const Predicate& p) const;
  Tokens below_object(const Predicate& p) const;
  Tokens feared(const Predicate& p) const;
  bool is_arbiter(const EventFrame& frame, const Slot& slot, TokenIndex head) const;
  bool is_deed_named_by(const EventFrame& frame, const Slot& slot, TokenIndex head) const;
  std::vector<Tokens> noun_agents(const Predicate& p) const;
  NounName name_at(TokenIndex t) const;
  Tokens without_owned(Tokens heads) const;
  Tokens with_bearers(Tokens heads) const;
  TokenIndex bearer_behind(TokenIndex body) const;
  Tokens with_listed(Tokens heads) const;
  bool is_of_target(TokenIndex name, TokenIndex noun) const;
  bool is_left(std::string_view preposition, TokenIndex verb) const;
  Tokens own_purpose(Tokens heads, TokenIndex verb) const;
  Tokens without_people(Tokens heads, TokenIndex verb) const;
  Tokens joined(TokenIndex verb) const;
  Tokens with_person(Tokens heads, TokenIndex verb) const;
  bool is_yet_to_be(TokenIndex head) const;
  bool is_doers_own(TokenIndex head, const Predicate& p) const;
  bool is_asked_about(TokenIndex head, const Predicate& p) const;
  bool is_undergone(TokenIndex deed) const;
  bool tells_to_do(const Predicate& p) const;
  TokenIndex deed_above(TokenIndex verb) const;
  bool is_called_something(TokenIndex name) const;
  Tokens predicated(TokenIndex verb) const;
  Tokens said_of_subject(TokenIndex verb) const;
  Tokens adjectives_behind(TokenIndex governor, std::string_view preposition) const;
  Tokens behind_boilerplate(const Tokens& heads) const;
  Tokens owner_by_participle(TokenIndex noun) const;
  Tokens doers_in_clause(TokenIndex noun) const;
  std::vector<Tokens> patients_right_behind(TokenIndex noun) const;
  bool judges_intent(TokenIndex verb, const Tokens& doers) const;
  Tokens with_added(Tokens heads, TokenIndex verb) const;
  TokenIndex addition_at(TokenIndex t) const;
  Tokens behind_with(TokenIndex adverb) const;
  TokenIndex core_end(TokenIndex noun) const;

  // The party without the way through a deed to those who do it. No frame is asked for, so that a frame's conditions
  // may call it.
  void add_direct_party(std::vector<Index>& list, TokenIndex head) const;

  // Steps from a deed to those who do it, who may be named by another deed. In a parse of damaged text two deeds can
  // stand for each other.
  static constexpr int kDeeds = 4;

  // How many steps may still be taken: down through complements, and from a deed to those who do it.
  struct Steps {
    int complements;
    int deeds;
  };

  // For whom a thing may stand: for anybody to whom it belongs, for them unless the thing is what they undergo
  // ("praised Diallo's release"), only for whoever would do it, or only for whoever does what it is the subject of.
  enum class Behalf : std::uint8_t { anybody, answerable, doer, agent };

  // party_of_noun.cc: whom a noun stands for. A list that takes places decides that they are looked for.
  void add_mention_to(PartyList& list, TokenIndex head) const;
  void add_party_to(PartyList& list, TokenIndex head, int deeds, Behalf behalf) const;
  void add_party_from(std::vector<Index>& list, TokenIndex head, int deeds, Behalf behalf) const;
  void add_doers_of_body(PartyList& list, TokenIndex head) const;
  bool add_of_deed(PartyList& list, TokenIndex noun, int deeds, Behalf behalf) const;
  void add_owners(PartyList& list, TokenIndex head, Behalf behalf) const;
  void add_before_noun(PartyList& list, TokenIndex head, Behalf behalf) const;
  void add_of_participle(PartyList& list, TokenIndex head) const;
  // parties.cc: who fills slots.
  PartyList fill(const std::vector<Slot>& slots, const EventFrame& frame, const Predicate& p, Steps left,
                 bool places) const;
  void add_heads(PartyList& list, const Tokens& heads, const Slot& slot, const EventFrame& frame, const Predicate& p,
                 int deeds, bool done_to) const;
  static void drop_scene(PartyList& list, const EventFrame& frame);
  // party_of_content.cc: whom it would touch.
  PartyList of_complement(const EventFrame& above, const Predicate& p, Steps left, bool places) const;
  void add_of_deed_below(PartyList& out, const EventFrame& frame, const Predicate& q, Steps left) const;
  void add_of_verb_below(PartyList& out, const EventFrame& above, const Predicate& q, Steps left) const;
  bool is_another(TokenIndex head) const;
  Tokens content_of_paper(TokenIndex verb) const;
  void add_refused(PartyList& out, TokenIndex verb, Steps left) const;
  void add_carried(PartyList& list, const Tokens& nouns, Steps left) const;
  PartyList of_purpose(const EventFrame& frame, const Predicate& p, int deeds, bool places) const;
  Tokens aims_of_suit(const Predicate& p) const;
  void add_within(PartyList& list, TokenIndex head, int depth) const;
  void find_candidates();
  bool stands_for_office(Index e) const { return e < candidates_.size() && candidates_[e]; }

  const Story& story_;
  const Parse& parse_;
  const EventLexicon& lexicon_;
  const SlotPaths& paths_;
  const NounArgumentReader nouns_;
  std::vector<bool> candidates_;  // by entity: people who stand for office, as what is called theirs shows
};

}  // namespace dragoman
