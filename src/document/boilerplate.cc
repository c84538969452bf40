#include "document/boilerplate.h"

#include "document/schema.h"
#include "record/names.h"

#include <algorithm>
#include <charconv>

namespace dragoman {

namespace {

constexpr std::size_t kLongest = 320;  // bytes of a unit where a pattern does not say

// The kind that the record calls so. The schema lets no other words in.
BoilerplateKind kind_called(std::string_view why) {
  for (int i = 0; i < static_cast<int>(BoilerplateKind::other); ++i) {
    const auto kind = static_cast<BoilerplateKind>(i);
    if (to_string(kind) == why) return kind;
  }
  return BoilerplateKind::other;
}

// The parts between the asterisks of "* said * of".
void split_pattern(std::string_view text, BoilerplatePattern& pattern) {
  pattern.open_start = text.starts_with("*");
  pattern.open_end = text.ends_with("*");
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t star = std::min(text.find('*', at), text.size());
    if (star > at) pattern.parts.emplace_back(text.substr(at, star - at));
    for (std::size_t i = at + 1; i < star; ++i) pattern.pairs.push_back(LetterPairs::pair(text[i - 1], text[i]));
    at = star + 1;
  }
}

}  // namespace

LetterPairs::LetterPairs(std::string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i) pairs_.set(pair(text[i - 1], text[i]));
}

std::uint16_t LetterPairs::pair(char first, char second) {
  return static_cast<std::uint16_t>((static_cast<unsigned char>(first) * 61U + static_cast<unsigned char>(second)) &
                                    0xFFFU);
}

bool BoilerplatePattern::meets(std::string_view unit, const LetterPairs& pairs_of_unit) const {
  if (unit.size() > longest || parts.empty()) return false;
  if (!std::all_of(pairs.begin(), pairs.end(), [&](std::uint16_t pair) { return pairs_of_unit.has(pair); }))
    return false;
  std::size_t at = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i == 0 && !open_start) {
      if (!unit.starts_with(parts[0])) return false;
      at = parts[0].size();
      continue;
    }
    const bool at_end = i + 1 == parts.size() && !open_end;
    if (at_end) return unit.size() >= at + parts[i].size() && unit.ends_with(parts[i]);
    const std::size_t found = unit.find(parts[i], at);
    if (found == std::string_view::npos) return false;
    at = found + parts[i].size();
  }
  return open_end || at == unit.size();
}

const BoilerplatePattern* BoilerplatePatterns::find(std::string_view unit, bool line) const {
  const LetterPairs pairs(unit);
  const auto found = std::find_if(patterns.begin(), patterns.end(), [&](const BoilerplatePattern& pattern) {
    return pattern.line == line && pattern.meets(unit, pairs);
  });
  return found == patterns.end() ? nullptr : &*found;
}

Result<BoilerplatePatterns> BoilerplatePatterns::load(const std::filesystem::path& folder) {
  const auto file = read_entries(folder / "boilerplate.txt", kStorySchema);
  if (!file) return file.error();
  BoilerplatePatterns all;
  for (const Stanza& stanza : (*file)->stanzas) {
    const std::string_view why = stanza["why"], unit = stanza["unit"], longest = stanza["longest"];
    for (const auto text : stanza.all("pattern")) {
      BoilerplatePattern pattern;
      split_pattern(text, pattern);
      if (text.find_first_not_of("* ") == std::string_view::npos) {
        return (*file)->error(stanza.line, "found the pattern \"" + std::string(text) + "\", expected words in it");
      }
      pattern.line = unit == "line";
      pattern.rest = stanza["rest"] == "yes";
      pattern.longest = kLongest;
      if (!longest.empty()) std::from_chars(longest.data(), longest.data() + longest.size(), pattern.longest);
      pattern.why = kind_called(why);
      all.patterns.push_back(std::move(pattern));
    }
  }
  return all;
}

}  // namespace dragoman
