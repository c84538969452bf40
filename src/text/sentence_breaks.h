// Where a text parts its sentences by its layout: blank lines, headings, items of lists.
#pragma once

#include "text/by_word.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace dragoman {

/// True for a line at which somebody begins to speak in a transcript: "Q: …", "MR. BERG: …".
bool begins_turn(std::string_view line);

/// The bytes, in text order, at which something begins that is no part of the sentence before it:
///
/// - the first line behind a blank one
/// - an item of a list: "- …", "• …", "2. …" at the head of a line that follows another item, a colon or a full stop
/// - any line, in a text whose lines are whole paragraphs
/// - a line behind one that ended though the next word would have had room: a heading, a caption, a time of day
///
/// Lines that were wrapped part no sentence; nor does one that ends with a word of `leads_on`, in small letters there.
std::vector<std::uint32_t> sentence_breaks(std::string_view text, const WordSet& leads_on);

/// Those of the breaks that have a heading, a caption, an item of a list or the like on one side: what does not end as
/// a sentence does, and says nothing of the words on the other side.
std::vector<std::uint32_t> breaks_at_headings(std::string_view text, const std::vector<std::uint32_t>& breaks);

}  // namespace dragoman
