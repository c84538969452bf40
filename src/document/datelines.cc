// Bylines, datelines and signatures.
#include "document/marks.h"
#include "text/ascii.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>
#include <vector>

namespace dragoman {

namespace {

bool is_lower(char c) {
  return std::islower(static_cast<unsigned char>(c)) != 0;
}
bool is_accented(char c) {
  return static_cast<unsigned char>(c) >= 0xC3U;
}

std::size_t line_end(std::string_view s, std::size_t at) {
  return std::min(s.find('\n', at), s.size());
}

// The end of the word at `at`: letters, with the points, hyphens and apostrophes in it.
std::size_t word_end(std::string_view s, std::size_t at) {
  while (at < s.size()) {
    const auto c = static_cast<unsigned char>(s[at]);
    const bool dash = s.substr(at).starts_with("\xE2\x80");
    if (dash || !(std::isalpha(c) != 0 || c >= 0x80U || c == '.' || c == '\'' ||
                  (c == '-' && at + 1 < s.size() && std::isalpha(static_cast<unsigned char>(s[at + 1])) != 0))) {
      break;
    }
    ++at;
  }
  return at;
}

bool all_capitals(std::string_view word) {
  return !word.empty() && std::none_of(word.begin(), word.end(), is_lower) &&
         (is_ascii_upper(word[0]) || is_accented(word[0]));
}

bool capitalised(std::string_view word) {
  return !word.empty() && (is_ascii_upper(word[0]) || is_accented(word[0]));
}

// The end of a row of at most `most` words that all `fit`, `at` itself when there is none.
template <class Fits>
std::size_t words_end(std::string_view s, std::size_t at, int most, const Fits& fits) {
  std::size_t end = at;
  for (int n = 0; n < most; ++n) {
    const std::size_t begin = n == 0 ? at : end + 1;
    if (n > 0 && (end >= s.size() || s[end] != ' ')) break;
    const std::size_t next = word_end(s, begin);
    if (next == begin || !fits(s.substr(begin, next - begin))) break;
    end = next;
  }
  return end;
}

struct Dateline {
  std::size_t end = 0;  // 0 when there is none
  std::string agency, day;
  std::string_view place;
  bool dated = false;     // with a day, which may be without its year
  bool capitals = false;  // the place or, between slashes, the agency is written in them
  std::string_view bare;  // the place, where nothing but a colon says that it is one: "LAHORE: "
};

// What stands in brackets may be an agency's name: no day, no range, not too long.
bool may_be_agency(std::string_view inside, const Marks& marks) {
  constexpr std::size_t kLongestAgency = 30;
  const bool a_name = capitalised(inside) && inside.find_first_of("0123456789-") == std::string_view::npos;
  return (a_name || marks.is_medium(inside)) && inside.size() < kLongestAgency;
}

// "(Reuters) - "
Dateline agency_alone(std::string_view s, const Marks& marks) {
  const std::size_t close = s.find(')');
  if (close == std::string_view::npos || !may_be_agency(s.substr(1, close - 1), marks)) return {};
  for (const std::string_view mark : {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " -- "}) {
    if (!s.substr(close + 1).starts_with(mark)) continue;
    Dateline found;
    found.agency = s.substr(1, close - 1);
    found.capitals = true;
    found.end = close + mark.size();  // without the blank behind it
    return found;
  }
  if (!marks.is_medium(s.substr(1, close - 1))) return {};
  // "(CNN) Peru accused …"
  const std::size_t next = skip_blank(s, close + 1);
  if (next == close + 1 || next >= s.size() || !is_ascii_upper(s[next])) return {};
  Dateline found;
  found.agency = s.substr(1, close - 1);
  found.capitals = true;
  found.end = close + 1;
  return found;
}

// "Papua New Guinea", "Democratic Republic of the Congo": small words stand within the name of a region.
std::size_t region_end(std::string_view s, std::size_t at) {
  static constexpr std::array<std::string_view, 4> kWithin = {" of the ", " of ", " and the ", " and "};
  std::size_t end = words_end(s, at, 3, capitalised);
  for (const std::string_view within : kWithin) {
    if (end == at || !s.substr(end).starts_with(within)) continue;
    const std::size_t rest = words_end(s, end + within.size(), 3, capitalised);
    if (rest > end + within.size()) return rest;
  }
  return end;
}

// Behind a day, the agency without brackets and a dash: ", Asia-Plus --", " Kyodo -", ". INTERFAX -". Its begin and
// end, or two zeros.
std::pair<std::size_t, std::size_t> unbracketed_agency(std::string_view s, std::size_t at, const Marks& marks) {
  for (const std::string_view before : {", ", ". ", " "}) {
    if (!s.substr(at).starts_with(before)) continue;
    const std::size_t begin = at + before.size(), end = words_end(s, begin, 2, capitalised);
    const std::string_view behind = s.substr(skip_blank(s, end));
    const bool dash = behind.starts_with("- ") || behind.starts_with("-- ") || behind.starts_with("\xE2\x80\x93") ||
                      behind.starts_with("\xE2\x80\x94");
    if (end > begin && dash && (before != " " || marks.is_medium(s.substr(begin, end - begin)))) return {begin, end};
  }
  return {0, 0};
}

// "MOSCOW (AP)_ ", "CAIRO – 26 July 2022: ", "DES MOINES, Iowa, Aug. 10 (UPI) — ", "Cleveland (AFP) – ",
// "Riyadh, SPA -- ": a place, then region, day and agency in any order, and a mark, read from left to right.
class DatelineReader {
 public:
  DatelineReader(std::string_view s, const TimeWords& words, const Marks& marks)
      : line_(s.substr(0, line_end(s, 0))), s_(line_.substr(0, kLongest)), words_(words), marks_(marks) {}

