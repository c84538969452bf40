// The index of near copies in the store: a sketch a document, and the keys by which alike ones are found.
#pragma once

#include "articles/near_copies.h"
#include "store/database.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dragoman {

void write_sketch(Database& database, std::int64_t document, const NearCopies::Sketch& sketch);
/// Takes the document's sketch out, where it has one.
void remove_sketch(Database& database, std::int64_t document);
/// True when the keys are those of the sketches, no more and no fewer.
bool bands_are_sound(Database& database);
/// Makes the index of keys anew from the sketches.
void index_sketches(Database& database);
/// The key of a band as the store keeps it, in four bytes.
std::uint32_t band_key(const NearCopies::Sketch& sketch, std::size_t band);
/// The first documents by number that have a band with this key, as KeyRuns knows them.
std::vector<std::int64_t> documents_with(Database& database, std::uint32_t key, std::size_t most);

}  // namespace dragoman
