// The event lexicon: which predicates carry events, of what type, and which of their arguments take part. Read from
// lexicon/events/, whose README shows how a frame is written.
//
//   verb: strike | hit          predicates that share the frame: verbs, nouns, adjectives, by lemma
//   object: @base | #actor      a condition: the object is one of the class "base", or somebody who can act
//   recipient: object | on      the first slot that is filled gives the recipients
//   type: ASSAULT
#pragma once

#include "dragoman/record.h"
#include "dragoman/result.h"
#include "language/parse.h"
#include "text/by_word.h"

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// A place in the grammar around a predicate.
struct Slot {
  enum class Kind : std::uint8_t {
    subject,     // deep: the "by" phrase of a passive; a noun's owner
    object,      // deep: the subject of a passive; a noun's "of" phrase
    dative,      // "gave Egypt aid"
    complement,  // what the infinitive, gerund or clause below does it to: "agreed to provide Kenya with"
    attribute,   // what it is said to be: "found him guilty", "set them free"
    answer,      // whose act it answers: "in response to Mali's raid"
    clause,      // who acts in the clause below: "demanded that Kenya leave"
    proviso,     // who acts in the clause of its condition: "will close the border unless Kenya leaves"
    purpose,     // whom a "to" clause beside it serves: "lent money to repair Malta's harbors"
    within,      // whom its objects and phrases of place name further down: "food for schools in eastern Chad"
    heeder,      // who does what is asked for: "at the request of Togo, Mali freed them"
    preposition
  };
  Kind kind = Kind::subject;
  std::string preposition;
  bool operator==(const Slot&) const = default;
};

/// What a slot must hold for a frame to apply.
struct SlotCondition {
  Slot slot;
  bool any = false, none = false;      // filled; empty
  bool actor = false;                  // holds an entity
  bool person = false, body = false;   // … a person; anybody but a country
  bool people = false;                 // … a person, a group, or a country told by its people
  bool politician = false;             // … a politician, a party or a parliament
  bool armed = false;                  // … soldiers, police or fighters, or their army or group
  bool place = false;                  // … a place
  bool state = false;                  // … a country or who acts for its government
  bool media = false;                  // … a newspaper, a broadcaster, an agency
  std::vector<std::string> words;      // lemmas of its head
  std::vector<std::uint32_t> classes;  // indices into EventLexicon::classes
  bool names_words() const { return !words.empty() || !classes.empty(); }
  bool asks_for_kind() const { return actor || person || people || politician || armed || body || state || media; }
};

/// What a predicate yields.
struct EventFrame {
  std::optional<EventType> type;  // none: a use of the word that tells of no event
  std::string mode, cameo;
  std::vector<std::string> contexts;
  std::string particle;  // "off" of "call off"
  std::string modifier;  // "news" of "news conference"
  enum class Voice : std::uint8_t { any, active, passive } voice = Voice::any;
  bool recipient_needed = false;  // tells nothing without a recipient
  bool several_needed = false;    // needs a subject of two or more countries or bodies
  bool infinitive_below = false;  // needs a complement with "to"
  bool future_below = false;      // needs a clause below of what is to come: "assured Togo that it would leave"
  std::vector<SlotCondition> conditions;
  std::vector<Slot> actors, recipients;  // the first that is filled counts
  std::vector<Slot> partners;            // all count, beside the actors
  std::string entry;                     // "agree.txt:12": where it stands in the lexicon
  bool absorbs = false;                  // what stands below it is its content and no event of its own

  bool is_event() const { return type.has_value(); }
  bool is_mutual() const { return !partners.empty(); }
  /// Whoever its subject is has done it: no other slot is named for the actors.
  bool is_done_by_subject() const { return actors.size() == 1 && actors.front().kind == Slot::Kind::subject; }
  /// Done to somebody, who is not the one to answer for it: "condemned the killing of", "demanded the release of".
  bool is_suffered() const {
    return type == EventType::assault || type == EventType::coerce || (type == EventType::retreat && cameo == "0841");
  }
  /// How much it asks for: of two frames that apply, the one that asks for more counts.
  std::size_t weight() const;
};

enum class PredicateKind : std::uint8_t { verb, noun, adjective };

/// What PLOVER says of a type.
struct TypeScale {
  int quad = 0;
  double score = 0;
  ByWord<double> modes;  // the scores of its modes that have one of their own
  std::string refusal;   // CAMEO code of saying no to it
  std::string threat;    // CAMEO code of saying that one will do it
  bool places = false;   // it may be done to a place: its people are the recipient
};