  Dateline read() {
    if (s_.starts_with('(')) return agency_alone(s_, marks_);
    if (!read_place()) return {};
    read_regions();
    if (found_.day.empty() && at_ < s_.size() && s_[at_] == ' ') read_day(at_ + 1);
    if (!found_.dated && s_.substr(at_).starts_with(". ")) read_day(at_ + 2);  // "Baku. May 21. TREND -"
    const std::size_t open = read_agency();
    if (found_.day.empty() && has_agency() && s_.substr(at_).starts_with(", "))
      read_day(at_ + 2);  // "LIMA (Andes Wire), 3 May 2019 -"
    std::size_t end = read_end();
    if (end == 0) return {};
    // A date may stand behind the first mark: "CAIRO – 26 July 2022:".
    const std::size_t behind = skip_blank(s_, end);
    if (found_.day.empty() && read_day(behind)) {
      const std::size_t second = mark_at(at_);
      end = second != 0 ? second : at_;
    }
    found_.end = end;
    if (shouted_ || has_agency()) {
      found_.place = place_.substr(0, place_.find('/'));
      found_.capitals = shouted_ || (open < s_.size() && s_[open] == '/' && all_capitals(found_.agency));
      return found_;
    }
    // "Lima, May 3 – ", "Lima — The ministers …": a place that is known, with a day or a dash behind it
    if (found_.day.empty() && !is_dash_before_sentence(behind)) return {};
    found_.dated = false;
    found_.bare = place_;
    found_.capitals = true;
    return found_;
  }

 private:
  static constexpr std::size_t kLongest = 100;
  static constexpr int kMostWords = 4;

  bool has_agency() const { return !found_.agency.empty() || bracketed_; }
  bool is_paragraph() const { return line_.size() > kLongest; }

  // "DES MOINES", "Riyadh", "BAGHDAD/WASHINGTON"
  bool read_place() {
    at_ = words_end(s_, 0, kMostWords, all_capitals);
    const auto letters = std::count_if(s_.begin(), s_.begin() + static_cast<std::ptrdiff_t>(at_), is_ascii_upper);
    shouted_ = letters >= 3;
    if (!shouted_) at_ = words_end(s_, 0, 3, capitalised);
    // "Moscow. May 21.", but "St. Petersburg"
    constexpr std::size_t kLongestShort = 3;
    if (const std::size_t stop = s_.substr(0, at_).find(". "); stop != std::string_view::npos && stop > kLongestShort)
      at_ = stop + 1;
    if (at_ == 0) return false;
    while (s_.substr(at_).starts_with('/')) {
      const std::size_t next =
          shouted_ ? words_end(s_, at_ + 1, kMostWords, all_capitals) : words_end(s_, at_ + 1, 3, capitalised);
      if (next == at_ + 1 || s_.substr(next).starts_with('/')) break;  // "RIYADH/SPA/"
      at_ = next;
    }
    place_ = s_.substr(0, at_);
    return true;
  }

  // A day, with its year or without.
  bool read_day(std::size_t from) {
    const WrittenDate read = read_date(s_.substr(from), words_);
    if (read.end == 0) return false;
    found_.dated = true;
    found_.day = read.day;
    at_ = from + read.end;
    return true;
  }

