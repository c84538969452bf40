// What a page is made with.
#pragma once

#include "dossier/page.h"
#include "dossier/reading.h"
#include "dossier/summary.h"
#include "dragoman/result.h"
#include "query/answer.h"
#include "query/names.h"

#include <string>
#include <string_view>
#include <vector>

namespace dragoman::web {

class Judging;

struct Context {
  Reading& reading;
  const Summary& summary;
  const CountryNames& countries;
  const Frame& frame;
  const Address& address;
  Judging& judging;

  std::string href(const Address& to) const { return to.to_string(frame.base); }
  Database& db() const { return reading.db(); }
};

/// A page, or an Error: kind input for what is not there (404), kind usage for what cannot be understood (400).
using MadePage = Result<Page>;

/// The conditions of an address, as questions to the store have them: actor, with, country, type, quad, status, issue,
/// place, source, agency, since, until, confidence, reports, sort, offset, limit. Empty ones are as if they were not
/// there. Errors of kind usage: a number or an order that is none.
Result<Question> question_of(const Context& context, View view);
/// A name as it is typed, or the key of somebody: "person_anna_novak".
Result<Party> party_of(const Context& context, std::string_view typed);
/// The key of the actor of that number; empty where there is none.
std::string actor_key(const Context& context, std::int64_t actor);
/// The same of a report.
std::string report_key(const Context& context, std::int64_t document);

/// The facts that answer.
struct Found {
  std::vector<Line> lines;
  bool more = false;
};
Found find_lines(const Context& context, View view, const Question& question);

/// Values of a fact, as its row in JSON and CSV.
Row row_of(const Context& context, View view, const Line& line);
/// The table of that name with a row for each line.
Table lines_table(const Context& context, std::string_view name, View view, const std::vector<Line>& lines);

/// What the page says already, so that its facts need not: nothing; that they are one event, by how many reports and
/// where these differ; the report that they are from.
enum class Said { nothing, happening, report };

/// A fact for reading: what, who, when, the words, who says so, how sure. One <li>.
void write_line(const Context& context, Html& h, const Line& line, View view, Said said = Said::nothing);
void write_lines(const Context& context, Html& h, const std::vector<Line>& lines, View view, Said said = Said::nothing);
/// Names with links, "A, B and C"; those beyond twelve are counted.
void write_bearers(const Context& context, Html& h, const std::vector<Bearer>& bearers, bool offices = false);
/// A link, or the words alone where the address would be longer than any that is answered.
void write_link(const Context& context, Html& h, const Address& to, std::string_view words);
/// A heading with a link to all.
void write_section(const Context& context, Html& h, std::string_view heading, const Address* all,
                   std::string_view what);
/// A bar of that part of a whole, for a cell of a table.
void write_bar(Html& h, double part, double whole, std::string_view kind);
/// Months by quad class, as a table that the charts' script draws from.
void write_months(const Context& context, Html& h, const std::vector<MonthCount>& months, std::string_view caption);
Table months_table(const std::vector<MonthCount>& months);

// The pages.
MadePage front_page(const Context& context);
MadePage list_page(const Context& context, View view);
MadePage happening_page(const Context& context, FactList list);
MadePage report_page(const Context& context);
MadePage reports_page(const Context& context);
MadePage who_page(const Context& context);
MadePage people_page(const Context& context);
MadePage pair_page(const Context& context);
MadePage pairs_page(const Context& context);
MadePage issue_page(const Context& context);
MadePage issues_page(const Context& context);
MadePage map_page(const Context& context);
MadePage search_page(const Context& context);
MadePage about_page(const Context& context);
MadePage judge_page(const Context& context);
MadePage results_page(const Context& context);
/// Lays down the verdict of a form, which the address holds; gives where to go next.
Result<std::string> take_verdict(const Context& context);

}  // namespace dragoman::web
