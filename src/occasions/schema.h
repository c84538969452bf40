// What the files of lexicon/occasions/ may hold.
#pragma once

#include "lexicon/schema.h"

namespace dragoman {

extern const RoomSchema kOccasionsSchema;

}  // namespace dragoman
