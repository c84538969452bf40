// "her Kenyan counterpart, Ana Paz": the office of whoever's counterpart it is.
#pragma once

#include "who/builder.h"

namespace dragoman {

void find_counterparts(EntityBuilder& b);

}  // namespace dragoman
