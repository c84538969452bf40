// Which actors of a store are one person or body, by their names and by what all documents say of them.
//
// Actors are compared within a family: those of much the same surname, or of the same name of a body. The result
// follows from the actors, their traits and who stands in reports with whom, not from the order in which they came.
// Nobody is joined
//
//   - who are apart by a ruling of a user (store/rulings.h),
//   - whose countries differ,
//   - whose middle names or initials contradict each other,
//   - of whom one is a "Jr." whom a report names beside the other,
//   - by a common surname without an office, a country or company that they share,
//   - by a surname alone, unless one who bears it has at least ten times as many reports as any other, or alone has the
//     office that it stands with, or the company: somebody whom few reports name stands in reports of both.
//
// The full name with the most reports stands for the others: actors.one. `actors.joined` says why: "middle" (a middle
// name or initial is left out), "short name" (Bill for William), "spelling", "letter" (one letter differs, and the
// office is the same, or the country and the first name), "suffix" (a "Jr." is left out), "surname" (the surname alone,
// of the one who has nearly all reports with it), "initials", "office", "company", "form" (of a body: "Inc.",
// "Department of"), "ruling" (a user said so: `dragoman same`).
#pragma once

#include "store/database.h"
#include "store/sums.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace dragoman {

/// What actors.family and actors.given hold; both empty for a country and for who has no name.
struct ActorFamily {
  std::string family, given;
  auto operator<=>(const ActorFamily&) const = default;
};
/// `of_one_document`: it has no name by which others could be one with it.
ActorFamily actor_family(std::string_view type, std::string_view name, bool of_one_document);

/// The families of the actors.
std::set<ActorFamily> families_of(Database& database, const std::vector<std::int64_t>& actors);

/// These families, and those that rulings join to them.
std::set<ActorFamily> with_ruled_families(Database& database, const std::set<ActorFamily>& families);

/// Links the actors of these families anew; of large families only those of these forms of a first name. `sums` hears
/// of each that changes.
void link_families(Database& database, const std::set<ActorFamily>& families, SumChanges& sums);
/// The same for all actors, without the sums.
void link_all_actors(Database& database);
/// Those whose links are not as they should be.
std::vector<std::int64_t> wrongly_linked_actors(Database& database);

/// The traits of actors that are not what entities and roles say, as SQL that gives nothing in a sound store.
std::string_view wrong_traits_sql();
/// Makes the traits of all actors anew.
void count_traits(Database& database);

/// All actors that are one with this one, itself included, the one that stands for them first.
std::vector<std::int64_t> actors_one_with(Database& database, std::int64_t actor);

}  // namespace dragoman
