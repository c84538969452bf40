// Lists of spans as a few bytes each, and the functions of SQL that show them: `mentions(blob)` is the JSON
// [[begin, end, "name"], …], `words_of(text, blob)` the words that stand at the spans, parted by " … ".
#pragma once

#include "dragoman/record.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace dragoman {

std::string packed_spans(const std::vector<Span>& spans);
std::string packed_mentions(const std::vector<Mention>& mentions);
/// The inverse; nothing for other bytes.
std::optional<std::vector<Mention>> unpacked_mentions(std::string_view bytes);

/// Makes the functions known to a connection.
void add_span_functions(sqlite3* database);

}  // namespace dragoman
