// Who stands where: positions on issues, from statements and from the report's own words.
#pragma once

#include "story/story.h"

namespace dragoman {

/// Fills record.positions. Needs find_issues and find_statements before it.
void find_positions(Story& story);

}  // namespace dragoman
