// Prints what the weights of lexicon/who/antecedents.txt are fitted to, as eval/fit_antecedents.py asks for it:
// dragoman_antecedents DOCS.jsonl
//
// A line of JSON for each document, with the names of each candidate and how much of each clue there is (clues that are
// absent are left out). A candidate without entities has the word of its noun, or nothing, which is "nobody":
//
//   {"uri":"a1","pronouns":[{"begin":40,"form":"person","candidates":[
//     {"entities":[["Ana Paz","the envoy"]],"clues":{"here":1.0, …}}, …, {"noun":"","clues":{"nobody":1.0}}]}]}
#include "document/published.h"
#include "reader/rooms.h"
#include "support/tool_stories.h"
#include "when/times.h"
#include "who/antecedents.h"
#include "who/context.h"
#include "who/known_leaders.h"

#include <iostream>

#include <nlohmann/json.hpp>

using namespace dragoman;
using nlohmann::ordered_json;

namespace {

constexpr const char* kFormNames[] = {"person", "several", "thing"};

ordered_json names_of(const EntityBuilder& builder, Index entity) {
  ordered_json names{builder.entity(entity).name};
  for (const TokenMention& m : builder.story.mentions) {
    if (m.kind == MentionKind::pronoun || m.kind == MentionKind::possessive) continue;
    if (std::find(m.entities.begin(), m.entities.end(), entity) != m.entities.end())
      names.push_back(builder.words(m.span));
  }
  return names;
}

ordered_json candidate_of(const EntityBuilder& builder, const Antecedent& candidate) {
  ordered_json out;
  for (const Index entity : candidate.entities) out["entities"].push_back(names_of(builder, entity));
  if (candidate.entities.empty())
    out["noun"] = candidate.noun == kNoToken ? "" : std::string(builder.parse[candidate.noun].lower);
  out["clues"] = ordered_json::object();
  for (std::size_t i = 0; i < kAntecedentClueCount; ++i) {
    if (candidate.clues[i] != 0)
      out["clues"][std::string(to_string(static_cast<AntecedentClue>(i)))] = candidate.clues[i];
  }
  return out;
}

void print_pronouns(Story& story) {
  begin_story(story);
  find_times(story);
  EntityBuilder builder(story);
  std::vector<PronounCase> cases;
  builder.pronoun_cases = &cases;
  find_named(builder);
  find_offices(builder);
  find_known_leaders(builder);
  find_contexts(builder);
  infer_published(story);
  find_by_noun(builder);
  ordered_json line{{"uri", story.document.uri}, {"pronouns", ordered_json::array()}};
  for (const PronounCase& each : cases) {
    ordered_json pronoun{{"begin", story.span(each.pronoun, each.pronoun + 1).begin},
                         {"form", kFormNames[static_cast<std::size_t>(each.form)]},
                         {"candidates", ordered_json::array()}};
    for (const Antecedent& candidate : each.candidates)
      pronoun["candidates"].push_back(candidate_of(builder, candidate));
    line["pronouns"].push_back(std::move(pronoun));
  }
  std::cout << line << "\n";
}

}  // namespace

int main(int argc, char** argv) {
  return run_on_stories(argc, argv, print_pronouns);
}
