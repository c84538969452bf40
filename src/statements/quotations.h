// Quotations: the stretches between quotation marks of any style, over sentences and paragraphs.
#pragma once

#include "language/parse.h"

#include <vector>

namespace dragoman {

struct Quotation {
  TokenSpan inside;   // without the marks
  TokenSpan outside;  // with them
  bool closed = true;
};

/// In text order, none within another. An apostrophe is no mark; a paragraph that begins with an opening mark while a
/// quotation is open goes on with it.
std::vector<Quotation> find_quotations(const Parse& parse);

}  // namespace dragoman
