// How much a person's name looks like the names of a country's office holders: letter by letter ("Hiroshi Nakamura"
// like those of Japan) and by the parts that they share. Built from the register of holders
// (lexicon/who/holders_*.txt).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

class NameOrigins {
 public:
  NameOrigins();
  ~NameOrigins();
  NameOrigins(NameOrigins&&) noexcept;
  NameOrigins& operator=(NameOrigins&&) noexcept;

  /// A name and the country (ISO 3166-1 alpha-3) of whoever bears it; the same name counts once for a country. Not
  /// once a name has been read.
  void add(std::string_view name, std::string_view country);

  /// What a name says of a country. `sum`: how much likelier its runs of three letters are among the names of that
  /// country than among all names, as natural logarithms; `mean`: of all runs; `parts`: which part of the name's words
  /// are words of its names, 0 to 1, each shared out among all countries that have it. 0 for what is not known.
  struct Likeness {
    double sum = 0, mean = 0, parts = 0;
  };
  struct Counts;
  /// A name as it is looked up: what is known of each run of three letters and of each word; null for nothing.
  struct Name {
    std::vector<const Counts*> runs, words;
  };
  /// What that takes is made when it is first asked; any thread may.
  Name read(std::string_view name) const;
  Likeness likeness(const Name& name, const std::string& country) const;

 private:
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

}  // namespace dragoman
