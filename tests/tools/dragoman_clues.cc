// Prints what the weights of lexicon/who/clues.txt are fitted to, as eval/fit_clues.py asks for it:
// dragoman_clues DOCS.jsonl
//
// A line of JSON for each name that is judged: the document's `uri`, `begin` and `end` in code points, the words, the
// verdict with the weights as they are, whether a rule gave it without asking them, and how much of each clue there
// is (clues that are absent are left out):
//
//   {"uri":"a1","begin":0,"end":10,"text":"Ana Osters","verdict":"person","by_rule":false,"clues":{"always":1.0, …}}
#include "reader/rooms.h"
#include "support/tool_stories.h"
#include "when/times.h"
#include "who/name_spans.h"

#include <iostream>

#include <nlohmann/json.hpp>

using namespace dragoman;

namespace {

constexpr const char* kVerdicts[] = {"nothing", "person", "body", "place", "thing"};

void print_names(Story& story) {
  begin_story(story);
  find_times(story);
  const EntityBuilder builder(story);
  std::vector<NameCandidate> names = find_name_candidates(builder);
  std::vector<NameEvidence> evidence;
  judge_names(builder, names, &evidence);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Span span = story.span(names[i].span);
    nlohmann::ordered_json line{{"uri", story.document.uri},
                                {"begin", span.begin},
                                {"end", span.end},
                                {"text", builder.words(names[i].span)},
                                {"verdict", kVerdicts[static_cast<std::size_t>(names[i].verdict)]},
                                {"by_rule", evidence[i].by_rule},
                                {"clues", nlohmann::ordered_json::object()}};
    for (std::size_t clue = 0; clue < kClueCount; ++clue) {
      const double amount = evidence[i].clues[clue];
      if (amount != 0) line["clues"][std::string(to_string(static_cast<Clue>(clue)))] = amount;
    }
    std::cout << line << "\n";
  }
}

}  // namespace

int main(int argc, char** argv) {
  return run_on_stories(argc, argv, [](Story& story, Parse&) { print_names(story); });
}
