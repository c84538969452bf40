// Who stands where: positions on issues, from statements and from the report's own words.
#pragma once

#include "positions/holders.h"
#include "positions/stances.h"
#include "story/story.h"

namespace dragoman {

/// Fills record.positions. Needs find_issues and find_statements before it.
void find_positions(Story& story);

// The two ways, each adding to record.positions.
class PositionBuilder;
void find_stances(PositionBuilder& b);     // words that take a stance: "opposes the ban"
void find_judgements(PositionBuilder& b);  // what statements demand, promise and judge: "said the dam is a threat"

}  // namespace dragoman
