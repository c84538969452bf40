// "I" and "we": in what somebody is quoted with they are who speaks, known only when the statements are; in a document
// that begins "We, the ministers of Fiji and Tonga" they are those.
#pragma once

#include "story/story.h"

namespace dragoman {

/// Adds the mentions of those who issue a document in the first person. Runs before find_statements.
void find_authors(Story& story);

/// Adds the mentions to record.entities, `story.mentions` and `story.mention_at`. Runs after find_statements.
void find_first_person(Story& story);

}  // namespace dragoman
