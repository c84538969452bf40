// Whose people are, by the body beside their names: "Ana Paz of the Harbour Institute", "Luis Rojas, from the Lakes
// Union", "Lakes Radio's Eva Mora".
#pragma once

#include "who/builder.h"

namespace dragoman {

/// Gives an office that nothing said to be of anybody the body beside its bearer's name. Who has no office is the
/// body's member; a journalist, where it is a medium, and an official, where it is a state's or of several states. Who
/// bears an office and has no name is of the body that it is told with: "a spokesman for the provincial court".
void find_affiliations(EntityBuilder& b);

}  // namespace dragoman
