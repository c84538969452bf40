// Whether an office is held, no longer held or not yet: "former minister", "acting president", "president-elect". The
// words are those of lexicon/who/role_status.txt.
#pragma once

#include "who/builder.h"

namespace dragoman {

/// What the words around the title at `title` say of it, none of them before token `floor`.
RoleStatus role_status(const EntityBuilder& b, TokenSpan title, TokenIndex floor);

/// Whether who has such a role is in office: neither before his term nor after it.
bool is_in_office(RoleStatus status);

}  // namespace dragoman
