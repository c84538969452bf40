// How sure each item of the record is: the chance that its core is true, from how it was found.
#pragma once

#include "story/story.h"

namespace dragoman {

/// The last room but for the links between lists: gives events, statements, positions, meetings and agenda items their
/// `confidence` and completes their `why`; takes out what is less sure than its list asks for.
void weigh_items(Story& story);

}  // namespace dragoman
