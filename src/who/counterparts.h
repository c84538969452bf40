// "her Kenyan counterpart, Ana Paz", "her predecessor, Luis Rojas": the office of whoever's counterpart or predecessor
// it is.
#pragma once

#include "who/builder.h"

namespace dragoman {

/// Where a word for somebody in the same office begins that ends at `t`, or kNoToken: "counterpart", somebody's
/// "colleague", "opposite number".
TokenIndex counterpart_begin(const EntityBuilder& b, TokenIndex t);

void find_counterparts(EntityBuilder& b);

/// "his counterpart, Luis Rojas", where the pronoun stands for somebody of whom the story tells an office elsewhere.
void find_counterparts_of_pronouns(EntityBuilder& b);

/// "the mayor blamed her predecessor, Luis Rojas": he held her office, and holds it no longer.
void find_predecessors(EntityBuilder& b);

}  // namespace dragoman
