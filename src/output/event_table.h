// Events as tab-separated tables that users of PLOVER and CAMEO load: one row an actor–recipient pair.
//
// An act without a recipient has one row an actor, with the recipient's columns empty. What several did to each other
// (a meeting, an agreement, a fight) has a row each way. In both tables an act of cooperation that is still to come is
// an AGREE (CAMEO 03), as the codebooks ask; the column `status` says planned. Values hold no tabs and no line ends.
#pragma once

#include "dragoman/record.h"
#include "text/text.h"

#include <string>

namespace dragoman {

enum class EventTable { plover, cameo };

/// The names of the columns, with the end of the line.
std::string event_table_header(EventTable table);

/// The rows of one document.
void append_event_table(std::string& out, EventTable table, const Record& record, const Text& text);

}  // namespace dragoman
