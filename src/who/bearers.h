// What stands around a surname that several people bear and tells which of them it is: "Mr. Paz", "President Paz",
// "Paz said she".
#pragma once

#include "who/builder.h"
#include "who/name_spans.h"

#include <optional>

namespace dragoman {

/// By the honorific, or else by "he", "his", "she", "her" behind a name that is a subject or an owner, where nobody
/// else is named between them; unknown where neither is there.
Gender gender_told(const EntityBuilder& b, const NameCandidate& name);

/// The title right before a name, by its number in the lexicon: "President" of "President Paz".
std::optional<std::uint32_t> title_right_before(const EntityBuilder& b, TokenSpan name);

/// Whether the register has somebody of that full name in the office.
bool has_held(const WhoLexicon& who, const std::string& full_name, const std::string& office);

}  // namespace dragoman
