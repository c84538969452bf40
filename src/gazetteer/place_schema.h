// What the files of lexicon/where/ may hold.
#pragma once

#include "lexicon/schema.h"

namespace dragoman {

extern const RoomSchema kWhereSchema;

}  // namespace dragoman
