// Titles of the lexicon among the words of a report.
#pragma once

#include "who/builder.h"

#include <vector>

namespace dragoman {

/// The title that ends right before token `end`, as far to the left as one reaches; nothing before `floor` is looked
/// at.
bool title_ending_at(const EntityBuilder& b, TokenIndex end, TokenIndex floor, TokenSpan& span, std::uint32_t& title);

/// The title whose noun is at `noun`: "foreign minister", "Minister of Foreign Affairs".
bool title_at(const EntityBuilder& b, TokenIndex noun, TokenIndex floor, TokenSpan& span, std::uint32_t& title);

/// The title's phrase is one more mention, after what other mention stands in it: "Russia's foreign minister".
void mention_title(EntityBuilder& b, TokenIndex noun, const std::vector<Index>& entities);

/// "deputy national security adviser": the title with a word of rank before it that makes it an office of its own.
TokenSpan with_rank(const EntityBuilder& b, TokenSpan title);

}  // namespace dragoman
