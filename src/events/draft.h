// An event on its way into the record, with the tokens that it was read from.
#pragma once

#include "events/frames.h"
#include "events/participant.h"
#include "language/syntax.h"
#include "story/story.h"

#include <vector>

namespace dragoman {

struct EventDraft {
  Event event;
  Participants recipients;  // whom it is done to, before entities are made of the places among them
  TokenIndex trigger = 0;
  TokenIndex clause = 0;         // head of the clause that tells it: its own verb, or the one that lends it a subject
  TokenSpan span;                // the evidence
  bool mutual = false;           // of a kind that all actors do together
  TokenIndex object = kNoToken;  // what a verb is done to
  bool background = false;       // known before it is told: "Mali's invasion", "Okoye, who will visit"
  bool voiced = false;           // done by saying it: "said Japan needs to recognise it" asks Japan for it
  bool definite = false;         // "the talks", "their meeting": may tell again what was told before
};
using EventDrafts = std::vector<EventDraft>;  // in text order

/// Those in whose words each event stands, outermost first.
void set_sources(const Story& story, EventDrafts& drafts);

/// The day and place of each event, from its clause, its sentence, or what it belongs to.
void set_time_and_place(const Story& story, EventDrafts& drafts);

/// The domains of politics that the words around each event speak of.
void set_contexts(const Story& story, const EventLexicon& lexicon, EventDrafts& drafts);

/// One event told several times is one event with several evidences.
EventDrafts merged(const Story& story, const EventLexicon& lexicon, EventDrafts drafts);

}  // namespace dragoman
