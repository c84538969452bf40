// Who is meant, where paragraphs decide.
#include "support/model.h"

#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

/// All mentions of the entity of that name, "a|b|c".
std::string mentions_of(const Reading& reading, const std::string& name) {
  std::string out;
  for (const Entity& e : reading.record.entities) {
    if (e.name != name) continue;
    for (const Mention& m : e.mentions) {
      out += (out.empty() ? "" : "|") +
             std::string(reading.text->view(reading.text->byte(m.span.begin), reading.text->byte(m.span.end)));
    }
  }
  return out;
}

}  // namespace

TEST_CASE("an office in a new paragraph is that of whom the report quotes all along", "[who]") {
  const ReaderCore* reader = test_reader();
  if (reader == nullptr) return;
  Engine::Workspace workspace;
  Document document;
  document.text =
      "Foreign Ministry spokeswoman Asma Raheem told a briefing that Pakistan wanted peace. \"We will wait,\" Raheem "
      "said. Raheem did not say how long.\n\nThe shooting must end, United Nations spokesman Farid Hale said in New "
      "York.\n\nSeparately, the spokeswoman welcomed the release of the fishermen.";
  const auto reading = reader->read(document, workspace);
  REQUIRE(reading);
  CHECK(mentions_of(*reading, "Asma Raheem").ends_with("|the spokeswoman"));
  document.text =
      "Foreign Ministry spokeswoman Asma Raheem told a briefing that Pakistan wanted peace. \"We will wait,\" Raheem "
      "said. Raheem did not say how long.\n\nThe shooting must end, United Nations spokesman Farid Hale said in New "
      "York. The spokesman gave no details.";
  const auto same = reader->read(document, workspace);
  REQUIRE(same);
  CHECK(mentions_of(*same, "Farid Hale") == "Farid Hale|The spokesman");
}
