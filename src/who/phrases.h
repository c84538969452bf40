// What the rules ask of the phrase of a common noun: "the two leaders", "her Kenyan counterpart".
#pragma once

#include "who/builder.h"

#include <string>

namespace dragoman {

/// The phrase up to its head, after the last mention inside it: "the U.S. military" leaves "military".
TokenSpan free_phrase(const EntityBuilder& b, TokenIndex head);

/// "the", "this", "both" or a possessor before it.
bool is_definite(const Parse& parse, TokenIndex t);

/// "Mr.", or the point behind "Mr".
bool is_honorific(const EntityBuilder& b, TokenIndex t);

/// The noun that stands there, if it is one for bodies: "court", "ministries"; else null.
const ActorNoun* body_noun(const EntityBuilder& b, TokenIndex t);

/// Whether "H E" or "H.E" stands at `t`, as papers of the Gulf write "His Excellency".
bool is_his_excellency(const EntityBuilder& b, TokenIndex t);

/// When an office is held: not before or after the term, after it, or at any time.
enum class Term : std::uint8_t { now, past, any };

/// Whether one of the roles is the office: a minister is also any kind of minister, a leader whoever leads a state. A
/// former minister holds none now.
bool holds_office(const EntityBuilder& b, const Entity& e, const std::string& office, Term term = Term::now);

/// "marketing director" is "director" in more words; "deputy director" is another office.
bool is_longer_wording(const EntityBuilder& b, const std::string& title, const std::string& office);

/// "director of research", "minister for Coasts": the office with what it deals with behind it.
bool is_with_field(const std::string& title, const std::string& office);

}  // namespace dragoman
