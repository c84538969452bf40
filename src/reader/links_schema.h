// What lexicon/links/ may hold. The build puts it into the store's part of the library (src/store/link_words.cc.in).
#pragma once

#include "lexicon/schema.h"

namespace dragoman {

extern const RoomSchema kLinksSchema;

}  // namespace dragoman
