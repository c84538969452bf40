// What the files of lexicon/who/ may hold.
#pragma once

#include "lexicon/schema.h"

namespace dragoman {

extern const RoomSchema kWhoSchema;

}  // namespace dragoman
