// Headlines write a comma for "and": "Peru, Oman sign pact".
#pragma once

#include "language/parse.h"
#include "text/text.h"

#include <functional>

namespace dragoman {

/// The parser takes what stands before such a comma for a time, an address or the whole sentence. A headline is read
/// once more with "and" for its comma, and as the parser reads it then where that makes the two the subject of its
/// verb. `parsed` parses a text.
void mend_headline_lists(Parse& parse, const Text& text, const std::function<Parse(const Text&)>& parsed);

}  // namespace dragoman
