#include "program/lexicon_command.h"

#include "lexicon/schema_table.h"
#include "lexicon/survey.h"
#include "program/files.h"
#include "program/gaps_command.h"
#include "reader/check.h"
#include "reader/lexicon_schemas.h"

#include <memory>

#include <fmt/format.h>

namespace dragoman {

namespace {

std::string counts(const LexiconSurvey& survey) {
  std::string text;
  std::size_t entries = 0;
  for (const auto& kind : survey.kinds) {
    text += fmt::format("{:<32} {:<14} {:>6} entries", kind.file, kind.name, kind.entries);
    if (kind.expectations > 0) text += fmt::format(", {} expectations", kind.expectations);
    text += "\n";
    entries += kind.entries;
  }
  return text + fmt::format("{} entries in all\n", entries);
}

int check_lexicon(FileChoice choice) {
  choice.keep_doubtful = true;  // an example tests how a sentence is read, not how sure that is
  const auto files = find_files(choice);
  if (!files) return cannot_run(files.error());
  const auto broken = lexicon_faults(files->lexicon);
  if (!broken) return cannot_run(broken.error());
  for (const Error& error : *broken) cannot_run(error);
  if (!broken->empty()) return kCannotRun;
  const auto reader = ReaderCore::open(*files);
  if (!reader) return cannot_run(reader.error());
  const auto survey = survey_lexicon(files->lexicon);
  if (!survey) return cannot_run(survey.error());
  const auto examples = load_examples(files->lexicon);
  if (!examples) return cannot_run(examples.error());
  const CheckReport report = check_cases(**reader, *examples);
  std::string text = counts(*survey);
  for (const std::string& lacking : survey->without_example) text += "\n" + lacking + "\n";
  for (const std::string& failure : report.failures) text += "\n" + failure + "\n";
  const std::size_t faults = survey->without_example.size() + report.failures.size();
  text += fmt::format("{}{} examples with {} expectations read, {} faults\n", faults > 0 ? "\n" : "", report.cases,
                      report.expectations, faults);
  if (const int code = print_result(text); code != kAllDone) return code;
  return faults == 0 ? kAllDone : kSomeFailed;
}

}  // namespace

Command lexicon_command() {
  auto choice = std::make_shared<FileChoice>();
  Command check;
  check.name = "check";
  check.summary = "Load the lexicon, count its entries and read every example";
  check.description =
      "FOLDER is the lexicon's; without it the one that `dragoman read` would use. Each entry must be as `dragoman "
      "lexicon schema` says, each must have an example, and what its expect: lines say must come of it.\n\n"
      "Exit codes: 0 all is well, 1 an entry has no example or its example does not yield what is expected, 2 a file "
      "is broken (each line is named) or there is no model to read with.";
  check.flags = file_flags(*choice);
  for (Flag& flag : check.flags) {
    if (flag.names == "--lexicon") flag.names = "FOLDER", flag.value = "", flag.help = "The folder of the lexicon";
  }
  check.run = [choice] { return check_lexicon(*choice); };
  Command command;
  command.name = "lexicon";
  Command schema;
  schema.name = "schema";
  schema.summary = "Print which keys and values the lexicon's files have";
  schema.description =
      "A table in Markdown for each kind of entry of each file: its keys, which of them begin an entry, are needed or "
      "may repeat, and the values that they may have.";
  schema.run = [] { return print_result(schema_tables(lexicon_schemas())); };
  command.summary = "Check the lexicon, print its schema, or list what it does not decide";
  command.description = "The lexicon is the folder of text files that holds all that the rules know of words.";
  command.subcommands = {std::move(check), gaps_command(), std::move(schema)};
  return command;
}

}  // namespace dragoman
