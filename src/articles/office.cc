// DOCX and ODT as text, XLSX and ODS as tables.
#include "articles/head_bytes.h"
#include "articles/lines.h"
#include "articles/package.h"
#include "articles/reader.h"
#include "articles/sheets.h"
#include "articles/xml.h"
#include "text/ascii.h"

#include <deque>
#include <unordered_set>

namespace dragoman {

namespace {

constexpr std::size_t kMaxFileBytes = std::size_t{128} << 20U;

using Parts = std::map<std::string, std::string>;

bool load(pugi::xml_document& tree, const std::string& xml) {
  // White space between the runs of a paragraph is text.
  return static_cast<bool>(tree.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata));
}

/// Paragraphs of a document on their way into a text.
class Paragraphs {
 public:
  void add(std::string_view s) { open_ += s; }
  void end() {
    std::string_view rest = open_;
    while (!rest.empty()) {  // a line break within a paragraph is one of its lines
      const std::size_t stop = rest.find('\n');
      add_paragraph(text_, rest.substr(0, stop));
      rest.remove_prefix(stop == std::string_view::npos ? rest.size() : stop + 1);
    }
    open_.clear();
  }
  std::string take() {
    end();
    return std::move(text_);
  }

 private:
  std::string open_, text_;
};

/// The paragraphs within a node; boxes that stand among them are added to `boxes`.
void add_paragraphs(const pugi::xml_node& root, Paragraphs& out, std::vector<pugi::xml_node>& boxes,
                    std::string& title) {
  static const std::unordered_set<std::string_view> kAside = {"Fallback", "instrText", "delText", "moveFrom",
                                                              "footnoteReference"};
  bool over = false;
  for (pugi::xml_node n = root; n; n = next_within(root, n, over)) {
    const std::string_view name = local_name(n);
    const bool box = name == "txbxContent" && n != root;
    over = box || kAside.contains(name);
    if (box) {
      boxes.push_back(n);
    } else if (name == "p") {
      out.end();
    } else if (name == "t") {
      out.add(all_text(n));
      over = true;
    } else if (name == "tab") {
      out.add(" ");
    } else if (name == "noBreakHyphen") {
      out.add("-");
    } else if (name == "br" || name == "cr") {
      out.add("\n");
    } else if (name == "pStyle" && attribute(n, "val") == "Title" && title.empty()) {
      title = trimmed(all_text(n.parent().parent()));
    }
  }
  out.end();
}

/// The text, and behind it that of the boxes beside it. `title`: the paragraph whose style calls it so.
std::string text_of_docx(const pugi::xml_document& tree, std::string& title) {
  Paragraphs out;
  std::vector<pugi::xml_node> boxes = {descendant(tree, "body")};
  for (std::size_t i = 0; i < boxes.size(); ++i) add_paragraphs(pugi::xml_node(boxes[i]), out, boxes, title);
  return out.take();
}

/// The paragraphs within a node of an ODT file; boxes as above.
void add_odt_paragraphs(const pugi::xml_node& root, Paragraphs& out, std::vector<pugi::xml_node>& boxes) {
  bool over = false;
  for (pugi::xml_node n = root; n; n = next_within(root, n, over)) {
    const std::string_view name = local_name(n);
    const bool box = name == "text-box" && n != root;
    over = box || name == "note" || name == "tracked-changes" || name == "annotation" || name == "sequence-decls";
    if (box) {
      boxes.push_back(n);
    } else if (name == "p" || name == "h") {
      out.end();
    } else if (name == "s" || name == "tab") {
      out.add(" ");
    } else if (name == "line-break") {
      out.add("\n");
    } else if (n.type() == pugi::node_pcdata || n.type() == pugi::node_cdata) {
      const std::string_view parent = local_name(n.parent());
      if (parent != "text" && parent != "list" && parent != "list-item" && parent != "section") out.add(n.value());
    }
  }
  out.end();
}

/// The text, and behind it that of the boxes beside it.
std::string text_of_odt(const pugi::xml_document& tree) {
  Paragraphs out;
  std::vector<pugi::xml_node> boxes = {descendant(tree, "text")};
  for (std::size_t i = 0; i < boxes.size(); ++i) add_odt_paragraphs(pugi::xml_node(boxes[i]), out, boxes);
  return out.take();
}

std::string title_in(const Parts& parts, const char* name) {
  const auto part = parts.find(name);
  pugi::xml_document tree;
  if (part == parts.end() || !load(tree, part->second)) return {};
  std::string title(trimmed(all_text(descendant(tree, "title"))));
  // What programs put there when nobody did.
  const std::string low = ascii_lower(title);
  if (low.starts_with("microsoft word") || low.starts_with("untitled") || low.starts_with("document")) return {};
  return title;
}

class Office : public DocumentReader {
 public:
  explicit Office(ReaderInput input) : input_(std::move(input)) {}

