// The people of a document by their names: "Mahinda Rajapaksa" is also "Rajapaksa", "M. Rajapaksa", and "Mahinda" when
// nobody else is. Of several with one surname it is whose it was when it first stood alone, as a story goes on to call
// the others by their full names; before that, the one whom the story has spoken of most. Whom it calls by a first name
// alone, a child or one of a family, it does not call by the surname.
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
  /// All whose surname that is, in the order in which they were added.
  const std::vector<Index>& bearers(const std::string& surname) const;
  /// Says that the story calls somebody by this one word, in its own voice.
  void called(const std::string& name);
  /// Says that `name` stands for this one, in which sentence, and whether as a subject.
  void seen(const std::string& name, Index person, std::uint32_t sentence, bool subject);

 private:
  std::optional<Index> find_any(const std::string& name) const;
  /// Those who have a word of their names in common, in the order in which they were added.
  struct Namesakes {
    std::vector<Index> people;
    std::vector<Index> recent;  // of these, those who were seen last
  };
  using Table = std::unordered_map<std::string, Namesakes>;
  /// How much a story had spoken of somebody when it last did.
  struct Spoken {
    double weight = 0;
    std::uint32_t sentence = 0, time = 0;
  };
  std::optional<Index> likeliest(const Table& table, const std::string& key) const;
  Index likeliest(const std::vector<Index>& people) const;
  Spoken spoken_of(Index person, std::uint32_t sentence) const;
  bool goes_by_first_name(Index person) const;
  std::optional<Index> whose_surname(const std::string& key) const;
  /// Of those with that surname one who may be of that gender, one who is known to be if there is any.
  std::optional<Index> bearer_of_gender(const EntityBuilder& b, const std::string& key, Gender gender) const;
  /// "Tavraes" of "Bruno Tavares": the one person with a full name whose surname is that but for a letter.
  std::optional<Index> misspelt(const EntityBuilder& b, std::string_view surname) const;
  /// The first who was added under another form of the name.
  std::optional<Index> other_form(const std::string& name) const;
  void learn(Index person, const std::string& name);
  void put(Table& table, const std::string& key, Index person);

  Index make(EntityBuilder& b, const std::string& name, Gender gender);

  std::unordered_map<std::string, Index> whole_, rulers_;
  Table by_last_, by_first_, by_middle_;
  Table by_start_;    // the first two words of a name
  Table by_initial_;  // the last word of a name and the first letter of one before it
  /// Surnames, keys of by_last_, by the hash of what they are without a letter.
  std::unordered_multimap<std::size_t, const std::string*> nearly_;
  std::unordered_map<Index, std::vector<std::string>> words_;     // of the names, as they are compared
  std::unordered_map<Index, std::vector<Namesakes*>> namesakes_;  // in which a person is
  std::unordered_map<std::string, Index> called_so_;              // by surname, who bore it when it first stood alone
  std::unordered_map<Index, int> by_first_name_;                  // how often somebody is called so alone
  std::unordered_map<Index, Spoken> spoken_;
  std::uint32_t clock_ = 0;
};

}  // namespace dragoman
