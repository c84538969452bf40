// `dragoman gazetteer import` and `dragoman gazetteer info`.
#pragma once

#include "program/command.h"

namespace dragoman {

Command gazetteer_command();

}  // namespace dragoman
