// `dragoman add` and `dragoman check`: the store's documents.
#pragma once

#include "program/command.h"

namespace dragoman {

Command add_command();
Command check_command();

}  // namespace dragoman
