// Marks of list items, which the parser takes for sentences of their own.
#pragma once

#include "language/parse.h"

#include <span>

namespace dragoman {

/// "•", "3." and "-" at the head of an item become part of its sentence. `breaks` are the bytes at which parts of the
/// text begin; nothing is joined over them.
void join_list_marks(Parse& parse, std::span<const std::uint32_t> breaks);

}  // namespace dragoman
