// dragoman who, issues, search, show and export: what a store holds of one thing, and all of it for other programs.
#pragma once

#include "program/command.h"

#include <vector>

namespace dragoman {

std::vector<Command> look_commands();
Command export_command();

}  // namespace dragoman
