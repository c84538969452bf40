// What the files of lexicon/articles/ may hold.
#pragma once

#include "lexicon/schema.h"

namespace dragoman {

extern const RoomSchema kArticlesSchema;

}  // namespace dragoman
