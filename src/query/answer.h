// Facts as rows of a table and as named values.
#pragma once

#include "output/calendar.h"
#include "output/table.h"
#include "query/facts.h"
#include "query/question.h"

#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// The view of one list.
View view_of(FactList list);

/// The facts of a view that answer a question (StoreQuery::facts).
Answer answer(Database& database, View view, const Question& question);

/// The days as they are shown: "2016-12-15", or "~2016-12-15" where the day of publication stands in for none.
std::string shown_date(const Fact& fact);
/// Who does what to whom: "Japan, Russia", "Japan → Russia".
std::string shown_parties(const Fact& fact);
/// "ASSAULT (artillery)", "summit", "direct".
std::string shown_type(const Fact& fact);

/// What a speaker does by the statement, where it is not plain saying: "deny", "did not say", "is to promise".
std::string shown_act(const Fact& fact);

std::vector<Column> columns_of(View view);
std::vector<std::string> cells_of(View view, const Fact& fact);
/// On what reports disagree, and with `evidence` the words of the report and the document.
std::vector<std::string> notes_of(const Fact& fact, bool evidence);

/// A meeting or an item of the agenda for a calendar, under that identifier.
CalendarItem calendar_item(const Fact& fact, std::string id);

/// All values, under names of their own.
Row row_of(View view, const Fact& fact);

}  // namespace dragoman
