// Surnames alone of those whom everybody knows: "Merkel said …" is who held an office of the register on the day of the
// report.
#pragma once

#include "who/builder.h"

namespace dragoman {

/// Gives full name, country and office to people whom the report names by one word and without an office, where one
/// holder of that surname alone was in office on the report's day, and the report speaks of his or her country. Reports
/// without a day stay as they are.
void find_known_leaders(EntityBuilder& b);

}  // namespace dragoman
