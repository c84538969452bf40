// What the files of lexicon/when/ may hold.
#pragma once

#include "lexicon/schema.h"

namespace dragoman {

extern const RoomSchema kWhenSchema;

}  // namespace dragoman
