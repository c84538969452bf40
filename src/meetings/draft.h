// A meeting as one clause tells of it, before all that tell of the same one are joined.
#pragma once

#include "dragoman/record.h"
#include "language/syntax.h"
#include "meetings/words.h"

#include <optional>
#include <string>
#include <vector>

namespace dragoman {

using Standing = MeetingLightVerb::Makes;  // held, planned, cancelled, nothing; own: the text leaves it open

struct MeetingDraft {
  Meeting meeting;  // `status` is left to `standing` until all are joined
  Standing standing = Standing::own;
  TokenIndex trigger = 0;
  Tokens tellings;       // triggers of all clauses that tell of it
  TokenSpan span;        // what its evidence quotes
  std::string noun;      // lemma of the noun; empty for a verb
  bool process = false;  // a process noun
  bool refers = false;   // who takes part was found by looking back
  bool weak = false;
  int detail = 0;  // how much it states: the richest sentence becomes the evidence
};

/// Somebody's stay somewhere.
struct Visit {
  std::vector<Index> visitors;
  TokenIndex trigger = 0, destination = 0;
  std::optional<Index> place;  // into record.places
  std::string country;         // ISO code of where it is, if known
  std::optional<DateValue> date;
  Standing standing = Standing::own;
  TokenSpan span;
};

/// People who did something together on some day: those whom "their talks" may speak of.
struct Company {
  std::vector<Index> members;
  TokenIndex at = 0;
  std::string noun;  // of the meeting; empty when it was another deed
  Standing standing = Standing::own;
  std::string date;  // of the deed
};

}  // namespace dragoman
