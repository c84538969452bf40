// Seats of government that stand for the government: "There was no comment from Oslo", "Oslo, which has accused …".
#pragma once

#include "story/story.h"

namespace dragoman {

/// Whether the words behind or before a seat say that it speaks, though it stands behind a preposition of place.
bool seat_speaks(const Story& story, TokenIndex seat);

}  // namespace dragoman
