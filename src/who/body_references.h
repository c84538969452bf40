// Which body by name "the ministry", "the company", "the agency" is.
#pragma once

#include "who/builder.h"

#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

/// A body that the story has named before.
struct NamedBody {
  Index body = 0;
  TokenIndex at = 0;       // where it was named last
  bool says_kind = false;  // "Lakeside Council" says that it is a council, and "Inland Fisheries Bureau" an agency
};

/// Whether a word, or two, are what a name says that its bearer is: "Ministry" of "Ministry of Health", "University" of
/// "Lakeside University", but not "Board" of "Board Meeting", nor of "Ana Paz's Board".
bool heads_name(std::string_view kind, std::string_view name);

/// Whether the body's name says in another word that it is what the noun calls it: a bureau or an authority for
/// "agency".
bool is_of_kind(const EntityBuilder& b, std::string_view noun, const Entity& body);

/// The body that a definite phrase refers to at its noun: of that kind and country, the last that was named, or the
/// only one that the story has named. "The company" and "the group" are also bodies whose name does not say what they
/// are.
std::optional<NamedBody> body_of_kind(const EntityBuilder& b, TokenIndex noun, const std::string& country);

/// "The Blues are still divided. The party …": the sentence before is about a name of which nothing is known.
bool follows_unknown_name(const EntityBuilder& b, TokenIndex noun);

/// "the court", and not "the appeals court", "the court of a town", "the court that …": nothing tells it from others.
bool is_bare_description(const Parse& parse, TokenIndex noun);

/// "the Salem court" is not "a lower court": before the noun stands a name that the entity's own has not, or a field
/// where that has another.
bool is_named_otherwise(const EntityBuilder& b, TokenIndex noun, Index e);

/// "health" before "ministry": what tells bodies of the state apart, where it has a minister.
bool is_field_of_bodies(const WhoLexicon& who, std::string_view word, std::string_view noun);

/// "the foreign ministry" is not "Kenya's health ministry": before the noun stands a field of state, and the body's
/// name has others.
bool names_other_field(const EntityBuilder& b, TokenIndex noun, std::string_view name);

/// Whether the noun, for one body, may stand for that mention's: by what its name says, or with nothing that speaks
/// against it.
bool may_stand_for(const EntityBuilder& b, TokenIndex noun, const TokenMention& body);

}  // namespace dragoman
