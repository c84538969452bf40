// An office becomes a role of whoever bears it, with whose office it is.
#pragma once

#include "who/builder.h"

#include <optional>
#include <string>

namespace dragoman {

/// An office as the report words it.
struct OfficeWords {
  std::uint32_t title = 0;           // index in `who.titles`
  TokenSpan span;                    // the title alone: "foreign minister"
  TokenSpan evidence;                // what says that somebody holds it
  std::string country;               // whose the words say that it is
  std::optional<Index> of;           // the body or person that it is in or under
  TokenIndex owner = kNoToken;       // the noun that it is of, where known otherwise than by owner_of_office()
  std::optional<RoleStatus> status;  // where known otherwise than by the words beside the title
};

/// Whether a post of some kind: who is just a member or a partner may be anybody.
inline bool is_post(const Role& role) {
  return !role.sector.empty();
}

/// Adds the role, or what it says beyond one that the person has.
void add_role(EntityBuilder& b, Index person, OfficeWords office);

/// "union" of "the union's president", "the president of the union", "union president": the noun that an office is of,
/// where that is no country. kNoToken where there is none.
TokenIndex owner_of_office(const EntityBuilder& b, TokenSpan title);

/// Says whose a role of the person is: of the owner's country are the role and its bearer, unless they have one.
void set_owner(EntityBuilder& b, Index person, Role& role, Index of);

/// "Ana Paz … her lawyer, Luis Rojas": that of whom the pronoun stands for, if people have such a one.
void give_superior(EntityBuilder& b, TokenIndex pronoun, Index superior, Index person);

/// Offices whose owner was no entity yet when they were found, "the president of the union", get the one that it has
/// become.
void link_owners(EntityBuilder& b);

/// "Foreign Minister Paz", of whom the story tells elsewhere that she is Kenya's: an office that no body has but a
/// state.
void give_countries_of_bearers(EntityBuilder& b);

/// "President Paz's envoy, Luis Rojas": of the country that is known of the president.
void give_countries_of_superiors(EntityBuilder& b);

}  // namespace dragoman
