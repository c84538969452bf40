// A record's lists as plain fields of text, with ids shown as names and spans as their words: what expectations are
// matched against (reader/expect.h) and what a failure shows.
#pragma once

#include "dragoman/record.h"
#include "text/text.h"

#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// One field of one item. `values` is empty when the field is absent; each value lists the forms under which it may be
/// asked for, the one to show first (an entity's name, then its other names).
struct ShownField {
  std::string_view name;
  std::vector<std::vector<std::string>> values;
};

using ShownItem = std::vector<ShownField>;

/// The items of a list, by its name in the singular: event, entity, place, time, issue, statement, meeting, position,
/// agenda, boilerplate, sentence, document (always one item). Empty for another name; see is_shown_list.
std::vector<ShownItem> shown_items(const Record& record, const Text& text, std::string_view list);

bool is_shown_list(std::string_view list);
/// True when items of the list have such a field.
bool has_shown_field(std::string_view list, std::string_view field);

/// "type=AGREE actors=Canada,Kenya status=happened": fields that are present, in their order.
std::string to_string(const ShownItem& item);

}  // namespace dragoman
