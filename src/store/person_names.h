// Whether two names may be one person's, from the names alone.
//
//   "Ana Paz" and "Ana M. Paz", "Bill Osei" and "William Osei", "Goncz" and "Goencz"; not "Ana M. Paz" and "Ana R. Paz"
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// A person's name in its parts, folded as by search_form().
struct PersonName {
  std::vector<std::string> leading;        // initials before the first name: "j" of "J. Edgar Osei"
  std::string first;                       // the first name in full; empty for a surname alone or with initials
  std::vector<std::string> middle;         // names and initials behind it
  std::string surname;                     // without an Arabic article
  std::string suffix;                      // "jr", "iii"
  std::string first_sound, surname_sound;  // spellings of one sound made one
  std::vector<std::string> whole_firsts;   // the first name, and those that it is a short form of, sorted
  bool is_garbled = false;                 // letters beyond ASCII were broken ("Ã±" for "ñ"), and are mended here

  bool is_full() const { return !first.empty(); }
};
PersonName person_name(std::string_view name);

/// What two names differ in, the closest first. Beyond `spelling` the names alone are not enough; `suffix`: one has a
/// "Jr." or the like, the other none.
enum class NameLink : std::uint8_t { same, middle, short_name, spelling, letter, suffix, none };

/// Of two full names.
NameLink name_link(const PersonName& a, const PersonName& b);

/// True when the initials of `part` ("W. Osei") may stand for the given names of the full name.
bool initials_fit(const PersonName& part, const PersonName& full);

/// A first name that has short forms, or one of these (lexicon/who/short_names.txt).
bool is_first_name(std::string_view folded);

/// A surname that so many bear that it says little (lexicon/who/common_surnames.txt).
bool is_common_surname(std::string_view folded_surname);

/// What spellings of a surname share: its consonants, without doubled ones and those that transcriptions differ in.
std::string surname_family(std::string_view folded_surname);
/// A letter that spellings and short forms of a first name share; empty for a name that is not full.
std::string first_letter_class(const PersonName& name);

/// What names of a body share that differ in "the", "Inc." or "Department of Justice" and "Justice Department".
std::string body_family(std::string_view name);

std::string_view short_names_text();
std::string_view common_surnames_text();

}  // namespace dragoman
