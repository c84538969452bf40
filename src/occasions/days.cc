#include "occasions/days.h"

#include "occasions/schema.h"

#include <algorithm>

namespace dragoman {

Result<OccasionLexicon> OccasionLexicon::load(const std::filesystem::path& folder) {
  auto days = read_days(folder / "days.txt");
  if (!days) return days.error();
  OccasionLexicon lexicon;
  lexicon.days = std::move(*days);
  auto pairs = read_entries(folder / "day_pairs.txt", kOccasionsSchema);
  if (!pairs) return pairs.error();
  for (const Stanza& stanza : (*pairs)->stanzas) {
    const auto clues = day_pair_from(stanza["pair"]);  // the schema knows no other
    lexicon.pairs.push_back(
        {clues->first, clues->second, {number_in(stanza["event"]), number_in(stanza["statement"])}});
  }
  auto words = read_entries(folder / "words.txt", kOccasionsSchema);
  if (!words) return words.error();
  for (const Stanza& stanza : (*words)->stanzas) {
    lexicon.apart.emplace(stanza["apart"]);
    for (const std::string_view also : split_values(stanza["also"])) lexicon.apart.emplace(also);
  }
  return lexicon;
}

void find_days(Story& story) {
  for (const DayCase& each : day_cases(story)) {
    const auto best =
        std::max_element(each.candidates.begin(), each.candidates.end(),
                         [](const DayCandidate& a, const DayCandidate& b) { return a.chance < b.chance; });
    const double least = story.lexicon.occasions->days.least[static_cast<std::size_t>(each.form)];
    if (best->day.empty() || best->chance < least) continue;
    auto& date =
        each.form == DayForm::event ? story.record.events[each.item].date : story.record.statements[each.item].date;
    date = DateValue{best->day, DateBasis::inferred};
  }
}

}  // namespace dragoman
