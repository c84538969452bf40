#include "reader/coverage.h"

#include "support/model.h"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

Coverage coverage_of(const std::string& text) {
  Engine::Workspace workspace;
  Document document;
  document.text = text;
  auto coverage = test_reader()->coverage(document, workspace);
  REQUIRE(coverage);
  return *coverage;
}

}  // namespace

TEST_CASE("a clause counts as decided where an entry knows its verb") {
  if (test_reader() == nullptr) return;
  // a frame, a cue of speech, a word of stance, a meeting, a signature, and a verb that lends its subject
  for (const char* text : {"Kenya attacked Uganda.", "Kenya said that it rained.", "Kenya opposes the treaty.",
                           "The Kenyan president met the king.", "Kenya managed to sleep.", "Kenya made an attack."}) {
    INFO(text);
    const Coverage coverage = coverage_of(text);
    CHECK(coverage.as_agent().clauses >= 1);
    const auto gaps = coverage.gaps(1);
    CHECK(std::none_of(gaps.begin(), gaps.end(), [](const Gap& gap) { return gap.verb != "sleep"; }));
  }
}

TEST_CASE("verbs that no entry knows are counted with the first three examples") {
  if (test_reader() == nullptr) return;
  const Coverage coverage = coverage_of(
      "Kenya besprinkled the lawn. Uganda besprinkled a\nhedge. Chad besprinkled the roses. Mali besprinkled the "
      "path.");
  CHECK(coverage.as_agent().clauses == 4);
  CHECK(coverage.as_agent().decided == 0);
  const auto gaps = coverage.gaps(2);
  REQUIRE(gaps.size() == 1);
  CHECK(gaps[0].verb == "besprinkle");
  CHECK(gaps[0].times == 4);
  REQUIRE(gaps[0].examples.size() == 3);
  CHECK(gaps[0].examples[1] == "Uganda besprinkled a hedge");
  CHECK(coverage.gaps(5).empty());
}

TEST_CASE("a clause of nobody who can act is not counted, and a patient only where no agent can act") {
  if (test_reader() == nullptr) return;
  const Coverage nobody = coverage_of("The gardener besprinkled the lawn.");
  CHECK(nobody.as_agent().clauses + nobody.as_patient().clauses == 0);
  CHECK(nobody.gaps(1).empty());
  const Coverage patient = coverage_of("The gardener besprinkled the Kenyan president.");
  CHECK(patient.as_agent().clauses == 0);
  CHECK(patient.as_patient().clauses == 1);
}

TEST_CASE("counts of several reports add up") {
  if (test_reader() == nullptr) return;
  Coverage all = coverage_of("Kenya besprinkled the lawn.");
  all.add(coverage_of("Uganda attacked Kenya. Uganda besprinkled the hedge."));
  CHECK(all.as_agent().clauses == 3);
  CHECK(all.as_agent().decided == 1);
  const auto gaps = all.gaps(1);
  REQUIRE(gaps.size() == 1);
  CHECK(gaps[0].times == 2);
  CHECK(gaps[0].examples.size() == 2);
}
