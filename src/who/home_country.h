// The country that a story is at home in: the one that most of its words for countries and places speak of.
#pragma once

#include "who/builder.h"

#include <string>

namespace dragoman {

struct HomeCountry {
  std::string code;    // empty where no country stands out
  double share = 0.0;  // of all that speaks of some country
};

/// By names of countries, words for their people, seats of government, towns, and the dateline.
HomeCountry find_home_country(const EntityBuilder& b);

}  // namespace dragoman
