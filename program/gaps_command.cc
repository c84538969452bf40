#include "program/gaps_command.h"

#include "articles/source.h"
#include "program/articles_command.h"
#include "program/files.h"
#include "program/ordered.h"
#include "program/terminal.h"
#include "reader/core.h"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

namespace dragoman {

namespace {

struct GapOptions {
  std::vector<std::string> paths;
  InputFlags input;
  FileChoice files;
  int least = 2, jobs = 0;
};

struct Outcome {
  Coverage coverage;
  bool failed = false;
  std::string message;  // why it was not read
};

Outcome survey(const ReaderCore& reader, const Result<Document>& document, Engine::Workspace& workspace) {
  if (!document) return {{}, is_fault(document.error()), document.error().to_string()};
  auto coverage = reader.coverage(*document, workspace);
  if (!coverage) return {{}, is_fault(coverage.error()), coverage.error().to_string()};
  return {std::move(*coverage), false, {}};
}

std::string share_line(const Coverage::Share& share, std::string_view what) {
  const double part = share.clauses == 0 ? 0 : static_cast<double>(share.decided) / static_cast<double>(share.clauses);
  return fmt::format("{} of {} clauses with {} are decided ({:.3f})\n", share.decided, share.clauses, what, part);
}

std::string report(const Coverage& coverage, std::size_t least) {
  std::string text = share_line(coverage.as_agent(), "somebody who can act as agent") +
                     share_line(coverage.as_patient(), "one as patient alone");
  for (const Gap& gap : coverage.gaps(least)) {
    text += fmt::format("\n{:>5}  {}\n", gap.times, gap.verb);
    for (const std::string& example : gap.examples) text += fmt::format("       {}\n", example);
  }
  return text;
}

int list_gaps(const GapOptions& o) {
  if (o.least < 1) {
    return cannot_run(
        {ErrorKind::usage, "", fmt::format("--least is {}, expected a number of clauses, 1 or more", o.least)});
  }
  const auto threads = threads_for(o.jobs);
  if (!threads) return cannot_run(threads.error());
  auto input = o.input.options();
  if (!input) return cannot_run(input.error());
  const auto files = find_files(o.files);
  if (!files) return cannot_run(files.error());
  const auto reader = ReaderCore::open(*files);
  if (!reader) return cannot_run(reader.error());
  DocumentSource source(o.paths, std::move(*input), (*reader)->pages());
  Coverage all;
  Progress progress;
  std::size_t done = 0, failed = 0;
  work_in_order(
      *threads, [&] { return source.next(); },
      [&] {
        return [&reader, workspace = std::make_unique<Engine::Workspace>()](const Result<Document>& document) {
          return survey(**reader, document, *workspace);
        };
      },
      [&](Outcome&& outcome) {
        all.add(outcome.coverage);
        failed += outcome.failed ? 1 : 0;
        if (!outcome.message.empty()) progress.complain(outcome.message);
        progress.show(++done, source.fraction_read());
        return true;
      });
  progress.clear();
  const int printed = print_result(report(all, static_cast<std::size_t>(o.least)));
  return printed != kAllDone ? printed : failed == 0 ? kAllDone : kSomeFailed;
}

}  // namespace

Command gaps_command() {
  auto o = std::make_shared<GapOptions>();
  Command command;
  command.name = "gaps";
  command.summary = "List the verbs in reports that no entry of the lexicon decides";
  command.description =
      "Counts the clauses whose agent or patient is somebody who can act: a country, a government, an office holder, "
      "an armed group, a party or an international body. A clause is decided where an entry knows its verb in that "
      "use, be it as an event, as speech or a stance, as a meeting, as what decides over the clause below it, or, in "
      "events/none.txt, as what tells of no event. Printed are the shares that are decided and the verbs of the "
      "others, the most frequent first, each with three examples.\n\n"
      "Exit codes: 0 all documents were read, 1 some could not be, 2 nothing was done because of the options, the "
      "model or the lexicon.";
  command.flags = {
      {"PATH", "", "Files and folders to read", &o->paths, {}, true},
      {"--least", "N", "Only verbs that are undecided so often or more", &o->least},
      {"-j,--jobs", "N", "Threads; 0, the default, stands for one a core", &o->jobs},
  };
  for (Flag& flag : o->input.flags()) command.flags.push_back(std::move(flag));
  for (Flag& flag : file_flags(o->files)) command.flags.push_back(std::move(flag));
  command.run = [o] { return list_gaps(*o); };
  return command;
}

}  // namespace dragoman
