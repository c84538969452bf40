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

/// "official" of "a foreign ministry official": the phrase without the body that several small words of the lexicon
/// tell before the noun, which is somebody else's mention, unless they belong to the title.
TokenSpan without_ministry(const EntityBuilder& b, TokenSpan phrase, TokenIndex noun);

/// "deputy national security adviser", "senior marketing director", "human rights chief": the title with the words of
/// rank and of its field before it.
TokenSpan in_full(const EntityBuilder& b, TokenSpan title);

/// Whether the words of a title's phrase are that title where they stand: "Justice Paz", not "social justice".
bool is_title_here(const EntityBuilder& b, TokenIndex begin, std::uint32_t title);

}  // namespace dragoman
