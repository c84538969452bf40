// `dragoman serve`: a store in the browser.
#pragma once

#include "program/command.h"

namespace dragoman {

Command serve_command();

}  // namespace dragoman
