// What the files of lexicon/tables/ may hold.
#pragma once

#include "lexicon/schema.h"

namespace dragoman {

extern const RoomSchema kTablesSchema;

}  // namespace dragoman
