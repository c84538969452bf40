// A JSON object as a document: that of JSON Lines, of `dragoman articles --format jsonl`, of other programs that take
// reports from pages.
#pragma once

#include "articles/field_words.h"
#include "dragoman/document.h"
#include "dragoman/result.h"

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace dragoman {

/// The fields are those of the layout "json" in lexicon/articles/fields.txt; others are passed over. An author may be a
/// list, a publisher an object with a name, a text a list of paragraphs. Errors (kind input): no text, a field of
/// another type.
Result<Document> document_of_json(const nlohmann::json& json, const std::string& where, const FieldWords& words);

/// Whether the object has a field for the text.
bool has_text(const nlohmann::json& json, const FieldWords& words);

}  // namespace dragoman
