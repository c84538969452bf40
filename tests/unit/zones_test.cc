// Bylines, datelines and headlines at a report's head.
#include "support/model.h"

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

struct Head {
  std::string text;
  std::string agency, published;
  std::size_t boilerplate;  // stretches
};

}  // namespace

TEST_CASE("the head of a report gives agency and day, below a headline too", "[zones]") {
  const ReaderCore* reader = test_reader();
  if (reader == nullptr) return;
  const Head heads[] = {
      {"LIMA, May 3, 2019 (Andes Wire) — Peru closed its embassy.", "Andes Wire", "2019-05-03", 1},
      {"Peru shuts embassy\n\nLIMA (Andes Wire), 3 May 2019 - Peru closed its embassy.", "Andes Wire", "2019-05-03", 1},
      {"Peru shuts embassy\nBy Ana Soto\nLIMA, May 3 (Reuters) - Peru closed its embassy.", "Reuters", "", 2},
      {"Peru shuts embassy\n\nPeru closed its embassy on Friday.", "", "", 0},
      {"Peru closed its embassy.\n\nLIMA: a city in shock.", "", "", 0},
      {"Peru shuts embassy\n\nBy Ana Soto\n\nPeru closed its embassy (in Quito) - for good.", "", "", 1},
  };
  Engine::Workspace workspace;
  for (const Head& head : heads) {
    INFO(head.text);
    Document document;
    document.text = head.text;
    const auto reading = reader->read(document, workspace);
    REQUIRE(reading);
    const DocumentInfo& info = reading->record.document;
    CHECK(info.agency == head.agency);
    CHECK(info.published.value == head.published);
    CHECK(info.boilerplate.size() == head.boilerplate);
  }
}
