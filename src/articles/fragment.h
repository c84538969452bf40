// The report in a piece of HTML that a feed, a mail or a newsletter holds.
#pragma once

#include "articles/page_words.h"

#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

/// Its text, paragraphs parted by blank lines, without captions, what is hidden, and lines that
/// lexicon/articles/pages.txt says are no part of a report; nothing when it cannot be parsed. With `lines` a break
/// within a paragraph ends a line, else it is a blank.
std::optional<std::string> report_in_fragment(std::string_view html, const PageWords& words, bool lines = false);

}  // namespace dragoman
