// `dragoman lexicon check`: does the lexicon load, and does every entry do what it promises? `dragoman lexicon schema`:
// what may its files hold?
#pragma once

#include "program/command.h"

namespace dragoman {

Command lexicon_command();

}  // namespace dragoman
