#include "program/look_commands.h"

#include "output/plain.h"
#include "program/question_flags.h"
#include "program/terminal.h"
#include "query/answer.h"
#include "query/dossier.h"

#include <memory>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace dragoman {

namespace {

struct Options {
  std::vector<std::string> words;
  StoreFlags store;
  QuestionFlags question;

  std::string joined() const { return fmt::format("{}", fmt::join(words, " ")); }
};

std::string described(const Person& p) {
  return fmt::format("{} ({}{}), {} {}", plain_line(p.name), p.type, p.country.empty() ? "" : ", " + p.country,
                     p.documents, p.documents == 1 ? "document" : "documents");
}

void add_list(std::string& out, const char* heading, View view, const std::vector<Fact>& facts, bool evidence) {
  if (facts.empty()) return;
  std::vector<std::vector<std::string>> rows, notes;
  for (const Fact& fact : facts) {
    rows.push_back(cells_of(view, fact));
    notes.push_back(notes_of(fact, evidence));
  }
  out += fmt::format("\n{}\n", heading);
  out += text_table(columns_of(view), rows, notes, table_width(stdout), wants_colour(stdout));
}

std::string as_page(const Dossier& d, bool evidence) {
  std::string out = described(d.who) + "\n";
  if (!d.names.empty()) out += "\nAlso called\n";
  for (const OtherName& n : d.names) {
    append_wrapped(
        out,
        plain_line(fmt::format("{} · {} {} · {}", n.name, n.documents, n.documents == 1 ? "report" : "reports", n.why)),
        2, terminal_width(stdout));
  }
  if (!d.offices.empty()) out += "\nOffices\n";
  for (const Office& o : d.offices) {
    const std::string days = o.first.empty()     ? ""
                             : o.first == o.last ? ", " + o.first
                                                 : fmt::format(", {} to {}", o.first, o.last);
    append_wrapped(out,
                   plain_line(fmt::format("{}{} · {} {}", shown_office(o.status, o.title, o.country), days, o.reports,
                                          o.reports == 1 ? "report" : "reports")),
                   2, terminal_width(stdout));
  }
  if (!d.counterparts.empty()) {
    std::string line;
    for (const Counterpart& c : d.counterparts)
      line += fmt::format("{}{} ({})", line.empty() ? "" : ", ", c.name, c.facts);
    out += "\nCounterparts\n";
    append_wrapped(out, plain_line(line), 2, terminal_width(stdout));
  }
  add_list(out, "Meetings", View::meetings, d.meetings, evidence);
  add_list(out, "Events", View::events, d.events, evidence);
  add_list(out, "Statements", View::statements, d.statements, evidence);
  add_list(out, "Positions", View::positions, d.positions, evidence);
  return out;
}

std::vector<Row> as_rows(const Dossier& d) {
  std::vector<std::string> names, offices, counterparts;
  for (const OtherName& n : d.names) names.push_back(n.name);
  for (const Office& o : d.offices) offices.push_back(shown_office(o.status, o.title, o.country));
  for (const Counterpart& c : d.counterparts) counterparts.push_back(c.name);
  const auto labels = [](const std::vector<Fact>& facts) {
    std::vector<std::string> out;
    out.reserve(facts.size());
    for (const Fact& fact : facts) out.push_back(fact.label());
    return out;
  };
  return {{{"name", d.who.name},
           {"type", d.who.type},
           {"country", d.who.country},
           {"documents", d.who.documents},
           {"also_called", names},
           {"offices", offices},
           {"counterparts", counterparts},
           {"meetings", labels(d.meetings)},
           {"events", labels(d.events)},
           {"statements", labels(d.statements)},
           {"positions", labels(d.positions)}}};
}

int who(const Options& o) {
  auto store = open_store(o.store);
  if (!store) return cannot_run(store.error());
  const auto persons = store->query.persons(o.joined());
  if (!persons) return no_answer(persons.error());
  const auto found = store->query.dossier(persons->front(), o.question.limit);
  if (!found) return no_answer(found.error());
  const Dossier& page = *found;
  if (o.store.format != "table") return print_result(rows_in_format(o.store.format, as_rows(page)));
  std::string out;
  if (persons->size() > 1) {
    out += fmt::format("{} are called so; the first follows\n", persons->size());
    for (const Person& p : *persons) out += "  " + described(p) + "\n";
    out += "\n";
  }
  return print_result(out + as_page(page, o.store.evidence));
}

int issues(const Options& o) {
  auto store = open_store(o.store);
  if (!store) return cannot_run(store.error());
  QuestionFlags flags = o.question;
  if (!o.words.empty()) flags.issues.push_back(o.joined());
  const auto conditions = flags.conditions();
  if (!conditions) return no_answer(conditions.error());
  const auto found = store->query.issues(*conditions);
  if (!found) return no_answer(found.error());
  std::vector<Row> rows;
  std::vector<std::vector<std::string>> cells;
  for (const IssueCount& issue : *found) {
    rows.push_back({{"issue", issue.label}, {"topic", issue.topic}, {"documents", issue.documents}});
    cells.push_back({issue.label, issue.topic, std::to_string(issue.documents)});
  }
  if (o.store.format != "table") return print_result(rows_in_format(o.store.format, rows));
  if (cells.empty()) return print_result("nothing in the store answers this\n");
  return print_result(text_table({{"ISSUE", true}, {"TOPIC", true}, {"DOCUMENTS", false, true}}, cells, {},
                                 table_width(stdout), wants_colour(stdout)));
}

/// What a fact tells in a word or in its own words.
std::string said_or_done(const Fact& fact) {
  if (fact.list == FactList::meetings) return "meeting";
  const std::string act = fact.list == FactList::statements ? shown_act(fact) : "";
  if (!act.empty()) return act + ": " + fact.words;
  return fact.words.empty() ? shown_type(fact) : fact.words;
}

/// "v12  2016-09-05  Japan, Russia  CONSULT"
std::string one_line(const Fact& fact) {
  return fmt::format("{}  {}  {}  {}", fact.label(), shown_date(fact), shown_parties(fact), said_or_done(fact));
}

int look_for(const Options& o) {
  auto store = open_store(o.store);
  if (!store) return cannot_run(store.error());
  const auto conditions = o.question.conditions();
  if (!conditions) return no_answer(conditions.error());
  const auto found = store->query.search(o.joined(), *conditions);
  if (!found) return no_answer(found.error());
  if (o.store.format != "table") {
    std::vector<Row> rows;
    for (const Hit& hit : found->hits) {
      std::vector<std::string> facts;
      for (const Fact& fact : hit.facts) facts.push_back(one_line(fact));
      rows.push_back({{"id", "d" + std::to_string(hit.document)},
                      {"document", hit.uri},
                      {"title", hit.title},
                      {"agency", hit.agency},
                      {"published", hit.published},
                      {"link", hit.link},
                      {"snippet", hit.snippet},
                      {"facts", facts}});
    }
    return print_result(rows_in_format(o.store.format, rows));
  }
  if (found->hits.empty()) return print_result("no document holds these words\n");
  std::string out;
  constexpr int kIndent = 4;
  const int width = terminal_width(stdout);
  std::string facts_table;
  for (const Hit& hit : found->hits) {
    std::string head = fmt::format("d{}  {}", hit.document, hit.title.empty() ? hit.uri : hit.title);
    for (const std::string* part : {&hit.agency, &hit.published, &hit.link}) {
      if (!part->empty()) head += " · " + *part;
    }
    append_wrapped(out, plain_line(head), 0, width);
    append_wrapped(out, plain_line(hit.snippet), 4, width);
    if (!hit.facts.empty()) {
      std::vector<std::vector<std::string>> cells;
      for (const Fact& fact : hit.facts)
        cells.push_back({fact.label(), shown_date(fact), shown_parties(fact), said_or_done(fact)});
      std::string_view table = facts_table =
          text_table({{"ID"}, {"DATE"}, {"WHO", true}, {"WHAT", true}}, cells, {}, width - kIndent, false);
      table.remove_prefix(table.find('\n') + 1);  // the heading
      while (!table.empty()) {
        const std::size_t end = table.find('\n') + 1;
        out.append(kIndent, ' ').append(table.substr(0, end));
        table.remove_prefix(end);
      }
    }
  }
  if (found->more) out += fmt::format("the best {}; there are more: --limit N\n", found->hits.size());
  return print_result(out);
}

int show(const Options& o) {
  auto store = open_store(o.store);
  if (!store) return cannot_run(store.error());
  std::string out;
  std::vector<Row> rows;
  for (const std::string& label : o.words) {
    if (o.store.format == "table") {
      const auto text = store->query.describe(label, terminal_width(stdout));
      if (!text) return no_answer(text.error());
      out += (out.empty() ? "" : "\n") + *text;
    } else {
      const bool document = label.starts_with('d');
      const auto facts = document ? store->query.document_facts(label) : store->query.tellings(label);
      if (!facts) return no_answer(facts.error());
      for (const Fact& fact : *facts) rows.push_back(row_of(document ? View::timeline : view_of(fact.list), fact));
    }
  }
  return print_result(o.store.format == "table" ? out : rows_in_format(o.store.format, rows));
}

using Run = int (*)(const Options&);

Command command_of(const std::shared_ptr<Options>& o, Run run, Command command, std::vector<Flag> own,
                   bool csv = true) {
  std::vector<std::string> formats = {"table", "json", "jsonl"};
  if (csv) formats.emplace_back("csv");
  command.flags = std::move(own);
  command.flags.push_back(o->store.store_flag());
  command.flags.push_back(o->store.format_flag(std::move(formats)));
  command.flags.push_back(o->store.lexicon_flag());
  command.run = [o, run] { return run(*o); };
  return command;
}

/// Those of a view's flags that have these names.
std::vector<Flag> some_flags(QuestionFlags& flags, std::initializer_list<std::string_view> names) {
  std::vector<Flag> out;
  for (Flag& flag : flags.flags(View::statements)) {
    if (std::find(names.begin(), names.end(), flag.names) != names.end()) out.push_back(std::move(flag));
  }
  return out;
}

void add(std::vector<Flag>& to, std::vector<Flag> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

Command who_command() {
  auto o = std::make_shared<Options>();
  o->question.limit = 5;
  Command command;
  command.name = "who";
  command.summary = "Show on one page who somebody is";
  command.description =
      "Offices with the days of the reports that give them, those met and dealt with most, and the latest meetings, "
      "events, statements and positions. Where several are called so they are listed first.\n\n"
      "Exit codes: 0 answered, 1 nobody is called so, 2 wrong usage or no store.";
  std::vector<Flag> flags = {
      {"NAME", "", "A name, a country, or an office as \"foreign minister of Japan\"", &o->words, {}, true},
      {"--limit", "N", "At most so many rows of each kind", &o->question.limit},
      {"--evidence", "", "Show the words of the reports, the documents and links", &o->store.evidence}};
  return command_of(o, who, std::move(command), std::move(flags));
}

Command issues_command() {
  auto o = std::make_shared<Options>();
  Command command;
  command.name = "issues";
  command.summary = "Show what is talked about, most first";
  command.description =
      "Issues with the number of documents that have them. With conditions, those of the latest 1,000 statements, "
      "positions and events each that answer them.\n\n"
      "Exit codes: 0 answered, 1 a name that nobody in the store bears, 2 wrong usage or no store.";
  std::vector<Flag> flags = {{"WORDS", "", "Only issues with these words", &o->words}};
  add(flags,
      some_flags(o->question, {"--actor", "--between", "--country", "--since", "--until", "--agency", "--limit"}));
  return command_of(o, issues, std::move(command), std::move(flags));
}

Command search_command() {
  auto o = std::make_shared<Options>();
  o->question.limit = 10;
  Command command;
  command.name = "search";
  command.summary = "Find words in the texts, with the facts beside them";
  command.description =
      "Documents that hold all the words, best first. Words in quotation marks stand together, a word with a minus "
      "before it must not be there, and word* is the beginning of one; OR in capitals asks for either of two words. "
      "Case, "
      "accents, apostrophes, hyphens and the full stops of U.S. do not matter. Below each hit stand the facts whose "
      "words hold what was sought.\n\n"
      "Exit codes: 0 answered, even if with nothing, 1 an agency that the store does not know, 2 wrong usage or no "
      "store.";
  command.words_with_minus = true;
  std::vector<Flag> flags = {{"WORDS", "", "Words to look for", &o->words, {}, true}};
  add(flags, some_flags(o->question, {"--since", "--until", "--agency", "--limit"}));
  return command_of(o, look_for, std::move(command), std::move(flags));
}

Command show_command() {
  auto o = std::make_shared<Options>();
  Command command;
  command.name = "show";
  command.summary = "Show all that is stored of one thing";
  command.description =
      "v12 is an event, m12 a meeting, q12 a statement, k12 a position, a12 an item of the agenda, d12 a document. "
      "Every report is shown with its words, document, day and link, and why several are taken for one.\n\n"
      "Exit codes: 0 shown, 1 nothing has that number, 2 wrong usage or no store.";
  return command_of(o, show, std::move(command),
                    {{"ID", "", "Numbers from the first column of a table", &o->words, {}, true}});
}

}  // namespace

std::vector<Command> look_commands() {
  return {who_command(), issues_command(), search_command(), show_command()};
}

}  // namespace dragoman
