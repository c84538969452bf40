// Prints what the weights of lexicon/occasions/days.txt are fitted to, as eval/fit_days.py asks for it:
// dragoman_days DOCS.jsonl
//
// A line of JSON for each document. "facts" has each event and statement without a day of its own, by where its trigger
// or cue begins, with the days that compete for it, where the words for each begin, and how much of each clue there is
// (clues that are absent are left out). "None of them" is the last, with an empty day.
//
//   {"uri":"a1","facts":[{"begin":40,"form":"event","candidates":[
//     {"day":"2016-12-03","times":[12,90],"clues":{"last named":1.0, …}}, …, {"day":"","times":[],"clues":{…}}]}]}
#include "occasions/days.h"
#include "reader/rooms.h"
#include "support/tool_stories.h"

#include <iostream>
#include <string_view>

#include <nlohmann/json.hpp>

using namespace dragoman;
using nlohmann::ordered_json;

namespace {

ordered_json candidate_of(const Story& story, const DayCandidate& candidate) {
  ordered_json out{{"day", candidate.day}, {"times", ordered_json::array()}, {"clues", ordered_json::object()}};
  for (const Index time : candidate.times) out["times"].push_back(story.record.times[time].span.begin);
  for (std::size_t i = 0; i < kDayClueCount; ++i) {
    if (candidate.clues[i] != 0) out["clues"][std::string(to_string(static_cast<DayClue>(i)))] = candidate.clues[i];
  }
  return out;
}

std::uint32_t begin_of(const Record& record, const DayCase& each) {
  if (each.form == DayForm::event) return record.events[each.item].trigger.span.begin;
  const Statement& statement = record.statements[each.item];
  return statement.cue ? statement.cue->span.begin : statement.content.front().begin;
}

void print_facts(Story& story, Parse& parse) {
  begin_story(story);
  for (const Room& room : rooms()) {
    if (std::string_view(room.name) == "days") break;
    room.read(story);
    if (room.mend != nullptr) room.mend(story, parse);
  }
  ordered_json line{{"uri", story.document.uri}, {"facts", ordered_json::array()}};
  for (const DayCase& each : day_cases(story)) {
    ordered_json fact{
        {"begin", begin_of(story.record, each)}, {"form", to_string(each.form)}, {"candidates", ordered_json::array()}};
    for (const DayCandidate& c : each.candidates) fact["candidates"].push_back(candidate_of(story, c));
    line["facts"].push_back(std::move(fact));
  }
  std::cout << line << "\n";
}

}  // namespace

int main(int argc, char** argv) {
  return run_on_stories(argc, argv, print_facts);
}
