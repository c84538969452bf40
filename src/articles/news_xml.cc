// NITF and NewsML, the markup in which agencies send their stories, and the collections in which researchers have them:
// <newsitem> of Reuters' corpora, <DOC> of the Linguistic Data Consortium and of TREC.
#include "articles/charset.h"
#include "articles/exports.h"
#include "articles/html_page.h"
#include "articles/lines.h"
#include "articles/reader.h"
#include "articles/xml.h"
#include "text/ascii.h"
#include "text/dates.h"
#include "text/limits.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace dragoman {

namespace {

constexpr std::size_t kMaxNewsBytes = std::size_t{64} << 20U;

/// The text of the first node within that is called by one of the names and holds any.
std::string first_text_within(const pugi::xml_node& node, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const pugi::xml_node found =
        node.find_node([&](const pugi::xml_node& n) { return local_name(n) == name && !trimmed(all_text(n)).empty(); });
    if (!found) continue;
    return on_one_line(all_text(found));
  }
  return {};
}

std::string first_attribute(const pugi::xml_node& node, std::string_view element, std::string_view name) {
  const pugi::xml_node found =
      node.find_node([&](const pugi::xml_node& n) { return local_name(n) == element && !attribute(n, name).empty(); });
  return std::string(attribute(found, name));
}

/// The paragraphs within, without captions and tables.
std::string story_text(pugi::xml_node node) {
  static constexpr std::array<std::string_view, 8> kAside = {"media", "figure", "table",     "script",
                                                             "style", "head",   "body.head", "body.end"};
  std::vector<pugi::xml_node> aside;
  bool over = false;
  for (pugi::xml_node n = next_within(node, node, false); n; n = next_within(node, n, over)) {
    over = std::find(kAside.begin(), kAside.end(), local_name(n)) != kAside.end();
    if (over) aside.push_back(n);
  }
  for (pugi::xml_node n : aside) n.parent().remove_child(n);
  std::ostringstream markup;
  for (const pugi::xml_node& child : node.children())
    child.print(markup, "", pugi::format_raw | pugi::format_no_declaration);
  return text_of_fragment(markup.str()).value_or(std::string());
}

/// The parser of pages knows "p", and not "xhtml:p".
void drop_prefixes(pugi::xml_node root) {
  for (pugi::xml_node n = root; n; n = next_within(root, n, false)) {
    if (n.type() == pugi::node_element) n.set_name(std::string(local_name(n)).c_str());
  }
}

class News : public DocumentList {
  using DocumentList::DocumentList;

  void read(std::vector<Result<Document>>& documents) override {
    const auto bytes = read_all(input_.bytes, kMaxNewsBytes, input_.name);
    if (!bytes) return documents.push_back(bytes.error());
    const std::string xml = to_utf8(*bytes);
    pugi::xml_document tree;
    const auto parsed =
        tree.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_fragment, pugi::encoding_utf8);
    if (!parsed) {
      return documents.push_back(
          input_error(input_.name, std::string("is no well-formed XML: ") + parsed.description()));
    }
    drop_prefixes(tree.document_element());
    // Items within items are parts of one story; a message holds several.
    std::vector<pugi::xml_node> items;
    bool over = false;
    const pugi::xml_node root = tree.document_element();
    for (pugi::xml_node n = root; n; n = next_within(root, n, over)) {
      const std::string_view name = n.name();
      over = name == "nitf" || name == "newsItem" || name == "NewsItem" || name == "newsitem";
      if (over) items.push_back(n);
    }
    for (const pugi::xml_node& n : tree.children("DOC")) items.push_back(n);
    if (items.empty()) {
      return documents.push_back(input_error(input_.name, "holds no <nitf>, <newsItem> or <DOC>"));
    }
    std::size_t number = 0;
    for (const pugi::xml_node& item : items) {
      ++number;
      documents.push_back(story(item, items.size() == 1 ? input_.name : input_.name + "#" + std::to_string(number)));
    }
  }

  static Result<Document> story(const pugi::xml_node& item, const std::string& name) {
    Document document;
    document.uri = name;
    document.title = first_text_within(item, {"hl1", "headline", "HeadLine", "HEADLINE", "HEAD", "title"});
    document.byline = first_text_within(item, {"byline", "by", "ByLine", "BYLINE"});
    document.byline = byline_of(document.byline);
    document.published = first_attribute(item, "date.issue", "norm");
    if (document.published.empty()) document.published = first_attribute(item, "date.release", "norm");
    if (document.published.empty()) document.published = first_attribute(item, "story.date", "norm");
    if (document.published.empty()) document.published = first_attribute(item, "pubdata", "date.publication");
    if (document.published.empty() && item.name() == std::string_view("newsitem"))
      document.published = attribute(item, "date");
    if (document.published.empty()) document.published = day_in(attribute(item, "id"));  // "HBW_ENG_20190309.0001"
    if (document.published.empty()) {
      document.published =
          first_text_within(item, {"contentCreated", "firstCreated", "versionCreated", "FirstCreated",
                                   "ThisRevisionCreated", "story.date", "DateId", "DATE", "DATE_TIME", "DATETIME"});
    }
    document.agency = first_text_within(item, {"distributor", "creditline", "CreditLine"});
    if (document.agency.empty()) document.agency = first_text_within(descendant(item, "provider"), {"name"});
    if (document.agency.empty()) document.agency = first_attribute(item, "doc.copyright", "holder");
    if (document.agency.empty()) document.agency = first_attribute(item, "pubdata", "name");
    document.language = ascii_lower(attribute(item, "lang")).substr(0, 2);
    for (const std::string_view part :
         {"body.content", "body", "inlineXML", "inlineData", "DataContent", "text", "TEXT"}) {
      const pugi::xml_node content = descendant(item, part);
      if (!content) continue;
      const bool marked =
          descendant(content, "p") || descendant(content, "P") || content.name() != std::string_view("TEXT");
      document.text = marked ? story_text(content) : joined_paragraphs(lines_of(all_text(content)));
      if (document.text.find("<p>") != std::string::npos) {  // markup that was packed as text
        document.text = text_of_fragment(document.text).value_or(document.text);
      }
      if (!document.text.empty()) break;
    }
    if (auto why = why_no_text(document.text)) return input_error(name, "the text " + *why);
    return document;
  }
};

}  // namespace

std::unique_ptr<DocumentReader> read_news(ReaderInput input) {
  return std::make_unique<News>(std::move(input));
}

}  // namespace dragoman
