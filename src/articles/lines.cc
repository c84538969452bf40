#include "articles/lines.h"

#include "text/ascii.h"

#include <algorithm>

namespace dragoman {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

std::string_view trimmed(std::string_view s) {
  static constexpr std::string_view kWide[] = {"\xC2\xA0", "\xEF\xBB\xBF", "\xE2\x80\x8B"};
  const auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  for (bool more = true; more && !s.empty();) {
    more = false;
    while (!s.empty() && is_blank(s.front())) s.remove_prefix(1);
    while (!s.empty() && is_blank(s.back())) s.remove_suffix(1);
    for (const std::string_view wide : kWide) {
      if (s.starts_with(wide)) s.remove_prefix(wide.size()), more = true;
      if (s.ends_with(wide)) s.remove_suffix(wide.size()), more = true;
    }
  }
  return s;
}

std::string on_one_line(std::string_view s) {
  std::string out;
  for (const char c : trimmed(s)) {
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    if (!blank) out.push_back(c);
    if (blank && !out.empty() && out.back() != ' ') out.push_back(' ');
  }
  return out;
}

std::string Paragraph::text() const {
  std::string out;
  for (const std::string_view line : lines) {
    const bool within_word =
        out.size() > 1 && out.back() == '-' && out[out.size() - 2] != ' ' && out[out.size() - 2] != '-';
    if (!out.empty() && !within_word) out += ' ';
    out += line;
  }
  return out;
}

std::vector<Paragraph> paragraphs_of(std::string_view text) {
  std::vector<Paragraph> paragraphs;
  bool open = false;
  for (const std::string_view line : lines_of(text)) {
    const std::string_view words = trimmed(line);
    if (words.empty()) {
      open = false;
      continue;
    }
    if (!open) paragraphs.push_back({{}, line.starts_with("  ") || line.starts_with('\t')});
    open = true;
    paragraphs.back().lines.push_back(words);
  }
  return paragraphs;
}

void add_paragraph(std::string& text, std::string_view paragraph) {
  if (trimmed(paragraph).empty()) return;
  if (!text.empty()) text += "\n\n";
  text += trimmed(paragraph);
}

Labelled label_in(std::string_view line) {
  constexpr std::size_t kLongest = 48, kMostWords = 4;
  line = trimmed(line);
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > kLongest) return {};
  const std::string_view label = trimmed(line.substr(0, colon)), value = line.substr(colon + 1);
  if (label.empty() || (!value.empty() && value.front() != ' ' && value.front() != '\t'))
    return {};  // "https://", "17:57"
  const bool capital = is_ascii_upper(label.front());
  const bool plain = std::all_of(label.begin(), label.end(), [](char c) {
    return c == ' ' || c == '-' || c == '/' || c == '&' || c == '_' || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z');
  });
  if (!capital || !plain || split_at_blanks(label).size() > kMostWords) return {};
  return {label, trimmed(value)};
}

bool starts_with_any(std::string_view text, std::span<const std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) {
    return text.size() >= start.size() && ascii_lower(text.substr(0, start.size())) == start;
  });
}

bool ends_like_a_sentence(std::string_view text) {
  text = trimmed(text);
  for (const std::string_view close : {"\"", "'", ")", "]", "”", "’"}) {
    if (text.ends_with(close)) text.remove_suffix(close.size());
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
}

}  // namespace dragoman
