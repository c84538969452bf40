// What the files of lexicon/meetings/ may hold.
#pragma once

#include "lexicon/schema.h"

namespace dragoman {

extern const RoomSchema kMeetingsSchema;

}  // namespace dragoman
