// What the files of lexicon/events/ may hold.
#pragma once

#include "lexicon/schema.h"

namespace dragoman {

extern const RoomSchema kEventsSchema;

/// Names of the lists in other files that the schema of frames refers to: the classes as conditions name them
/// ("@agreement"), and the prepositions that name slots.
inline constexpr std::string_view kClassSet = "class of classes.txt", kPrepositionSet = "preposition of classes.txt";

}  // namespace dragoman