  // ", Iowa", ", Dec. 3", and the agency of "Riyadh, SPA --"
  void read_regions() {
    while (at_ + 2 < s_.size() && s_[at_] == ',' && s_[at_ + 1] == ' ') {
      if (read_day(at_ + 2)) break;
      const std::size_t region = region_end(s_, at_ + 2);
      if (region == at_ + 2) break;
      if (const std::string_view name = s_.substr(at_ + 2, region - at_ - 2); marks_.is_medium(name))
        found_.agency = name;
      at_ = region;
    }
  }

  // "(UPI)", "/Belta/", or one without brackets behind a day. Where its brackets open, or would.
  std::size_t read_agency() {
    if (found_.dated && found_.agency.empty()) {
      if (const auto [begin, end] = unbracketed_agency(s_, at_, marks_); end > 0) {
        found_.agency = s_.substr(begin, end - begin);
        at_ = end;
      }
    }
    std::size_t open = skip_blank(s_, at_);
    if (found_.dated && s_.substr(open).starts_with(". /")) open += 2;  // "MINSK, September 8. /Belta/."
    if (s_.substr(open).starts_with(", (")) open += 2;                  // "DAMASCUS, (SANA) –"
    if (open >= s_.size() || (s_[open] != '(' && s_[open] != '/')) return open;
    const std::size_t close = s_.find(s_[open] == '(' ? ')' : '/', open + 1);
    const std::string_view inside = s_.substr(open + 1, close == std::string_view::npos ? 0 : close - open - 1);
    if (may_be_agency(inside, marks_)) {
      found_.agency = inside;
      bracketed_ = true;
      at_ = close + 1;
    }
    return open;
  }

  // Behind the mark that parts the dateline from the story; 0 where there is none.
  std::size_t mark_at(std::size_t from) {
    static constexpr std::array<std::string_view, 9> kMarks = {
        "\xE2\x80\x94", "\xE2\x80\x93", "\xE2\x80\x95", "--", "-", "__", "_", ":", "."};
    from = skip_blank(s_, from);
    const auto mark =
        std::find_if(kMarks.begin(), kMarks.end(), [&](std::string_view m) { return s_.substr(from).starts_with(m); });
    if (mark == kMarks.end()) return 0;
    if ((*mark == ":" || *mark == ".") && !has_agency() && found_.day.empty()) {
      const std::size_t next = skip_blank(s_, from + mark->size());
      const bool sentence = next < s_.size() && std::islower(static_cast<unsigned char>(s_[next])) == 0;
      if (*mark == "." || !shouted_ || !sentence) return 0;
      found_.bare = place_;
    }
    return from + mark->size();
  }

  std::size_t read_end() {
    if (const std::size_t end = mark_at(at_); end != 0) return end;
    // "New Delhi, Mar 2 (PTI) The minister"
    if (has_agency() && (found_.dated || (bracketed_ && marks_.is_medium(found_.agency)))) return at_;
    const bool own_line = !is_paragraph() && (shouted_ || found_.dated) && skip_blank(s_, at_) == s_.size();
    if (!own_line) return 0;
    found_.bare = place_;
    return at_;
  }

  bool is_dash_before_sentence(std::size_t behind) const {
    const std::string_view dash = s_.substr(skip_blank(s_, at_));
    const bool begins = behind < s_.size() && (is_ascii_upper(s_[behind]) || s_[behind] == '"');
    if (!is_paragraph() || !begins) return false;
    if (dash.starts_with("\xE2\x80\x93") || dash.starts_with("\xE2\x80\x94")) return true;
    // "Lima - The ministers", not "Lima - Mali's rival - said"
    const bool hyphen = dash.starts_with("- ") || dash.starts_with("-- ");
    const std::string_view rest = line_.substr(behind);
    return hyphen && at_ < s_.size() && s_[at_] == ' ' &&
           rest.substr(0, rest.find(". ")).find("- ") == std::string_view::npos;
  }

