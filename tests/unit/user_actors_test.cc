// A user's own dictionaries of actors and agents: what they hold on which day, and what is wrong with them where.
#include "who/user_actors.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

struct DictionaryFile {
  explicit DictionaryFile(const std::string& content)
      : path(std::filesystem::temp_directory_path() / ("dragoman_actors_" + std::to_string(++count()))) {
    std::ofstream(path, std::ios::binary) << content;
  }
  ~DictionaryFile() { std::filesystem::remove(path); }
  DictionaryFile(const DictionaryFile&) = delete;
  static int& count() {
    static int n = 0;
    return n;
  }
  std::filesystem::path path;
};

std::string code(const std::string& dictionary, const char* name, const char* day) {
  const DictionaryFile file(dictionary);
  const auto user = UserActors::load(file.path, {});
  if (!user) return user.error().message;
  const auto* actor = user->find(name);
  return actor == nullptr ? "unknown" : actor->code_on(day);
}

}  // namespace

TEST_CASE("an actor's code depends on the day", "[who]") {
  const std::string paz =
      "# comment\nANA_PAZ_  [CHLELI] ; her\n+ANITA_PAZ_\n\t[CHLGOV 100311-140311]\n\t[CHLOPP >20140312 <180101]\n";
  CHECK(code(paz, "Ana Paz", "2012-05-01") == "CHLGOV");
  CHECK(code(paz, "Anita Paz", "2010-03-11") == "CHLGOV");
  CHECK(code(paz, "Ana Paz", "2014-03-11") == "CHLGOV");
  CHECK(code(paz, "Ana Paz", "2015-01-01") == "CHLOPP");
  CHECK(code(paz, "Ana Paz", "2019-01-01") == "CHLELI");
  CHECK(code(paz, "Ana Paz", "") == "CHLELI");
  CHECK(code(paz, "Paz", "2012-05-01") == "unknown");
  CHECK(code("OLD_KING_\n\t[GBRGOV 320101-331108]\n", "Old King", "1933-01-01") == "GBRGOV");
  CHECK(code("OLD_KING_ [GBR]\n\t[--- <20000101]\n", "Old King", "1999-01-01").empty());
  CHECK(code("<!-- two\nlines -->\nTHE MARCH LEAGUE [NGO]\n", "the March League", "") == "NGO");
}

TEST_CASE("agents have plurals, sets and a side", "[who]") {
  const DictionaryFile file(
      "FARMER [~AGR]\nLADY [~CVL]\nCHARITY {CHARITIES} [NGO~]\nPOLICE {} [~COP]\n!PERSON! = MAN, WOMAN\nTRIBES!PERSON! "
      "[~ELI]\n");
  const auto user = UserActors::load({}, file.path);
  REQUIRE(user);
  for (const char* name : {"farmer", "Farmers", "lady", "ladies", "tribesman", "tribeswoman", "charities", "police"}) {
    INFO(name);
    CHECK(user->agent(name) != nullptr);
  }
  CHECK(user->agent("polices") == nullptr);
  CHECK(user->agent("farmers")->code == "AGR");
  CHECK_FALSE(user->agent("farmers")->before);
  CHECK(user->agent("charity")->before);
}

TEST_CASE("a broken dictionary is named with its line", "[who]") {
  const auto where = [](const std::string& actors, const std::string& agents) {
    const DictionaryFile a(actors), b(agents);
    const auto user = UserActors::load(a.path, b.path);
    return user ? std::string("none") : user.error().where.substr(user.error().where.rfind(':'));
  };
  CHECK(where("A_B [USA]\n", "FARMER [~AGR]\n") == "none");
  CHECK(where("\n+A_B\n", "") == ":2");
  CHECK(where("A_B\n\n\t[USA >2x]\n", "") == ":3");
  CHECK(where("A_B\n\t[USA 20100101]\n", "") == ":2");
  CHECK(where("A_B\n\t[USA >20100231]\n", "") == ":2");
  CHECK(where("A_B [USA\n", "") == ":1");
  CHECK(where("A_B []\n", "") == ":1");
  CHECK(where("", "FARMER [AGR]\n") == ":1");
  CHECK(where("", "FARMER\n") == ":1");
  CHECK(where("", "FARMER [~AGR]\nX!PERSON! [~CVL]\n") == ":2");
}

TEST_CASE("sixty thousand lines are read in less than a second", "[who]") {
  std::string content;
  for (int i = 0; i < 15000; ++i) {
    const std::string n = std::to_string(i);
    content += "ALI_NAME" + n + "_\n+MOHAMMED_NAME" + n + "_\n\t[USAGOV 090120-130120]\n\t[USAELI >130121]\n";
  }
  const DictionaryFile file(content);
  const auto begin = std::chrono::steady_clock::now();
  const auto user = UserActors::load(file.path, {});
  const auto end = std::chrono::steady_clock::now();
  REQUIRE(user);
  CHECK(user->find("Mohammed Name14999") != nullptr);
  CHECK(std::chrono::duration<double>(end - begin).count() < 1.0);
}