  std::optional<Result<Document>> next() override {
    if (!read_) {
      read_ = true;
      read();
    }
    while (ready_.empty() && !sheets_.empty()) {
      if (auto document = sheets_.front()->next()) return document;
      sheets_.pop_front();
    }
    if (ready_.empty()) return std::nullopt;
    Result<Document> document = std::move(ready_.front());
    ready_.pop_front();
    return document;
  }

 private:
  void fail(std::string message) { ready_.emplace_back(input_error(input_.name, std::move(message))); }

  void read() {
    const auto bytes = read_all(input_.bytes, kMaxFileBytes, input_.name);
    if (!bytes) return void(ready_.emplace_back(bytes.error()));
    const auto parts = xml_parts(*bytes, input_.name);
    if (!parts) return void(ready_.emplace_back(parts.error()));
    if (const auto manifest = parts->find("META-INF/manifest.xml");
        manifest != parts->end() && manifest->second.find("encryption-data") != std::string::npos) {
      return fail("is locked with a password; save it without one first");
    }
    Document about;
    pugi::xml_document tree;
    if (const auto docx = parts->find("word/document.xml"); docx != parts->end()) {
      if (!load(tree, docx->second)) return fail("is a damaged Word document: its text is no well-formed XML");
      const std::string text = text_of_docx(tree, about.title);
      if (about.title.empty()) about.title = title_in(*parts, "docProps/core.xml");
      return add_text(text, about);
    }
    if (parts->contains("xl/workbook.xml")) return add_sheets(sheets_of_xlsx(*parts));
    const auto content = parts->find("content.xml");
    if (content == parts->end())
      return fail("is an Office document without text that can be read, a presentation perhaps");
    if (!load(tree, content->second)) return fail("is a damaged OpenDocument file: its text is no well-formed XML");
    if (descendant(tree, "spreadsheet")) return add_sheets(sheets_of_ods(tree));
    about.title = title_in(*parts, "meta.xml");
    add_text(text_of_odt(tree), about);
  }

  void add_text(const std::string& text, Document about) {
    // A title of its own is better than the file's, which may be that of a template.
    Document plain;
    plain.title = about.title;
    for (auto& document : documents_of_text(input_, text, plain)) ready_.push_back(std::move(document));
  }

  void add_sheets(const std::vector<std::string>& tables) {
    if (tables.empty()) return fail("is a workbook without a table");
    for (const std::string& table : tables) {
      memory_.push_back(std::make_unique<MemoryBytes>(table));
      sheets_.push_back(read_csv(ReaderInput{*memory_.back(), input_.name, input_.options, input_.words}));
    }
  }

  ReaderInput input_;
  std::deque<Result<Document>> ready_;
  std::vector<std::unique_ptr<MemoryBytes>> memory_;
  std::deque<std::unique_ptr<DocumentReader>> sheets_;
  bool read_ = false;
};

}  // namespace

std::unique_ptr<DocumentReader> read_office(ReaderInput input) {
  return std::make_unique<Office>(std::move(input));
}

}  // namespace dragoman
