// The program's commands and flags, each defined once: the parser, --help, the man page and the shell completions are
// all made from these tables.
#pragma once

#include "dragoman/result.h"

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace dragoman {

/// Exit codes.
inline constexpr int kAllDone = 0;
inline constexpr int kSomeFailed = 1;  // some documents could not be read; the others were
inline constexpr int kCannotRun = 2;   // wrong usage, or model or lexicon missing or broken

struct Flag {
  std::string names;  // "--format" or "-o,--output"; a positional argument has no dash: "PATH"
  std::string value;  // what it takes: "FORMAT"; empty for a switch
  std::string help;   // one sentence without its full stop
  std::variant<bool*, int*, std::string*, std::vector<std::string>*> to;  // where it is laid down; its default there
  std::vector<std::string> choices = {};
  bool required = false;
  int values = 1;  // that a flag with a list takes at one go, at the most

  bool positional() const { return names.front() != '-'; }
};

struct Command {
  std::string name;
  std::string summary;      // one line
  std::string description;  // paragraphs, parted by blank lines; for --help and the man page
  std::vector<Flag> flags = {};
  std::function<int()> run = {};          // after parsing; gives the exit code
  std::vector<Command> subcommands = {};  // of which one must be named
  bool words_with_minus = false;          // "-word" is a word that was typed, not a flag
};

/// `dragoman` itself with all its commands.
Command dragoman_command();

/// Parses the arguments and runs the command that they name. Help goes to standard output, errors to standard error.
int run_program(const Command& command, int argc, const char* const* argv);

/// Prints "dragoman: …" to standard error; gives kCannotRun.
int cannot_run(const Error& error);
/// Whether a document could not be read, which the exit code tells. False where it was set aside, which is no fault: it
/// is no report, or not in English.
inline bool is_fault(const Error& error) {
  return error.kind != ErrorKind::aside && error.kind != ErrorKind::foreign;
}
/// Prints to standard output; gives kAllDone, or cannot_run when it cannot be written. A closed pipe is no error.
int print_result(std::string_view text);

/// The manual page in roff.
std::string man_page(const Command& command);

/// Completions for "bash", "zsh" or "fish".
std::string shell_completion(const Command& command, const std::string& shell);

}  // namespace dragoman