struct EventLexicon {
  ByWord<std::vector<EventFrame>> frames[3];  // by kind, then lemma; the heaviest first
  std::vector<WordSet> classes;
  WordSet light_verbs;
  WordSet places_and_uses;                    // prepositions: in, for, near …
  WordSet measures;                           // nouns that only count others: series, round, dozens …
  WordSet crowds;                             // words that count people who have no other: hundreds, thousands …
  WordSet violence;                           // nouns for what people do to hurt others: shelling, raid …
  WordSet documents;                          // what is written and binds: agreement, rule, proposal …
  WordSet harms;                              // verbs for what violence does to people: kill, wound …
  WordSet harms_things;                       // those of them that are done to things as well: destroy …
  WordSet done_to_people;                     // verbs for what is done to people only: arrest, rescue …
  WordSet seizing;                            // verbs and nouns for taking somebody into custody: arrest, detain …
  WordSet sentencing, jailing;                // what courts do: sentence …; jail …, where a term is told
  WordSet prison_terms;                       // how long, and what is so long: year, life, sentence …
  WordSet mishaps;                            // what harms people and is nobody's deed: crash, earthquake …
  WordSet blazes;                             // what is a mishap with "a" before it, and shots without: fire
  WordSet additions;                          // words that add others to a noun with "with": along, together
  WordSet utterances;                         // words of somebody in writing: statement, letter, resolution …
  WordSet writing;                            // verbs of sending words to somebody: write, cable …
  WordSet things;                             // what is paid or shipped, and is nobody: fund, helicopter …
  WordSet measures_taken;                     // what one country imposes on another: sanction, embargo …
  WordSet judging;                            // verbs for what one thinks of another's deed: welcome, reject …
  WordSet answers;                            // response, retaliation …
  WordSet forces;                             // what acts for whom it belongs to: army, government, jet …
  WordSet acting;                             // who stands before a deed as its doer: police, rebel …
  WordSet protesting;                         // the same of protests alone: student, worker …
  WordSet targets;                            // what is attacked: embassy, school …
  WordSet humans;                             // people by what they are: soldier, villager …
  WordSet anybodies;                          // pronouns for people who are not told apart: everyone, others …
  WordSet linking;                            // nouns that only link with "on" or "in": behalf, wake …
  WordSet implicating;                        // verbs whose passive says who did it with others: link, involve …
  WordSet polities;                           // what has a government of its own: city, province …
  WordSet departures, arrivals;               // verbs of the two ends of a journey
  WordSet candidacies;                        // what only who stands for office has: campaign, delegate …
  WordSet offices;                            // what one holds and is judged by: presidency, leadership …
  WordSet realms;                             // what one who governs speaks for: government, country …
  WordSet attitudes;                          // before a hyphen, how one stands to somebody: pro, anti …
  WordSet opposing;                           // those of them that are against: anti
  WordSet aims;                               // prepositions before those at whom a deed is aimed: to, against …
  WordSet errands;                            // verbs of making somebody go somewhere: send, dispatch …
  WordSet rulings;                            // what a court decides: ruling, verdict …
  WordSet telling;                            // verbs of what one says to somebody: tell, assure …
  WordSet messages;                           // nouns for what one writes or says to another: letter, call …
  WordSet asking;                             // nouns for what is asked of somebody: request, appeal …
  WordSet charges;                            // nouns for what somebody is accused of: charge, claim …
  WordSet agreements;                         // what two sides sign: pact, treaty …
  WordSet proposals;                          // what one side puts to another: plan, offer, idea …
  WordSet targeting;                          // verbs of whom a deed is for: target, focus …
  WordSet findings;                           // verbs of what an inquiry ends with: find, conclude …
  WordSet worries;                            // nouns for what one fears of somebody or says against him: concern …
  WordSet hardship;                           // verbs of what befalls those whom one worries for: suffer, flee …
  WordSet letting;                            // verbs whose clause has a subject of its own: let, allow …
  WordSet helping;                            // verbs of making it easier for somebody to act: help …
  WordSet alleging;                           // verbs of what is said against somebody: allege, claim …
  WordSet benefiting;                         // verbs of what is good for whom it is done to: rebuild …
  WordSet suits;                              // what one brings to court: lawsuit, complaint …
  WordSet heeding;                            // verbs of giving in to words: hear, accept …
  WordSet ousting;                            // nouns for taking an office from somebody: removal …
  WordSet carrying;                           // participles between a thing and those in it: carrying, housing …
  WordSet deeds;                              // nouns that tell again what was done: move, step …
  WordSet authored;                           // nouns for what somebody makes and answers for: plan, ruling …
  WordSet authoring;                          // verbs that say whose it is: announce, propose …
  WordSet proposing;                          // verbs of saying what somebody should do: say, argue …
  WordSet resigning;                          // verbs of giving up an office: resign, quit …
  WordSet obligations;                        // must, have, need: a demand in the mouth of another
  ByWord<std::vector<std::string>> contexts;  // by lemma, or two words
  std::array<TypeScale, kEventTypeCount> types;
  std::vector<std::pair<std::string, double>> goldstein;  // CAMEO code, longest first

  const std::vector<EventFrame>* find(PredicateKind kind, const Token& token) const;
  /// Whether what the verb says is done to its object, where nothing else is said: "accuse", and not "protest".
  bool is_done_to(const Token& verb) const;
  /// Whether the verb asks its object to do something: "urge", and not "plead".
  bool is_told_to(const Token& verb) const;
  /// Whether an entry of the verb names that noun among the words that its object may be: "file" and "suit".
  bool takes(const Token& verb, const Token& noun) const;
  const TypeScale& scale(EventType type) const { return types[static_cast<std::size_t>(type)]; }
  double goldstein_of(std::string_view cameo) const;
  /// Sets quad, score and Goldstein value by type, mode and CAMEO code.
  void rate(Event& event) const;
  static Result<EventLexicon> load(const std::filesystem::path& folder);
};

}  // namespace dragoman
