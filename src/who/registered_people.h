// People of a report whom the register of office holders knows.
#pragma once

#include "who/builder.h"

namespace dragoman {

/// Gives people their full name, country and office from the register, where name and office agree with it and the date
/// allows it, and notes in `b.registered` who they are there.
void find_registered(EntityBuilder& b);

/// Ends the offices whose holders had left them by the register when the report was written, as far as its date is
/// known or was inferred, and gives "Secretary Paz" the whole name of the office.
void end_registered_offices(EntityBuilder& b);

}  // namespace dragoman
