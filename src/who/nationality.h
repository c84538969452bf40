// Whose somebody is by a word for a people, or a country, beside the name: "Kenyan Peter Mutua", "the Frenchman Luc
// Barbier", "Grace Auma, a Ugandan geophysicist", "Ana Paz, a survivor from Chile", "Luis Rojas is from Peru".
#pragma once

#include "language/syntax.h"
#include "who/builder.h"

namespace dragoman {

/// The country that the words around the mention of a person by name tell; empty where they tell none. `beside` are the
/// nouns that stand in apposition to it.
std::string nationality(const EntityBuilder& b, const TokenMention& mention, const Tokens& beside);

}  // namespace dragoman
