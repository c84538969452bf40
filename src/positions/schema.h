// What the files of lexicon/positions/ may hold.
#pragma once

#include "lexicon/schema.h"

namespace dragoman {

extern const RoomSchema kPositionsSchema;

}  // namespace dragoman
