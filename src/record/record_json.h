// The record as JSON, as schema/record-1.json describes it: keys always in the same order, items named by their place
// in the record's lists ("e1" is the first entity), every span with the words that it covers.
#pragma once

#include "dragoman/record.h"
#include "text/text.h"

#include <string>
#include <string_view>

namespace dragoman {

/// Appends one JSON object, without a line break behind it. `text` is what the record was read from. `indent` blanks a
/// level, or 0 for one line.
void append_record_json(std::string& out, const Record& record, const Text& text, const Generator& generator,
                        int indent = 0);

/// The JSON Schema of the record, as schema/record-1.json has it.
std::string_view record_schema();

}  // namespace dragoman
