#include "program/event_data_flags.h"
#include "program/event_data_table.h"
#include "program/files.h"
#include "program/look_commands.h"
#include "program/question_flags.h"
#include "program/terminal.h"
#include "program/upgrade_notice.h"

#include <memory>

#include <fmt/format.h>

namespace dragoman {

namespace {

struct ExportOptions {
  std::string folder, store, format, dyads;
  FileChoice files;
  bool records = false, all_statuses = false;
};

/// The events of every report in the layout of other event data.
int print_event_data(Store& store, const ExportOptions& o, EventLayout layout) {
  const auto table = EventDataTable::open(layout, o.files, o.all_statuses);
  if (!table) return cannot_run(table.error());
  if (const int code = print_result((*table)->header()); code != kAllDone) return code;
  bool all = true;
  for (const std::int64_t id : store.originals()) {
    std::string rows;
    const auto added = (*table)->append(rows, store, id);
    if (store.error()) break;  // which the caller tells
    if (!added) {
      all = false;
      tell("dragoman: {}\n", added.error().to_string());
    }
    if (const int code = print_result(rows); code != kAllDone) return code;
  }
  tell_left_out((*table)->left_out());
  return all ? kAllDone : kSomeFailed;
}

/// The record of every document that has one, a line each; what is damaged is named.
int print_records(Store& store) {
  bool all = true;
  for (const std::int64_t id : store.originals()) {
    const auto json = store.record_json(id);
    if (!json) {
      all = false;
      tell("dragoman: {}\n", json.error().to_string());
      continue;
    }
    if (const int code = print_result(*json + "\n"); code != kAllDone) return code;
  }
  return all ? kAllDone : kSomeFailed;
}

int write_out(const ExportOptions& o) {
  StoreFlags flags;
  flags.store = o.store;
  const auto path = store_path(flags);
  if (!path) return cannot_run(path.error());
  const auto layout = event_layout(o.format);
  if (layout && (!o.folder.empty() || !o.dyads.empty() || o.records)) {
    return cannot_run(
        {ErrorKind::usage, "",
         "--format " + o.format + " prints a table of all events; it goes with no folder, --dyads or --records"});
  }
  if (const auto error = check_all_statuses(o.all_statuses, o.format)) return cannot_run(*error);
  if (!layout && o.folder.empty() && o.dyads.empty() && !o.records)
    return cannot_run({ErrorKind::usage, "", "name a folder for the tables, or --dyads month, or --records"});
  Progress progress;
  auto store = Store::open(*path, Store::Mode::read, upgrade_progress(progress));
  if (!store) return cannot_run(store.error());
  tell_upgrade(progress, **store, *path);
  if (layout) {
    const int code = print_event_data(**store, o, *layout);
    return (*store)->error() ? cannot_run(*(*store)->error()) : code;
  }
  const auto format = o.format == "csv" ? ExportFormat::csv : ExportFormat::jsonl;
  if (!o.folder.empty()) {
    const auto written = export_tables(**store, o.folder, format);
    if (!written) return cannot_run(written.error());
  }
  int code = kAllDone;
  if (!o.dyads.empty()) {
    const auto counted = export_dyads(**store, format, [&](std::string_view line) {
      if (code == kAllDone) code = print_result(line);
    });
    if (!counted) return cannot_run(counted.error());
  }
  if (o.records && code == kAllDone) code = print_records(**store);
  if ((*store)->error()) return cannot_run(*(*store)->error());
  return code;
}

}  // namespace

Command export_command() {
  auto o = std::make_shared<ExportOptions>();
  Command command;
  command.name = "export";
  command.summary = "Write the tables of a store for other programs";
  command.description =
      "One file a table in the folder DIR, for R, pandas, DuckDB and the like, and datapackage.json with the type of "
      "each "
      "column; docs/store.md says what the columns hold. Lists are JSON in JSON Lines and tables of their own in "
      "CSV.\n\n"
      "--dyads month prints counts of events instead: country A that acts, country B, month, events, how many of each "
      "of the four classes, and the mean of the Goldstein scores. An event that many reports tell counts once; what "
      "two did with each other counts in both directions; what is only reported, planned, hoped for or denied does not "
      "count.\n\n"
      "--records prints the whole record of every report, a line each, as `dragoman read --format json` printed it.\n\n"
      "Exit codes: 0 written, 1 some records are not kept or damaged, 2 wrong usage, no store, or a file could not be "
      "written.";
  o->format = "csv";
  command.flags = {{"DIR", "", "Folder for the tables; made where there is none", &o->folder},
                   {"--store", "FILE", "The store; DRAGOMAN_STORE names it where this flag does not", &o->store},
                   {"--dyads", "TIME", "Print counts by pair of countries and month", &o->dyads, {"month"}},
                   {"--records", "", "Print the records as JSON", &o->records},
                   {"--format",
                    "FORMAT",
                    "What is written; polecat and icews print all events as those data have them (docs/tables.md)",
                    &o->format,
                    {"csv", "jsonl", "polecat", "icews"}},
                   all_statuses_flag(o->all_statuses),
                   {"--lexicon", "DIR", "Folder of the lexicon", &o->files.lexicon},
                   {"--gazetteer", "FILE", "Gazetteer, as `dragoman gazetteer import` writes it", &o->files.gazetteer}};
  command.run = [o] { return write_out(*o); };
  return command;
}

}  // namespace dragoman
