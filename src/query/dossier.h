// Who somebody is, on one page: offices, counterparts, meetings, events, statements, positions.
#pragma once

#include "query/facts.h"
#include "query/names.h"
#include "store/database.h"

#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// An actor of the store, with the number of documents that speak of it.
struct Person {
  std::int64_t actor = 0;
  std::string name, type, country;
  std::int64_t documents = 0;
};

struct Office {
  std::string title;
  std::string status;  // "former", "acting" …; empty for one that is held, and where it was not kept
  std::string country;
  std::string first, last;  // days of publication between which reports give it; empty when none is known
  std::int64_t reports = 0;
};

struct Counterpart {
  std::string name;
  std::int64_t facts = 0;
};

struct Dossier {
  Person who;
  std::vector<Office> offices;                                // most reports first
  std::vector<Counterpart> counterparts;                      // most facts first; counted over the latest 1,000 facts
  std::vector<Fact> meetings, events, statements, positions;  // the latest of each, in order of time
};

/// "former foreign minister, NOR", "prime minister-elect, NOR"; what is empty is left out.
std::string shown_office(std::string_view status, std::string_view title, std::string_view country);

/// Actors that the party may be, most documents first. For a country the country itself.
std::vector<Person> people(Database& database, const Party& party);

/// At most `limit` facts of each list.
Dossier dossier(Database& database, const Person& person, int limit);

}  // namespace dragoman
