// Titles that share a name: "writer and broadcaster Ana Paz", "an actor and painter, Ana Paz". Read off the words
// rather than the parse, which often makes two people of them.
#pragma once

#include "who/builder.h"
#include "who/noun_phrases.h"

#include <optional>

namespace dragoman {

/// The named person of whom the title that ends at `t` is one among several, or the last; nothing where it may be of
/// somebody else.
std::optional<Index> named_by_joint_title(const EntityBuilder& b, const NounPhrases& nouns, TokenIndex t);

}  // namespace dragoman
