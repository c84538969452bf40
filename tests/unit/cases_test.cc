// Runs tests/cases/ and the examples of the lexicon.
#include "lexicon/survey.h"
#include "reader/check.h"
#include "support/model.h"

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

void run(const Result<std::vector<Case>>& cases) {
  if (!cases) FAIL(cases.error().to_string());
  const ReaderCore* reader = test_reader();
  if (reader == nullptr) return;
  for (const std::string& failure : check_cases(*reader, *cases).failures) FAIL_CHECK(failure);
}

}  // namespace

TEST_CASE("the cases yield what they must", "[cases]") {
  run(load_cases(DRAGOMAN_SOURCE_DIR "/tests/cases"));
}

TEST_CASE("the examples of the lexicon yield what they must", "[cases]") {
  run(load_examples(DRAGOMAN_SOURCE_DIR "/lexicon"));
}

TEST_CASE("every entry of the lexicon has an example", "[cases]") {
  const auto survey = survey_lexicon(DRAGOMAN_SOURCE_DIR "/lexicon");
  if (!survey) FAIL(survey.error().to_string());
  CHECK(!survey->kinds.empty());
  for (const std::string& lacking : survey->without_example) FAIL_CHECK(lacking);
}
