// What the rules ask of the phrase of a common noun: "the two leaders", "her Kenyan counterpart".
#pragma once

#include "who/builder.h"

#include <string>

namespace dragoman {

/// The phrase up to its head, after the last mention inside it: "the U.S. military" leaves "military".
TokenSpan free_phrase(const EntityBuilder& b, TokenIndex head);

/// "the", "this", "both" or a possessor before it.
bool is_definite(const Parse& parse, TokenIndex t);

/// Whether one of the roles is the office: a minister is also any kind of minister, a leader whoever leads a state.
bool holds_office(const Entity& e, const std::string& office);

}  // namespace dragoman
