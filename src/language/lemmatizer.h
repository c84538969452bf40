// The rule lemmatizer: by part of speech, endings are rewritten to words of an index, exceptions first.
#pragma once

#include "dragoman/result.h"
#include "language/hash_index.h"
#include "language/lexeme.h"
#include "language/parse.h"

#include <array>
#include <deque>
#include <span>
#include <string>
#include <vector>

namespace dragoman {

class Lemmatizer {
 public:
  static Result<Lemmatizer> load(const Model& model);

  /// Whether the lists have the word, in small letters, as that part of speech, in any of its forms.
  bool is_word(std::string_view word, Pos pos) const;

  /// Lemmas found so far, bounded between documents.
  struct Workspace {
    HashIndex index;
    std::deque<std::string> lemmas;
  };

  /// Sets the lemma of every token that has none. `words` are those of the tokens.
  void run(Parse& parse, std::span<const WordType> words, Workspace& workspace) const;

 private:
  struct Table {
    bool present = false;
    std::span<const std::uint64_t> index, exception_keys;  // sorted ids
    std::vector<std::string_view> exceptions;              // forms, one to a line, by the exception's number
    std::vector<std::string_view> rules;                   // old and new ending by turns

    bool knows(std::string_view form) const;
  };
  static constexpr std::size_t kPosCount = static_cast<std::size_t>(Pos::x) + 1;

  std::string lemma_of(const Token& token) const;

  std::array<Table, kPosCount> tables_;
};

}  // namespace dragoman
