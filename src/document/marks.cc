#include "document/marks.h"

#include "gazetteer/fold.h"
#include "gazetteer/gazetteer.h"
#include "text/ascii.h"
#include "text/calendar.h"
#include "when/rules.h"
#include "who/names.h"

#include <algorithm>
#include <cctype>

namespace dragoman {

namespace {

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

}  // namespace

Marks::Marks(Story& story) : story_(story) {
  story_.boilerplate.reset(story_.parse.size());
}

const TimeWords& Marks::time_words() const {
  return story_.lexicon.times->words;
}

void Marks::mark(std::size_t begin, std::size_t end, BoilerplateKind why) {
  const std::string_view all = text();
  while (end > begin && std::isspace(static_cast<unsigned char>(all[end - 1])) != 0) --end;
  if (end <= begin) return;
  const auto code_point = [&](std::size_t byte) { return story_.text.code_point(static_cast<std::uint32_t>(byte)); };
  story_.record.document.boilerplate.push_back({{code_point(begin), code_point(end)}, why});
  const auto& tokens = parse().tokens;
  auto token =
      std::lower_bound(tokens.begin(), tokens.end(), begin, [](const Token& t, std::size_t at) { return t.end <= at; });
  for (; token != tokens.end() && token->begin < end; ++token) {
    story_.boilerplate.set(static_cast<TokenIndex>(token - tokens.begin()), true);
  }
}

bool Marks::is_marked(std::size_t byte) const {
  const auto& tokens = parse().tokens;
  const auto token =
      std::lower_bound(tokens.begin(), tokens.end(), byte, [](const Token& t, std::size_t at) { return t.end <= at; });
  return token != tokens.end() && story_.boilerplate[static_cast<std::size_t>(token - tokens.begin())];
}

std::string Marks::medium_in(std::size_t begin, std::size_t end) const {
  const auto& names = story_.lexicon.who->names;
  const auto& known = story_.lexicon.who->known;
  const auto& tokens = parse().tokens;
  auto token =
      std::lower_bound(tokens.begin(), tokens.end(), begin, [](const Token& t, std::size_t at) { return t.end <= at; });
  for (; token != tokens.end() && token->begin < end; ++token) {
    const auto match = names.longest(parse(), story_.text, static_cast<TokenIndex>(token - tokens.begin()));
    if (match && known[match->value].type == EntityType::media) {
      return std::string(story_.text.view(token->begin, parse()[match->end - 1].end));
    }
  }
  // The tokenizer may have joined it to what follows: "(AP)_".
  const std::string_view inside = text().substr(begin, end - begin);
  const std::size_t open = inside.find('('), close = inside.find(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return {};
  const std::string_view name = inside.substr(open + 1, close - open - 1);
  const auto found = names.find(name);
  return found && known[*found].type == EntityType::media ? std::string(name) : std::string();
}

bool Marks::is_shared_name(std::string_view medium) const {
  const auto known = story_.lexicon.who->names.find(medium);
  return known && story_.lexicon.who->known[*known].shared;
}

bool Marks::is_given_name(std::string_view word) const {
  return story_.lexicon.who->given_names.contains(word);
}

bool Marks::is_medium(std::string_view name) const {
  const auto known = story_.lexicon.who->names.find(name);
  return known && story_.lexicon.who->known[*known].type == EntityType::media;
}

bool Marks::is_place(std::string_view name) const {
  std::string title;  // "NEW DELHI" as "New Delhi"
  for (const char c : name) {
    const bool first = title.empty() || title.back() == ' ' || title.back() == '-';
    title += first ? c : ascii_lower(std::string_view(&c, 1))[0];
  }
  const WhoLexicon& who = *story_.lexicon.who;
  const auto known = who.names.find(title);
  if (who.seats.find(title) || (known && who.known[*known].type == EntityType::country)) return true;
  if (story_.gazetteer == nullptr) return false;
  constexpr std::uint32_t kOfSomeSize = 50000;
  const auto towns = story_.gazetteer->find(gazetteer_key(name));
  return std::any_of(towns.begin(), towns.end(), [&](const GazetteerPosting& town) {
    return !town.other_name() && story_.gazetteer->place(town.row()).population >= kOfSomeSize;
  });
}

void Marks::set_agency(const std::string& name) {
  if (!name.empty() && story_.record.document.agency.empty()) story_.record.document.agency = name;
}

void Marks::set_byline(std::string_view writer) {
  std::string& byline = story_.record.document.byline;
  if (byline.empty()) byline = writer;
}

void Marks::set_date(const std::string& day) {
  auto& published = story_.record.document.published;
  if (published.value.empty() && !day.empty()) published = {day, PublishedBasis::dateline, day, day};
}

void Marks::finish() {
  auto& zones = story_.record.document.boilerplate;
  std::sort(zones.begin(), zones.end(),
            [](const Boilerplate& a, const Boilerplate& b) { return a.span.begin < b.span.begin; });
}

std::size_t skip_blank(std::string_view s, std::size_t at) {
  while (at < s.size() && std::isspace(static_cast<unsigned char>(s[at])) != 0) ++at;
  return at;
}

WrittenDate read_date(std::string_view s, const TimeWords& words) {
  const KindSet month_kind = words.kind("month"), short_month = words.kind("short-month");
  const KindSet weekday = words.kind("weekday"), short_weekday = words.kind("short-weekday");
  int day = 0, month = 0, year = 0;
  WrittenDate date;
  for (std::size_t at = 0; at < s.size();) {
    const std::size_t begin = at;
    if (is_ascii_digit(s[at])) {
      while (at < s.size() && is_ascii_digit(s[at])) ++at;
      const int n = to_number(s.substr(begin, at - begin)).value_or(0);
      const std::string_view ending = s.substr(at, 2);
      if (ending == "st" || ending == "nd" || ending == "rd" || ending == "th") at += 2;
      if (day == 0 && n >= 1 && n <= 31) {
        day = n;
      } else if (month != 0 && year == 0 && n >= 1800 && n <= 2199) {
        year = n;
      } else {
        break;
      }
    } else if (is_letter(s[at])) {
      while (at < s.size() && is_letter(s[at])) ++at;
      const std::string word = ascii_lower(s.substr(begin, at - begin));
      const TimeWord* known = words.find(word);
      if (known == nullptr) known = words.find(word + ".");
      if (at < s.size() && s[at] == '.') ++at;
      bool fits = false;
      for (std::size_t i = 0; known != nullptr && i < known->senses.size() && !fits; ++i) {
        const TimeSense& sense = known->senses[i];
        if (month == 0 && (sense.kind == month_kind || sense.kind == short_month)) {
          month = sense.number;
          fits = true;
        } else {
          fits = month == 0 && day == 0 && (sense.kind == weekday || sense.kind == short_weekday);
        }
      }
      if (!fits) break;
    } else if (s[at] == ' ' || s[at] == ',') {
      ++at;
      continue;
    } else {
      break;
    }
    if (day != 0 && month != 0) date.end = at;
  }
  if (date.end > 0 && year != 0 && make_day(year, month, day)) date.day = day_value(*make_day(year, month, day));
  return date;
}

}  // namespace dragoman
