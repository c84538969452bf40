// Whose an office is, by the phrase beside its title, where nobody of the record was found there: "director for Balkan
// affairs at the Lakes Institute", "nurse at Harbour Clinic", "the commission's chairman", "Border Guard tunnel
// expert".
#pragma once

#include "who/builder.h"

namespace dragoman {

/// Gives such offices the body, or the person served, that they are of; a body that nothing else names is a new entity.
void find_owner_phrases(EntityBuilder& b);

}  // namespace dragoman
