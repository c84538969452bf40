#include "lexicon/phrases.h"

#include "text/ascii.h"

#include <algorithm>

namespace dragoman {

namespace {

constexpr std::string_view kCurlyApostrophe = "\xE2\x80\x99";

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80U;
}

// The first run of letters and digits, or the first character.
std::string_view start_of(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_word(text[end]) && !text.substr(end).starts_with(kCurlyApostrophe)) ++end;
  return text.substr(0, std::max<std::size_t>(end, text.empty() ? 0 : 1));
}

// The bit of a start in `starts_`, the same for small letters and capitals.
std::size_t bit_of(std::string_view start) {
  constexpr std::size_t kRead = 5;
  std::size_t h = start.size();
  for (const char c : start.substr(0, kRead)) h = h * 37 + static_cast<unsigned char>(ascii_lower(c));
  return h ^ (h >> 16U);
}

}  // namespace

std::string PhraseTable::key_of(std::string_view start) const {
  return ignore_case_ ? ascii_lower(start) : std::string(start);
}

void PhraseTable::add(std::string_view phrase, std::uint32_t value) {
  if (phrase.empty() || !whole_.emplace(spelling_of(phrase), value).second) return;
  std::string text = ignore_case_ ? ascii_lower(phrase) : std::string(phrase);
  const std::string_view start = start_of(phrase);
  starts_.set(bit_of(start) % starts_.size());
  by_start_[key_of(start)].push_back({std::move(text), value});
}

// One blank between words, straight apostrophes, and small letters where case is ignored.
std::string PhraseTable::spelling_of(std::string_view text) const {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (text.substr(at).starts_with(kCurlyApostrophe)) {
      out += '\'';
      at += kCurlyApostrophe.size();
      continue;
    }
    ++at;
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
      out += ignore_case_ ? ascii_lower(c) : c;
    } else if (out.empty() || out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

std::size_t PhraseTable::covers(const Phrase& phrase, std::string_view text) const {
  std::size_t at = 0;
  for (std::size_t i = 0; i < phrase.text.size();) {
    if (at >= text.size()) return 0;
    if (phrase.text[i] == ' ') {
      const std::size_t begin = at;
      while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) ++at;
      if (at == begin) return 0;
      ++i;
      continue;
    }
    // Curly and straight apostrophes are one.
    const bool curly_here = text.substr(at).starts_with(kCurlyApostrophe);
    const bool curly_there = std::string_view(phrase.text).substr(i).starts_with(kCurlyApostrophe);
    if ((curly_here || text[at] == '\'') && (curly_there || phrase.text[i] == '\'')) {
      at += curly_here ? kCurlyApostrophe.size() : 1;
      i += curly_there ? kCurlyApostrophe.size() : 1;
      continue;
    }
    if ((ignore_case_ ? ascii_lower(text[at]) : text[at]) != phrase.text[i]) return 0;
    ++at;
    ++i;
  }
  return at;
}

std::optional<PhraseTable::Match> PhraseTable::longest(const Parse& parse, const Text& text, TokenIndex at) const {
  if (at >= parse.size()) return std::nullopt;
  const Token& first = parse[at];
  const std::string_view start = start_of(first.text);
  if (!starts_[bit_of(start) % starts_.size()]) return std::nullopt;
  const auto found = by_start_.find(key_of(start));
  if (found == by_start_.end()) return std::nullopt;
  constexpr std::uint32_t kLongest = 160;  // bytes; no phrase of a lexicon comes near
  const std::string_view rest = text.view(first.begin, std::min(text.size(), first.begin + kLongest));
  std::optional<Match> best;
  for (const Phrase& phrase : found->second) {
    const std::size_t size = covers(phrase, rest);
    if (size == 0) continue;
    TokenIndex end = at;
    while (end < parse.size() && parse[end].end < first.begin + size) ++end;
    if (end < parse.size() && parse[end].end == first.begin + size && (!best || end + 1 > best->end)) {
      best = Match{end + 1, phrase.value};
    }
  }
  return best;
}

std::optional<PhraseTable::Ending> PhraseTable::ending_at(const Parse& parse, const Text& text, TokenIndex floor,
                                                          TokenIndex end, TokenIndex most) const {
  for (TokenIndex size = end > floor ? std::min(most, end - floor) : 0; size > 0; --size) {
    const auto match = longest(parse, text, end - size);
    if (match && match->end == end) return Ending{end - size, match->value};
  }
  return std::nullopt;
}

std::optional<std::uint32_t> PhraseTable::find(std::string_view text) const {
  if (!starts_[bit_of(start_of(text)) % starts_.size()]) return std::nullopt;
  const auto found = whole_.find(spelling_of(text));
  return found == whole_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace dragoman
