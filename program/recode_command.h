#pragma once

#include "program/command.h"

namespace dragoman {

Command recode_command();

}  // namespace dragoman
