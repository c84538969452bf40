// Titles with all that they are of, as they stand before a name: "Minister of Rural Affairs of the Maltese
// Republic, João Silva", "Kenya's Ambassador to Malta Carlos Rojas". Read off the words rather than the parse, which
// seldom holds so long a phrase together.
#pragma once

#include "who/builder.h"

#include <optional>
#include <string>

namespace dragoman {

struct LongTitle {
  TokenSpan span;           // the title alone
  std::uint32_t title = 0;  // in the lexicon's list; that of the portfolio where it has one: "education minister"
  std::string country;      // that it is of; empty where the words name none
  std::optional<Index> of;  // the country or body behind "of" or "at"
};

/// The title nearest before `end` whose complement ("of …", "for …", "to …") reaches up to it, or that ends there or
/// at a comma there and has it all in itself. Not before `floor`.
std::optional<LongTitle> long_title_before(const EntityBuilder& b, TokenIndex floor, TokenIndex end);

}  // namespace dragoman
