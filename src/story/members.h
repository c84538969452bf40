// Sets of entities as the record has them: who took part, who acted.
#pragma once

#include "dragoman/record.h"

#include <algorithm>
#include <vector>

namespace dragoman {

inline bool holds(const std::vector<Index>& members, Index e) {
  return std::find(members.begin(), members.end(), e) != members.end();
}

/// Whether both have one of them.
inline bool share(const std::vector<Index>& a, const std::vector<Index>& b) {
  return std::any_of(a.begin(), a.end(), [&](Index e) { return holds(b, e); });
}

inline std::vector<Index> sorted(std::vector<Index> members) {
  std::sort(members.begin(), members.end());
  return members;
}

}  // namespace dragoman
