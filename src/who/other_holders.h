// Whether the words of a description say that somebody else is meant than a person who might be.
#pragma once

#include "who/builder.h"

#include <string>

namespace dragoman {

/// "the next president", who is nobody yet.
bool is_to_come(const Parse& parse, TokenIndex noun);

/// Whether the phrase tells another body, state or post than the person's office is of, "the editor of the Coast
/// Herald" of the editor of the Harbour Times, or another field: "the foreign minister" of a transport minister.
/// `office` is the title that the phrase has, or none.
bool is_other_holder(const EntityBuilder& b, Index person, TokenIndex noun, const std::string& office);

/// The state that a phrase for somebody in office names: "Ohio" of "the Ohio senator"; empty for none.
std::string state_told(const EntityBuilder& b, TokenIndex noun);

}  // namespace dragoman
