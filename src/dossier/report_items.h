// What a record holds, item by item, in words for the margin of its text.
#pragma once

#include "dossier/context.h"
#include "dragoman/record.h"
#include "text/text.h"

#include <string>

namespace dragoman::web {

struct ReportItem {
  std::string kind;        // "Accusation", "Statement", "person"; empty when there is no such item
  Html line, meta;         // who, whom, what; then status, day, place, who says so, how sure
  std::string words = {};  // the first words of what was said
  bool unsure = false;
};

/// The item by its name in the record: "v3" an event, q statement, m meeting, k position, a agenda, e entity, p place,
/// t time.
ReportItem report_item(const Context& context, std::int64_t document, const Text& text, const Record& record,
                       const std::string& id);

/// How sure an item is; 1 for what has no confidence.
double confidence_of(const Record& record, const std::string& id);

}  // namespace dragoman::web
