// The words of meetings, visits and agendas. Read from lexicon/meetings/.
#pragma once

#include "dragoman/result.h"
#include "lexicon/phrases.h"
#include "text/by_word.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// Whether an entry has the word in one of its lists.
inline bool holds_word(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// "meet", "phone", "receive": who takes part beside the subject.
struct MeetingVerb {
  bool object = false;                    // whom it is done to
  std::vector<std::string> prepositions;  // whom these link
  bool bodies = false;                    // the object may be a body ("met the commission"), not people alone
  bool alone = false;                     // a body or group meets by itself
  bool weak = false;                      // says less than that they met: "discussed"
  bool bare = false;                      // nothing is said of the object: "called him", not "called him a liar"
  bool settled = false;                   // only with a day or a place: "welcomed him in Lima"
  bool people = false;                    // the object may be people without a name: "received a delegation"
  bool ranked = false;                    // those who do it bear a rank: "ministers gathered", not "crowds"
  bool two_sided = false;                 // the other side must be named behind it: "raised it with him"
  bool to_come = false;                   // only where it is to come: "is due to see him"
  std::string level;
  std::vector<std::string> needs;  // one of these words must stand after it: "by phone"
  // An infinitive behind it must be one of these: "called on her to convey his thanks", not "to resign".
  std::vector<std::string> only_to;
};

/// "summit", "talks".
struct MeetingNoun {
  bool occasion = false;  // one event of some days; else a process that may last ("negotiations")
  enum class Plural : std::uint8_t { several, one, only };
  Plural plural =
      Plural::several;      // several occasions, one ("negotiations"), or one and never in the singular ("talks")
  bool looks_back = false;  // "the talks" are those that were told of before
  std::string level;
  std::vector<std::string> links;   // prepositions before the other side, beside "with" and its like: "a call on"
  std::vector<std::string> unless;  // with these before it it is something else: "news conference"
  bool persons = false;             // only with people: "a visit to the president", not "to Chile"
};

/// A verb that has a meeting as its object, subject or goal.
struct MeetingLightVerb {
  enum class Makes { own, held, planned, cancelled, nothing };
  Makes makes = Makes::own;          // own: as the verb's tense says
  bool subject = false;              // its subject takes part
  bool lasts = false;                // goes on: to come, it is no occasion of its own ("to continue talks")
  bool comes = false;                // its subject comes to a meeting of others: "chaired a meeting of the council"
  std::vector<std::string> links;    // prepositions before the meeting: "took part in", "spoke at"
  std::string particle;              // that it needs: "called off"
  std::vector<std::string> without;  // nouns that are no meeting below it: "told an audience"
};

/// A word before the noun.
struct MeetingModifier {
  MeetingLightVerb::Makes makes = MeetingLightVerb::Makes::own;
  std::string level, date;
};

/// A visit's destination is the object or what a preposition links.
struct VisitWord {
  bool object = false;
  bool awaited = false;  // of its passive's subject, and to come: "is expected in Lima on Friday"
  std::vector<std::string> prepositions;
};

/// What things do on a day: "take effect" needs its noun, "last" the day behind "until".
struct ComingVerb {
  std::string noun;
  bool until = false;
};

enum class Rank : std::uint8_t { none, official, minister, head };

struct MeetingLexicon {
  ByWord<std::vector<MeetingVerb>> verbs;  // by lemma: its senses
  ByWord<MeetingNoun> nouns;
  ByWord<MeetingLightVerb> light_verbs;
  ByWord<MeetingModifier> modifiers;             // by lower-case form
  ByWord<MeetingLightVerb::Makes> prepositions;  // what "before" makes of what follows
  ByWord<VisitWord> visit_verbs, visit_adjectives, visit_nouns;
  ByWord<Rank> ranks;                       // by the end of a title
  WordSet partners;                         // common nouns for those whom one meets: "counterparts"
  WordSet strangers;                        // nouns for people whom one meets in life: "met a woman"
  WordSet rivals;                           // those who meet in a game: "the two teams met in May"
  WordSet leads;                            // "a delegation led by": whose agent takes part too
  WordSet senders;                          // "sent his envoy to meet her": the object meets
  WordSet margins;                          // "on the sidelines of": of what others met beside
  WordSet occasions;                        // nouns of what a calendar shows: "election"
  WordSet governors;                        // what comes under them is to come: "due", "schedule"
  WordSet bare;                             // verbs that tell nothing alone: "is to have"
  WordSet unfixed;                          // verbs of what has no day: "will win in May"
  WordSet bygone;                           // words that make a day past: "last week"
  ByWord<std::vector<ComingVerb>> comings;  // by lemma
  ByWord<bool> terms;                       // "has until Friday to pay"; true: the object has, "gave it until Friday"
  WordSet fixings;                          // "called a strike for Monday"

  /// The rank that goes with a title: "deputy foreign minister" is an official's.
  Rank rank_of(std::string_view title) const;

  static Result<MeetingLexicon> load(const std::filesystem::path& folder);
};

}  // namespace dragoman
