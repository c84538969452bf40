#include "lexicon/phrases.h"

#include "text/ascii.h"
#include "text/word_start.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dragoman {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// The character at `at` as a spelling has it, NUL at the end; `at` goes on to the next.
char next_spelt(std::string_view text, std::size_t& at, bool ignore_case) {
  if (at >= text.size()) return '\0';
  if (is_curly_apostrophe(text, at)) {
    at += kCurlyApostrophe.size();
    return '\'';
  }
  if (!is_blank(text[at])) {
    const char c = text[at++];
    return ignore_case ? ascii_lower(c) : c;
  }
  while (at < text.size() && is_blank(text[at])) ++at;
  return ' ';
}

std::uint32_t hash_of(std::string_view text) {
  std::uint32_t h = kHashSeed;
  for (const char c : text) h = hashed(h, c);
  return h;
}

}  // namespace

void PhraseTable::add(std::string_view phrase, std::uint32_t value) {
  if (phrase.empty()) return;
  Phrase added;
  added.begin = static_cast<std::uint32_t>(spellings_.size());
  append_spelling(spellings_, phrase);
  added.size = static_cast<std::uint32_t>(spellings_.size()) - added.begin;
  added.spelling_hash = hash_of(spelling(added));
  if (find_spelling(added.spelling_hash, spelling(added)) != kNone) {
    spellings_.resize(added.begin);
    return;
  }
  added.value = value;
  const WordStart start = word_start(phrase);
  added.start_hash = start.hash;
  const auto behind = [&](std::uint32_t n) {
    return start.size + n < added.size ? spelling(added)[start.size + n] : '\0';
  };
  added.opening_hash = opening(start.hash, behind(0), behind(1));
  phrases_.push_back(added);
  if (phrases_.size() <= by_opening_.size()) {
    put_into_buckets(static_cast<std::uint32_t>(phrases_.size() - 1));
    return;
  }
  const std::size_t buckets = std::max<std::size_t>(16, by_opening_.size() * 2);
  by_opening_.assign(buckets, kNone);
  by_spelling_.assign(buckets, kNone);
  starts_.assign(buckets * 16 / 64, 0);
  for (std::uint32_t n = 0; n < phrases_.size(); ++n) put_into_buckets(n);
}

std::uint32_t PhraseTable::opening(std::uint32_t start_hash, char second, char third) {
  return hashed(hashed(start_hash, second), third);
}

void PhraseTable::put_into_buckets(std::uint32_t number) {
  Phrase& phrase = phrases_[number];
  const std::size_t mask = by_opening_.size() - 1;
  const std::size_t bit = bit_of(phrase.start_hash);
  starts_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  phrase.next_opening = std::exchange(by_opening_[phrase.opening_hash & mask], number);
  phrase.next_spelling = std::exchange(by_spelling_[phrase.spelling_hash & mask], number);
}

std::uint32_t PhraseTable::find_spelling(std::uint32_t hash, std::string_view wanted) const {
  if (phrases_.empty()) return kNone;
  std::uint32_t n = by_spelling_[hash & (by_spelling_.size() - 1)];
  while (n != kNone && (phrases_[n].spelling_hash != hash || spelling(phrases_[n]) != wanted))
    n = phrases_[n].next_spelling;
  return n;
}

// One blank between words, straight apostrophes, and small letters where case is ignored.
void PhraseTable::append_spelling(std::string& out, std::string_view text) const {
  for (std::size_t at = 0; at < text.size();) out += next_spelt(text, at, ignore_case_);
}

std::size_t PhraseTable::covers(std::string_view spelling, std::string_view text) const {
  std::size_t at = 0;
  for (const char wanted : spelling) {
    if (at >= text.size()) return 0;
    if (wanted == ' ') {
      const std::size_t begin = at;
      while (at < text.size() && is_blank(text[at])) ++at;
      if (at == begin) return 0;
    } else if (wanted == '\'' && is_curly_apostrophe(text, at)) {
      at += kCurlyApostrophe.size();
    } else if ((ignore_case_ ? ascii_lower(text[at]) : text[at]) == wanted) {
      ++at;
    } else {
      return 0;
    }
  }
  return at;
}

std::optional<PhraseTable::Match> PhraseTable::longest_started(const Parse& parse, const Text& text,
                                                               TokenIndex at) const {
  const Token& first = parse[at];
  const auto [hash, size_of_start] = first.start;
  constexpr std::uint32_t kLongest = 160;  // bytes; no phrase of a lexicon comes near
  const std::string_view rest = text.view(first.begin, std::min(text.size(), first.begin + kLongest));
  std::size_t behind = is_curly_apostrophe(rest, 0) ? kCurlyApostrophe.size() : size_of_start;
  const char second = next_spelt(rest, behind, ignore_case_), third = next_spelt(rest, behind, ignore_case_);
  // The phrases that go on as the text does, then those that end a character behind the start, then the start alone.
  const std::array<std::uint32_t, 3> openings = {opening(hash, second, third), opening(hash, second, '\0'),
                                                 opening(hash, '\0', '\0')};
  std::optional<Match> best;
  for (const std::uint32_t open : openings) {
    for (std::uint32_t n = by_opening_[open & (by_opening_.size() - 1)]; n != kNone; n = phrases_[n].next_opening) {
      const Phrase& phrase = phrases_[n];
      if (phrase.opening_hash != open) continue;
      const std::size_t size = covers(spelling(phrase), rest);
      if (size == 0) continue;
      TokenIndex end = at;
      while (end < parse.size() && parse[end].end < first.begin + size) ++end;
      if (end < parse.size() && parse[end].end == first.begin + size && (!best || end + 1 > best->end)) {
        best = Match{end + 1, phrase.value};
      }
    }
    if (best) return best;
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
  if (!may_start(word_start(text).hash)) return std::nullopt;
  std::string wanted;
  append_spelling(wanted, text);
  const std::uint32_t n = find_spelling(hash_of(wanted), wanted);
  return n == kNone ? std::nullopt : std::optional(phrases_[n].value);
}

}  // namespace dragoman
