// Tables and sets of words that are looked up by a view of the text, without a string of its own.
//
// A document asks some hundred of them for each word, and nearly always the word is not there: a miss costs a hash and
// one byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace dragoman {

/// The same for equal words of one run of the program; all bytes count.
inline std::uint64_t word_hash(std::string_view word) {
  const auto load = [&](std::size_t at, std::size_t size) {
    std::uint64_t value = 0;
    std::memcpy(&value, word.data() + at, size);
    return value;
  };
  constexpr std::uint64_t kFirst = 0x9E3779B97F4A7C15U, kSecond = 0xC2B2AE3D27D4EB4FU;
  const std::size_t size = word.size();
  std::uint64_t hash = size * kFirst;
  const auto mix = [&](std::uint64_t value) {
    hash = (hash ^ value) * kFirst;
    hash ^= hash >> 32U;
  };
  if (size > 8) {
    for (std::size_t at = 0; at + 8 < size; at += 8) mix(load(at, 8));
    mix(load(size - 8, 8));
  } else if (size >= 4) {
    mix(load(0, 4) | (load(size - 4, 4) << 32U));
  } else if (size > 0) {
    mix(load(0, 1) | (load(size / 2, 1) << 8U) | (load(size - 1, 1) << 16U));
  }
  hash *= kSecond;
  return hash ^ (hash >> 32U);
}

/// Where the entries of a table stand, by the hash of their words: for each place a byte of the hash, and the number of
/// the entry. At most half of the places are taken.
class WordPlaces {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

  /// The number of the entry with this hash that `is_it`, or kNone.
  template <class IsIt>
  std::uint32_t find(std::uint64_t hash, const IsIt& is_it) const {
    if (tags_.empty()) return kNone;
    const std::uint8_t tag = tag_of(hash);
    for (std::size_t at = hash & mask(); tags_[at] != 0; at = (at + 1) & mask()) {
      if (tags_[at] == tag && is_it(numbers_[at])) return numbers_[at];
    }
    return kNone;
  }
  bool is_full(std::size_t entries) const { return entries * 2 >= tags_.size(); }
  /// Makes place for twice as many, without any entry.
  void grow() {
    const std::size_t places = tags_.empty() ? 8 : tags_.size() * 2;
    tags_.assign(places, 0);
    numbers_.assign(places, kNone);
  }
  void put(std::uint64_t hash, std::uint32_t number) {
    std::size_t at = hash & mask();
    while (tags_[at] != 0) at = (at + 1) & mask();
    tags_[at] = tag_of(hash);
    numbers_[at] = number;
  }
  void clear() {
    tags_.clear();
    numbers_.clear();
  }

 private:
  std::size_t mask() const { return tags_.size() - 1; }
  static std::uint8_t tag_of(std::uint64_t hash) { return static_cast<std::uint8_t>((hash >> 56U) | 1U); }

  std::vector<std::uint8_t> tags_;  // 0 where there is none
  std::vector<std::uint32_t> numbers_;
};

/// What tables and sets share: entries that keep their address, in the order in which they were added.
template <class Entry, class WordOf>
class WordTable {
 public:
  using value_type = Entry;
  using iterator = typename std::deque<Entry>::iterator;
  using const_iterator = typename std::deque<Entry>::const_iterator;

  const_iterator begin() const { return entries_.begin(); }
  const_iterator end() const { return entries_.end(); }
  iterator begin() { return entries_.begin(); }
  iterator end() { return entries_.end(); }
  std::size_t size() const { return entries_.size(); }
  bool empty() const { return entries_.empty(); }
  bool contains(std::string_view word) const { return number_of(word, word_hash(word)) != WordPlaces::kNone; }
  std::size_t count(std::string_view word) const { return contains(word) ? 1 : 0; }
  const_iterator find(std::string_view word) const { return at_number(entries_, number_of(word, word_hash(word))); }
  iterator find(std::string_view word) { return at_number(entries_, number_of(word, word_hash(word))); }
  void clear() {
    entries_.clear();
    places_.clear();
  }

 protected:
  /// The entry of the word, made of `parts` where there is none yet, and whether it was.
  template <class... Parts>
  std::pair<iterator, bool> add(std::string_view word, Parts&&... parts) {
    const std::uint64_t hash = word_hash(word);
    const std::uint32_t known = number_of(word, hash);
    if (known != WordPlaces::kNone) return {at_number(entries_, known), false};
    entries_.emplace_back(std::forward<Parts>(parts)...);
    if (places_.is_full(entries_.size())) {
      places_.grow();
      for (std::uint32_t n = 0; n + 1 < entries_.size(); ++n) places_.put(word_hash(WordOf()(entries_[n])), n);
    }
    places_.put(hash, static_cast<std::uint32_t>(entries_.size() - 1));
    return {std::prev(entries_.end()), true};
  }

 private:
  std::uint32_t number_of(std::string_view word, std::uint64_t hash) const {
    return places_.find(hash, [&](std::uint32_t n) { return WordOf()(entries_[n]) == word; });
  }
  template <class Entries>
  static auto at_number(Entries& entries, std::uint32_t number) {
    return number == WordPlaces::kNone ? entries.end() : entries.begin() + number;
  }

  std::deque<Entry> entries_;
  WordPlaces places_;
};

struct WordOfItself {
  std::string_view operator()(const std::string& entry) const { return entry; }
};
struct WordOfPair {
  template <class Pair>
  std::string_view operator()(const Pair& entry) const {
    return entry.first;
  }
};

/// A value for each of many words. Its values keep their address.
template <class T>
class ByWord : public WordTable<std::pair<const std::string, T>, WordOfPair> {
 public:
  using typename WordTable<std::pair<const std::string, T>, WordOfPair>::iterator;

  ByWord() = default;
  ByWord(std::initializer_list<std::pair<const std::string, T>> entries) {
    for (const auto& [word, value] : entries) emplace(word, value);
  }
  /// The value stands as it is made of the arguments, unless the word has one.
  template <class... Arguments>
  std::pair<iterator, bool> try_emplace(std::string_view word, Arguments&&... arguments) {
    return this->add(word, std::piecewise_construct, std::forward_as_tuple(word),
                     std::forward_as_tuple(std::forward<Arguments>(arguments)...));
  }
  template <class Value>
  std::pair<iterator, bool> emplace(std::string_view word, Value&& value) {
    return try_emplace(word, std::forward<Value>(value));
  }
  template <class Value>
  void insert_or_assign(std::string_view word, Value&& value) {
    (*this)[word] = std::forward<Value>(value);
  }
  T& operator[](std::string_view word) { return try_emplace(word).first->second; }
  const T& at(std::string_view word) const {
    const auto found = this->find(word);
    if (found == this->end()) throw std::out_of_range("ByWord::at");
    return found->second;
  }
};

/// A set of words.
class WordSet : public WordTable<std::string, WordOfItself> {
 public:
  WordSet() = default;
  WordSet(std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) insert(word);
  }
  std::pair<iterator, bool> insert(std::string_view word) { return add(word, word); }
  std::pair<iterator, bool> emplace(std::string_view word) { return insert(word); }
  template <class Iterator>
  void insert(Iterator first, Iterator last) {
    for (; first != last; ++first) insert(*first);
  }
};

}  // namespace dragoman
