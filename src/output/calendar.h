// The agenda as an iCalendar file (RFC 5545) that calendar programs take.
//
// An item whose days are known, to a month at the widest, is an event of whole days; one that is known to a season or a
// year is a task that is due by its end; and one whose year or day is not known is a task without a date, for a guess
// would stand in somebody's calendar as a fact. Lines end with CR LF and are folded at 75 octets. The same records give
// the same bytes: a stamp is the day of publication, an identifier is made of the text's digest and the item's number.
#pragma once

#include "dragoman/record.h"
#include "text/text.h"

#include <optional>
#include <string>
#include <vector>

namespace dragoman {

/// What stands before the items of all documents, and after.
std::string calendar_begin();
std::string calendar_end();

/// One item; what is empty is left out. `date` is a TIMEX3 value.
struct CalendarItem {
  std::string id, what, date, place;
  std::optional<double> lat, lon;
  std::vector<std::string> with;
  std::string words;                     // of the report
  std::string title, agency, published;  // of the document
};
void append_calendar_item(std::string& out, const CalendarItem& item);

/// The agenda of one document.
void append_calendar(std::string& out, const Record& record, const Text& text);

}  // namespace dragoman
