// All stretches of the document that a record names.
#pragma once

#include "dragoman/record.h"

#include <functional>

namespace dragoman {

/// Calls `use` with each of them.
void for_each_span(Record& record, const std::function<void(Span&)>& use);

}  // namespace dragoman
