// The words of a summary: how it names who acts, and how it quotes the report.
#pragma once

#include "dragoman/record.h"
#include "text/text.h"

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dragoman {

/// Words between quotation marks; marks of their own inside become single ones, and one that was cut off is closed.
std::string in_quotation_marks(std::string_view words);

/// Words with a quotation mark that was cut off at their end.
std::string with_closed_quotes(std::string words);

/// Whether it has a name of its own: "Kenya", "Farmers' Union", and not "officials".
bool has_proper_name(const Entity& entity);

/// Whether a stretch lies in another.
inline bool lies_in(Span inner, Span outer) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}
inline bool overlap(Span a, Span b) {
  return a.begin < b.end && b.begin < a.end;
}

class SummaryWords {
 public:
  using Countries = std::map<std::string, std::string, std::less<>>;

  /// `countries` has the names of countries by their codes.
  SummaryWords(const Record& record, const Text& text, const Countries& countries)
      : record_(record), text_(text), countries_(countries) {
    for (const Entity& e : record.entities) ++bearers_[e.name];
    of_register_.reserve(record.entities.size());
    for (const Entity& e : record.entities) of_register_.push_back(lacks_its_name(e));
  }

  /// The report's words, on one line.
  std::string quoted(Span span) const;

  /// The country of a code: "Kenya"; the code where it has no name.
  std::string country(const std::string& code) const;

  /// The name on one line, with the body of whom no name is told: "spokesman of provincial court".
  std::string name(const Entity& entity) const;

  /// The name, with "(by the register)" where the report does not say it, or with the country where the name alone
  /// does not tell: "government (Yemen)", one of two foreign ministries.
  std::string label(Index entity) const;
  std::string labels(const std::vector<Index>& entities) const;

  /// Whether the report does not say the name, which the register of office holders gives for "the foreign minister".
  bool is_of_register(Index entity) const { return of_register_[entity]; }

  /// The words that state a fact, such that they can be read by themselves: where they name none of those who act
  /// ("killing six soldiers") or go on from what stands before ("who was killed"), the sentence up to their end, or who
  /// it is and "…" before them where that would be long; the whole sentence where they are a few words.
  /// Of those to whom something is done by somebody untold, `first` asks that they stand first ("six men were held",
  /// not "blamed on the rebels").
  std::string evidence(const Evidence& evidence, const std::vector<Index>& actors, bool first = false) const;

 private:
  bool lacks_its_name(const Entity& entity) const;
  bool names_one(const std::vector<Index>& actors, Span words) const;
  std::string named_before(const std::vector<Index>& actors, Span before) const;

  const Record& record_;
  const Text& text_;
  const Countries& countries_;
  std::unordered_map<std::string_view, std::size_t> bearers_;  // how many entities have a name
  std::vector<bool> of_register_;                              // for each entity
};

}  // namespace dragoman
