// The order in which the rooms read a document.
#pragma once

#include "story/story.h"

namespace dragoman {

/// Fills `story.record` from the parse: document, sentences, then every room in turn (see story/story.h).
void read_rooms(Story& story);

/// Document and sentences alone, as they came in: the first step of read_rooms.
void describe_document(Story& story);

}  // namespace dragoman
