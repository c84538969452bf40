// Word types and their features, as spaCy computes them: the ids of a word's form, lower case, norm, prefix, suffix and
// shape.
#pragma once

#include "dragoman/result.h"
#include "model/string_id.h"
#include "text/word_start.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace dragoman {

class Model;

/// The numbers that spaCy gives to the attributes that embeddings are made of.
enum class WordAttribute : std::uint32_t {
  is_space = 6,
  orth = 65,
  lower = 66,
  norm = 67,
  shape = 68,
  prefix = 69,
  suffix = 70,
  spacy = 81
};

struct Lexeme {
  std::uint64_t orth = 0, lower = 0, norm = 0, prefix = 0, suffix = 0, shape = 0;
  std::string_view lower_text;
  WordStart start;
  bool is_space = false;
};

/// A word as the embedding sees it: a lexeme, with the norm that a tokenizer exception may give it.
struct WordType {
  const Lexeme* lexeme = nullptr;
  std::uint64_t norm = 0;
  bool space_after = false;
};

/// "Xxxxx" for "Tokyo", "dd-xxx" for "12-mile"; runs are cut after four; "LONG" for 100 characters and more.
std::string word_shape(std::string_view word);

/// Lower case as in Python's str.lower.
std::string lower_case(std::string_view word);

/// Whether all characters are white space, as Python's str.isspace has it.
bool is_white_space(std::string_view word);

/// Norms by the id of the word; what the model's tables do not name is its lower case.
class NormTable {
 public:
  /// The table "norm/keys" and "norm/values" of a model.
  static Result<NormTable> load(const Model& model);
  /// The id of the norm, or 0 where the table has none.
  std::uint64_t find(std::uint64_t orth) const;
  /// All features of a word; `lower` is its lower case, kept by the caller as long as the lexeme.
  Lexeme lexeme(std::string_view word, std::string_view lower) const;

 private:
  std::span<const std::uint64_t> keys_, values_;
};

}  // namespace dragoman
