// A page of HTML as an article: text and metadata.
#pragma once

#include "articles/article.h"
#include "articles/html_page.h"
#include "articles/page_words.h"
#include "dragoman/result.h"

#include <string_view>
#include <vector>

namespace dragoman {

/// The article of a page given as bytes in any charset (`declared`: that of a header, may be empty). Errors (kind
/// input): as HtmlPage::parse, or no running text in it.
Result<Article> article_of_page(std::string_view bytes, const PageWords& words, std::string_view declared = {});

/// The same, or the entries of a live blog, each an article (articles/live_blog.h).
Result<std::vector<Article>> articles_of_page(std::string_view bytes, const PageWords& words,
                                              std::string_view declared = {});

/// The text that the page's data for search engines (JSON-LD) brings; empty where there is none.
std::string text_of_data(const HtmlPage& page);

/// Title, date, publisher, language and canonical link, from JSON-LD, OpenGraph and other meta tags, in this order, and
/// the date from what the page shows where these have none; the text is left empty.
Article metadata_of(const HtmlPage& page);

}  // namespace dragoman
