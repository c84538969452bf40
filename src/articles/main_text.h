// The report in a page: its paragraphs and headings, without navigation, captions, teasers, comments and appeals.
#pragma once

#include "articles/html_page.h"
#include "articles/page_words.h"

#include <string>

namespace dragoman {

/// Paragraphs parted by blank lines; empty when the page holds no running text.
///
/// The blocks of the page are weighed by their text outside links; elements whose names say that they hold something
/// else weigh nothing. The report is the smallest element that holds most of the weight, one that calls itself the body
/// of an article before others; within it, what is no running text is left out.
std::string main_text(const HtmlPage& page, const PageWords& words);

}  // namespace dragoman
