// The register of office holders: what it takes, and what it refuses.
#include "who/register.h"

#include "support/folder.h"
#include "who/schema.h"

#include <string>

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

/// The holders of an office as "NAME FROM TO|…".
std::string held(const WhoLexicon& who, const std::string& country, const std::string& office) {
  std::string out;
  const auto found = who.holders_by_office.find(office_key(country, office));
  if (found == who.holders_by_office.end()) return out;
  for (const auto h : found->second) {
    const Holder& holder = who.holders[h];
    out += (out.empty() ? "" : "|") + holder.name + " " + holder.from + " " + holder.to;
  }
  return out;
}

/// Reads a register of these two files; the others are empty.
Result<void> read(const std::string& africa, const std::string& bodies, WhoLexicon& who) {
  const Folder folder("register");
  for (const auto name : split_values(kWhoSchema.file("holders_africa.txt")->names)) folder.add(std::string(name), "");
  folder.add("holders_africa.txt", africa);
  folder.add("holders_bodies.txt", bodies);
  return read_register(folder.string(), who);
}

/// The error for a register with these lines below the office of president of Kenya, or empty.
std::string refused(const std::string& lines, const std::string& bodies = "") {
  WhoLexicon who;
  const auto done = read("office: president\ncountry: KEN\n" + lines, bodies, who);
  return done ? std::string() : done.error().to_string();
}

}  // namespace

TEST_CASE("a term ends where it says so, or where the next begins", "[register]") {
  WhoLexicon who;
  REQUIRE(
      read("office: president | chairman\ncountry: KEN\n"
           "holder: 2001-05-20 Ana Paz\nholder: 2006-02..2009-03 Juma Otieno | J. Otieno\n"
           "holder: 2010 Wanjiru Mwangi\nbeside: 2006-06-01..2007-02-11 Musa Kiptoo\n",
           "office: director general\ncountry: WTO\nholder: 2011-07-01 Elena Ruiz\n", who));
  CHECK(held(who, "KEN", "president") ==
        "Ana Paz 2001-05-20 2006-02-28|Juma Otieno 2006-02-01 2009-03-31|J. Otieno 2006-02-01 2009-03-31|"
        "Wanjiru Mwangi 2010-01-01 |Musa Kiptoo 2006-06-01 2007-02-11");
  CHECK(held(who, "KEN", "chairman") == held(who, "KEN", "president"));
  CHECK(held(who, "WTO", "director general") == "Elena Ruiz 2011-07-01 ");
  CHECK_FALSE(who.holders[who.holders_by_office.at("KEN president")[0]].of_body);
  CHECK(who.holders[who.holders_by_office.at("WTO director general")[0]].of_body);
}

TEST_CASE("terms out of order and two holders at one time are refused with their line", "[register]") {
  CHECK(refused("holder: 2001 Ana Paz\nholder: 2005 Juma Otieno\n").empty());
  CHECK(refused("holder: 2001..2005-06 Ana Paz\nholder: 2005 Juma Otieno\n").empty());
  CHECK_THAT(refused("holder: 2006 Ana Paz\nholder: 2005-12-31 Juma Otieno\n"),
             Catch::Contains("holders_africa.txt:4: found \"2005-12-31 Juma Otieno\" after \"2006 Ana Paz\""));
  CHECK_THAT(refused("holder: 2001..2006-01 Ana Paz\nholder: 2005 Juma Otieno\n"),
             Catch::Contains("holders_africa.txt:3: ") && Catch::Contains("expected one holder at a time"));
  CHECK(refused("holder: 2001 Ana Paz\nbeside: 2002..2003 Juma Otieno\n").empty());
  CHECK_THAT(refused("holder: 2001-05-20..2001-05-19 Ana Paz\n"), Catch::Contains("holders_africa.txt:3: "));
  CHECK_THAT(refused("holder: 2001 Ana Paz\nbeside: 2001-05-20..2001-04 Juma Otieno\n"),
             Catch::Contains("holders_africa.txt:4: "));
}

TEST_CASE("a second list of an office is refused, in another file too", "[register]") {
  CHECK_THAT(refused("holder: 2001 Ana Paz\n", "office: king | president\ncountry: KEN\nholder: 2003 Juma Otieno\n"),
             Catch::Contains("holders_bodies.txt:1: found a second list of \"president\" of KEN"));
  CHECK(refused("holder: 2001 Ana Paz\n", "office: president\ncountry: WBK\nholder: 2003 Juma Otieno\n").empty());
}
