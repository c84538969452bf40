// What the files of lexicon/clauses/ may hold.
#pragma once

#include "lexicon/schema.h"

namespace dragoman {

extern const RoomSchema kClausesSchema;

}  // namespace dragoman
