// The fields of a file of the lexicon that is compiled into the program.
#pragma once

#include "lexicon/stanza.h"

#include <string_view>

namespace dragoman {

/// Calls use(key, value) for each line "key: value". Values stand on one line; comments are left out.
template <class Use>
void each_field(std::string_view text, Use use) {
  for (const std::string_view line : split_values(text, '\n')) {
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos || line.starts_with('#')) continue;
    use(line.substr(0, colon), line.substr(colon + 2));
  }
}

}  // namespace dragoman
