// The tables of an import: static vectors, norms, tokenizer, ruler and lemmas. All throw what the importer catches.
#pragma once

#include "model/model_writer.h"

#include <string>

namespace dragoman {

/// "vectors/data" and, sorted by key, "vectors/keys" and "vectors/rows"; nothing where the pipeline has no vectors.
void add_static_vectors(const std::string& numpy_array, const std::string& key_to_row, ModelWriter& writer);

/// "norm/keys" (sorted) and "norm/values": the norms that are not a word's lower case.
void add_norms(const std::string& lookups, ModelWriter& writer);

/// "tokenizer/prefix", "/suffix", "/infix", "/url" and "/token" (regular expressions), and "tokenizer/exceptions": for
/// each exception its text, the number of its pieces, and each piece's text and norm.
void add_tokenizer(const std::string& tokenizer, ModelWriter& writer);

/// "ruler/patterns", as JSON.
void add_ruler(const std::string& patterns, ModelWriter& writer);

/// For each part of speech that has them: "lemma/POS/index" (sorted ids), "lemma/POS/exception_keys" (sorted ids) and
/// "lemma/POS/exceptions" (the forms, one to a line), "lemma/POS/rules" (old and new ending by turns).
void add_lemmas(const std::string& lookups, ModelWriter& writer);

}  // namespace dragoman
