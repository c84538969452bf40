// Of which country those are who serve in a body that is called after a town.
#pragma once

#include "who/builder.h"

namespace dragoman {

/// Whoever is of no country yet, and has an office in a body called after a town, is of the town's: "a professor of
/// Dakar University". So is the body.
void give_countries_of_bodies(EntityBuilder& b);

}  // namespace dragoman
