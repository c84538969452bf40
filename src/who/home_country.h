// The country that a story is at home in: the one that most of its words for countries and places speak of. Those who
// hold an office of state, a party's or a union's, and the police, the officials and the residents that a story names
// without a country are of that one, where nothing else says whose they are.
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

/// Gives the home country to people in office, bodies and groups that have none, and the country of a body to who holds
/// an office in it. Posts abroad, bodies of several states and what is called foreign or international stay without.
void give_home_country(EntityBuilder& b);

}  // namespace dragoman
