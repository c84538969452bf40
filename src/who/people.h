// The people of a document by their names: "Mahinda Rajapaksa" is also "Rajapaksa", "M. Rajapaksa", and "Mahinda" when
// nobody else is; of two with one surname the last seen is meant.
#pragma once

#include "who/builder.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace dragoman {

class PeopleByName {
 public:
  /// The person of that name, new if there is none. Longer names are to be added first. Mr. and Mrs. of one name are
  /// two.
  Index add(EntityBuilder& b, const std::string& name, Gender gender);
  std::optional<Index> find(const EntityBuilder& b, const std::string& name, Gender gender) const;
  /// "King Hussein": those who bear such titles are called by their first names, and are nobody of that surname.
  Index add_ruler(EntityBuilder& b, const std::string& name, Gender gender);
  std::optional<Index> find_ruler(const std::string& name) const;
  /// By the last words of a full name alone.
  std::optional<Index> find_surname(const std::string& words) const;
  /// Makes this one the last seen.
  void seen(Index person);

 private:
  std::optional<Index> find_any(const std::string& name) const;
  using Table = std::unordered_map<std::string, std::vector<Index>>;
  std::optional<Index> latest(const Table& table, const std::string& key) const;
  /// "Tavraes" of "Bruno Tavares": the one person with a full name whose surname is that but for a letter.
  std::optional<Index> misspelt(const EntityBuilder& b, std::string_view surname) const;
  void learn(Index person, const std::string& name);

  Index make(EntityBuilder& b, const std::string& name, Gender gender);

  std::unordered_map<std::string, Index> whole_, rulers_;
  Table by_last_, by_first_, by_middle_;
  std::unordered_map<Index, std::uint32_t> seen_at_;
  std::uint32_t clock_ = 0;
};

}  // namespace dragoman
