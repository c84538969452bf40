#include "store/person_names.h"

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

NameLink link_of(const char* a, const char* b) {
  return name_link(person_name(a), person_name(b));
}

}  // namespace

TEST_CASE("names are parted into first name, middle names, surname and suffix", "[store]") {
  const PersonName name = person_name("J. Edgar R. Osei Jr.");
  CHECK(name.leading == std::vector<std::string>{"j"});
  CHECK(name.first == "edgar");
  CHECK(name.middle == std::vector<std::string>{"r"});
  CHECK(name.surname == "osei");
  CHECK(name.suffix == "jr");
  CHECK(person_name("Farid al-Tamimi").surname == "tamimi");
  CHECK(person_name("H.W. Varga").leading == std::vector<std::string>{"h", "w"});
  CHECK_FALSE(person_name("Varga").is_full());
  CHECK_FALSE(person_name("W. Varga").is_full());
  CHECK(person_name("").surname.empty());
}

TEST_CASE("what two full names differ in", "[store]") {
  CHECK(link_of("Ana Varga", "ANA VARGA") == NameLink::same);
  CHECK(link_of("Ana Varga", "Ana M. Varga") == NameLink::middle);
  CHECK(link_of("Ana Maria Varga", "Ana M. Varga") == NameLink::middle);
  CHECK(link_of("J. Edgar Osei", "Edgar Osei") == NameLink::middle);
  CHECK(link_of("Bill Osei", "William Osei") == NameLink::short_name);
  CHECK(link_of("Bill Osei", "Will Osei") == NameLink::short_name);
  CHECK(link_of("Árpád Lenkey", "Arpad Lenkei") == NameLink::spelling);
  CHECK(link_of("Ana Philipov", "Ana Filipov") == NameLink::spelling);
  CHECK(link_of("Ana Barnett", "Ana Barnet") == NameLink::spelling);
  CHECK(link_of("Ana Kimotho", "Ana Kamotho") == NameLink::letter);
  CHECK(link_of("Jon Husvik", "Joh Husvik") == NameLink::letter);
}

TEST_CASE("a suffix may be left out", "[store]") {
  CHECK(link_of("Ivo Varga Jr.", "Ivo Varga") == NameLink::suffix);
  CHECK(link_of("Bill Osei Jr.", "William Osei") == NameLink::suffix);
}

TEST_CASE("letters that were broken or typed once too often", "[store]") {
  CHECK(link_of("Ana Nu\xC3\x83\xC2\xB1"
                "ez",
                "Ana Nuñez") == NameLink::same);
  CHECK(link_of("Ana Nu\xC3\x83\xC2\x83\xC3\x82\xC2\xB1"
                "ez",
                "Ana Nunez") == NameLink::same);  // broken twice
  CHECK(person_name("Ana Nu\xC3\x83\xC2\xB1"
                    "ez")
            .is_garbled);
  CHECK_FALSE(person_name("Ana Nuñez").is_garbled);
  CHECK(link_of("Ana Varssska", "Ana Varsska") == NameLink::same);
  CHECK(person_name("Ivo Varga III").suffix == "iii");
}

TEST_CASE("names that contradict each other are of two people", "[store]") {
  CHECK(link_of("Ana M. Varga", "Ana R. Varga") == NameLink::none);
  CHECK(link_of("Ana Varga", "Ida Varga") == NameLink::none);
  CHECK(link_of("Ivo Varga Jr.", "Ivo Varga Sr.") == NameLink::none);
  CHECK(link_of("Ivo Varga Jr.", "Ivo Vargo") == NameLink::none);
  CHECK(link_of("Ivo Osei", "Ivo Osman") == NameLink::none);
  CHECK(link_of("Bill Philipov", "William Filipov") == NameLink::none);
  CHECK(link_of("Ana Lenk", "Ana Link") == NameLink::none);
}

TEST_CASE("initials stand for the given names in their order", "[store]") {
  CHECK(initials_fit(person_name("W. Varga"), person_name("Walter Varga")));
  CHECK(initials_fit(person_name("Varga"), person_name("Walter Varga")));
  CHECK(initials_fit(person_name("J.E. Osei"), person_name("J. Edgar Osei")));
  CHECK_FALSE(initials_fit(person_name("J.W. Osei"), person_name("J. Edgar Osei")));
}

TEST_CASE("spellings of a name are of one family", "[store]") {
  CHECK(surname_family("baghdadi") == surname_family("baghadi"));
  CHECK(surname_family("goencz") == surname_family("goncz"));
  CHECK(surname_family("osei") != surname_family("osman"));
  CHECK(first_letter_class(person_name("Bill Osei")) == first_letter_class(person_name("William Osei")));
  CHECK(first_letter_class(person_name("Varga")).empty());
  CHECK(is_common_surname("smith"));
  CHECK_FALSE(is_common_surname("lenkey"));
}

TEST_CASE("forms of a body's name", "[store]") {
  CHECK(body_family("Justice Department") == body_family("the U.S. Department of Justice"));
  CHECK(body_family("Ministry of Foreign Affairs") == body_family("Foreign Affairs Ministry"));
  CHECK(body_family("Tamm & Co.") == body_family("Tamm"));
  CHECK(body_family("Company") == "company");
  CHECK(body_family("Central Bank") != body_family("World Bank"));
}
