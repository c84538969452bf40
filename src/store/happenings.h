// Which events, meetings and statements of different reports are one.
//
// Each is a telling (store/telling.h), kept in the table `tellings`, with a number of its own that is the same in every
// store (`own`). Taken in the order of these numbers, a telling either leads a happening, or is one with the leader
// that is most like it among those that it sees (store/telling_index.h): whose score with it reaches the threshold
// (store/telling_links.h), and whose happening holds no telling of the same report before it. `one` is the number of
// its leader, and `happening` of its row the same.
//
// So what is one follows from the records alone, and not from the order in which reports come. What a report changes is
// followed up from telling to telling, in the order of their numbers, and goes no further than what is like it.
#pragma once

#include "store/database.h"
#include "store/sums.h"
#include "store/telling.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dragoman {

/// Tellings by list and the number of their row.
using TellingIds = std::vector<std::pair<TellingList, std::int64_t>>;

/// The items of a list in one document before they are linked: those with the same content are one from the start.
struct OwnHappenings {
  std::vector<std::int64_t> numbers;  // the happening of each, while it is alone
  std::vector<std::size_t> firsts;    // of each the first with its content
};
OwnHappenings own_happenings(TellingList list, std::string_view uri, const std::vector<std::string>& content);

/// Adds the tellings of a list of a document, whose rows have these numbers and their own happenings. Rows that are one
/// with an earlier one from the start stand among the tellings with the number of that alone.
void write_tellings(Database& database, std::int64_t document, TellingList list, const std::vector<Telling>& tellings,
                    const std::vector<std::int64_t>& rows, const OwnHappenings& own);

/// Takes out the tellings of a document. Gives those of other documents of which it is to be said anew what they are
/// one with.
TellingIds remove_tellings(Database& database, std::int64_t document);

/// Says what the new tellings of a document are one with, and those that were around what was removed.
/// `sums` hears of each happening that changes.
void link_tellings(Database& database, std::int64_t document, const TellingIds& around, SumChanges& sums);

/// Makes the index of tellings and all links anew, without the sums.
void link_all_tellings(Database& database);
/// What is not linked as it should be, in words.
std::vector<std::string> wrong_links(Database& database);

/// Why a telling is one with the leader of its happening.
struct LinkReason {
  std::int64_t leader = 0;  // the number of its row
  double score = 0;
  std::string parts;  // what the score is the sum of
};
/// Nothing for a leader itself, and for what is one from the start.
std::optional<LinkReason> link_reason(Database& database, TellingList list, std::int64_t row);

}  // namespace dragoman
