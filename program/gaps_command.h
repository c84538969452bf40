// `dragoman lexicon gaps`: what do those who can act do in these reports that no entry decides?
#pragma once

#include "program/command.h"

namespace dragoman {

Command gaps_command();

}  // namespace dragoman
