// What an office is of that is no entity yet: the town of a mayor ("Voi Mayor Ana Paz", "the mayor of Voi, Ana Paz"),
// the party or firm of which nothing else is told ("Harvesters leader Luis Rojas", "Ana Paz, founder of Bread for
// All").
#pragma once

#include "story/story.h"

namespace dragoman {

/// Adds the place or the body to record.entities, with the words that name it beside the title, and makes the office
/// one of it; an office of a place takes the place's country, and so does its bearer who has none. Runs behind
/// find_places; no reader of `story.mentions` meets these.
void find_named_owners(Story& story);

}  // namespace dragoman
