// Who is shown to have voiced a position for its holder.
#pragma once

#include <algorithm>
#include <functional>
#include <vector>

namespace dragoman {

/// Of those who voiced it who is neither the holder nor told as a source: an adviser who says of Peru that it opposes a
/// ban does not speak for it. `key` tells one from another.
template <class One, class Key = std::identity>
std::vector<One> shown_voices(std::vector<One> by, const std::vector<One>& holders, const std::vector<One>& sources,
                              Key key = {}) {
  std::erase_if(by, [&](const One& voice) {
    const auto is_same = [&](const One& other) { return std::invoke(key, other) == std::invoke(key, voice); };
    return std::any_of(holders.begin(), holders.end(), is_same) || std::any_of(sources.begin(), sources.end(), is_same);
  });
  return by;
}

}  // namespace dragoman
