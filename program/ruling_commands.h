// `dragoman same`, `dragoman apart` and `dragoman rulings`: what a user says of whom is one.
#pragma once

#include "program/command.h"

#include <vector>

namespace dragoman {

std::vector<Command> ruling_commands();

}  // namespace dragoman
