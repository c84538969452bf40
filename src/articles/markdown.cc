// Markdown: the text without its marks; "---" front matter gives title, day and writer.
#include "articles/charset.h"
#include "articles/html_page.h"
#include "articles/lines.h"
#include "articles/reader.h"
#include "text/limits.h"

#include <algorithm>

#include <md4c.h>

namespace dragoman {

namespace {

/// What the parser calls on its way through the text.
class Plain {
 public:
  std::string text, first_heading;

  static int enter_block(MD_BLOCKTYPE type, void* detail, void* self) { return of(self).enter(type, detail), 0; }
  static int leave_block(MD_BLOCKTYPE type, void* /*detail*/, void* self) { return of(self).leave(type), 0; }
  static int enter_span(MD_SPANTYPE type, void* /*detail*/, void* self) {
    return of(self).mute_ += type == MD_SPAN_IMG, 0;
  }
  static int leave_span(MD_SPANTYPE type, void* /*detail*/, void* self) {
    return of(self).mute_ -= type == MD_SPAN_IMG, 0;
  }
  static int on_text(MD_TEXTTYPE type, const MD_CHAR* s, MD_SIZE n, void* self) {
    return of(self).add(type, {s, n}), 0;
  }

 private:
  static Plain& of(void* self) { return *static_cast<Plain*>(self); }

  void enter(MD_BLOCKTYPE type, void* detail) {
    end();
    mute_ += type == MD_BLOCK_CODE || type == MD_BLOCK_HTML;
    cell_ = type == MD_BLOCK_TH || type == MD_BLOCK_TD;
    heading_ = type == MD_BLOCK_H && static_cast<MD_BLOCK_H_DETAIL*>(detail)->level == 1;
  }
  void leave(MD_BLOCKTYPE type) {
    // The first heading above the text is the title.
    if (heading_ && first_heading.empty() && text.empty()) {
      first_heading = trimmed(open_);
      open_.clear();
    }
    end();
    mute_ -= type == MD_BLOCK_CODE || type == MD_BLOCK_HTML;
    heading_ = false;
    cell_ = false;
  }
  void add(MD_TEXTTYPE type, std::string_view s) {
    if (mute_ > 0 || type == MD_TEXT_HTML) return;
    if (type == MD_TEXT_ENTITY) {
      open_ += text_of_fragment(s).value_or(std::string(s));
    } else if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
      open_ += ' ';
    } else if (type != MD_TEXT_NULLCHAR) {
      open_ += s;
    }
  }
  void end() {
    // Cells of a table are figures and names, unless they hold sentences.
    if (!cell_ || ends_like_a_sentence(trimmed(open_))) add_paragraph(text, open_);
    open_.clear();
  }

  std::string open_;
  int mute_ = 0;
  bool heading_ = false, cell_ = false;
};

/// Without notes at its foot, "[^1]: The treaty of 1990", and the marks that point to them.
std::string without_notes(const std::string& source) {
  const auto note_at = [&](std::size_t at) {  // the end of "[^1]"; 0 where none stands there
    constexpr std::size_t kLongest = 40;
    if (std::string_view(source).substr(at, 2) != "[^") return std::size_t{0};
    const std::size_t end = source.find_first_of("] \n", at);
    return end == std::string::npos || source[end] != ']' || end - at > kLongest ? 0 : end + 1;
  };
  std::string out;
  bool line_start = true;
  for (std::size_t at = 0; at < source.size();) {
    if (const std::size_t end = note_at(at); end > 0) {
      const bool definition = line_start && end < source.size() && source[end] == ':';
      at = definition ? std::min(source.find('\n', end), source.size()) : end;
      continue;
    }
    line_start = source[at] == '\n';
    out.push_back(source[at++]);
  }
  return out;
}

std::string_view without_quotes(std::string_view value) {
  value = trimmed(value);
  const bool quoted =
      value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
  return quoted ? value.substr(1, value.size() - 2) : value;
}

/// Takes "---" and what stands up to the next one off the text.
void front_matter(std::string& text, const FieldWords& words, Document& document) {
  const auto lines = lines_of(text);
  if (lines.empty() || (trimmed(lines[0]) != "---" && trimmed(lines[0]) != "+++")) return;
  const std::string_view mark = trimmed(lines[0]);
  std::size_t end = 1;
  while (end < lines.size() && trimmed(lines[end]) != mark) ++end;
  if (end == lines.size()) return;
  for (std::size_t i = 1; i < end; ++i) {
    const std::size_t sign = lines[i].find(mark == "---" ? ':' : '=');
    if (sign == std::string_view::npos) continue;
    std::string value(without_quotes(lines[i].substr(sign + 1)));
    if (value.empty()) {  // a list on the lines below: "  - Ann Lee"
      for (std::size_t k = i + 1; k < end && trimmed(lines[k]).starts_with("- "); ++k)
        value += (value.empty() ? "" : ", ") + std::string(without_quotes(trimmed(lines[k]).substr(2)));
    }
    switch (words.role("columns", trimmed(lines[i].substr(0, sign)))) {
      case FieldRole::title:
        document.title = value;
        break;
      case FieldRole::published:
        if (document.published.empty()) document.published = value;
        break;
      case FieldRole::byline:
        document.byline = value;
        break;
      case FieldRole::agency:
        document.agency = value;
        break;
      case FieldRole::link:
        document.link = value;
        break;
      default:
        break;
    }
  }
  text.erase(0, static_cast<std::size_t>(lines[end].data() - text.data()) + lines[end].size());
}

class Markdown : public DocumentList {
  using DocumentList::DocumentList;
  void read(std::vector<Result<Document>>& documents) override {
    const auto bytes = read_all(input_.bytes, kMaxDocumentBytes, input_.name);
    if (!bytes) return documents.push_back(bytes.error());
    std::string source = to_utf8(*bytes);
    unify_line_ends(source);
    Document document;
    front_matter(source, input_.words.fields, document);
    source = without_notes(source);
    Plain plain;
    const MD_PARSER parser{0,
                           MD_DIALECT_GITHUB | MD_FLAG_COLLAPSEWHITESPACE,
                           Plain::enter_block,
                           Plain::leave_block,
                           Plain::enter_span,
                           Plain::leave_span,
                           Plain::on_text,
                           nullptr,
                           nullptr};
    if (md_parse(source.data(), static_cast<MD_SIZE>(source.size()), &parser, &plain) != 0) {
      return documents.push_back(input_error(input_.name, "cannot be read as Markdown"));
    }
    if (document.title.empty()) document.title = plain.first_heading;
    documents = documents_of_text(input_, std::move(plain.text), std::move(document));
  }
};

}  // namespace

std::unique_ptr<DocumentReader> read_markdown(ReaderInput input) {
  return std::make_unique<Markdown>(std::move(input));
}

}  // namespace dragoman
