// `dragoman documents` and `dragoman stats`: what a store is made of.
#pragma once

#include "program/command.h"

#include <vector>

namespace dragoman {

std::vector<Command> documents_commands();

}  // namespace dragoman
