// `dragoman read`: documents in, records out.
#pragma once

#include "program/command.h"

namespace dragoman {

Command read_command();

}  // namespace dragoman
