// Questions that are kept under a name beside the store, to be asked again: STORE.questions.json.
#pragma once

#include "program/command.h"

#include <string>
#include <vector>

namespace dragoman {

/// The words of a command line that sets the flags of `asked` as they are; `fresh` is the same command before it was
/// parsed. Where the store is, and that the question is kept, is no part of it.
std::vector<std::string> words_of(const Command& asked, const Command& fresh);

/// Keeps a question under a name, in place of one that has it. Errors: no name (kind usage), a file that cannot be read
/// (setup) or written (output).
Result<void> save_question(const std::string& store, const std::string& name, const std::vector<std::string>& words);

/// `dragoman ask`: asks a question that is kept, or lists them.
Command ask_command();

}  // namespace dragoman
