#include "store/rulings.h"

#include "store/age_blocks.h"
#include "store/keys.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace dragoman {

namespace {

/// Sets of keys that are one, and which of these are apart.
class Joined {
 public:
  using Pair = std::pair<std::string, std::string>;

  /// Two who would be one and apart, where the ruling contradicts those before it.
  std::optional<Pair> add(const Ruling& ruling) {
    std::string a = of(ruling.a), b = of(ruling.b);
    if (!ruling.same) {
      if (a == b) return Pair{ruling.a, ruling.b};
      apart_[a].emplace_back(ruling.a, ruling.b);
      apart_[b].emplace_back(ruling.a, ruling.b);
      return {};
    }
    if (a == b) return {};
    if (apart_[a].size() < apart_[b].size()) std::swap(a, b);
    const std::vector<Pair> apart = std::move(apart_[b]);
    apart_.erase(b);
    to_[b] = a;
    for (const Pair& two : apart) {
      if (of(two.first) == of(two.second)) return two;
    }
    auto& all = apart_[a];
    all.insert(all.end(), apart.begin(), apart.end());
    return {};
  }

 private:
  /// The key that stands for a set; on the way there each key is made to point further on.
  std::string of(std::string key) {
    for (auto next = to_.find(key); next != to_.end(); next = to_.find(key)) {
      if (const auto beyond = to_.find(next->second); beyond != to_.end()) next->second = beyond->second;
      key = next->second;
    }
    return key;
  }

  std::unordered_map<std::string, std::string> to_;
  std::unordered_map<std::string, std::vector<Pair>> apart_;  // by the key that stands for the set of either
};

Ruling in_order(Ruling ruling) {
  if (ruling.b < ruling.a) std::swap(ruling.a, ruling.b);
  return ruling;
}

std::string_view kind_of(std::string_view key) {
  return key.substr(0, key.find(' '));
}

/// Why there can be no such ruling, whatever else was said.
std::optional<Error> fault_of(const Ruling& ruling) {
  if (ruling.a == ruling.b)
    return Error{ErrorKind::usage, "", fmt::format("\"{}\" is named twice, expected two of different names", ruling.a)};
  if (ruling.same && kind_of(ruling.a) != kind_of(ruling.b))
    return Error{
        ErrorKind::usage, "",
        fmt::format("\"{}\" and \"{}\" are of two kinds, expected two people or two bodies", ruling.a, ruling.b)};
  return {};
}

std::optional<std::int64_t> actor_of(Database& db, const std::string& key) {
  Query& find = db.cached("SELECT id FROM actors WHERE key = ?");
  find.bind(1, key);
  std::optional<std::int64_t> actor;
  find.first([&](const Query& row) { actor = row.integer(0); });
  return actor;
}

}  // namespace

std::vector<Ruling> rulings(Database& database) {
  std::vector<Ruling> all;
  Query& query = database.cached("SELECT same, a, b FROM rulings ORDER BY a, b");
  while (query.step()) all.push_back({query.integer(0) != 0, std::string(query.text(1)), std::string(query.text(2))});
  return all;
}

std::optional<WrongRuling> add_rulings(Database& database, std::vector<Ruling> added) {
  std::map<std::pair<std::string, std::string>, std::size_t> last;  // of those of the same two
  for (std::size_t i = 0; i < added.size(); ++i) {
    added[i] = in_order(std::move(added[i]));
    if (auto fault = fault_of(added[i])) return WrongRuling{i, *fault};
    last[{added[i].a, added[i].b}] = i;
  }
  Joined joined;
  for (const Ruling& known : rulings(database)) {
    if (!last.contains({known.a, known.b})) joined.add(known);
  }
  Query& add = database.cached("INSERT OR REPLACE INTO rulings(a, b, same) VALUES (?, ?, ?)");
  for (std::size_t i = 0; i < added.size(); ++i) {
    const Ruling& ruling = added[i];
    if (last.at({ruling.a, ruling.b}) != i) continue;
    if (const auto two = joined.add(ruling))
      return WrongRuling{i, Error{ErrorKind::usage, "",
                                  fmt::format("\"{}\" and \"{}\" would be one and apart; take back what was said "
                                              "before with --undo (`dragoman rulings` lists it)",
                                              two->first, two->second)}};
    add.bind(1, ruling.a);
    add.bind(2, ruling.b);
    add.bind(3, std::int64_t{ruling.same});
    add.run();
  }
  return {};
}

bool remove_ruling(Database& database, Ruling ruling) {
  ruling = in_order(std::move(ruling));
  Query& remove = database.cached("DELETE FROM rulings WHERE a = ? AND b = ? AND same = ?");
  remove.bind(1, ruling.a);
  remove.bind(2, ruling.b);
  remove.bind(3, std::int64_t{ruling.same});
  remove.run();
  return database.changes() > 0;
}

void follow_rulings(Database& database, const std::vector<Ruling>& changed) {
  std::vector<std::int64_t> actors;
  for (const Ruling& ruling : changed) {
    for (const std::string& key : {ruling.a, ruling.b}) {
      if (const auto actor = actor_of(database, key)) actors.push_back(*actor);
    }
  }
  SumChanges sums;
  link_families(database, families_of(database, actors), sums);
  sums.apply(database);
}

