// The words by which a stance is taken and a judgement made. Read from lexicon/positions/.
#pragma once

#include "dragoman/result.h"
#include "text/by_word.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// A word of stance with where its issue stands; see lexicon/positions/verbs.txt.
struct Stance {
  std::string name;      // "opposes"
  std::string negated;   // the stance when the word is denied; empty: none
  std::string particle;  // "out" of "rule out"
  bool object = false, infinitive = false, gerund = false, clause = false, object_infinitive = false;
  bool land = false;                      // only places and what is about territory
  bool claim = false;                     // only nouns of stance: "presses its claims"
  bool as = false;                        // "considers the desert its own"
  bool judging = false;                   // "called it a threat": only with a word of judgement
  bool purpose = false;                   // only as an aim: "met to revive the talks"
  bool deed = false;                      // only when it is done: "vetoed it", not "wants to veto it"
  bool going_on = false;                  // only while it goes on: "is trying to end it", not "tried to hit him"
  bool participle = false;                // "wants the results annulled"
  bool holder = false;                    // a noun for who takes it: "a critic of the ban"
  bool told = false;                      // a noun whose clause behind "is" tells it: "its position is that"
  bool things = false;                    // not of people: "welcomed the plan", not "welcomed the guests"
  bool single = false;                    // of a noun: only in the singular and without a share, "interest"
  std::string modal;                      // only with it: "would like to"
  std::vector<std::string> asked_behind;  // "called on Chad to sign": whom, behind one of these
  std::vector<std::string> prepositions;
  std::vector<std::string> without;   // acts and things of which it is no stance: "declined to comment"
  std::vector<std::string> only;      // nouns of which alone it is one, and names unless of things
  std::vector<std::string> carriers;  // of a noun: verbs by which alone it is held, "stressed the need to act"
};

/// How a noun takes up what was said or done before it; see lexicon/positions/resumptions.txt.
struct Resumption {
  WordSet from;            // accuse: verbs that tell what a charge is of
  bool said = false;       // else: what another has said
  bool of_holder = false;  // of whoever takes the stance alone: a charge is made against somebody
  bool done = false;       // else: what another has done
  bool empty = false;      // alone it says nothing
  WordSet denied_by;       // rejects: stances on the noun by which what it takes up is denied
};

/// For whom the holder of an office speaks; see lexicon/positions/offices.txt.
enum class SpeaksFor { self, state_between_states, state, owner };

struct StanceLexicon {
  using Stances = ByWord<std::vector<Stance>>;  // by lemma; adjectives by form
  Stances verbs, nouns, adjectives;
  WordSet pleas;                            // suit, petition: what somebody files or hands over to say what he seeks
  ByWord<bool> carriers;                    // verbs that lend nouns their subject; true: that take it back
  WordSet judged_nouns, judged_adjectives;  // what a statement calls something: threat, unacceptable
  ByWord<std::string> judging_verbs;        // undermine: who says so opposes it; with the preposition that it needs
  ByWord<std::string> duties;               // must, should, need: the stance of who says so
  WordSet needed;                           // time, essential: "it is time to act" calls for it
  WordSet asides;                           // note, remember: "it is important to note" calls for nothing
  WordSet observers;                        // analyst, expert: what harm they see they do not oppose
  WordSet states;                           // be, know: what they tell of oneself is no promise
  WordSet standing;                         // "voted in favour of": verbs by which one stands in something
  WordSet perhaps;                          // adverbs beside which nothing is held yet
  WordSet former;                           // initially, once: adverbs by which it is held no more
  WordSet lasting;        // supports, ready: stances that go on, unlike what is done at once (accuses)
  WordSet envisaged;      // fears, demands: what they are taken on is so in the holder's mind alone
  WordSet lessened;       // poorly, fewer: beside an adjective, or before its subject, it is not held
  WordSet campaigns;      // campaign, candidate: what is vowed there is one's own
  WordSet apart;          // prosecutor, mayor: whose offices are not the state
  WordSet watching;       // "watches it with concern": verbs whose object the stance is taken on
  WordSet meeting;        // "the plan drew criticism": verbs whose subject the stance is taken on
  WordSet circumstances;  // reason, way: nothing is done to them, "the reason that it refuses to sign"
  WordSet untold;         // notion, move: "that move" tells not what it is
  WordSet vague;          // similar, different: a noun with them alone tells not what it is, "a similar tax"
  WordSet showing;        // show, prove: what must be shown below them is not so yet
  WordSet open;           // what stands below them is only thought of: "considers opposing it"

  std::vector<Resumption> resumptions;
  ByWord<std::size_t> resuming;          // by noun, "charge": which of them it is
  ByWord<std::size_t> resuming_pronoun;  // by stance, "denies": which of them its "it" is

  ByWord<SpeaksFor> offices;  // foreign minister: for whom its holder speaks

  /// For whom the holder of an office speaks: that of "foreign minister" for "deputy foreign minister".
  SpeaksFor speaks_for(std::string_view title) const;
  /// The same of one or several without a name, by what they are called: "senior officials in the ministry".
  SpeaksFor called(std::string_view name) const;

  /// The stances of a word, or null.
  static const std::vector<Stance>* of(const Stances& words, std::string_view word) {
    const auto found = words.find(word);
    return found == words.end() ? nullptr : &found->second;
  }

  static Result<StanceLexicon> load(const std::filesystem::path& folder);
};

}  // namespace dragoman
