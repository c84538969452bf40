// Offices that a verb gives somebody: "Paz is the minister of ports", "Paz, who chairs the council", "she was elected
// mayor".
#pragma once

#include "who/builder.h"

namespace dragoman {

/// Gives people what the verbs of their names, and relative clauses behind these, say that
/// they are. Nothing that is denied, asked, conditional, to come or told as somebody's words.
void find_predicated_offices(EntityBuilder& b);

/// The same for the pronouns that stand for people: "She serves as ambassador".
void find_offices_of_pronouns(EntityBuilder& b);

}  // namespace dragoman
