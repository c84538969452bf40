// What of a document is story and what is not: bylines, datelines, captions, subscription appeals. Finds the agency
// and, where the document came without a date, the one that its dateline gives.
#pragma once

#include "story/story.h"

namespace dragoman {

/// Fills document.boilerplate, document.agency, document.published (basis "dateline") and `story.boilerplate`.
void find_zones(Story& story);

}  // namespace dragoman
