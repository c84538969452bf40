// The clues that names are told apart by: all of them have weights, and what is wrong with them is told with its line.
#include "reader/lexicon.h"
#include "reader/rooms.h"
#include "story/story.h"
#include "support/conllu.h"
#include "support/folder.h"
#include "who/clue.h"
#include "who/name_spans.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

std::string stanza(std::string_view clue, const std::string& person) {
  return "clue: " + std::string(clue) + "\nperson: " + person + "\nbody: 0.25\nplace: -1\nthing: 0\n\n";
}

std::string all_but(Clue left_out) {
  std::string out;
  for (std::size_t i = 0; i < kClueCount; ++i) {
    if (static_cast<Clue>(i) != left_out) out += stanza(to_string(static_cast<Clue>(i)), "1.5");
  }
  return out;
}

Result<ClueWeights> read(const std::string& content) {
  const Folder folder("clues");
  return read_clues(folder.add("clues.txt", content));
}

}  // namespace

TEST_CASE("every clue has a name of its own", "[who]") {
  for (std::size_t i = 0; i < kClueCount; ++i)
    CHECK(clue_from(to_string(static_cast<Clue>(i))) == static_cast<Clue>(i));
  CHECK_FALSE(clue_from("behind the moon"));
}

TEST_CASE("clues are read with a weight for each reading", "[who]") {
  const auto weights = read(all_but(Clue::speaks) + stanza("speaks", "-0.75"));
  REQUIRE(weights);
  CHECK((*weights)[static_cast<std::size_t>(Clue::speaks)] == std::array<double, kReadingCount>{-0.75, 0.25, -1, 0});
  CHECK((*weights)[static_cast<std::size_t>(Clue::always)][0] == 1.5);
}

TEST_CASE("a clue without weights and weights without a clue are errors", "[who]") {
  CHECK(read(all_but(Clue::speaks)).error().message.find("clue: speaks") != std::string::npos);
  CHECK(read(stanza("behind the moon", "1")).error().message.find("behind the moon") != std::string::npos);
  CHECK(read(stanza("speaks", "much")).error().message.find("\"person: much\", expected a number") !=
        std::string::npos);
}

TEST_CASE("what a verdict was made of can be asked for", "[who]") {
  Document document;
  document.text = "Governor Quell left. Quell praised the Senate.";
  const std::string lines =
      "1\tGovernor\tGovernor\tPROPN\tNNP\t_\t2\tcompound\t_\tTokenRange=0:8\n"
      "2\tQuell\tQuell\tPROPN\tNNP\t_\t3\tnsubj\t_\tTokenRange=9:14|NER=B-PERSON\n"
      "3\tleft\tleave\tVERB\tVBD\t_\t0\tROOT\t_\tTokenRange=15:19\n"
      "4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\tTokenRange=19:20\n\n"
      "1\tQuell\tQuell\tPROPN\tNNP\t_\t2\tnsubj\t_\tTokenRange=21:26|NER=B-PERSON\n"
      "2\tpraised\tpraise\tVERB\tVBD\t_\t0\tROOT\t_\tTokenRange=27:34\n"
      "3\tthe\tthe\tDET\tDT\t_\t4\tdet\t_\tTokenRange=35:38\n"
      "4\tSenate\tSenate\tPROPN\tNNP\t_\t2\tdobj\t_\tTokenRange=39:45|NER=B-ORG\n"
      "5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tTokenRange=45:46\n";
  const auto text = Text::from_utf8(document.text);
  REQUIRE(text);
  const auto parse = parse_from_conllu(lines, *text);
  REQUIRE(parse);
  const auto lexicon = Lexicon::load(std::filesystem::path(DRAGOMAN_SOURCE_DIR) / "lexicon");
  REQUIRE(lexicon);
  Story story(document, *text, *parse, lexicon->vocabularies(), nullptr);
  begin_story(story);
  const EntityBuilder builder(story);
  std::vector<NameCandidate> names = find_name_candidates(builder);
  std::vector<NameEvidence> evidence;
  judge_names(builder, names, &evidence);
  REQUIRE(evidence.size() == names.size());
  const auto at = [&](TokenIndex token) -> std::size_t {
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i].span.begin == token) return i;
    }
    FAIL("no name begins at token " << token);
    return 0;
  };
  const std::size_t first = at(1), second = at(4), senate = at(7);
  const auto amount = [&](std::size_t name, Clue clue) { return evidence[name].clues[static_cast<std::size_t>(clue)]; };
  // Of the words: once. Around a mention: half for this one, half for each mention of the words that has it.
  CHECK(amount(first, Clue::one_word) == 1);
  CHECK(amount(first, Clue::title_before) == 1);
  CHECK(amount(second, Clue::title_before) == 0.5);
  CHECK(amount(first, Clue::called_person) == 1.5);
  CHECK(amount(first, Clue::called_body) == 0);
  // The Senate is a body by its word alone, Quell by the weights.
  CHECK(names[senate].verdict == NameOf::body);
  CHECK(evidence[senate].by_rule);
  CHECK_FALSE(evidence[first].by_rule);
  std::array<double, kReadingCount> points{};
  for (std::size_t clue = 0; clue < kClueCount; ++clue) {
    for (std::size_t i = 0; i < kReadingCount; ++i)
      points[i] += evidence[first].clues[clue] * builder.who.clues[clue][i];
  }
  CHECK(std::max_element(points.begin(), points.end()) == points.begin());
  CHECK(names[first].verdict == NameOf::person);
}
