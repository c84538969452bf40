#include "articles/page_article.h"

#include "articles/charset.h"
#include "articles/live_blog.h"
#include "articles/main_text.h"
#include "text/dates.h"

namespace dragoman {

namespace {

Result<HtmlPage> page_of(std::string_view bytes, std::string_view declared) {
  if (bytes.size() > kMaxPageBytes) bytes = bytes.substr(0, kMaxPageBytes + 1);  // the parser says why it is refused
  return HtmlPage::parse(to_utf8(bytes, declared));
}

Result<Article> article_of(const HtmlPage& page, const PageWords& words) {
  Article article = metadata_of(page);
  article.text = main_text(page, words);
  if (article.text.empty()) article.text = text_of_data(page);
  if (article.text.empty()) {
    return Error{ErrorKind::input, "", "holds no running text; expected a page with one report"};
  }
  return article;
}

}  // namespace

Result<Article> article_of_page(std::string_view bytes, const PageWords& words, std::string_view declared) {
  const auto page = page_of(bytes, declared);
  if (!page) return page.error();
  return article_of(*page, words);
}

Result<std::vector<Article>> articles_of_page(std::string_view bytes, const PageWords& words,
                                              std::string_view declared) {
  const auto page = page_of(bytes, declared);
  if (!page) return page.error();
  std::vector<Article> entries = live_entries(*page, words);
  if (entries.empty()) {
    auto article = article_of(*page, words);
    if (!article) return article.error();
    entries.push_back(std::move(*article));
    return entries;
  }
  const Article about = metadata_of(*page);
  const std::string day = day_in(about.published);
  for (Article& entry : entries) {
    entry.agency = about.agency;
    entry.language = about.language;
    entry.link = about.link;
    if (entry.title.empty()) entry.title = about.title;
    if (!day_in(entry.published).empty()) continue;
    // The page's day holds for the entry, the page's time does not.
    entry.published = day.empty() ? about.published : to_string(Moment{day, time_in(entry.published)});
  }
  return entries;
}

}  // namespace dragoman
