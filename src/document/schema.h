// What the files of lexicon/story/ may hold.
#pragma once

#include "lexicon/schema.h"

namespace dragoman {

extern const RoomSchema kStorySchema;

}  // namespace dragoman
