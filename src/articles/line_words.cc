#include "articles/line_words.h"

#include "articles/lines.h"
#include "articles/schema.h"
#include "text/ascii.h"

#include <algorithm>

namespace dragoman {

namespace {

std::size_t prefix_of(std::string_view text, const std::vector<std::string>& prefixes) {
  const std::string low = ascii_lower(text.substr(0, 20));
  for (const std::string& prefix : prefixes) {
    if (low.starts_with(prefix)) return prefix.size();
  }
  return 0;
}

/// "on * wrote:" is met by a line that begins and ends so, and holds what stands between two stars.
bool meets(std::string_view line, std::string_view pattern) {
  std::size_t at = 0;
  for (bool first = true; !pattern.empty(); first = false) {
    const std::size_t star = std::min(pattern.find('*'), pattern.size());
    const std::string_view part = pattern.substr(0, star);
    const bool last = star == pattern.size();
    if (last) return first ? line == part : line.size() >= at + part.size() && line.ends_with(part);
    const std::size_t found = first ? (line.starts_with(part) ? 0 : std::string_view::npos) : line.find(part, at);
    if (found == std::string_view::npos) return false;
    at = found + part.size();
    pattern.remove_prefix(star + 1);
  }
  return true;
}

}  // namespace

std::size_t LineWords::forwarded_prefix(std::string_view subject) const {
  return prefix_of(subject, forwarded_);
}

std::size_t LineWords::answered_prefix(std::string_view subject) const {
  return prefix_of(subject, answered_);
}

bool LineWords::is_mark(std::string_view line) const {
  const std::string low = ascii_lower(line.substr(0, 60));
  return std::any_of(marks_.begin(), marks_.end(), [&](const std::string& mark) { return low.starts_with(mark); });
}

bool LineWords::is_above_quotation(std::string_view line) const {
  constexpr std::size_t kLongest = 200;
  if (line.size() > kLongest) return false;
  const std::string low = ascii_lower(trimmed(line));
  return std::any_of(quoted_.begin(), quoted_.end(), [&](const std::string& pattern) { return meets(low, pattern); });
}

bool LineWords::is_desk_note(std::string_view line) const {
  const std::string low = ascii_lower(line.substr(0, 40));
  return std::any_of(desk_.begin(), desk_.end(), [&](const std::string& start) {
    if (!low.starts_with(start)) return false;
    const char next = low.size() == start.size() ? ' ' : low[start.size()];
    return start.back() == ':' || next < 'a' || next > 'z';
  });
}

bool LineWords::is_caption(std::string_view line) const {
  const std::string low = ascii_lower(line);
  return std::any_of(captions_.begin(), captions_.end(),
                     [&](const std::string& word) { return low.find(word) != std::string::npos; });
}

Result<LineWords> LineWords::load(const std::filesystem::path& folder) {
  auto file = read_entries(folder / "lines.txt", kArticlesSchema);
  if (!file) return file.error();
  LineWords words;
  for (const Stanza& stanza : (*file)->stanzas) {
    const auto each = [&](std::string_view key, std::vector<std::string>& to) {
      for (const std::string_view value : split_values(stanza[key])) to.push_back(ascii_lower(value));
    };
    each("forwarded", words.forwarded_);
    each("answered", words.answered_);
    each("mark", words.marks_);
    each("quoted", words.quoted_);
    each("desk", words.desk_);
    each("caption", words.captions_);
  }
  return words;
}

}  // namespace dragoman
