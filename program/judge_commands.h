// `dragoman sample` and `dragoman judged`: how much of a store is right, by people's verdicts.
#pragma once

#include "program/command.h"

#include <vector>

namespace dragoman {

std::vector<Command> judge_commands();

}  // namespace dragoman
