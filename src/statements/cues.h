// The words that attribute: verbs with what they take as content, nouns, adverbs and set phrases. Read from
// lexicon/statements/.
#pragma once

#include "dragoman/result.h"
#include "lexicon/phrases.h"
#include "text/by_word.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// How a verb or adjective attributes. What it takes may be several of these; the rules try them in this order.
struct Cue {
  enum class Kind : std::uint8_t { speech, stance, thought };
  Kind kind = Kind::speech;
  std::string act;                        // illocution: state, promise, demand …; goes into the record
  std::string predicate_act;              // where it says what its object is ("called the plan a mistake"); else act
  bool clause = false;                    // said that the road was open; also a quotation
  bool finite_clause = false;             // found that it was shut, but not: found it shut
  bool quotation = false;                 // "…," he continued: nothing but a quotation
  bool infinitive = false;                // vowed to open it
  bool gerund = false;                    // denied closing it
  bool object = false;                    // praised the plan
  bool finite_object = false;             // underscored the need; but "…, underscoring the need" is the reporter's
  bool predicate = false;                 // called the plan a mistake
  bool object_infinitive = false;         // urged the council to open it
  bool hearer = false;                    // told the envoy that …: the object hears it
  bool passive = false;                   // the road is said to be open: nobody is named
  bool blow = false;                      // attacked his rival, but not: attacked the convoy
  bool on_things = false;                 // recalled the flood, but not: recalled the ambassador
  bool withholds = false;                 // denied the charge, but not: denied them a visa
  WordSet deeds_of;                       // claimed that, but not: claimed the title; objects by lemma
  bool goes_on = false;                   // "…, adding that": of whoever spoke before
  bool by_people = false;                 // a treaty or plan that "calls for" something says nothing
  bool by_documents = false;              // a study or a commission found that; but a person's find is a deed
  std::vector<std::string> made_by;       // of an adjective: verbs above it, "made clear that"
  std::vector<std::string> prepositions;  // called for calm; accused him of lying

  bool quotes() const { return kind == Kind::speech && (clause || quotation); }
};

/// A noun of saying or thinking. With one of its prepositions it needs an owner ("their demand for water").
struct CueNoun {
  std::string act;
  std::vector<std::string> prepositions;
};

struct CueLexicon {
  ByWord<Cue> verbs;                                // by lemma; adjectives too ("confident that")
  ByWord<CueNoun> nouns;                            // by lemma
  WordSet adverbs;                                  // reportedly
  PhraseTable phrases{PhraseTable::Case::ignored};  // "in the words of" …, followed by the source
  WordSet venues, venue_words;                      // nouns of occasions; words after "on" or "via": Twitter
  WordSet perspectives;                             // view, words: "in the minister's view"
  WordSet provisions;                               // treaty, plan: what provides and does not speak
  WordSet answers;                                  // deny, reject: acts whose object is what another has said
  WordSet concealments;                             // name, identify: what a source declines to be is no statement
  WordSet undertakings;                             // promise, refuse: acts that may be those of whom a report tells
  WordSet deeds;                                    // oppose, complain: "rowed ashore to protest" tells of no words
  WordSet withheld;                                 // access, visa: to deny them is a deed
  WordSet askers;                                   // q, question: heads of an interview's lines, of whoever asks
  WordSet answerers;                                // a, answer: of whoever is interviewed
  WordSet covers;                                   // anonymity: what a source asks for itself
  WordSet settings;     // with, amid: what they bring at a sentence's head is the reporter's
  WordSet apart;        // after, about: an occasion behind them is none of what is said
  WordSet abstentions;  // refrain, fail: what stands below them was not said
  WordSet targets;      // embassy, convoy: to attack them is no criticism
  WordSet voices;       // poll, campaign: what speaks for those whose it is
  WordSet parts;        // half, percent: how many of those who speak
  WordSet receipts;     // face, receive: what is done with a document of others
  WordSet drawings;     // prompt, draw: verbs whose object others have said: "drew complaints that"
  WordSet surveys;      // poll, study: on whoever stands behind "of", and none of theirs
  WordSet benches;      // court, senate: who rejects by a ruling or a vote
  WordSet glosses;      // mean, contradict: what the reporter adds with their participles
  WordSet summaries;    // claim, decision: nouns with which the reporter takes up what was said: "a claim Peru denies"
  WordSet retellings;   // repeat, echo: verbs for words said before
  WordSet wordings;     // line, refrain: "repeated a familiar line" does not tell what was said
  WordSet wishes;       // want, be: an infinitive below them was not said
  WordSet tellings;     // state, explain: acts whose bare object tells nothing
  WordSet verdicts;     // criticise, praise: acts whose object is what they judge
  WordSet messages;     // speech, remark: words that somebody speaks or writes
  WordSet releases;     // release, issue: what its publisher does with a document
  WordSet papers;       // document, text: any document that was named before
  WordSet topics;       // comment, talk: verbs whose infinitives and participles only name what is spoken of
  WordSet frames;       // time, way: "the day she said that …" is when she said it, and nothing that she told of
  WordSet objectless;   // resign, go: "a deal he vowed to resign over"; but nothing is left out of "vowed to resign"
  WordSet ties;         // tie, sale: who stands behind their "to" hears nothing
  WordSet inward;       // believe, fear: acts of the mind, of which a report knows by words

  WordSet chances;            // would, may: modals below which a statement is kept as a conditional one
  WordSet vouching, vouched;  // can; confirm, reveal: "police can confirm that" says so
  WordSet avowing, avowed;    // can, must; say, admit: "I must admit that" says so

  const Cue* verb(std::string_view lemma) const {
    const auto it = verbs.find(lemma);
    return it == verbs.end() ? nullptr : &it->second;
  }
  /// statement, letter, poll: a noun for words of somebody, whose they are.
  bool is_of_somebody(std::string_view lemma) const { return venues.contains(lemma) || voices.contains(lemma); }

  /// An Error (kind setup) names file and line, what was found and what was expected.
  static Result<CueLexicon> load(const std::filesystem::path& folder);
};

}  // namespace dragoman
