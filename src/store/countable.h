// What facts are counted by, beside each document in few bytes (the table `countable`), so that counting many facts
// with conditions need not look up the rows of each: query/wide_tally.h goes through it.
//
// It is made of the document's rows in `events`, `meetings` … , `places`, `parts` and `issues`, and of nothing that
// another document changes. Which facts are one is in store/shared_happenings.h, which actors are one in `actors`.
#pragma once

#include "store/counted.h"
#include "store/database.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// The facts of a list in a document. Texts are named by their places in `texts`, of which the first stands for none.
struct CountableFacts {
  using Text = std::uint32_t;
  /// What many facts of a document have in common.
  struct Kind {
    Text type = 0, status = 0, first_day = 0, last_day = 0, place = 0;  // type and place as counted() gives them
    std::int64_t quad = 0;
  };
  struct Part {
    std::int64_t actor = 0;
    Text country = 0;
    bool other = false;  // in the second of acting_roles()
  };
  struct Fact {
    std::int64_t id = 0;
    std::uint32_t kind = 0;
    double confidence = -1;                       // below 0: not known
    std::uint32_t labels_end = 0, parts_end = 0;  // in `labels` and `parts`; they begin where those of the last end
  };

  std::vector<std::string_view> texts;
  std::vector<Kind> kinds;
  std::vector<std::int64_t> labels;  // of issues
  std::vector<Part> parts;
  std::vector<Fact> facts;
};

/// What the rows of a document say; empty where it has no facts of the list. Errors stay with the database.
std::string countable_of_rows(Database& database, FactList list, std::int64_t document);

/// Puts what is packed into `into`, which refers to it. False, with nothing in `into`, where the bytes are damaged.
bool unpack_countable(std::string_view packed, CountableFacts& into);

/// Keeps what the rows of a document say, in place of what was kept of it.
void write_countable(Database& database, std::int64_t document);
/// The same for all documents.
void write_all_countable(Database& database);
void remove_countable(Database& database, std::int64_t document);
/// Whether what is kept of a document is what its rows say.
bool countable_is_right(Database& database, std::int64_t document);

}  // namespace dragoman
