// How many facts of each list have a value: a month, an actor, a pair of countries … (store/counted.h). The table
// `sums` keeps what counting all facts anew would give, so that `--by` answers at once on a store of any size.
//
// A happening counts once for each value that any of its tellings has. What changes in a happening is therefore counted
// twice: what it has before the change is taken off, what it has afterwards added.
#pragma once

#include "store/counted.h"
#include "store/database.h"

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace dragoman {

/// What a piece of work on one document changes. Each function is called before the change that it names.
class SumChanges {
 public:
  /// The facts of a document are removed.
  void before_removal(Database& database, std::int64_t document);
  /// The facts of a document have been added; so far they stand in happenings of their own.
  void added(std::int64_t document) { document_ = document; }
  /// A happening gains or loses tellings; of what is told once the number of the fact.
  void before(Database& database, FactList list, std::int64_t happening);
  /// The actor is one with others than it was.
  void before_actor(Database& database, std::int64_t actor);

  /// Writes the sums as they are after all changes, and what several facts tell (store/shared_happenings.h).
  void apply(Database& database);

 private:
  using Value = std::pair<int, std::string>;  // kind of sum, and the value

  void apply_sums(Database& database);
  void count(Query& rows, std::int64_t times, bool also_actors);
  /// An actor of the happening is one with others than before: its other values stay as they are.
  void before_actors(Database& database, FactList list, std::int64_t happening);

  std::map<Value, std::int64_t> changes_;
  std::array<std::set<std::int64_t>, kFactLists.size()> changed_;  // happenings, whatever changes in them
  std::array<std::set<std::int64_t>, kFactLists.size()>
      actors_changed_;  // the same, by an actor that is one with others
  std::int64_t document_ = 0;
};

/// Counts all facts anew, and what several of them tell.
void count_sums(Database& database);
/// Notes that what changes cannot be told from the rows, which are damaged; the sums are counted anew before the work
/// is committed.
void doubt_sums(Database& database);
/// Counts anew where that was noted.
void settle_sums(Database& database);
/// The sums that are not what counting gives, in words.
std::vector<std::string> wrong_sums(Database& database);

struct Sum {
  std::string value;  // as counted() gives it
  std::int64_t facts = 0;
};
/// The values that most facts have: at least `least` of them, where there are so many, and all that have as many as the
/// last one.
std::vector<Sum> largest_sums(Database& database, FactList list, By by, std::int64_t least);
/// All values.
std::vector<Sum> all_sums(Database& database, FactList list, By by);
/// How many facts there are at all.
std::int64_t sum_of_all(Database& database, FactList list);

}  // namespace dragoman
