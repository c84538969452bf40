// Words that no text has, such as lemmas.
#pragma once

#include "language/parse.h"

#include <algorithm>
#include <memory>
#include <memory_resource>
#include <string_view>

namespace dragoman {

/// A copy of the word that lives as long as the parse.
inline std::string_view kept(Parse& parse, std::string_view word) {
  if (!parse.storage) parse.storage = std::make_unique<std::pmr::monotonic_buffer_resource>();
  char* copy = static_cast<char*>(parse.storage->allocate(std::max<std::size_t>(word.size(), 1), 1));
  std::copy(word.begin(), word.end(), copy);
  return {copy, word.size()};
}

}  // namespace dragoman
