// Who "we" are in a document that somebody issues.
#include "support/model.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

std::vector<std::string> condemning(const ReaderCore& reader, const std::string& text) {
  const Record record = read_record(reader, text);
  std::vector<std::string> out;
  for (const Position& p : record.positions) {
    if (p.stance == "condemns") out.push_back(record.entities[p.actor].name);
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