std::string to_line(const Ruling& ruling) {
  return fmt::format("{}\t{}\t{}\n", ruling.same ? "same" : "apart", ruling.a, ruling.b);
}

Result<Ruling> ruling_of_line(std::string_view line) {
  const std::size_t first = line.find('\t'), second = first == line.npos ? line.npos : line.find('\t', first + 1);
  const std::string_view verdict = line.substr(0, first);
  const auto is_key = [](std::string_view key) {
    return (key.starts_with("person ") || key.starts_with("body ")) && key.find('\t') == key.npos;
  };
  if (second != line.npos && (verdict == "same" || verdict == "apart")) {
    const std::string_view a = line.substr(first + 1, second - first - 1), b = line.substr(second + 1);
    if (is_key(a) && is_key(b)) return Ruling{verdict == "same", std::string(a), std::string(b)};
  }
  return Error{
      ErrorKind::input, "",
      fmt::format("found \"{}\", expected same or apart and two keys of people or bodies, parted by tabs", line)};
}

Result<std::string> key_called(Database& database, std::string_view typed) {
  constexpr std::size_t kCode = 3;
  std::string name = search_form(typed), country;
  if (const std::size_t comma = typed.rfind(", "); comma != typed.npos && typed.size() == comma + 2 + kCode) {
    country = typed.substr(comma + 2);
    name = search_form(typed.substr(0, comma));
  }
  Query& query = database.cached(fmt::format(
      "SELECT a.key, a.name, a.country, a.type FROM actor_names n CROSS JOIN actors a ON a.id = n.actor WHERE n.actor "
      ">> 14 IN ({}) AND n.name = ? AND (a.family IS NOT NULL OR a.type = 'country') ORDER BY a.key",
      kActorBlocks));
  query.bind(1, name);
  std::vector<std::string> keys, shown;
  bool is_country = false;
  while (query.step()) {
    if (search_form(query.text(1)) != name || (!country.empty() && country != query.text(2))) continue;
    is_country |= query.text(3) == "country";
    keys.emplace_back(query.text(0));
    shown.push_back(fmt::format("\"{}, {}\"", query.text(1), query.text(2)));
  }
  if (keys.size() == 1 && !is_country) return keys.front();
  return Error{ErrorKind::input, "",
               keys.empty() ? fmt::format("nobody in the store has the name \"{}\" in full; `dragoman who` shows how "
                                          "reports write it",
                                          typed)
               : is_country
                   ? fmt::format("\"{}\" is a country, which is one by its code", typed)
                   : fmt::format("several are called \"{}\", expected one of {}", typed, fmt::join(shown, ", "))};
}

RuledActors::RuledActors(Database& database) {
  Query& query = database.cached(
      "SELECT r.same, x.id, x.family, x.given, y.id, y.family, y.given FROM rulings r CROSS JOIN actors x ON x.key = "
      "r.a "
      "CROSS JOIN actors y ON y.key = r.b WHERE x.family IS NOT NULL AND y.family IS NOT NULL ORDER BY r.a, r.b");
  while (query.step()) {
    const std::int64_t a = query.integer(1), b = query.integer(4);
    if (query.integer(0) == 0) {
      apart_.insert(std::minmax(a, b));
      continue;
    }
    same_.emplace_back(a, b);
    relate({std::string(query.text(2)), std::string(query.text(3))},
           {std::string(query.text(5)), std::string(query.text(6))});
  }
}

bool RuledActors::are_apart(std::int64_t a, std::int64_t b) const {
  return !apart_.empty() && apart_.contains(std::minmax(a, b));
}

void RuledActors::relate(const ActorFamily& a, const ActorFamily& b) {
  const auto set_with = [&](const ActorFamily& of) {
    const auto [at, is_new] = set_of_.try_emplace(of.family, related_.size());
    if (is_new) related_.emplace_back();
    related_[at->second].insert(of);
    return at->second;
  };
  std::size_t to = set_with(a), from = set_with(b);
  if (to == from) return;
  if (related_[to].size() < related_[from].size()) std::swap(to, from);  // so that each moves seldom
  for (const ActorFamily& of : related_[from]) set_of_[of.family] = to;
  related_[to].merge(related_[from]);
}

const std::set<ActorFamily>* RuledActors::related_to(const std::string& family) const {
  const auto at = set_of_.find(family);
  return at == set_of_.end() ? nullptr : &related_[at->second];
}

std::set<ActorFamily> RuledActors::with_related(std::set<ActorFamily> families) const {
  std::set<const std::set<ActorFamily>*> added;
  for (const ActorFamily& of : families) {
    if (const auto* related = related_to(of.family)) added.insert(related);
  }
  for (const auto* related : added) families.insert(related->begin(), related->end());
  return families;
}

bool RuledActors::relate_others(const std::set<ActorFamily>& of_one) const {
  const auto* related = of_one.empty() ? nullptr : related_to(of_one.begin()->family);
  return related != nullptr && !std::includes(of_one.begin(), of_one.end(), related->begin(), related->end());
}

}  // namespace dragoman
