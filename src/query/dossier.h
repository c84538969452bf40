// Finds who somebody is: offices, counterparts, meetings, events, statements, positions.
#pragma once

#include "dragoman/query.h"
#include "query/names.h"
#include "store/database.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// "former foreign minister, NOR", "prime minister-elect, NOR"; what is empty is left out.
std::string shown_office(std::string_view status, std::string_view title, std::string_view country);

/// Actors that the party may be, most documents first. For a country the country itself.
std::vector<Person> people(Database& database, const Party& party);

/// The names and offices of a dossier alone.
Dossier identity(Database& database, const Person& person);

/// Of each list so many facts are looked through for those with whom somebody acts, speaks and meets.
inline constexpr int kLatestParts = 400;
/// List and fact of what these actors did, said and met for last, as SQL: the kLatestParts newest of each list.
std::string latest_parts_sql(const std::vector<std::int64_t>& actors);

/// At most `limit` facts of each list.
Dossier dossier(Database& database, const Person& person, int limit);

}  // namespace dragoman
