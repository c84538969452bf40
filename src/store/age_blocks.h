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

/// SQL for the numbers of all blocks of documents that there are: `document >> 12`. From the first document of a block
/// it goes to the first behind it, so that a damaged row with a number far above all others adds one block. Behind the
/// largest number of all it comes back to the first block, which UNION knows.
inline constexpr std::string_view kDocumentBlocks =
    "WITH RECURSIVE blocks(block) AS (SELECT min(id) >> 12 FROM documents UNION SELECT (SELECT id >> 12 FROM "
    "documents WHERE id >= (block + 1) << 12 ORDER BY id LIMIT 1) FROM blocks WHERE block IS NOT NULL) SELECT block "
    "FROM blocks WHERE block IS NOT NULL";

/// The same of actors: `actor >> 14`.
inline constexpr std::string_view kActorBlocks =
    "WITH RECURSIVE blocks(block) AS (SELECT min(id) >> 14 FROM actors UNION SELECT (SELECT id >> 14 FROM actors "
    "WHERE id >= (block + 1) << 14 ORDER BY id LIMIT 1) FROM blocks WHERE block IS NOT NULL) SELECT block FROM blocks "
    "WHERE block IS NOT NULL";

}  // namespace dragoman
