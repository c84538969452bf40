#include "program/look_commands.h"
#include "program/question_flags.h"
#include "query/export.h"

#include <memory>

namespace dragoman {

namespace {

struct ExportOptions {
  std::string folder, store, format, dyads;
};

int write_out(const ExportOptions& o) {
  StoreFlags flags;
  flags.store = o.store;
  const auto path = store_path(flags);
  if (!path) return cannot_run(path.error());
  if (o.folder.empty() && o.dyads.empty())
    return cannot_run({ErrorKind::usage, "", "name a folder for the tables, or --dyads month"});
  auto store = Store::open(*path, Store::Mode::read);
  if (!store) return cannot_run(store.error());
  const auto format = o.format == "csv" ? ExportFormat::csv : ExportFormat::jsonl;
  if (!o.folder.empty()) {
    const auto written = export_tables((*store)->database(), o.folder, format);
    if (!written) return cannot_run(written.error());
  }
  int code = kAllDone;
  if (!o.dyads.empty()) {
    export_dyads((*store)->database(), format, [&](std::string_view line) {
      if (code == kAllDone) code = print_result(line);
    });
  }
  if ((*store)->database().error()) return cannot_run(*(*store)->database().error());
  return code;
}

}  // namespace

Command export_command() {
  auto o = std::make_shared<ExportOptions>();
  Command command;
  command.name = "export";
  command.summary = "Write the tables of a store for other programs";
  command.description =
      "One file a table in the folder DIR, for R, pandas, DuckDB and the like; docs/store.md says what the columns "
      "hold.\n\n"
      "--dyads month prints counts of events instead: country A that acts, country B, month, events, how many of each "
      "of the four classes, and the mean of the Goldstein scores. An event that many reports tell counts once; what "
      "two did with each other counts in both directions; what is only planned, hoped for or denied does not count.\n\n"
      "Exit codes: 0 written, 2 wrong usage, no store, or a file could not be written.";
  o->format = "csv";
  command.flags = {{"DIR", "", "Folder for the tables; made where there is none", &o->folder},
                   {"--store", "FILE", "The store; DRAGOMAN_STORE names it where this flag does not", &o->store},
                   {"--dyads", "TIME", "Print counts by pair of countries and month", &o->dyads, {"month"}},
                   {"--format", "FORMAT", "What is written", &o->format, {"csv", "jsonl"}}};
  command.run = [o] { return write_out(*o); };
  return command;
}

}  // namespace dragoman
