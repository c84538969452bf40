// What somebody is by a common noun beside the name, where it is no title: "Kenyan diplomat A", "B, a farmer from Voi".
#pragma once

#include "who/builder.h"

#include <optional>
#include <string>

namespace dragoman {

/// Adds the noun as a role of the person, where the lexicon says that it tells what somebody is (`office: yes`) and no
/// role of that name is known. `words` are those of the noun, `evidence` those that show the role.
void add_occupation(EntityBuilder& b, Index person, const ActorNoun& noun, TokenSpan words, TokenSpan evidence,
                    const std::string& country, std::optional<Index> of);

/// Whether a hyphen ties the word to one before it that is no word about holding an office: "general" of
/// "Accountant-General", but not "minister" of "ex-minister".
bool is_half_of_a_word(const EntityBuilder& b, TokenIndex t);

}  // namespace dragoman
