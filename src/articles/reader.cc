#include "articles/reader.h"

#include "articles/page_article.h"
#include "text/dates.h"
#include "text/limits.h"
#include "text/utf8.h"

namespace dragoman {

Error input_error(std::string where, std::string message) {
  return Error{ErrorKind::input, std::move(where), std::move(message)};
}

std::string in_quotes(std::string_view s) {
  constexpr std::size_t kMost = 40;
  const bool cut = s.size() > kMost;
  s = s.substr(0, kMost);
  return '"' + std::string(s.substr(0, first_invalid_utf8(s))) + (cut ? "…\"" : "\"");
}

void unify_line_ends(std::string& text) {
  std::size_t to = 0;
  for (std::size_t from = 0; from < text.size(); ++from) {
    if (text[from] == '\r' && from + 1 < text.size() && text[from + 1] == '\n') continue;
    text[to++] = text[from];
  }
  text.resize(to);
}

std::optional<Error> set_published(Document& document, const std::string& found, const InputOptions& options,
                                   const std::string& where) {
  if (found.empty()) {
    document.published = options.published;
    return std::nullopt;
  }
  document.published = day_in(found);
  document.published_is_metadata = true;
  if (!document.published.empty()) return std::nullopt;
  return input_error(where, "published is " + in_quotes(found) + ", expected a day such as 2016-12-03");
}

Document document_of(Article&& article, std::string name, const InputOptions& options) {
  Document document;
  document.uri = name.empty() ? article.link : std::move(name);
  document.text = std::move(article.text);
  document.title = std::move(article.title);
  document.agency = std::move(article.agency);
  document.language = std::move(article.language);
  document.link = std::move(article.link);
  document.published_is_metadata = !article.published.empty();
  document.published = std::move(article.published);
  if (document.published.empty()) document.published = options.published;
  return document;
}

namespace {

class OneDocument : public DocumentReader {
 public:
  explicit OneDocument(ReaderInput input) : input_(std::move(input)) {}
  std::optional<Result<Document>> next() override {
    if (done_) return std::nullopt;
    done_ = true;
    return read();
  }

 protected:
  virtual Result<Document> read() = 0;
  ReaderInput input_;

 private:
  bool done_ = false;
};

class PlainText : public OneDocument {
  using OneDocument::OneDocument;
  Result<Document> read() override {
    auto text = read_all(input_.bytes, kMaxDocumentBytes, input_.name);
    if (!text) return text.error();
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text->starts_with(kByteOrderMark)) text->erase(0, kByteOrderMark.size());
    unify_line_ends(*text);
    if (auto why = why_no_text(*text)) return input_error(input_.name, *why);
    Document document;
    document.uri = input_.name;
    document.text = std::move(*text);
    document.published = input_.options.published;
    return document;
  }
};

class Page : public OneDocument {
  using OneDocument::OneDocument;
  Result<Document> read() override {
    const auto bytes = read_all(input_.bytes, kMaxPageBytes, input_.name);
    if (!bytes) return bytes.error();
    auto article = article_of_page(*bytes, input_.words);
    if (!article) return input_error(input_.name, article.error().message);
    return document_of(std::move(*article), input_.name, input_.options);
  }
};

}  // namespace

std::unique_ptr<DocumentReader> read_text(ReaderInput input) {
  return std::make_unique<PlainText>(std::move(input));
}

std::unique_ptr<DocumentReader> read_page(ReaderInput input) {
  return std::make_unique<Page>(std::move(input));
}

}  // namespace dragoman