  const std::string_view line_, s_;
  const TimeWords& words_;
  const Marks& marks_;
  Dateline found_;
  std::string_view place_;
  std::size_t at_ = 0;      // up to where it has been read
  bool shouted_ = false;    // the place is written in capitals
  bool bracketed_ = false;  // the agency stands in brackets
};

Dateline read_dateline(std::string_view s, const TimeWords& words, const Marks& marks) {
  return DatelineReader(s, words, marks).read();
}

// "Harbour Times" is a name of its own, though "Times" alone is one that the lists know. It is not where words stand
// before a name that belongs to one medium ("Staff and AFP"), nor behind a person's name ("Jonas Berg Times").
bool is_longer_name(std::string_view name, std::string_view known, const Marks& marks) {
  if (name.size() <= known.size() + 1 || !name.ends_with(known) || !marks.is_shared_name(known)) return false;
  const std::string_view before = name.substr(0, name.size() - known.size() - 1);
  const std::vector<std::string_view> words = split_at_blanks(before);
  constexpr int kMostBefore = 3;
  if (name[before.size()] != ' ' || words.empty() || words.front() == "The") return false;
  if (words.size() > 1 && marks.is_given_name(words.front())) return false;
  return words_end(before, 0, kMostBefore, capitalised) == before.size();
}

bool take_dateline(Marks& marks, std::size_t at, bool wants_agency) {
  const Dateline found = read_dateline(marks.text().substr(at), marks.time_words(), marks);
  if (found.end == 0 || (wants_agency && found.agency.empty())) return false;
  if (!found.bare.empty() && !marks.is_place(found.bare)) return false;
  const std::string medium = marks.medium_in(at, at + found.end);
  // "Nouakchott, May 21 (Sahel Wire) -": an agency that no list knows
  const bool known =
      found.capitals || !medium.empty() || (found.dated && !found.place.empty() && marks.is_place(found.place));
  if (!known) return false;
  marks.mark(at, at + found.end, BoilerplateKind::dateline);
  marks.set_agency(medium.empty() || is_longer_name(found.agency, medium, marks) ? found.agency : medium);
  marks.set_date(found.day);
  return true;
}

// "By Jane Doe", "BY JANE DOE AND RAY ROE, STAFF WRITERS": names behind "by", no sentence and no time ("By Friday").
bool names_a_writer(std::string_view line, const TimeWords& words) {
  if (!(line.starts_with("By ") || line.starts_with("BY ") || line.starts_with("by "))) return false;
  static constexpr std::array<std::string_view, 8> kBetween = {"and", "of", "for", "in", "the", "with", "at", "de"};
  bool first = true;
  for (std::size_t at = 3; at < line.size();) {
    std::size_t end = std::min(line.find(' ', at), line.size());
    std::string_view word = line.substr(at, end - at);
    at = end + 1;
    while (!word.empty() && std::ispunct(static_cast<unsigned char>(word.back())) != 0) word.remove_suffix(1);
    if (word.empty()) continue;
    if (first && words.find(ascii_lower(word)) != nullptr) return false;
    first = false;
    const bool fits = capitalised(word) || std::isdigit(static_cast<unsigned char>(word[0])) != 0 ||
                      std::find(kBetween.begin(), kBetween.end(), word) != kBetween.end() ||
                      word.find('@') != std::string_view::npos;
    if (!fits) return false;
  }
  return !first;
}

// "BY JANE DOE Evening Post Reporter March 29, 2009 " in front of the story's first sentence: where it ends, or `at`.
std::size_t inline_byline(Marks& marks, std::size_t at) {
  const std::string_view s = marks.text();
  if (!s.substr(at).starts_with("BY ")) return at;
  constexpr int kMostNames = 6;
  constexpr std::size_t kLongest = 80;
  const std::size_t names = words_end(s, at + 3, kMostNames, all_capitals);
  if (names < at + 8) return at;
  // A date or "Reporter" closes what may stand between the name and the story.
  std::size_t end = names;
  for (std::size_t word = names; word < s.size() && word - at < kLongest;) {
    if (s[word] != ' ' && s[word] != ',') break;
    word = skip_blank(s, word + 1);
    const WrittenDate date = read_date(s.substr(word, kLongest), marks.time_words());
    if (date.end > 0) {
      marks.set_date(date.day);
      return word + date.end;
    }
    const std::size_t next = word_end(s, word);
    if (next == word || !capitalised(s.substr(word, next - word))) break;
    const std::string_view role = s.substr(word, next - word);
    if (role.ends_with("eporter") || role.ends_with("riter") || role.ends_with("ditor")) end = next;
    word = next;
  }
  return end;
}

// Where sentences of the first line begin, behind a headline that stands on it: "Town sells its hall. LIMA (AP) — …".
std::vector<std::size_t> behind_headline(std::string_view s, std::size_t at) {
  constexpr std::size_t kLongestHeadline = 160;
  std::vector<std::size_t> starts;
  const std::size_t end = std::min(line_end(s, at), at + kLongestHeadline);
  for (std::size_t i = at + 1; i + 2 < end; ++i) {
    const bool stop = s[i] == '.' || s[i] == '?' || s[i] == '!';
    if (stop && s[i + 1] == ' ' && is_ascii_upper(s[i + 2])) starts.push_back(i + 2);
  }
  return starts;
}

}  // namespace

void find_bylines(Marks& marks) {
  constexpr std::size_t kLongestByline = 100;
  constexpr int kMostLines = 5;
  const std::string_view all = marks.text();
  const std::size_t start = skip_blank(all, 0);
  bool at_top = true;  // nothing but bylines so far
  std::size_t at = start;
  for (int n = 0; n < kMostLines && at < all.size(); ++n) {
    const std::size_t end = line_end(all, at);
    const std::string_view line = all.substr(at, end - at);
    const bool bullet = line.starts_with("\xE2\x80\xA2") || line.starts_with("* ") || line.starts_with("| ");
    if (const Dateline dateline = read_dateline(line, marks.time_words(), marks);
        dateline.end > 0 && (dateline.bare.empty() || marks.is_place(dateline.bare))) {
      break;
    }
    if (end < all.size() && line.size() <= kLongestByline) {
      const std::string medium = marks.medium_in(at, end);
      const bool sentence = line.ends_with(".") || line.ends_with("\"") || line.ends_with("?");
      const bool names_medium = !medium.empty() && !sentence && line.size() <= medium.size() + 12;
      const bool writer = names_a_writer(line, marks.time_words());
      if (writer || (at_top && (bullet || names_medium))) {
        constexpr std::size_t kBy = 3;  // "By "
        if (writer) marks.set_byline(line.substr(kBy, line.find_last_not_of(" \r") + 1 - kBy));
        marks.mark(at, end, BoilerplateKind::byline);
        marks.set_agency(medium);
        const std::size_t blank = line.find(' ');
        if (blank != std::string_view::npos) marks.set_date(read_date(line.substr(blank), marks.time_words()).day);
        at = skip_blank(all, end);
        continue;
      }
      const WrittenDate date = read_date(line, marks.time_words());
      if (date.end == line.size() && !date.day.empty()) {  // a date alone
        marks.mark(at, end, BoilerplateKind::dateline);
        marks.set_date(date.day);
        at = skip_blank(all, end);
        continue;
      }
    }
    at_top = false;
    at = skip_blank(all, end);
  }
  for (const std::size_t begin : behind_headline(all, start)) {
    const std::size_t end = inline_byline(marks, begin);
    if (end == begin) continue;
    marks.mark(begin, end, BoilerplateKind::byline);
    break;
  }
}

void find_datelines(Marks& marks) {
  constexpr int kMostLines = 6;
  const std::string_view all = marks.text();
  std::size_t at = skip_blank(all, 0);
  const std::size_t start = at;
  bool found = false;
  for (int n = 0; at < all.size(); ++n) {
    if (!marks.is_marked(at)) found = take_dateline(marks, at, found || n >= kMostLines) || found;
    at = skip_blank(all, line_end(all, at));
  }
  if (found) return;
  for (const std::size_t begin : behind_headline(all, start)) {
    std::size_t story = begin;
    while (story < all.size() && marks.is_marked(story)) story = skip_blank(all, word_end(all, story) + 1);
    if (take_dateline(marks, story, false)) return;
  }
}

void find_signature(Marks& marks) {
  const std::string_view all = marks.text();
  std::size_t end = all.size();
  while (end > 0 && std::isspace(static_cast<unsigned char>(all[end - 1])) != 0) --end;
  if (end == 0) return;
  constexpr std::size_t kLongest = 32;
  const std::size_t floor = end - std::min(end, kLongest);
  if (all[end - 1] == ')') {
    const std::size_t open = all.rfind('(', end);
    if (open == std::string_view::npos || open < floor) return;
    const std::string_view inside = all.substr(open + 1, end - open - 2);
    const bool initials = !inside.empty() && std::all_of(inside.begin(), inside.end(),
                                                         [](char c) { return is_lower(c) || c == '/' || c == '-'; });
    const std::string medium = marks.medium_in(open, end);
    const bool agency = !medium.empty() && inside.size() <= medium.size() + 4;
    if (agency || (initials && (inside.size() < 4 || inside.find('/') != std::string_view::npos || inside == "end"))) {
      marks.mark(open, end, agency ? BoilerplateKind::byline : BoilerplateKind::other);
      marks.set_agency(medium);
    }
    return;
  }
  // "- AFP", "— Reuters" on the last line.
  std::size_t begin = all.rfind('\n', end - 1);
  begin = begin == std::string_view::npos ? 0 : begin + 1;
  if (begin == 0 || begin < floor) return;
  const std::string medium = marks.medium_in(begin, end);
  if (medium.empty() || end - begin > medium.size() + 5) return;
  marks.mark(begin, end, BoilerplateKind::byline);
  marks.set_agency(medium);
}

}  // namespace dragoman
