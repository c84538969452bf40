// Which body by name "the ministry", "the company", "the agency" is.
#pragma once

#include "who/builder.h"

#include <optional>
#include <string>

namespace dragoman {

/// A body that the story has named before.
struct NamedBody {
  Index body = 0;
  TokenIndex at = 0;       // where it was named last
  bool says_kind = false;  // "Lakeside Council" says that it is a council, and "Inland Fisheries Bureau" an agency
};

/// The body that a definite phrase refers to at its noun: of that kind and country, the last that was named, or the
/// only one that the story has named. "The company" and "the group" are also bodies whose name does not say what they
/// are.
std::optional<NamedBody> body_of_kind(const EntityBuilder& b, TokenIndex noun, const std::string& country);

/// "the court", and not "the appeals court", "the court of a town", "the court that …": nothing tells it from others.
bool is_bare_description(const Parse& parse, TokenIndex noun);

/// "the Salem court" is not "a lower court": before the noun stands a name that the entity's own has not.
bool is_named_otherwise(const EntityBuilder& b, TokenIndex noun, Index e);

}  // namespace dragoman
