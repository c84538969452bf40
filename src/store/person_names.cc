#include "store/person_names.h"

#include "store/compiled_fields.h"
#include "store/keys.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <set>

#include <utf8proc.h>

namespace dragoman {

namespace {

using NameWords = std::vector<std::string>;

NameWords words_of(std::string_view folded) {
  NameWords words;
  for (const std::string_view word : split_values(folded, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

/// To each short form the names that it stands for, by their first spelling; so to each other spelling.
const std::map<std::string, std::vector<std::string>, std::less<>>& whole_names() {
  static const auto kNames = [] {
    std::map<std::string, std::vector<std::string>, std::less<>> names;
    std::string whole;
    each_field(short_names_text(), [&](std::string_view key, std::string_view value) {
      if (key == "name") whole = search_form(value);
      if (key != "short" && key != "also") return;
      for (const std::string_view form : split_values(value)) names[search_form(form)].push_back(whole);
    });
    return names;
  }();
  return kNames;
}

std::vector<std::string> whole_names_of(const std::string& first) {
  std::vector<std::string> names = {first};
  const auto found = whole_names().find(first);
  if (found != whole_names().end()) names.insert(names.end(), found->second.begin(), found->second.end());
  std::sort(names.begin(), names.end());
  return names;
}

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/// "hw" of "H.W.", whose full stops are gone.
bool are_initials(std::string_view word) {
  return word.size() == 1 || (word.size() <= 3 && std::none_of(word.begin(), word.end(), is_vowel));
}

/// Spellings of one sound made one: "ph" and "f", "ou" and "u", doubled letters.
std::string by_sound(std::string_view word) {
  struct Sound {
    std::string_view spelled, sound;
  };
  constexpr std::array kSounds = {Sound{"ph", "f"}, Sound{"ck", "k"}, Sound{"kh", "h"}, Sound{"gh", "g"},
                                  Sound{"dh", "d"}, Sound{"th", "t"}, Sound{"ou", "u"}, Sound{"oo", "u"},
                                  Sound{"oe", "o"}, Sound{"ue", "u"}, Sound{"ae", "a"}, Sound{"ee", "i"},
                                  Sound{"ei", "e"}, Sound{"ey", "e"}, Sound{"ij", "i"}, Sound{"iy", "i"},
                                  Sound{"y", "i"},  Sound{"q", "k"},  Sound{"w", "v"},  Sound{"c", "k"}};
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    std::string_view sound = word.substr(at, 1);
    std::size_t length = 1;
    for (const Sound& s : kSounds) {
      // "ch" is a sound of its own.
      if (word.compare(at, s.spelled.size(), s.spelled) != 0 || word.compare(at, 2, "ch") == 0) continue;
      sound = s.sound;
      length = s.spelled.size();
      break;
    }
    at += length;
    if (out.empty() || !out.ends_with(sound)) out += sound;
  }
  return out;
}

/// One letter more, less, another, or two in the other order.
bool differ_in_a_letter(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1 || a == b) return false;
  const auto [at_a, at_b] = std::mismatch(a.begin(), a.end(), b.begin());
  const std::string_view rest_a = a.substr(static_cast<std::size_t>(at_a - a.begin()));
  const std::string_view rest_b = b.substr(static_cast<std::size_t>(at_b - b.begin()));
  if (a.size() < b.size()) return rest_a == rest_b.substr(1);
  if (rest_a.substr(1) == rest_b.substr(1)) return true;
  return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] && rest_a.substr(2) == rest_b.substr(2);
}

NameLink first_link(const PersonName& a, const PersonName& b) {
  if (a.first == b.first) return NameLink::same;
  const bool one = std::any_of(a.whole_firsts.begin(), a.whole_firsts.end(), [&](const std::string& name) {
    return std::binary_search(b.whole_firsts.begin(), b.whole_firsts.end(), name);
  });
  if (one) return NameLink::short_name;
  if (a.first_sound == b.first_sound) return NameLink::spelling;
  return std::min(a.first.size(), b.first.size()) >= 3 && differ_in_a_letter(a.first, b.first) ? NameLink::letter
                                                                                               : NameLink::none;
}

NameLink surname_link(const PersonName& a, const PersonName& b) {
  constexpr std::size_t kLong = 5;  // letters
  if (a.surname == b.surname) return NameLink::same;
  if (std::min(a.surname.size(), b.surname.size()) < kLong) return NameLink::none;
  if (a.surname_sound == b.surname_sound) return NameLink::spelling;
  return differ_in_a_letter(a.surname, b.surname) ? NameLink::letter : NameLink::none;
}

/// Whether one leaves out what the other has, or gives the initials of it. Nothing when they contradict each other.
NameLink inner_link(const NameWords& a, const NameWords& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    const bool initial = a[i].size() == 1 || b[i].size() == 1;
    if (a[i] != b[i] && !(initial && a[i].front() == b[i].front())) return NameLink::none;
  }
  return a == b ? NameLink::same : NameLink::middle;
}

/// Letters with their marks as one character each.
std::string composed(std::string_view name) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto n =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(name.data()), static_cast<utf8proc_ssize_t>(name.size()),
                   &mapped, static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
  std::string out =
      n < 0 ? std::string(name) : std::string(reinterpret_cast<char*>(mapped), static_cast<std::size_t>(n));
  std::free(mapped);
  return out;
}

