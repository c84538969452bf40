#include "petrarch/schema.h"

#include "lexicon/codebooks.h"

namespace dragoman {

namespace {

constexpr KeySchema kCode[] = {
    {.key = "code", .says = "a CAMEO code; the longest that begins an event's counts", .form = &kCameoForm},
    {.key = "type", .says = "PLOVER's type", .one_of = kEventTypes, .needed = true},
    {.key = "mode", .says = "its mode", .one_of = kEventModes},
};

constexpr EntrySchema kEntries[] = {{.begins = "code", .keys = kCode, .unique = true}};

constexpr FileSchema kFiles[] = {
    {.names = "crosswalk.txt", .says = "From CAMEO codes to PLOVER's types.", .entries = kEntries}};

}  // namespace

const RoomSchema kPetrarchSchema{"petrarch", kFiles};

}  // namespace dragoman
