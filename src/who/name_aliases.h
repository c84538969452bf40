// Names by which somebody is better known: "Ana Paz, a singer better known as La Paloma".
#pragma once

#include "who/name_spans.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace dragoman {

/// From the words of each such name to those of the name before it that it is another one for.
std::unordered_map<std::string, std::string> find_aliases(const EntityBuilder& b,
                                                          const std::vector<NameCandidate>& names);

}  // namespace dragoman
