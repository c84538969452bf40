// People of a report whom the register of office holders knows.
#pragma once

#include "who/builder.h"

namespace dragoman {

/// Gives people their full name, country and office from the register, where name and office agree with it and the date
/// allows it, and notes in `b.registered` who they are there.
void find_registered(EntityBuilder& b);

}  // namespace dragoman
