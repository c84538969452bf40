// The dated register of office holders, lexicon/who/holders_*.txt.
#pragma once

#include "who/names.h"

namespace dragoman {

/// Adds the holders of the register's files in the folder to `who.holders` and its two indexes, one for each spelling
/// of the name and of the office. An Error (kind setup) names the file and line of what cannot be read, of terms that
/// are out of order or overlap, and of an office that has two lists.
Result<void> read_register(const std::filesystem::path& folder, WhoLexicon& who);

/// True for a holder as the file writes one: "1999-10-12..2001-06 Ana Lopez | A. Lopez".
bool is_term(std::string_view value);

}  // namespace dragoman
