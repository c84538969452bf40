#include "program/add_command.h"
#include "program/articles_command.h"
#include "program/command.h"
#include "program/documents_commands.h"
#include "program/gazetteer_command.h"
#include "program/judge_commands.h"
#include "program/lexicon_command.h"
#include "program/look_commands.h"
#include "program/model_command.h"
#include "program/query_commands.h"
#include "program/read_command.h"
#include "program/recode_command.h"
#include "program/ruling_commands.h"
#include "program/saved_questions.h"
#include "program/serve_command.h"
#include "record/record_json.h"

#include <memory>

namespace dragoman {

namespace {

Command schema_command() {
  Command command;
  command.name = "schema";
  command.summary = "Print the JSON Schema of the record";
  command.description = "Every record that `dragoman read --format json` prints follows it.";
  command.run = [] { return print_result(record_schema()); };
  return command;
}

Command manual_command() {
  Command command;
  command.name = "manual";
  command.summary = "Print the manual page";
  command.description = "In roff; to read it: dragoman manual | man -l -";
  command.run = [] { return print_result(man_page(dragoman_command())); };
  return command;
}

Command completion_command() {
  auto shell = std::make_shared<std::string>();
  Command command;
  command.name = "completion";
  command.summary = "Print completions for a shell";
  command.description = "For bash: eval \"$(dragoman completion bash)\"";
  command.flags = {{"SHELL", "", "bash, zsh or fish", shell.get(), {"bash", "zsh", "fish"}, true}};
  command.run = [shell] { return print_result(shell_completion(dragoman_command(), *shell)); };
  return command;
}

}  // namespace

Command dragoman_command() {
  Command command;
  command.name = "dragoman";
  command.summary = "Read news reports of diplomacy into a sourced, queryable record";
  command.description =
      "It writes down who did what to whom, when and where, who says so, and the very words of the report that state "
      "it.\n\n"
      "The model, and the lexicon where no flag names it, are looked for in DRAGOMAN_HOME, beside the program, in "
      "PREFIX/share/dragoman and in the cache (DRAGOMAN_CACHE, or dragoman in XDG_CACHE_HOME or ~/.cache). "
      "DRAGOMAN_MODEL names a model file.";
  command.subcommands = {read_command(),   articles_command(), add_command(),       recode_command(),
                         check_command(),  model_command(),    gazetteer_command(), lexicon_command(),
                         schema_command(), manual_command(),   completion_command()};
  std::vector<Command> questions = query_commands();
  for (Command& documents : documents_commands()) questions.push_back(std::move(documents));
  for (Command& ruling : ruling_commands()) questions.push_back(std::move(ruling));
  for (Command& look : look_commands()) questions.push_back(std::move(look));
  questions.push_back(ask_command());
  questions.push_back(export_command());
  questions.push_back(serve_command());
  for (Command& judge : judge_commands()) questions.push_back(std::move(judge));
  command.subcommands.insert(command.subcommands.begin() + 5, std::make_move_iterator(questions.begin()),
                             std::make_move_iterator(questions.end()));
  return command;
}

}  // namespace dragoman
