// RSS 0.9 to 2.0 and Atom: each item is a document.
#include "articles/charset.h"
#include "articles/fragment.h"
#include "articles/html_page.h"
#include "articles/reader.h"
#include "text/limits.h"

#include <algorithm>
#include <sstream>

#include <pugixml.hpp>

namespace dragoman {

namespace {

constexpr std::size_t kMaxFeedBytes = std::size_t{64} << 20U;

/// The child with the name, whatever the prefix of its namespace.
pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  return node.find_child([&](const pugi::xml_node& n) {
    const std::string_view full = n.name();
    const std::size_t colon = full.find(':');
    return full == name || (colon != std::string_view::npos && full.substr(colon + 1) == name);
  });
}

std::string text_of(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& part : node.children()) {
    if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) text += part.value();
  }
  return text;
}

std::string first_text(const pugi::xml_node& node, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (auto text = text_of(child(node, name)); text.find_first_not_of(" \t\r\n") != std::string::npos) return text;
  }
  return {};
}

class Feed : public DocumentReader {
 public:
  explicit Feed(ReaderInput input) : input_(std::move(input)) {}

  std::optional<Result<Document>> next() override {
    if (!read_) {
      read_ = true;
      if (auto error = read()) return *error;
    }
    if (!item_) return std::nullopt;
    const pugi::xml_node item = item_;
    item_ = item_.next_sibling(item_.name());
    ++number_;
    return document(item);
  }

 private:
  std::optional<Error> read() {
    const auto bytes = read_all(input_.bytes, kMaxFeedBytes, input_.name);
    if (!bytes) return bytes.error();
    const std::string xml = to_utf8(*bytes);
    const auto parsed = tree_.load_buffer(xml.data(), xml.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed) {
      const auto line =
          1 + std::count(xml.begin(),
                         xml.begin() + std::min<std::ptrdiff_t>(parsed.offset, static_cast<std::ptrdiff_t>(xml.size())),
                         '\n');
      return input_error(input_.name + ":" + std::to_string(line),
                         std::string("is no well-formed XML: ") + parsed.description());
    }
    pugi::xml_node root = tree_.document_element();
    channel_ = child(root, "channel") ? child(root, "channel") : root;
    // RSS 1.0 has its items beside the channel.
    item_ = child(channel_, "item") ? child(channel_, "item") : child(root, "item");
    if (!item_) item_ = child(root, "entry");
    if (!item_ && root.name() != std::string_view("rss") && root.name() != std::string_view("feed") &&
        !child(root, "channel")) {
      return input_error(input_.name, "is XML with the root <" + std::string(root.name()) +
                                          ">, expected a feed: <rss>, <rdf:RDF> or <feed>");
    }
    return std::nullopt;
  }

  static std::string link_of(const pugi::xml_node& item) {
    for (const pugi::xml_node& link : item.children("link")) {
      const std::string_view rel = link.attribute("rel").value();
      if (link.attribute("href") && (rel.empty() || rel == "alternate")) return link.attribute("href").value();
    }
    return first_text(item, {"link"});
  }

  Result<Document> document(const pugi::xml_node& item) const {
    Article article;
    article.link = link_of(item);
    article.title = plain(first_text(item, {"title"}));
    article.text = report(item);
    article.published = first_text(item, {"pubDate", "published", "date", "updated"});
    article.byline = plain(first_text(item, {"creator", "author"}));
    if (article.byline.empty()) article.byline = plain(first_text(child(item, "author"), {"name"}));
    article.agency = plain(first_text(channel_, {"title"}));
    article.language = first_text(channel_, {"language"}).substr(0, 2);
    const std::string where = input_.name + ", item " + std::to_string(number_);
    if (auto why = why_no_text(article.text)) return input_error(where, "the text " + *why);
    if (article.text.size() > kMaxDocumentBytes) return document_too_long(where);
    std::string name = first_text(item, {"guid", "id"});
    if (!article.link.empty()) name = article.link;
    return document_of(std::move(article), name.empty() ? where : name);
  }

  /// The text of an item: as HTML in a string, or as elements (Atom's "xhtml").
  std::string report(const pugi::xml_node& item) const {
    for (const std::string_view name : {"encoded", "content", "description", "summary"}) {
      const pugi::xml_node part = child(item, name);
      std::string text = text_of(part);
      if (part.find_child([](const pugi::xml_node& n) { return n.type() == pugi::node_element; })) {
        std::ostringstream xml;
        for (const pugi::xml_node& inside : part.children()) inside.print(xml, "", pugi::format_raw);
        text = xml.str();
      }
      if (text.find_first_not_of(" \t\r\n") == std::string::npos) continue;
      if (text.find_first_of("<&") == std::string::npos) return text;
      return report_in_fragment(text, input_.words).value_or(text);
    }
    return {};
  }

  static std::string plain(const std::string& text) {
    if (text.find_first_of("<&") == std::string::npos) return text;
    return text_of_fragment(text).value_or(text);
  }

  ReaderInput input_;
  pugi::xml_document tree_;
  pugi::xml_node channel_, item_;
  std::size_t number_ = 0;
  bool read_ = false;
};

}  // namespace

std::unique_ptr<DocumentReader> read_feed(ReaderInput input) {
  return std::make_unique<Feed>(std::move(input));
}

}  // namespace dragoman
