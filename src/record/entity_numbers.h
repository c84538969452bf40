// All numbers of entities that a record's items name.
#pragma once

#include "dragoman/record.h"

#include <functional>

namespace dragoman {

/// Calls `use` with each of them: of roles, events, statements, meetings, positions and the agenda.
void for_each_entity_number(Record& record, const std::function<void(Index&)>& use);

}  // namespace dragoman
