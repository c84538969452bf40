// Of which country people, bodies and groups are whose country no words beside the name say: "Interior Minister Ana
// Paz", "the police", "John Hale". All countries that the story speaks of compete, and none of them
// (home_candidates.h).
#pragma once

#include "who/builder.h"

namespace dragoman {

/// Gives a country, and with it to offices that have none, to all for whom one is likely enough; bodies first, then
/// people by name, then groups and people without a name. What the rules of context.h gave is weighed anew.
void find_homes(EntityBuilder& b);

}  // namespace dragoman
