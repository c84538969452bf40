#include "text/sentence_breaks.h"

#include "text/ascii.h"

#include <algorithm>
#include <array>

namespace dragoman {

namespace {

constexpr std::size_t kWrapped = 120;  // bytes; a longer line was not wrapped

struct Line {
  std::size_t begin = 0;  // of its first word
  std::string_view words;
};

bool is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

std::vector<Line> lines_in(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::size_t begin = at, stop = end;
    while (begin < stop && is_blank(text[begin])) ++begin;
    while (stop > begin && is_blank(text[stop - 1])) --stop;
    lines.push_back({begin, text.substr(begin, stop - begin)});
    at = end + 1;
  }
  return lines;
}

/// "• ", "- ", "12. ", "3) " at the head of a line.
bool is_item(std::string_view line) {
  static constexpr std::array<std::string_view, 9> kMarks = {"• ", "▪ ", "◦ ", "● ", "· ", "- ", "* ", "– ", "— "};
  if (std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) { return line.starts_with(mark); }))
    return true;
  std::size_t digits = 0;
  while (digits < line.size() && is_ascii_digit(line[digits])) ++digits;
  return digits > 0 && digits <= 2 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') &&
         line[digits + 1] == ' ';
}

bool ends_something(std::string_view line) {
  for (const std::string_view close : {"\"", "'", ")", "”", "’"}) {
    if (line.ends_with(close)) line.remove_suffix(close.size());
  }
  return !line.empty() && std::string_view(".!?:;").find(line.back()) != std::string_view::npos;
}

/// What a sentence may begin with.
bool begins_something(std::string_view line) {
  const char c = line.front();
  return is_ascii_upper(c) || is_ascii_digit(c) || c == '"' || c == '\'' || c == '(' || c == '[' ||
         line.starts_with("“") || line.starts_with("‘") || (static_cast<unsigned char>(c) == 0xC3U);
}

/// Ends with what a sentence goes on behind.
bool ends_open(std::string_view line, const WordSet& leads_on) {
  if (line.ends_with(',') || line.ends_with('-')) return true;
  return leads_on.contains(ascii_lower(line.substr(line.find_last_of(' ') + 1)));
}

}  // namespace

bool begins_turn(std::string_view line) {
  constexpr std::size_t kLongest = 32;
  const std::size_t colon = line.substr(0, kLongest).find(':');
  if (colon == std::string_view::npos || colon + 1 >= line.size() || line[colon + 1] != ' ') return false;
  const std::string_view who = line.substr(0, colon);
  return !who.empty() && is_ascii_upper(who.front()) && std::all_of(who.begin(), who.end(), [](char c) {
    return is_ascii_upper(c) || c == ' ' || c == '.' || c == '-' || c == '\'';
  });
}

std::vector<std::uint32_t> sentence_breaks(std::string_view text, const WordSet& leads_on) {
  const std::vector<Line> lines = lines_in(text);
  std::size_t width = 0, count = 0, wide = 0;
  for (const Line& line : lines) {
    const std::size_t size = line.words.size();
    count += size > 0;
    wide += size > kWrapped;
    if (size <= kWrapped) width = std::max(width, size);
  }
  const bool wrapped = wide * 4 < count;  // an address may stand out of wrapped lines
  std::vector<std::uint32_t> breaks;
  const Line* before = nullptr;  // the last line with words
  bool blank = false, in_list = false;
  for (const Line& line : lines) {
    if (line.words.empty()) {
      blank = true;
      in_list = false;
      continue;
    }
    const auto parts = [&] {
      if (blank || !wrapped || begins_turn(line.words)) return true;
      if (is_item(line.words) && (in_list || ends_something(before->words))) return true;
      if (in_list || !begins_something(line.words) || ends_open(before->words, leads_on)) return false;
      const std::size_t word = std::min(line.words.find(' '), line.words.size());
      constexpr double kRoom = 0.75;  // of the width, which a line that was wrapped nearly fills
      return before->words.size() + 1 + word <= width &&
             static_cast<double>(before->words.size()) < kRoom * static_cast<double>(width);
    };
    if (before != nullptr && parts()) breaks.push_back(static_cast<std::uint32_t>(line.begin));
    before = &line;
    blank = false;
    in_list = in_list || is_item(line.words);
  }
  return breaks;
}

std::vector<std::uint32_t> breaks_at_headings(std::string_view text, const std::vector<std::uint32_t>& breaks) {
  const auto is_heading = [&](std::size_t begin, std::size_t end) {
    while (end > begin && is_blank(text[end - 1])) --end;
    std::string_view part = text.substr(begin, end - begin);
    if (is_item(part)) return true;
    for (const std::string_view close : {"\"", "'", ")", "”", "’", "\"", "'"}) {
      if (part.ends_with(close)) part.remove_suffix(close.size());
    }
    return part.empty() || std::string_view(".!?,").find(part.back()) == std::string_view::npos;
  };
  std::vector<std::uint32_t> out;
  bool before = breaks.empty() || is_heading(0, breaks.front());
  for (std::size_t i = 0; i < breaks.size(); ++i) {
    const bool here = is_heading(breaks[i], i + 1 < breaks.size() ? breaks[i + 1] : text.size());
    if (before || here) out.push_back(breaks[i]);
    before = here;
  }
  return out;
}

}  // namespace dragoman
