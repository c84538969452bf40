// What the files of lexicon/petrarch/ may hold.
#pragma once

#include "lexicon/schema.h"

namespace dragoman {

extern const RoomSchema kPetrarchSchema;

}  // namespace dragoman
