#include "articles/reader.h"

#include "articles/charset.h"
#include "articles/export_reader.h"
#include "articles/exports.h"
#include "articles/html_page.h"
#include "articles/page_article.h"
#include "text/limits.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>

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

Document document_of(Article&& article, std::string name) {
  Document document;
  document.uri = name.empty() ? article.link : std::move(name);
  document.text = std::move(article.text);
  document.title = std::move(article.title);
  document.agency = std::move(article.agency);
  document.language = std::move(article.language);
  document.link = std::move(article.link);
  document.byline = std::move(article.byline);
  document.published = std::move(article.published);
  return document;
}

std::optional<Result<Document>> DocumentList::next() {
  if (!read_) {
    read_ = true;
    read(documents_);
  }
  if (at_ == documents_.size()) return std::nullopt;
  return std::move(documents_[at_++]);
}

std::vector<Result<Document>> documents_of_text(const ReaderInput& input, std::string text, Document about) {
  if (const InputFormat layout = export_format(text); layout != InputFormat::by_content) {
    auto stories = documents_of_export(text, layout, input.name, input.words.fields);
    if (!stories.empty()) return stories;
  }
  about.text = std::move(text);
  if (about.uri.empty()) about.uri = input.name;
  if (about.text.size() > kMaxDocumentBytes) return {document_too_long(input.name)};
  if (auto why = why_no_text(about.text)) return {input_error(input.name, *why)};
  read_text_head(about, input.words);
  return {std::move(about)};
}

namespace {

class PlainText : public DocumentList {
  using DocumentList::DocumentList;
  void read(std::vector<Result<Document>>& documents) override {
    auto text = read_all(input_.bytes, kMaxDocumentBytes, input_.name);
    if (!text) return documents.push_back(text.error());
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text->starts_with(kByteOrderMark)) text->erase(0, kByteOrderMark.size());
    unify_line_ends(*text);
    if (auto why = why_no_text(*text)) return documents.push_back(input_error(input_.name, *why));
    Document document;
    document.uri = input_.name;
    document.text = std::move(*text);
    read_text_head(document, input_.words);
    documents.push_back(std::move(document));
  }
};

class Page : public DocumentList {
  using DocumentList::DocumentList;
  /// The stories of an export that was saved as a page; none for other pages.
  std::vector<Result<Document>> stories_of_page(const std::string& bytes) const {
    static constexpr std::array<std::string_view, 5> kMarks = {"enArticle", " DOCUMENTS", "End of Document",
                                                               "ProQuest document", "Accession Number"};
    const auto stands = [&](std::string_view mark) { return bytes.find(mark) != std::string::npos; };
    if (std::none_of(kMarks.begin(), kMarks.end(), stands)) return {};
    const auto text = text_of_fragment(to_utf8(bytes));
    const InputFormat layout = text ? export_format(*text) : InputFormat::by_content;
    if (layout == InputFormat::by_content) return {};
    return documents_of_export(*text, layout, input_.name, input_.words.fields);
  }

  void read(std::vector<Result<Document>>& documents) override {
    const auto bytes = read_all(input_.bytes, kMaxPageBytes, input_.name);
    if (!bytes) return documents.push_back(bytes.error());
    if (auto stories = stories_of_page(*bytes); !stories.empty()) {
      documents = std::move(stories);
      return;
    }
    auto articles = articles_of_page(*bytes, input_.words);
    if (!articles) return documents.push_back(input_error(input_.name, articles.error().message));
    std::size_t number = 0;
    for (Article& article : *articles) {
      const std::string name = articles->size() == 1 ? input_.name : input_.name + "#" + std::to_string(++number);
      documents.push_back(document_of(std::move(article), name));
    }
  }
};

}  // namespace

std::unique_ptr<DocumentReader> read_text(ReaderInput input) {
  return std::make_unique<PlainText>(std::move(input));
}

std::unique_ptr<DocumentReader> read_page(ReaderInput input) {
  return std::make_unique<Page>(std::move(input));
}

std::unique_ptr<DocumentReader> read_format(InputFormat format, ReaderInput input) {
  switch (format) {
    case InputFormat::jsonl:
      return read_json_lines(std::move(input));
    case InputFormat::json:
      return read_json(std::move(input));
    case InputFormat::html:
      return read_page(std::move(input));
    case InputFormat::csv:
      return read_csv(std::move(input));
    case InputFormat::feed:
      return read_feed(std::move(input));
    case InputFormat::news:
      return read_news(std::move(input));
    case InputFormat::warc:
      return read_warc(std::move(input));
    case InputFormat::mail:
    case InputFormat::mbox:
      return read_mail(std::move(input));
    case InputFormat::markdown:
      return read_markdown(std::move(input));
    case InputFormat::rtf:
      return read_rtf(std::move(input));
    case InputFormat::pdf:
      return read_pdf(std::move(input));
    case InputFormat::office:
      return read_office(std::move(input));
    case InputFormat::nexis:
    case InputFormat::factiva:
    case InputFormat::proquest:
    case InputFormat::ebsco:
    case InputFormat::gale:
    case InputFormat::newsbank:
    case InputFormat::monitoring:
      return read_export(std::move(input), format);
    default:
      return read_text(std::move(input));
  }
}

}  // namespace dragoman
