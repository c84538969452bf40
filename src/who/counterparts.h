// "her Kenyan counterpart, Ana Paz", "her predecessor, Luis Rojas": the office of whoever's counterpart or predecessor
// it is.
#pragma once

#include "who/builder.h"

namespace dragoman {

void find_counterparts(EntityBuilder& b);

/// "the mayor blamed her predecessor, Luis Rojas": he held her office, and holds it no longer.
void find_predecessors(EntityBuilder& b);

}  // namespace dragoman
