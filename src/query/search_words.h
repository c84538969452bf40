// What was typed into a search as the expression that the index of texts is asked with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// A word or phrase that was typed, in all the ways that the texts may write it: "O'Neill" as `o neill` and `oneill`.
struct SearchTerm {
  std::vector<std::string> ways;  // in the form of words_as_indexed(), never empty
  bool unwanted = false;          // a minus stood before it
  bool begins = false;            // an asterisk stood behind it: the last word goes on
};

/// The terms, each once. Between two words AND in capitals says nothing, OR makes one term of them, NOT is a minus. Words in quotation marks of any kind are one, as are those of a word with hyphens,
/// apostrophes or full stops in it; a possessive 's is passed over; no sign of the index's own language comes through.
std::vector<SearchTerm> search_terms(std::string_view typed);

/// The expression for a full-text index of SQLite: all terms that are wanted, none that is not.
std::string match_expression(const std::vector<SearchTerm>& terms);

/// The words of a text as the index has them: in small letters, without accents, parted by one blank. "O'Neill's" is
/// "o neill s".
std::string words_as_indexed(std::string_view text);

}  // namespace dragoman
