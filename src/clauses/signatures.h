// What a word makes of the clause or noun below it, read from lexicon/clauses/: whether what is below comes true when
// the word itself does, and when it does not ("implication signatures" of embedding predicates).
//
//   verb: manage | succeed      signature: +/-     managed to sign: signed; did not manage to sign: did not sign
//   verb: refuse                signature: -/x     refused to sign: did not sign; did not refuse to: nothing is said
//   verb: hope                  signature: o/-     open: hoped
#pragma once

#include "dragoman/record.h"
#include "dragoman/result.h"
#include "language/parse.h"
#include "text/by_word.h"

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// What becomes of the clause below.
enum class Effect : std::uint8_t {
  holds,   // +  as the word above: it happens where that does
  fails,   // -  it does not happen
  open,    // o  it may or may not: its status is Signature::open
  silent,  // x  nothing is said of it
};

/// How what is below hangs on the word.
struct Link {
  enum class Kind : std::uint8_t { infinitive, gerund, participle, clause, object, subject, preposition };
  Kind kind = Kind::object;
  std::string_view preposition;  // "for", where it is one
};

struct Signature {
  Effect affirmed = Effect::holds, denied = Effect::fails;
  EventStatus open = EventStatus::conditional;
  bool presupposed = false;  // what is below was going on, whatever becomes of the word: "asked it to stop firing"
  bool passive_only = false;
  bool said = false;  // a gerund of saying below it was said, whatever becomes of other deeds: "risked saying that"
  std::vector<Link::Kind> kinds;          // the links that it is about
  std::vector<std::string> prepositions;  // … and prepositions

  bool takes(const Link& link) const;
};

struct SignatureLexicon {
  // Verbs, nouns, adjectives by lemma; a verb with a particle as "end up".
  std::array<ByWord<std::vector<Signature>>, 3> governors;
  ByWord<EventStatus> modifiers;              // adjectives, determiners on an event noun; adverbs on a verb
  ByWord<EventStatus> purposes;               // verbs whose "to" clause tells what is done: "gathered to protest"
  ByWord<EventStatus> expressed;              // verbs that a deed done for them does: "blocked the road to protest"
  ByWord<EventStatus> attempts, attempted;    // "tried to persuade": what is done in words is done by trying
  ByWord<EventStatus> wishes, performatives;  // "would like to thank": what is wished for is done by saying so
  WordSet explains;                   // subordinators of what lies near the act that it explains: "failed after"
  ByWord<EventStatus> avowals;        // verbs of what the speaker does by saying it: "we urge"
  ByWord<EventStatus> subordinators;  // before a clause in the present: "until they sign", "if"
  ByWord<EventStatus> prepositions;   // before an event noun or gerund: "without", "ahead of"

  /// The entry for the word at `t` and a link of that kind, or nullptr.
  const Signature* find(const Parse& parse, TokenIndex t, const Link& link) const;

  /// Reads signatures.txt, modifiers.txt, connectives.txt of the folder.
  static Result<SignatureLexicon> load(const std::filesystem::path& folder);
};

}  // namespace dragoman
