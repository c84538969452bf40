// The country that a story is at home in: the one that most of its words for countries and places speak of.
#pragma once

#include "who/builder.h"

#include <string>

namespace dragoman {

/// Its code (ISO 3166-1 alpha-3), by names of countries, words for their people, seats of government, towns, and the
/// dateline; empty where no country stands out.
std::string find_home_country(const EntityBuilder& b);

}  // namespace dragoman
