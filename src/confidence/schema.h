// What the files of lexicon/confidence/ may hold.
#pragma once

#include "lexicon/schema.h"

namespace dragoman {

extern const RoomSchema kConfidenceSchema;

}  // namespace dragoman
