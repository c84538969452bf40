// Whose an office is, by the words around its title: a country, or a body or person, put into `of`.
#pragma once

#include "who/builder.h"

#include <optional>
#include <string>

namespace dragoman {

/// Whether the recogniser lets a body's name go on there: at "Climate" of "Ghana Climate Network".
bool goes_on_as_body(const Parse& parse, TokenIndex t);

/// Whether more of a name, or another noun, follows the name at `t`, and the whole is nobody's name: "Ghana" of "the
/// Ghana Climate Network", "FBI" of "the FBI investigation".
bool is_of_longer_phrase(const EntityBuilder& b, TokenIndex t);

/// Before the title that begins at `begin`, not before `floor`: "Russian …", "Japan's …", "the U.N. …".
std::string country_before(const EntityBuilder& b, TokenIndex begin, TokenIndex floor, std::optional<Index>& of);

/// Behind a title or a name: "of Ukraine"; "for the Kenyan ministry", whose country is the office's, but not "for
/// Yemen", which an envoy deals with.
std::string country_behind(const EntityBuilder& b, TokenIndex head, std::optional<Index>& of);

/// "ministry spokesman Ali Saad" behind "India's Ministry of Trade said …": the last body of that kind by name.
std::string body_named_before(const EntityBuilder& b, TokenIndex begin, std::optional<Index>& of);

}  // namespace dragoman
