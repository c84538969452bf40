// What users say of whom is one: `dragoman same`, `dragoman apart`. A ruling names two people or bodies by their keys,
// so that it holds in every store, also before both are there; links follow it in whatever order reports come
// (store/actor_links.h).
#pragma once

#include "dragoman/result.h"
#include "store/actor_links.h"
#include "store/database.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dragoman {

struct Ruling {
  bool same = true;
  std::string a, b;  // keys of actors
  bool operator==(const Ruling&) const = default;
};

/// All rulings, in an order of their own.
std::vector<Ruling> rulings(Database& database);

/// Which of several rulings cannot be added, counted from 0, and why.
struct WrongRuling {
  std::size_t at = 0;
  Error error;
};
/// Adds rulings, each in place of one of the same two. Errors (kind usage): one names two who cannot be one, or
/// contradicts others, which are named; the store is to be rolled back then. What fails in the database itself its
/// error() tells.
std::optional<WrongRuling> add_rulings(Database& database, std::vector<Ruling> added);
/// Takes one back. False where there is none.
bool remove_ruling(Database& database, Ruling ruling);
/// Links those anew of whom the rulings are. Between begin and commit.
void follow_rulings(Database& database, const std::vector<Ruling>& changed);

/// A line of a file of rulings: "same", a tab, a key, a tab, a key. An Error (kind input): it is none.
std::string to_line(const Ruling& ruling);
Result<Ruling> ruling_of_line(std::string_view line);

/// The key of the person or body of a name as people type it; where several have it, with a country behind: "Ivanov,
/// RUS". Errors (kind input): nobody, several, or a country, which is one by its code.
Result<std::string> key_called(Database& database, std::string_view typed);

/// The rulings on actors that are in the store, by their numbers.
class RuledActors {
 public:
  explicit RuledActors(Database& database);
  bool are_apart(std::int64_t a, std::int64_t b) const;
  const std::vector<std::pair<std::int64_t, std::int64_t>>& same() const { return same_; }
  const std::set<std::pair<std::int64_t, std::int64_t>>& apart() const { return apart_; }
  /// These families, and those of whom a ruling says that they are one with somebody of theirs.
  std::set<ActorFamily> with_related(std::set<ActorFamily> families) const;
  /// Whether with_related() adds to a family, of which these are all forms.
  bool relate_others(const std::set<ActorFamily>& of_one) const;

 private:
  /// Those that rulings join to a family, itself among them; nothing where there are none.
  const std::set<ActorFamily>* related_to(const std::string& family) const;
  void relate(const ActorFamily& a, const ActorFamily& b);

  std::vector<std::pair<std::int64_t, std::int64_t>> same_;
  std::set<std::pair<std::int64_t, std::int64_t>> apart_;  // the lower number first
  std::vector<std::set<ActorFamily>> related_;             // of each set no ruling says that one is of another
  std::unordered_map<std::string, std::size_t> set_of_;    // by family
};

}  // namespace dragoman
