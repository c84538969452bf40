// What the files of lexicon/issues/ may hold.
#pragma once

#include "lexicon/schema.h"

namespace dragoman {

extern const RoomSchema kIssuesSchema;

}  // namespace dragoman
