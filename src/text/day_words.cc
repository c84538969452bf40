#include "text/day_words.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace dragoman {

/// The file, of which the build makes a function (day_words_text.cc.in).
std::string_view day_words_text();

namespace {

using Words = std::set<std::string, std::less<>>;

struct Names {
  std::vector<std::string> english;                // in order
  std::map<std::string, int, std::less<>> others;  // with the place in that order, from 1

  NamedDay find(std::string_view word) const {
    constexpr std::size_t kShortest = 3;
    if (word.size() < kShortest) return {};
    for (std::size_t i = 0; i < english.size(); ++i) {
      if (english[i].starts_with(word)) return {static_cast<int>(i) + 1, true};
    }
    const auto other = others.find(word);
    return other == others.end() ? NamedDay{} : NamedDay{other->second, false};
  }
};

struct DayWords {
  Names months, weekdays;
  Words beside, before_time, ordinals, between;
};

std::string_view without_blanks(std::string_view s) {
  const std::size_t begin = s.find_first_not_of(' '), end = s.find_last_not_of(' ');
  return begin == std::string_view::npos ? std::string_view() : s.substr(begin, end - begin + 1);
}

template <class Use>
void each_part(std::string_view text, char separator, Use use) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    use(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

DayWords read(std::string_view text) {
  DayWords words;
  Names* names = nullptr;
  std::string_view key;
  each_part(text, '\n', [&](std::string_view line) {
    if (line.empty() || line.starts_with('#')) return;
    if (!line.starts_with(' ')) {
      const std::size_t colon = std::min(line.find(':'), line.size());
      key = line.substr(0, colon);
      line.remove_prefix(std::min(colon + 1, line.size()));
    }
    each_part(line, '|', [&](std::string_view value) {
      const std::string word(without_blanks(value));
      if (word.empty()) return;
      if (key == "month" || key == "weekday") {
        names = key == "month" ? &words.months : &words.weekdays;
        names->english.push_back(word);
      } else if (key == "also" && names != nullptr) {
        names->others.emplace(word, static_cast<int>(names->english.size()));
      } else if (key == "beside") {
        words.beside.insert(word);
      } else if (key == "time") {
        words.before_time.insert(word);
      } else if (key == "ordinal") {
        words.ordinals.insert(word);
      } else if (key == "of") {
        words.between.insert(word);
      }
    });
  });
  return words;
}

const DayWords& day_words() {
  static const DayWords kWords = read(day_words_text());
  return kWords;
}

}  // namespace

NamedDay month_called(std::string_view word) {
  return day_words().months.find(word);
}

NamedDay weekday_called(std::string_view word) {
  return day_words().weekdays.find(word);
}

bool goes_with_a_day(std::string_view word) {
  return day_words().beside.contains(word) || is_between_day_and_month(word);
}

bool leads_to_a_time(std::string_view word) {
  return day_words().before_time.contains(word);
}

bool is_ordinal_ending(std::string_view word) {
  return day_words().ordinals.contains(word);
}

bool is_between_day_and_month(std::string_view word) {
  return day_words().between.contains(word);
}

}  // namespace dragoman
