// Facts of the store with all that is shown of them.
#pragma once

#include "query/question.h"
#include "store/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dragoman {

struct Participant {
  std::string role, name, country;
};

/// Values of a slot on which the tellings of one happening do not agree.
struct Disagreement {
  std::string slot;
  std::vector<std::string> values;  // most told first
};

struct Fact {
  FactList list = FactList::events;
  std::int64_t id = 0, happening = 0, document = 0;
  std::string date, basis, first_day, last_day;
  std::string type, mode, contexts, cameo, lemma;  // of events; `type` also level, kind or stance
  int quad = 0;
  double goldstein = 0;
  std::string status, ordinal;  // of events, meetings and statements; the latter of meetings alone
  std::string words;            // content of a statement, "what" of an agenda item
  std::string cue, venue, act;  // of statements
  std::string dictionary;       // of events
  std::string place, place_country;
  std::optional<double> lat, lon;
  std::vector<std::string> issues;
  std::vector<Participant> parts;
  std::int64_t begin = 0, end = 0;  // of the evidence, in code points
  std::string evidence;
  std::string uri, title, agency, published, link, sha;
  int reports = 1, copies = 0;  // that tell it, and near copies of these
  std::vector<Disagreement> disagreements;

  /// "v123"
  std::string label() const { return letter_of(list) + std::to_string(id); }
  /// Names of those with the role, in order.
  std::vector<std::string> names(std::string_view role) const;
};

/// The fact of that number. Nothing when there is none.
std::optional<Fact> load_fact(Database& database, FactList list, std::int64_t id);

/// All tellings of the happening, in order of id; of statements and positions the fact alone.
std::vector<Fact> load_tellings(Database& database, const Fact& fact);

}  // namespace dragoman
