// A page of HTML as an article: text and metadata.
#pragma once

#include "articles/article.h"
#include "articles/html_page.h"
#include "articles/page_words.h"
#include "dragoman/result.h"

#include <string_view>

namespace dragoman {

/// The article of a page given as bytes in any charset (`declared`: that of a header, may be empty). Errors (kind
/// input): as HtmlPage::parse, or no running text in it.
Result<Article> article_of_page(std::string_view bytes, const PageWords& words, std::string_view declared = {});

/// Title, date, publisher, language and canonical link, from JSON-LD, OpenGraph and other meta tags, in this order; the
/// text is left empty.
Article metadata_of(const HtmlPage& page);

}  // namespace dragoman
