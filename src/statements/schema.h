// What the files of lexicon/statements/ may hold.
#pragma once

#include "lexicon/schema.h"

namespace dragoman {

extern const RoomSchema kStatementsSchema;

}  // namespace dragoman
