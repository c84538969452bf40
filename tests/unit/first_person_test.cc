// Who "we" are in a document that somebody issues.
#include "support/model.h"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

std::vector<std::string> condemning(const ReaderCore& reader, const std::string& text) {
  Engine::Workspace workspace;
  Document document;
  document.text = text;
  const auto reading = reader.read(document, workspace);
  REQUIRE(reading);
  std::vector<std::string> out;
  for (const Position& p : reading->record.positions) {
    if (p.stance == "condemns") out.push_back(reading->record.entities[p.actor].name);
  }
  return out;
}

}  // namespace

TEST_CASE("we are the body whose statement it is", "[first person]") {
  const ReaderCore* reader = test_reader();
  if (reader == nullptr) return;
  const std::string body = "The embassy has read the reports. We condemn the dumping of waste.";
  CHECK(condemning(*reader, "Statement by the Embassy of Fiji in Nairobi\n\n" + body) ==
        std::vector<std::string>{"Embassy of Fiji"});
  CHECK(condemning(*reader, "Embassy of Fiji reopens in Nairobi\n\n" + body).empty());
  CHECK(condemning(*reader,
                   "Statement by the Embassy of Fiji in Nairobi\n\nReports of dumping are many. We condemn the "
                   "dumping of waste.")
            .empty());
}
