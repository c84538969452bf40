#include "story/zones.h"

#include "lexicon/lexicon.h"
#include "story/boilerplate.h"
#include "who/names.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

namespace dragoman {

namespace {

constexpr std::string_view kMonths[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                        "jul", "aug", "sep", "oct", "nov", "dec"};

std::string lower(std::string_view s) {
  std::string out(s);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

std::size_t skip_blank(std::string_view s, std::size_t at) {
  while (at < s.size() && std::isspace(static_cast<unsigned char>(s[at])) != 0) ++at;
  return at;
}

// "26 July 2022", "July 26, 2022", "Dec. 3" (no year: empty) as YYYY-MM-DD.
std::string date_in(std::string_view s) {
  int day = 0, month = 0, year = 0;
  for (std::size_t i = 0; i < s.size();) {
    const std::size_t begin = i;
    if (std::isdigit(static_cast<unsigned char>(s[i])) != 0) {
      int number = 0;
      while (i < s.size() && i - begin < 5 && std::isdigit(static_cast<unsigned char>(s[i])) != 0)
        number = number * 10 + (s[i++] - '0');
      (i - begin == 4 ? year : day) = number;
    } else if (std::isalpha(static_cast<unsigned char>(s[i])) != 0) {
      while (i < s.size() && std::isalpha(static_cast<unsigned char>(s[i])) != 0) ++i;
      const std::string word = lower(s.substr(begin, i - begin));
      for (int m = 0; m < 12 && i - begin >= 3; ++m) {
        if (word.starts_with(kMonths[m])) month = m + 1;
      }
    } else {
      ++i;
    }
  }
  if (day < 1 || day > 31 || month == 0 || year < 1000) return {};
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

class Zones {
 public:
  explicit Zones(Story& story) : story_(story), all_(story.text.view()) {
    story_.boilerplate.assign(story_.parse.size(), false);
  }

  void run() {
    std::size_t at = skip_blank(all_, 0);
    at = bylines(at);
    if (!dateline(at)) dateline_after_headline(at);
    signature();
    phrases();
    auto& zones = story_.record.document.boilerplate;
    std::sort(zones.begin(), zones.end(),
              [](const Boilerplate& a, const Boilerplate& b) { return a.span.begin < b.span.begin; });
  }

 private:
  void mark(std::size_t begin, std::size_t end, std::string why) {
    while (end > begin && std::isspace(static_cast<unsigned char>(all_[end - 1])) != 0) --end;
    if (end <= begin) return;
    const Text& text = story_.text;
    story_.record.document.boilerplate.push_back(
        {{text.code_point(static_cast<std::uint32_t>(begin)), text.code_point(static_cast<std::uint32_t>(end))},
         std::move(why)});
    const auto& tokens = story_.parse.tokens;
    auto token = std::lower_bound(tokens.begin(), tokens.end(), begin,
                                  [](const Token& t, std::size_t at) { return t.end <= at; });
    for (; token != tokens.end() && token->begin < end; ++token) {
      story_.boilerplate[static_cast<std::size_t>(token - tokens.begin())] = true;
    }
  }

  // The medium that is named in a stretch of text, if any.
  std::string medium_in(std::size_t begin, std::size_t end) const {
    for (TokenIndex t = 0; t < story_.parse.size() && story_.parse[t].begin < end; ++t) {
      if (story_.parse[t].end <= begin) continue;
      const auto match = story_.lexicon.who->names.longest(story_.parse, story_.text, t);
      if (match && story_.lexicon.who->known[match->value].type == EntityType::media) {
        return std::string(story_.text.view(story_.parse[t].begin, story_.parse[match->end - 1].end));
      }
    }
    // The tokenizer may have joined it to what follows: "(AP)_".
    const std::string_view inside = all_.substr(begin, end - begin);
    const std::size_t open = inside.find('('), close = inside.find(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) return {};
    const std::string_view name = inside.substr(open + 1, close - open - 1);
    const auto known = story_.lexicon.who->names.find(name);
    return known && story_.lexicon.who->known[*known].type == EntityType::media ? std::string(name) : std::string();
  }

  // "Lake News" of "NAIROBI, May 3 (Lake News) - ": a name in brackets, of whatever medium.
  static std::string in_brackets(std::string_view dateline) {
    const std::size_t open = dateline.find('('), close = dateline.find(')', std::min(open, dateline.size()));
    if (close == std::string_view::npos || close <= open + 1) return {};
    const std::string_view name = dateline.substr(open + 1, close - open - 1);
    const bool plain = name.find_first_of("0123456789:;") == std::string_view::npos;
    return plain && std::isupper(static_cast<unsigned char>(name.front())) != 0 ? std::string(name) : std::string();
  }

  void set_agency(const std::string& name) {
    if (!name.empty() && story_.record.document.agency.empty()) story_.record.document.agency = name;
  }

  // Short first lines that name a medium or a writer. Gives where the story begins.
  std::size_t bylines(std::size_t at) {
    constexpr std::size_t kLongestByline = 80;
    for (int line = 0; line < 4; ++line) {
      const std::size_t end = std::min(all_.find('\n', at), all_.size());
      const std::string_view text = all_.substr(at, end - at);
      if (end == all_.size() || text.size() > kLongestByline || text.empty()) break;
      const bool bullet = text.starts_with("\xE2\x80\xA2") || text.starts_with("* ") || text.starts_with("| ");
      const std::string medium = medium_in(at, end);
      const bool ends_like_a_sentence = text.back() == '.' || text.back() == '"' || text.back() == '?';
      const bool by = text.starts_with("By ") || text.starts_with("BY ") || text.starts_with("by ");
      if (!bullet && !by && (medium.empty() || ends_like_a_sentence || text.size() > medium.size() + 12)) break;
      mark(at, end, "byline");
      set_agency(medium);
      at = skip_blank(all_, end);
    }
    return at;
  }

  // A headline, with a byline perhaps, may stand above the dateline: lines that do not end like sentences.
  void dateline_after_headline(std::size_t at) {
    constexpr std::size_t kLongestHeadline = 160;
    constexpr int kLines = 3;
    for (int line = 0; line < kLines; ++line) {
      const std::size_t end = all_.find('\n', at);
      if (end == std::string_view::npos || end - at > kLongestHeadline || end == at || all_[end - 1] == '.') return;
      at = bylines(skip_blank(all_, end));
      if (dateline(at)) return;
    }
  }

  // "MOSCOW (AP)_ ", "CAIRO – 26 July 2022: ", "LONDON, Dec. 3 (Reuters) - ". False where there is none.
  bool dateline(std::size_t at) {
    constexpr std::size_t kLongest = 70;
    std::size_t capitals = at;
    while (capitals < all_.size() &&
           (std::isupper(static_cast<unsigned char>(all_[capitals])) != 0 ||
            std::string_view(" .,'-/").find(all_[capitals]) != std::string_view::npos ||
            static_cast<unsigned char>(all_[capitals]) >= 0xC3U) &&
           !all_.substr(capitals).starts_with("\xE2\x80")) {
      ++capitals;
    }
    const std::size_t letters = static_cast<std::size_t>(std::count_if(
        all_.begin() + static_cast<std::ptrdiff_t>(at), all_.begin() + static_cast<std::ptrdiff_t>(capitals),
        [](char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; }));
    if (letters < 4) return false;
    const std::string_view head = all_.substr(at, kLongest);
    std::size_t end = 0;
    for (const std::string_view mark : {"\xE2\x80\x94", "\xE2\x80\x93", "--", " - ", ")_", "_ ", ": "}) {
      const std::size_t found = head.find(mark, std::min(capitals - at > 1 ? capitals - at - 2 : 0, head.size()));
      if (found == std::string_view::npos) continue;
      const std::size_t candidate = found + mark.size();
      if (end == 0 || candidate < end) end = candidate;
    }
    if (end == 0) return false;
    // A date may stand behind the first mark: "CAIRO – 26 July 2022:".
    const std::size_t colon = head.find(':', end);
    if (colon != std::string_view::npos && !date_in(head.substr(end, colon - end)).empty()) end = colon + 1;
    if (head.substr(0, end).find(". ") != std::string_view::npos && head.find('(') > end) {
      // "Dec. 3" is no end of a sentence, but "SHOUTED HEADLINE. The story" is.
      if (date_in(std::string(head.substr(0, end)) + " 2000").empty()) return false;
    }
    mark(at, at + end, "dateline");
    set_agency(in_brackets(head.substr(0, end)));
    set_agency(medium_in(at, at + end));
    auto& published = story_.record.document.published;
    const std::string date = date_in(head.substr(0, end));
    if (published.value.empty() && !date.empty()) published = {date, "dateline", date, date};
    return true;
  }

  // Initials of writers and editors at the very end: "(pvs/vi/ji)".
  void signature() {
    std::size_t end = all_.size();
    while (end > 0 && std::isspace(static_cast<unsigned char>(all_[end - 1])) != 0) --end;
    if (end == 0 || all_[end - 1] != ')') return;
    const std::size_t open = all_.rfind('(', end);
    if (open == std::string_view::npos || end - open > 24) return;
    const std::string_view inside = all_.substr(open + 1, end - open - 2);
    const bool initials = !inside.empty() && std::all_of(inside.begin(), inside.end(), [](char c) {
      return std::islower(static_cast<unsigned char>(c)) != 0 || c == '/' || c == '-';
    });
    if (initials && (inside.size() < 4 || inside.find('/') != std::string_view::npos || inside == "end")) {
      mark(open, end, "other");
    }
  }

  void phrases() {
    const auto& entries = story_.lexicon.boilerplate->entries;
    for (const TokenSpan sentence : story_.parse.sentences) {
      const std::uint32_t begin = story_.parse[sentence.begin].begin;
      const std::uint32_t end = story_.parse[sentence.end - 1].end;
      const std::string text = lower(story_.text.view(begin, end));
      for (const auto& entry : entries) {
        if (text.find(entry.phrase) == std::string::npos) continue;
        mark(begin, end, entry.why);
        break;
      }
    }
  }

  Story& story_;
  std::string_view all_;
};

}  // namespace

void find_zones(Story& story) {
  Zones(story).run();
}

}  // namespace dragoman
