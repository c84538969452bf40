#include "articles/page_article.h"

#include "articles/charset.h"
#include "articles/main_text.h"

namespace dragoman {

Result<Article> article_of_page(std::string_view bytes, const PageWords& words, std::string_view declared) {
  if (bytes.size() > kMaxPageBytes) bytes = bytes.substr(0, kMaxPageBytes + 1);  // the parser says why it is refused
  const auto page = HtmlPage::parse(to_utf8(bytes, declared));
  if (!page) return page.error();
  Article article = metadata_of(*page);
  article.text = main_text(*page, words);
  if (article.text.empty()) {
    return Error{ErrorKind::input, "", "holds no running text; expected a page with one report"};
  }
  return article;
}

}  // namespace dragoman
