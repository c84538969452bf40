// The reader that tests share, with the model that this machine has.
#pragma once

#include "reader/core.h"

namespace dragoman {

/// Opened once with the lexicon of this tree; null, after a warning, where no model was made yet (`make model`). A
/// reader that cannot be opened for another reason fails the test.
const ReaderCore* test_reader();

/// What the reader says of the text; a text that it cannot read fails the test.
Record read_record(const ReaderCore& reader, std::string text);

}  // namespace dragoman
