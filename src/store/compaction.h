// What version 6 of the store keeps in fewer bytes than earlier ones, brought to its present form.
#pragma once

#include "store/database.h"

#include <string>

namespace dragoman {

/// The key of who is of one document alone, as earlier versions wrote it, in its present form; others as they are.
std::string compact_key(const std::string& key);

/// Mentions that stand as JSON, the words of statements, records that zlib alone made small, keys of actors that are of
/// one document, and the countries of parts; the columns are those of the present version already.
void compact_rows(Database& database);

}  // namespace dragoman
