// Titles behind a name and a comma, "Ana Paz, president of the Lakes Union,", read off the words where the parser saw
// no apposition.
#pragma once

#include "who/builder.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace dragoman {

struct ApposedTitle {
  TokenSpan span;           // the title alone
  std::uint32_t title = 0;  // in the lexicon's list; for an occupation in that of nouns
  TokenIndex floor = 0;     // where the words that say more of it begin
  TokenIndex end = 0;  // of all that belongs to it: the comma, semicolon, full stop or relative pronoun that closes it
};

/// The titles between the comma behind the name and what closes the apposition, several where "and" joins them.
std::vector<ApposedTitle> titles_apposed(const EntityBuilder& b, const TokenMention& name);

/// "a former instructor at the school" there, by a noun that tells what somebody is; not what names begin behind.
std::optional<ApposedTitle> occupation_apposed(const EntityBuilder& b, const TokenMention& name);

/// The body or country that the words behind an apposed title name: "of the Lakes Union", "at Tarn Bank". Nothing where
/// more of its name, or another noun, follows.
std::optional<Index> owner_of_apposed(const EntityBuilder& b, const ApposedTitle& title);

}  // namespace dragoman
