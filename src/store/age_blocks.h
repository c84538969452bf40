// Indexes that are cut into blocks by age.
//
// A row of an index over names or labels belongs anywhere in it, and what is added would change a page of its own for
// each. In an index over `document >> 12` and the label the rows of 4096 documents stand together, so that all that is
// added falls on the pages of the last block, however large the store. Who asks looks into each block:
//
//   SELECT … FROM issues i WHERE i.document >> 12 IN (kDocumentBlocks) AND i.of_label = ?
#pragma once

#include <string_view>

namespace dragoman {

/// SQL for the numbers of all blocks of documents: `document >> 12`.
inline constexpr std::string_view kDocumentBlocks =
    "WITH RECURSIVE blocks(block) AS (SELECT 0 UNION ALL SELECT block + 1 FROM blocks WHERE block < (SELECT max(id) >> "
    "12 FROM documents)) SELECT block FROM blocks";

/// The same of actors: `actor >> 14`.
inline constexpr std::string_view kActorBlocks =
    "WITH RECURSIVE blocks(block) AS (SELECT 0 UNION ALL SELECT block + 1 FROM blocks WHERE block < (SELECT max(id) >> "
    "14 FROM actors)) SELECT block FROM blocks";

}  // namespace dragoman
