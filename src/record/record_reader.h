// The record out of its JSON: the inverse of record_json.h. What record_json wrote, read and written again, is the same
// bytes.
#pragma once

#include "dragoman/record.h"
#include "dragoman/result.h"

#include <string_view>

namespace dragoman {

/// A record with what made it.
struct KeptRecord {
  Record record;
  Generator generator;
};

/// Reads one JSON object of the schema dragoman.record/1. The words that stand beside spans are not read: they follow
/// from the text. Errors (kind input): no JSON, another schema, a field that is missing or of another type, a word
/// outside a closed set, or a reference or span that leads nowhere.
Result<KeptRecord> record_from_json(std::string_view json);

}  // namespace dragoman
