// Prints what the weights of lexicon/who/antecedents.txt are fitted to, as eval/fit_antecedents.py asks for it:
// dragoman_antecedents DOCS.jsonl
//
// A line of JSON for each document, with the names of each candidate and how much of each clue there is (clues that are
// absent are left out). A candidate without entities has the word of its noun, or nothing, which is "nobody". "phrases"
// has the same for definite phrases, by where their nouns begin, as eval/fit_descriptions.py asks for it:
//
//   {"uri":"a1","pronouns":[{"begin":40,"form":"person","candidates":[
//     {"entities":[["Ana Paz","the envoy"]],"clues":{"here":1.0, …}}, …,
//     {"noun":"","clues":{"nobody":1.0}}]}],"phrases":[…],"homes":[
//     {"begin":4,"form":"official","given":"KEN","candidates":[{"country":"KEN","clues":{"at home":1.0, …}}, …]}],
//     "coreference":[{"begin":90,"candidates":[{"begin":12,"clues":{"acronym":1.0, …}}, …]}]}
//
// "homes" has what competes as country of each person, body and group, by where its first mention begins that is no
// pronoun, as eval/fit_homes.py asks for it; "coreference" with which body or group before it each may be one, by where
// the first mentions of both begin, as eval/fit_coreference.py asks for it. "Somebody new" is the last, without
// "begin".
#include "document/published.h"
#include "reader/rooms.h"
#include "support/tool_stories.h"
#include "when/times.h"
#include "who/antecedents.h"
#include "who/coreference_candidates.h"
#include "who/description_candidates.h"
#include "who/home_candidates.h"

#include <iostream>

#include <nlohmann/json.hpp>

using namespace dragoman;
using nlohmann::ordered_json;

namespace {

constexpr const char* kFormNames[] = {"person", "several", "thing"};
constexpr const char* kDescribedNames[] = {"person", "body"};

ordered_json names_of(const EntityBuilder& builder, Index entity) {
  ordered_json names{builder.entity(entity).name};
  for (const TokenMention& m : builder.story.mentions) {
    if (m.kind == MentionKind::pronoun || m.kind == MentionKind::possessive) continue;
    if (std::find(m.entities.begin(), m.entities.end(), entity) != m.entities.end())
      names.push_back(builder.words(m.span));
  }
  return names;
}

template <class Clue, std::size_t N>
ordered_json clues_of(const std::array<float, N>& clues) {
  ordered_json out = ordered_json::object();
  for (std::size_t i = 0; i < N; ++i) {
    if (clues[i] != 0) out[std::string(to_string(static_cast<Clue>(i)))] = clues[i];
  }
  return out;
}

ordered_json candidate_of(const EntityBuilder& builder, const Antecedent& candidate) {
  ordered_json out;
  for (const Index entity : candidate.entities) out["entities"].push_back(names_of(builder, entity));
  if (candidate.entities.empty())
    out["noun"] = candidate.noun == kNoToken ? "" : std::string(builder.parse[candidate.noun].lower);
  out["clues"] = clues_of<AntecedentClue>(candidate.clues);
  return out;
}

ordered_json candidate_of(const EntityBuilder& builder, const DescriptionCandidate& candidate) {
  ordered_json out;
  if (candidate.entity == EntityBuilder::kNone) {
    out["noun"] = "";
  } else {
    out["entities"].push_back(names_of(builder, candidate.entity));
  }
  out["clues"] = clues_of<DescriptionClue>(candidate.clues);
  return out;
}

template <class Cases, class Names>
ordered_json competing(const EntityBuilder& builder, const Cases& cases, TokenIndex Cases::value_type::*where,
                       const Names& forms) {
  ordered_json out = ordered_json::array();
  for (const auto& each : cases) {
    const TokenIndex at = each.*where;
    ordered_json one{{"begin", builder.story.span(at, at + 1).begin},
                     {"form", forms[static_cast<std::size_t>(each.form)]},
                     {"candidates", ordered_json::array()}};
    for (const auto& candidate : each.candidates) one["candidates"].push_back(candidate_of(builder, candidate));
    out.push_back(std::move(one));
  }
  return out;
}

ordered_json homes_of(const EntityBuilder& builder, const std::vector<HomeCase>& cases) {
  ordered_json out = ordered_json::array();
  for (const HomeCase& each : cases) {
    ordered_json one{{"begin", builder.story.span(each.first, each.first + 1).begin},
                     {"form", to_string(each.form)},
                     {"given", builder.entity(each.entity).country},
                     {"candidates", ordered_json::array()}};
    for (const HomeCandidate& c : each.candidates)
      one["candidates"].push_back({{"country", c.country}, {"clues", clues_of<HomeClue>(c.clues)}});
    out.push_back(std::move(one));
  }
  return out;
}

ordered_json coreference_of(const EntityBuilder& builder, const std::vector<CoreferenceCase>& cases) {
  const auto begin = [&](TokenIndex t) { return builder.story.span(t, t + 1).begin; };
  ordered_json out = ordered_json::array();
  for (const CoreferenceCase& each : cases) {
    ordered_json one{{"begin", begin(each.first)}, {"candidates", ordered_json::array()}};
    for (const CoreferenceCandidate& c : each.candidates) {
      ordered_json candidate = ordered_json::object();
      if (c.entity != EntityBuilder::kNone) candidate["begin"] = begin(c.first);
      candidate["clues"] = clues_of<CoreferenceClue>(c.clues);
      one["candidates"].push_back(std::move(candidate));
    }
    out.push_back(std::move(one));
  }
  return out;
}

void print_cases(Story& story) {
  begin_story(story);
  find_times(story);
  EntityBuilder builder(story);
  std::vector<PronounCase> cases;
  builder.pronoun_cases = &cases;
  std::vector<DescriptionCase> phrases;
  builder.description_cases = &phrases;
  std::vector<HomeCase> homes;
  builder.home_cases = &homes;
  std::vector<CoreferenceCase> coreference;
  builder.coreference_cases = &coreference;
  find_unsettled_entities(builder, infer_published);
  const ordered_json line{{"uri", story.document.uri},
                          {"pronouns", competing(builder, cases, &PronounCase::pronoun, kFormNames)},
                          {"phrases", competing(builder, phrases, &DescriptionCase::noun, kDescribedNames)},
                          {"homes", homes_of(builder, homes)},
                          {"coreference", coreference_of(builder, coreference)}};
  std::cout << line << "\n";
}

}  // namespace

int main(int argc, char** argv) {
  return run_on_stories(argc, argv, [](Story& story, Parse&) { print_cases(story); });
}
