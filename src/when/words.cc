#include "when/words.h"

#include <charconv>

namespace dragoman {

namespace {

constexpr std::string_view kBuiltInKinds[] = {"number",  "day",    "month-number", "year",       "hour",
                                              "minute",  "decade", "nth",          "short-year", "a-day",
                                              "a-month", "a-year", "a-date",       "a-clock",    "a-duration"};
constexpr std::size_t kMostKinds = 64;

}  // namespace

TimeWords::TimeWords() {
  for (const std::string_view name : kBuiltInKinds) add_kind(name);
}

KindSet TimeWords::add_kind(std::string_view name) {
  if (const auto found = kinds_.find(name); found != kinds_.end()) return found->second;
  if (kinds_.size() == kMostKinds) return 0;
  const KindSet bit = KindSet{1} << kinds_.size();
  kinds_.emplace(name, bit);
  return bit;
}

KindSet TimeWords::kind(std::string_view name) const {
  const auto found = kinds_.find(name);
  return found == kinds_.end() ? 0 : found->second;
}

TimeWord& TimeWords::add(std::string_view lower) {
  const auto found = words_.find(lower);
  if (found != words_.end()) return found->second;
  TimeWord& word = words_[std::string(lower)];
  word.id = static_cast<std::uint32_t>(words_.size());
  return word;
}

const TimeWord* TimeWords::find(std::string_view lower) const {
  const auto found = words_.find(lower);
  return found == words_.end() ? nullptr : &found->second;
}

bool TimeWords::is(std::string_view lower, KindSet kind) const {
  const TimeWord* word = find(lower);
  if (word == nullptr) return false;
  for (const TimeSense& sense : word->senses) {
    if (sense.kind == kind) return true;
  }
  return false;
}

Result<bool> TimeWords::read(const StanzaFile& file) {
  for (const Stanza& stanza : file.stanzas) {
    const std::string_view only = stanza["if"];
    const KindSet bit = add_kind(stanza["kind"]);
    if (bit == 0) return file.error(stanza.line, "there are too many kinds of words");
    for (const auto part : split_values(stanza["values"])) {
      const std::size_t equals = part.find('=');
      TimeSense sense{bit, 0, {}, only == "name"};
      if (equals != std::string_view::npos) {
        const auto value = split_values(part.substr(equals + 1));
        if (value.empty())
          return file.error(stanza.line, "found \"" + std::string(part) + "\", expected a value behind =");
        sense.value = value[0];
      }
      std::from_chars(sense.value.data(), sense.value.data() + sense.value.size(), sense.number);
      for (const auto word : split_values(part.substr(0, equals), ',')) {
        sense.value = equals == std::string_view::npos ? std::string(word) : sense.value;
        add(word).senses.push_back(sense);
      }
    }
  }
  return true;
}

}  // namespace dragoman
