#include "program/query_commands.h"

#include "output/calendar.h"
#include "program/count_answer.h"
#include "program/event_data_flags.h"
#include "program/event_data_table.h"
#include "program/question_flags.h"
#include "program/saved_questions.h"
#include "program/terminal.h"
#include "query/answer.h"

#include <memory>

#include <fmt/format.h>

namespace dragoman {

namespace {

struct Options {
  View view;
  StoreFlags store;
  QuestionFlags question;
  std::string save;
  bool all_statuses = false;
};

std::string as_table(const Options& o, const Answer& answer, bool forward) {
  if (answer.facts.empty()) return "nothing in the store answers this\n";
  std::vector<std::vector<std::string>> rows, notes;
  std::vector<std::string> links;
  for (const Fact& fact : answer.facts) {
    rows.push_back(cells_of(o.view, fact));
    links.push_back(shows_links(stdout) ? fact.link : "");
    notes.push_back(notes_of(fact, o.store.evidence));
  }
  std::string out = text_table(columns_of(o.view), rows, notes, table_width(stdout), wants_colour(stdout), links);
  if (answer.more) {
    const int next = o.question.offset + o.question.limit;
    out += o.question.sort != "day" ? fmt::format("there are more: --limit N, or --offset {} for the next ones\n", next)
                                    : fmt::format("the {} {}; there are {} ones: --limit N, --offset {} or --{} DATE\n",
                                                  forward ? "first" : "latest", answer.facts.size(),
                                                  forward ? "later" : "earlier", next, forward ? "since" : "until");
  }
  return out;
}

std::string as_calendar(const Answer& answer) {
  std::string out = calendar_begin();
  for (const Fact& fact : answer.facts) {
    const std::string id = fact.label() + "-" + fact.sha.substr(fact.sha.find(':') + 1, 16);
    append_calendar_item(out, calendar_item(fact, id));
  }
  return out + calendar_end();
}

/// Events in the layout of other event data.
int print_event_data(const Options& o, Store& store, const Answer& answer, EventLayout layout) {
  const auto table = EventDataTable::open(layout, o.store.files, o.all_statuses);
  if (!table) return cannot_run(table.error());
  std::string text = (*table)->header();
  if (const auto added = (*table)->append(text, store, answer.facts); !added) return cannot_run(added.error());
  const int code = print_result(text);
  tell_left_out((*table)->left_out());
  return code;
}

int ask(const Options& o) {
  const auto layout = event_layout(o.store.format);
  if (const auto error = check_all_statuses(o.all_statuses, o.store.format)) return cannot_run(*error);
  auto store = open_store(o.store);
  if (!store) return cannot_run(store.error());
  const auto conditions = o.question.conditions();
  if (!conditions) return no_answer(conditions.error());
  const auto by = o.question.counted_by();
  if (!by) return no_answer(by.error());
  if (*by && layout) {
    return cannot_run({ErrorKind::usage, "", "--format " + o.store.format + " prints events; it goes with no --by"});
  }
  if (*by) return answer_counts(store->query, o.view, **by, o.question, *conditions, o.store.format);
  const auto answer = store->query.facts(o.view, *conditions);
  if (!answer) return no_answer(answer.error());
  const Answer& found = *answer;
  if (layout) return print_event_data(o, *store->store, found, *layout);
  if (o.store.format == "table") {
    return print_result(as_table(o, found, o.question.forward()));
  }
  if (o.store.format == "ics") return print_result(as_calendar(found));
  std::vector<Row> rows;
  for (const Fact& fact : found.facts) rows.push_back(row_of(o.view, fact));
  return print_result(rows_in_format(o.store.format, rows, row_of(o.view, Fact{})));
}

Command command_of(View view, const std::string& name, const std::string& summary, const std::string& description) {
  auto o = std::make_shared<Options>();
  o->view = view;
  Command command;
  command.name = name;
  command.summary = summary;
  command.description =
      description +
      "\n\nConditions combine: all must hold. A name is matched without case and accents, in full or "
      "by surname; a country stands for itself and everybody who acts for it. Of many rows the latest "
      "are shown, in order of time. A day with ~ is the day of publication of a report that gives "
      "none. Reports count documents; near copies of these stand behind a plus sign.\n\n"
      "Exit codes: 0 answered, even if with nothing, 1 a name that nobody in the store bears, 2 wrong "
      "usage or no store.";
  command.flags = {o->store.store_flag()};
  for (Flag& flag : o->question.flags(view)) command.flags.push_back(std::move(flag));
  command.flags.push_back(
      {"--evidence", "", "Show below each row the words of the report, the document and its link", &o->store.evidence});
  std::vector<std::string> formats = {"table", "json", "jsonl", "csv"};
  if (view == View::agenda || view == View::meetings) formats.emplace_back("ics");
  if (view == View::events) {
    formats.insert(formats.end(), {"polecat", "icews"});
    command.flags.push_back(all_statuses_flag(o->all_statuses));
    command.flags.push_back({"--gazetteer", "FILE",
                             "Gazetteer, which tells towns from counties and states for polecat and icews",
                             &o->store.files.gazetteer});
  }
  command.flags.push_back(o->store.format_flag(formats));
  command.flags.push_back(o->store.lexicon_flag());
  command.flags.push_back(
      {"--save", "NAME", "Keep the question under a name, for `dragoman ask NAME`, when it can be answered", &o->save});
  const auto flags = command.flags;
  command.run = [o, name, flags, view, summary, description] {
    const int code = ask(*o);
    if (o->save.empty() || code != kAllDone) return code;
    Command asked{.name = name, .summary = "", .description = "", .flags = flags};
    const auto path = store_path(o->store);
    const auto saved = save_question(*path, o->save, words_of(asked, command_of(view, name, summary, description)));
    return saved ? kAllDone : cannot_run(saved.error());
  };
  return command;
}

}  // namespace

std::vector<Command> query_commands() {
  return {
      command_of(View::timeline, "timeline", "Show the course of things: events, meetings and what is to come",
                 "What many reports tell is one row, with the number of its reports. A meeting stands once, though "
                 "it is an event too."),
      command_of(View::events, "events", "Show events of a store",
                 "Who did what to whom, when and where. What many reports tell is one row; `dragoman show` says "
                 "which reports and why they are one."),
      command_of(View::meetings, "meetings", "Show meetings of a store",
                 "Held, planned and cancelled ones with those who took part, day, place and level."),
      command_of(View::statements, "statements", "Show who said what",
                 "Statements with speaker, those spoken to, the words and the issues they are about."),
      command_of(
          View::positions, "positions", "Show who stands where on what",
          "Positions of actors on issues. In brackets stands who voiced one for another, or according to whom it is."),
      command_of(View::agenda, "agenda", "Show what was still to come when it was reported",
                 "Days, what is to take place, with whom and where; --format ics for a calendar.")};
}

}  // namespace dragoman
