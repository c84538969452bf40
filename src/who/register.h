// The dated register of office holders, lexicon/who/holders.txt.
#pragma once

#include "who/names.h"

namespace dragoman {

/// Adds the file's holders to `who.holders` and `who.holders_by_surname`, one for each spelling of the name and of the
/// office. An Error (kind setup) names the file and line of what cannot be read.
Result<void> read_register(const std::filesystem::path& path, WhoLexicon& who);

/// True for a holder as the file writes one: "1999-10-12..2001-06 Ana Lopez | A. Lopez".
bool is_term(std::string_view value);

}  // namespace dragoman
