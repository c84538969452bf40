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
  std::optional<Error> error;
  std::string aside;  // why it was not read, where that is no error
};

Outcome survey(const ReaderCore& reader, const Result<Document>& document, Engine::Workspace& workspace) {
  if (!document && document.error().kind == ErrorKind::aside) return {{}, {}, document.error().to_string()};
  if (!document) return {{}, document.error(), {}};
  auto coverage = reader.coverage(*document, workspace);
  if (!coverage && coverage.error().kind == ErrorKind::foreign) return {{}, {}, coverage.error().to_string()};
  if (!coverage) return {{}, coverage.error(), {}};
  return {std::move(*coverage), {}, {}};
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

int list_gaps(GapOptions o) {
  const auto usage = [](const char* flag, int found, const char* expected) {
    return cannot_run({ErrorKind::usage, "", fmt::format("{} is {}, expected {}", flag, found, expected)});
  };
  if (o.least < 1) return usage("--least", o.least, "a number of clauses, 1 or more");
  if (o.jobs < 0) return usage("--jobs", o.jobs, "a number of threads, or 0 for all");
  if (o.jobs == 0) o.jobs = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
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
      o.jobs, [&] { return source.next(); },
      [&] {
        return [&reader, workspace = std::make_unique<Engine::Workspace>()](const Result<Document>& document) {
          return survey(**reader, document, *workspace);
        };
      },
      [&](Outcome&& outcome) {
        all.add(outcome.coverage);
        failed += outcome.error.has_value();
        if (outcome.error || !outcome.aside.empty()) {
          progress.clear();
          fmt::print(stderr, "dragoman: {}\n", outcome.error ? outcome.error->to_string() : outcome.aside);
        }
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