/// "ñ" for "Ã±": letters whose bytes were taken for letters of their own, once or more often.
std::string read_once(std::string_view name) {
  constexpr int kOften = 3;
  std::string out = composed(name);
  for (int times = 0; times < kOften; ++times) {
    std::string next;
    for (std::size_t at = 0; at < out.size(); ++at) {
      const bool lead = out.compare(at, 2, "\xC3\x82") == 0 || out.compare(at, 2, "\xC3\x83") == 0;
      if (lead && at + 3 < out.size() && out[at + 2] == '\xC2') {
        next += {out[at + 1] == '\x82' ? '\xC2' : '\xC3', out[at + 3]};
        at += 3;
      } else {
        next += out[at];
      }
    }
    if (next == out) break;
    out = std::move(next);
  }
  return out;
}

/// A letter that is typed three times stands twice: "Hassselt"; not so in "iii".
std::string without_slips(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if (c == 'i' || !(out.size() > 1 && out.back() == c && out[out.size() - 2] == c)) out.push_back(c);
  }
  return out;
}

}  // namespace

PersonName person_name(std::string_view name) {
  constexpr std::array<std::string_view, 5> kSuffixes = {"jr", "sr", "ii", "iii", "iv"};
  PersonName out;
  const std::string meant = read_once(name);
  out.is_garbled = meant != composed(name);
  NameWords words = words_of(search_form(meant));
  for (std::string& word : words) word = without_slips(word);
  while (words.size() > 1 && std::find(kSuffixes.begin(), kSuffixes.end(), words.back()) != kSuffixes.end()) {
    out.suffix = words.back();
    words.pop_back();
  }
  if (words.empty()) return out;
  out.surname = words.back();
  words.pop_back();
  if (!words.empty() && (words.back() == "al" || words.back() == "el")) words.pop_back();
  for (const std::string& word : words) {
    if (are_initials(word)) {
      for (const char c : word) (out.first.empty() ? out.leading : out.middle).push_back(std::string(1, c));
    } else if (out.first.empty()) {
      out.first = word;
    } else {
      out.middle.push_back(word);
    }
  }
  out.first_sound = by_sound(out.first);
  out.surname_sound = by_sound(out.surname);
  out.whole_firsts = whole_names_of(out.first);
  return out;
}

NameLink name_link(const PersonName& a, const PersonName& b) {
  const bool one_suffix = a.suffix.empty() != b.suffix.empty();
  if (a.suffix != b.suffix && !one_suffix) return NameLink::none;
  const NameLink surnames = surname_link(a, b);
  if (surnames == NameLink::none) return NameLink::none;
  const NameLink firsts = first_link(a, b);
  // Two that differ in both are too far apart.
  if (surnames != NameLink::same && firsts != NameLink::same) return NameLink::none;
  const NameLink link = std::max({surnames, firsts, inner_link(a.leading, b.leading), inner_link(a.middle, b.middle)});
  if (!one_suffix || link == NameLink::none) return link;
  return surnames == NameLink::same && link < NameLink::spelling ? NameLink::suffix : NameLink::none;
}

bool initials_fit(const PersonName& part, const PersonName& full) {
  NameWords given = full.leading;
  given.push_back(full.first);
  given.insert(given.end(), full.middle.begin(), full.middle.end());
  if (part.leading.size() > given.size()) return false;
  return std::equal(part.leading.begin(), part.leading.end(), given.begin(),
                    [](const std::string& initial, const std::string& word) { return initial[0] == word[0]; });
}

bool is_first_name(std::string_view folded) {
  if (whole_names().contains(folded)) return true;
  return std::any_of(whole_names().begin(), whole_names().end(), [&](const auto& entry) {
    return std::find(entry.second.begin(), entry.second.end(), folded) != entry.second.end();
  });
}

bool is_common_surname(std::string_view folded_surname) {
  static const auto kSurnames = [] {
    std::set<std::string, std::less<>> surnames;
    each_field(common_surnames_text(), [&](std::string_view key, std::string_view value) {
      if (key != "surname" && key != "also") return;
      for (const std::string_view name : split_values(value)) surnames.insert(person_name(name).surname);
    });
    return surnames;
  }();
  return kSurnames.contains(folded_surname);
}

std::string surname_family(std::string_view folded_surname) {
  const std::string sound = by_sound(folded_surname);
  std::string out;
  for (const char c : sound) {
    if (!is_vowel(c) && c != 'h' && (out.empty() || out.back() != c)) out.push_back(c);
  }
  return out.empty() ? sound : out;
}

std::string first_letter_class(const PersonName& name) {
  if (!name.is_full()) return {};
  const auto whole = whole_names().find(name.first);
  const std::string sound = by_sound(whole == whole_names().end() ? name.first : whole->second.front());
  return is_vowel(sound.front()) ? "a" : sound.substr(0, 1);
}

std::string body_family(std::string_view name) {
  constexpr std::array<std::string_view, 13> kForms = {
      "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "llc", "ag", "sa", "nv"};
  constexpr std::array<std::string_view, 2> kOffices = {"department", "ministry"};
  NameWords words = words_of(search_form(name));
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
  if (words.size() > 1 && words.front() == "us") words.erase(words.begin());
  while (words.size() > 1 && std::find(kForms.begin(), kForms.end(), words.back()) != kForms.end()) words.pop_back();
  if (words.size() > 1 && std::find(kOffices.begin(), kOffices.end(), words.back()) != kOffices.end()) {
    words.insert(words.begin(), {words.back(), "of"});
    words.pop_back();
  }
  std::string out;
  for (const std::string& word : words) {
    if (word != "the" && word != "and") out += (out.empty() ? "" : " ") + word;
  }
  return out;
}

}  // namespace dragoman
