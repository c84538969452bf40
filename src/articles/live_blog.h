// Pages on which an event is told as it goes on: each entry has its own time.
#pragma once

#include "articles/article.h"
#include "articles/html_page.h"
#include "articles/page_words.h"

#include <vector>

namespace dragoman {

/// The entries of a live blog in the order of the page, each with its text, its heading and its day; fewer than two are
/// none. They come from the data for search engines (LiveBlogPosting) or from elements that call themselves such, with
/// a <time> in each.
std::vector<Article> live_entries(const HtmlPage& page, const PageWords& words);

}  // namespace dragoman
