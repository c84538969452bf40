// All that the store holds of one thing, to read or as named values.
#pragma once

#include "dragoman/query.h"
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
/// The tellings of a fact, or all facts of a document, list by list in the order of the text.
Result<std::vector<Fact>> tellings_of(Database& database, std::string_view label);
Result<std::vector<Fact>> facts_of_document(Database& database, std::string_view label);

}  // namespace dragoman
