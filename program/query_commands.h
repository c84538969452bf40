// dragoman timeline, events, meetings, statements, positions, agenda: facts of a store under conditions.
#pragma once

#include "program/command.h"

#include <vector>

namespace dragoman {

std::vector<Command> query_commands();

}  // namespace dragoman
