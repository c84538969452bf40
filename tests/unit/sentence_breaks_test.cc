#include "text/sentence_breaks.h"

#include <string>

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

const WordSet kLeadsOn = {"the", "of", "and", "to", "president", "mr."};

/// `marked` has a bar where a sentence must begin.
void check(std::string_view marked) {
  std::string text;
  std::vector<std::uint32_t> bars;
  for (const char c : marked) {
    if (c == '|') {
      bars.push_back(static_cast<std::uint32_t>(text.size()));
    } else {
      text.push_back(c);
    }
  }
  INFO(marked);
  CHECK(sentence_breaks(text, kLeadsOn) == bars);
}

const std::string kLong =
    "Kenya and Ghana signed a fisheries agreement in Nairobi on Sunday, ending two years of talks that had been slow "
    "and full of quarrels.";

}  // namespace

TEST_CASE("blank lines part sentences", "[sentences]") {
  check("Envoy in Nairobi\n\n|Kenya expelled the envoy.");
  check("Kenya expelled the envoy\n\n|and left");
  check("One.\n\n\n\n|Two.\n \t\n|Three.");
  check("One.\r\n\r\n|Two.");
  check("\n\nOne.\n\n|Two.\n\n");
  check("A caption of a picture\n\n|Kenya thanked Ghana.");
  check("14:00\n\n|Peru accuses Chile\n\n|Peru accused Chile.");
  check("Cell one\n\n|Cell two\n\n|Cell three");
  check("Ghana's answer\n\n|Ghana recalled its envoy.\n\n|What next\n\n|Nobody knows.");
  check("One.\n\n   |Indented.");
}

TEST_CASE("items of lists are sentences", "[sentences]") {
  check("They agreed:\n|- to meet\n|- to talk\n|- to trade");
  check("They agreed:\n|* to meet\n|* to talk");
  check("They agreed:\n|• to meet\n|• to talk");
  check("They agreed:\n|1. to meet\n|2. to talk\n|10. to trade");
  check("They agreed:\n|1) to meet\n|2) to talk");
  check("They met.\n|- Kenya thanked Ghana\n|- Norway thanked Malta");
  check("They agreed:\n|– to meet\n|– to talk");
  check("- Kenya thanked Ghana and said so\n  in a letter\n|- Norway did not");
}

TEST_CASE("lines that are whole paragraphs are parted", "[sentences]") {
  check(kLong + "\n|" + kLong);
  check("Kenya and Ghana sign\n|" + kLong);
  check(kLong + "\n|Short end.");
  check("Kenya and Ghana sign\n|By Ann Lee\n|" + kLong + "\n|" + kLong);
}

TEST_CASE("headings among wrapped lines are parted", "[sentences]") {
  check(
      "Row over fish\n|Kenya and Ghana signed a fisheries agreement in Nairobi on\nSunday, ending two years of talks.");
  check(
      "Kenya and Ghana signed a fisheries agreement in Nairobi on\nSunday.\n|Ghana thanked Kenya for it in a letter "
      "that was read out on\nMonday.");
  check("12:00\n|Kenya and Ghana signed a fisheries agreement in Nairobi on\nSunday.");
}

TEST_CASE("wrapped lines part no sentence", "[sentences]") {
  check(
      "Kenya and Ghana signed a fisheries agreement in Nairobi on\nSunday, ending two years of talks that had been "
      "slow.");
  check(
      "Kenya and Ghana signed an agreement that the Foreign Minister\nGrace Wanjiru had called the best of all that "
      "there could be.");
  check("The pact was signed by the president\nof Kenya.");
  check("Peru accused the\nRepublic of Chile of spying.");
  check("Kenya thanked Ghana,\nNorway and Malta.");
  check("He had said so to the president\nLuisa Rojas, who was not in the room when the others came.");
  check("Kenya, Ghana\nand Malta");
  check("The talks - which had been slow -\nended on Sunday, as both of the parties had said they would.");
  check("They came in a ship\n- it was old - that had been at sea for many weeks by then");
  check(std::string("Kenya signed, see https://example.org/") + std::string(120, 'x') +
        "\nfor the text of it and of the others that had been signed on\nSunday, and for what Ghana has said about "
        "that since then in\nall the letters to the\nport of Tema, which lies on the coast.");
}

TEST_CASE("texts of one line or none have no breaks", "[sentences]") {
  check("");
  check("\n\n");
  check("Kenya thanked Ghana. Norway thanked Malta.");
  check(kLong);
}

TEST_CASE("headings and items are told from sentences on both sides of a break", "[sentences]") {
  const auto at = [](std::string_view text) {
    std::vector<std::string> found;
    for (const std::uint32_t b : breaks_at_headings(text, sentence_breaks(text, kLeadsOn)))
      found.emplace_back(text.substr(b, text.find('\n', b) - b));
    return found;
  };
  using Parts = std::vector<std::string>;
  CHECK(at("Kenya thanked Ghana.\n\nNorway thanked Malta.").empty());
  CHECK(at("\"Kenya thanked Ghana.\"\n\nNorway left (for Malta).").empty());
  CHECK(at("Envoy in Nairobi\n\nKenya left.\n\nGhana stayed.") == Parts{"Kenya left."});
  CHECK(at("Kenya left.\n\nGhana's answer\n\nGhana stayed.") == Parts{"Ghana's answer", "Ghana stayed."});
  CHECK(at("They agreed:\n- to meet\n- to talk") == Parts{"- to meet", "- to talk"});
  CHECK(at("Kenya left.\n\n1. Ghana stayed.\n\nMalta left.") == Parts{"1. Ghana stayed.", "Malta left."});
  CHECK(at("One line alone").empty());
}
