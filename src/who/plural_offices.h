// Offices that several bear under one plural: "the foreign ministers of Chile and Peru, Ana Paz and Luis Rojas".
#pragma once

#include "who/builder.h"

#include <optional>
#include <string>

namespace dragoman {

/// Of a plural title at `noun` and one of the names beside it: the country that is this one's, where as many countries
/// as names are listed. Where the lists are not of one length it is nobody's in particular: empty, and `of` is reset.
/// `country` is what the words say of a title of one country, "two Kenyan lawmakers, A and B".
std::string country_of_one(const EntityBuilder& b, TokenIndex noun, TokenIndex name, std::string country,
                           std::optional<Index>& of);

}  // namespace dragoman
