// How much of what those who can act do, or have done to them, the lexicon decides: `dragoman lexicon gaps`.
//
// A clause is counted where a country, a government, an office holder, an armed group or an international body is the
// agent or the patient of its verb. It is decided where an entry knows the verb in this use: a frame of lexicon/events/
// (those of none.txt too, which say that it tells of no event), a verb of speech, thought, stance, meeting or visit, or
// a signature for the clause below it. A verb that lends its subject to a noun is decided by the noun.
#pragma once

#include "story/story.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// A verb that no entry decides.
struct Gap {
  std::string verb;                   // lemma, with its particle
  std::size_t times = 0;              // clauses
  std::vector<std::string> examples;  // the first few of them, each as the report has it, on one line
};

class Coverage {
 public:
  /// Of the clauses in which somebody who can act is the agent, or is the patient and no agent is one.
  struct Share {
    std::size_t clauses = 0, decided = 0;
  };

  /// Counts the clauses of a story that all rooms have read.
  void count(const Story& story);
  /// Adds what was counted of reports behind these.
  void add(const Coverage& other);

  const Share& as_agent() const { return agent_; }
  const Share& as_patient() const { return patient_; }
  /// Verbs that are undecided at least so often, the most frequent first, then by name.
  std::vector<Gap> gaps(std::size_t least) const;

 private:
  void add_gap(std::string_view verb, std::size_t times, const std::vector<std::string>& examples);

  Share agent_, patient_;
  std::map<std::string, Gap, std::less<>> gaps_;
};

}  // namespace dragoman
