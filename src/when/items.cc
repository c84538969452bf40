#include "when/items.h"

#include "text/ascii.h"

#include <algorithm>
#include <charconv>

namespace dragoman {

namespace {

constexpr std::string_view kEnDash = "\xE2\x80\x93", kCurly = "\xE2\x80\x99";

bool is_mark(char c) {
  return c == '-' || c == '/' || c == ':';
}

// Where the item ends that begins at `at`: a run of digits with its commas, point and ending, a mark, or a word.
std::size_t item_end(std::string_view s, std::size_t at) {
  if (is_ascii_digit(s[at])) {
    std::size_t end = at;
    while (end < s.size() && (is_ascii_digit(s[end]) ||
                              ((s[end] == ',' || s[end] == '.') && end + 1 < s.size() && is_ascii_digit(s[end + 1])))) {
      ++end;
    }
    const std::string_view ending = s.substr(end, 2);
    const bool whole = end + 2 >= s.size() || is_mark(s[end + 2]);
    if (whole && (ending == "st" || ending == "nd" || ending == "rd" || ending == "th")) return end + 2;
    if (end < s.size() && s[end] == 's' && (end + 1 == s.size() || is_mark(s[end + 1]))) return end + 1;
    return end;
  }
  if (is_mark(s[at])) return at + 1;
  if (s.substr(at).starts_with(kEnDash)) return at + kEnDash.size();
  if (s[at] == '\'' && at + 1 < s.size() && is_ascii_digit(s[at + 1])) return at + 1;
  if (s.substr(at).starts_with(kCurly) && at + kCurly.size() < s.size() && is_ascii_digit(s[at + kCurly.size()])) {
    return at + kCurly.size();
  }
  std::size_t end = at + 1;
  while (end < s.size() && !is_mark(s[end]) && !is_ascii_digit(s[end]) && !s.substr(end).starts_with(kEnDash)) ++end;
  return end;
}

// The kinds of a run of digits, and its number.
void classify(TimeItem& item, bool behind_apostrophe_or_slash) {
  std::string_view s = item.lower;
  const bool decade = s.ends_with("s");
  const bool nth = !decade && !is_ascii_digit(s.back());
  s.remove_suffix(decade ? 1 : nth ? 2 : 0);
  std::string plain;
  std::copy_if(s.begin(), s.end(), std::back_inserter(plain), [](char c) { return c != ','; });
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), item.number);
  if (error != std::errc() || plain.size() > 7) return;
  const int n = item.number;
  const bool whole = end == plain.data() + plain.size() && plain.size() == s.size();
  if (decade) {
    if (whole && n % 10 == 0 && (s.size() == 4 || s.size() == 2)) {
      item.kinds |= time_kind::kDecade;
      item.number = s.size() == 4 ? n / 10 : 190 + n / 10;
    }
    return;
  }
  if (nth) {
    item.kinds |= time_kind::kNth | (n >= 1 && n <= 31 ? time_kind::kDayNumber : 0);
    return;
  }
  item.kinds |= time_kind::kNumber;
  if (!whole) return;
  if (n >= 1 && n <= 31 && s.size() <= 2) item.kinds |= time_kind::kDayNumber;
  if (n >= 1 && n <= 12 && s.size() <= 2) item.kinds |= time_kind::kMonthNumber;
  if (n >= 1000 && n <= 2199 && s.size() == 4) item.kinds |= time_kind::kYear;
  if (n <= 24 && s.size() <= 2) item.kinds |= time_kind::kHour;
  if (n <= 59 && s.size() == 2) item.kinds |= time_kind::kMinute;
  if (behind_apostrophe_or_slash && s.size() == 2) item.kinds |= time_kind::kShortYear;
}

bool tagged_as_name(const Token& token) {
  return token.tag == Tag::nnp || token.tag == Tag::nnps || token.name == NameType::date;
}

}  // namespace

const TimeSense* TimeItem::sense(KindSet kind) const {
  if (word == nullptr || (kinds & kind) == 0) return nullptr;
  for (const TimeSense& s : word->senses) {
    if (s.kind == kind) return &s;
  }
  return nullptr;
}

std::vector<TimeItem> time_items(const Story& story, const TimeWords& words) {
  std::vector<TimeItem> items;
  items.reserve(story.parse.size());
  std::vector<bool> readable(story.parse.size());
  for (TokenIndex t = 0; t < story.parse.size(); ++t) readable[t] = !story.boilerplate[t];
  for (const Boilerplate& zone : story.record.document.boilerplate) {
    if (zone.why != BoilerplateKind::dateline) continue;
    const auto& tokens = story.parse.tokens;
    const auto first = std::partition_point(tokens.begin(), tokens.end(), [&](const Token& token) {
      return story.text.code_point(token.end) <= zone.span.begin;
    });
    for (auto token = first; token != tokens.end(); ++token) {
      if (story.text.code_point(token->begin) >= zone.span.end) break;
      readable[static_cast<std::size_t>(token - tokens.begin())] = true;
    }
  }
  bool break_before = true;
  for (TokenIndex t = 0; t < story.parse.size(); ++t) {
    const Token& token = story.parse[t];
    if (token.is_space) {
      break_before = break_before || std::count(token.text.begin(), token.text.end(), '\n') > 1;
      continue;
    }
    if (!readable[t] || token.lower.size() != token.text.size()) {
      break_before = true;
      continue;
    }
    for (std::size_t at = 0; at < token.text.size();) {
      const std::size_t end = item_end(token.lower, at);
      TimeItem item;
      item.begin = token.begin + static_cast<std::uint32_t>(at);
      item.end = token.begin + static_cast<std::uint32_t>(end);
      item.first = item.last = t;
      item.lower = token.lower.substr(at, end - at);
      if (item.lower == kEnDash) item.lower = "-";
      if (item.lower == kCurly) item.lower = "'";
      if (item.lower == "\xE2\x80\x99s") item.lower = "'s";
      item.break_before = break_before;
      break_before = false;
      if (is_ascii_digit(item.lower[0])) {
        const std::string_view before = items.empty() ? std::string_view() : items.back().lower;
        classify(item, before == "'" || before == "/");
      }
      item.word = words.find(item.lower);
      if (item.word != nullptr) {
        for (const TimeSense& sense : item.word->senses) {
          if (!sense.name_only || tagged_as_name(token)) item.kinds |= sense.kind;
        }
      }
      items.push_back(item);
      at = end;
    }
  }
  return items;
}

}  // namespace dragoman
