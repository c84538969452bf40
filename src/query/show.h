// All that the store holds of one thing, to read or as named values.
#pragma once

#include "output/table.h"
#include "store/database.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// A thing by its number: "v123" an event, "m12" a meeting, "q7" a statement, "k3" a position, "a4" an item of the
/// agenda, "d5" a document. Errors: no such letter or number (kind usage), nothing under that number (kind input).
///
/// For one that several reports tell every telling is given with its words, document, day and link, and why they are
/// taken for one.
Result<std::string> show_text(Database& database, std::string_view label, int width);
/// The same as rows: one a telling, or all facts of a document.
Result<std::vector<Row>> show_rows(Database& database, std::string_view label);

}  // namespace dragoman
