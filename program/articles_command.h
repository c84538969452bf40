// `dragoman articles`: what would be read.
#pragma once

#include "articles/reader.h"
#include "program/command.h"

#include <vector>

namespace dragoman {

Command articles_command();

/// The flags that say what the inputs hold: --input-format, --published, --column.
struct InputFlags {
  std::string format = "auto", published;
  std::vector<std::string> columns;

  std::vector<Flag> flags();
  /// An Error (kind usage) says what was found and expected.
  Result<InputOptions> options() const;
};

}  // namespace dragoman
