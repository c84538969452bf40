// What the record has in codes, in words for reading: types, statuses, days, numbers.
#pragma once

#include "query/facts.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace dragoman::web {

/// "Agreement", "Consultation (visit)"; "Meeting (summit)", "Statement", "Agenda".
std::string kind_label(const Fact& fact);
/// "Agreement" for AGREE; the type itself where it is none of PLOVER's.
std::string type_label(std::string_view plover);
/// "verbal cooperation" for 1.
std::string_view quad_label(int quad);

/// A sign that stands before a status, so that it is told by shape too: "●" happened, "○" planned, "⊘" denied.
std::string_view status_sign(std::string_view status);
/// "happened", "said to have happened" …
std::string status_label(FactList list, std::string_view status);

/// "likely right (.86)"
std::string confidence_label(double confidence);

/// "12 February 2019", "a 9 July", "no day given"; `note` says where the day is from, when not from the fact itself:
/// "day of the report".
struct DayLabel {
  std::string day;
  std::string_view note;
};
DayLabel day_of(const Fact& fact);
/// Both in one line: "12 February 2019 (day of the report)".
std::string day_label(const Fact& fact);
/// "March 2016" of "2016-03", "12 February 2019" of "2019-02-12"; empty for none.
std::string day_label(std::string_view day);

/// The same words in one line: blanks at which no line is broken.
std::string unbroken(std::string_view words);

/// "1 report", "1,204 reports"; `many` where it is not `one` with an s.
std::string count_label(std::int64_t n, std::string_view one, std::string_view many = "");
/// The same in one line.
std::string unbroken_count(std::int64_t n, std::string_view one, std::string_view many = "");
/// "12,345"
std::string number_label(std::int64_t n);

/// "a, b and c"
std::string list_label(const std::vector<std::string>& names);

/// What a report is called: its title, or the file that it is from.
std::string report_label(std::string_view title, std::string_view uri);

/// Who published a report, and when, as the day is shown: "Lake News, 3 May 2019"; what there is of it.
std::string source_label(std::string_view agency, std::string_view day);

/// At most so many characters, with "…" where more was.
std::string shortened(std::string_view text, std::size_t characters);

/// The first letter as a capital, where it is one of ASCII.
std::string capital(std::string text);

}  // namespace dragoman::web
