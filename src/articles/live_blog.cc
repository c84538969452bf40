#include "articles/live_blog.h"

#include "articles/lines.h"

#include <nlohmann/json.hpp>

namespace dragoman {

namespace {

using Json = nlohmann::json;

std::string text_field(const Json& object, const char* key) {
  const auto field = object.find(key);
  return field != object.end() && field->is_string() ? field->get<std::string>() : std::string();
}

bool is_live(const Json& object) {
  return object.is_object() && text_field(object, "@type") == "LiveBlogPosting" && object.contains("liveBlogUpdate") &&
         object["liveBlogUpdate"].is_array();
}

std::vector<Article> from_json(const Json& blog) {
  std::vector<Article> entries;
  for (const Json& update : blog["liveBlogUpdate"]) {
    if (!update.is_object()) continue;
    Article entry;
    entry.title = text_field(update, "headline");
    entry.published = text_field(update, "datePublished");
    const std::string body = text_field(update, "articleBody");
    entry.text = text_of_fragment(body).value_or(body);
    if (!trimmed(entry.text).empty()) entries.push_back(std::move(entry));
  }
  return entries;
}

std::vector<Article> from_data(const HtmlPage& page) {
  for (const std::string& script : page.json_ld) {
    const Json json = Json::parse(script, nullptr, false, true);
    if (is_live(json)) return from_json(json);
    const Json* list = json.is_array() ? &json : nullptr;
    if (json.is_object() && json.contains("@graph") && json["@graph"].is_array()) list = &json["@graph"];
    if (list == nullptr) continue;
    for (const Json& object : *list) {
      if (is_live(object)) return from_json(object);
    }
  }
  return {};
}

/// The blocks of an element without its times and its first heading, which is the title.
Article entry_of(const HtmlPage& page, const HtmlElement& element, std::string_view moment, const PageWords& words) {
  Article entry;
  entry.published = moment;
  for (std::uint32_t b = element.first_block; b < element.end_block; ++b) {
    const HtmlBlock& block = page.blocks[b];
    const std::string_view tag = block.element < 0 ? "" : page.elements[static_cast<std::size_t>(block.element)].tag;
    const bool heading = is_heading(tag);
    if (heading && entry.title.empty()) {
      entry.title = block.text;
    } else if (heading || tag == "p" || tag == "li" || tag == "blockquote" || ends_like_a_sentence(block.text)) {
      if (!words.is_no_report(block.text)) add_paragraph(entry.text, block.text);
    }
  }
  return entry;
}

std::vector<Article> from_elements(const HtmlPage& page, const PageWords& words) {
  const auto calls_itself_entry = [&](const HtmlElement& e) {
    return words.is_live_entry(e["class"]) || words.is_live_entry(e["itemprop"]) ||
           words.is_live_entry(e["data-testid"]);
  };
  // The innermost such element around each time.
  std::vector<std::pair<std::size_t, std::string_view>> found;
  for (std::size_t i = 0; i < page.elements.size(); ++i) {
    const HtmlElement& time = page.elements[i];
    if (time.tag != "time" || time["datetime"].empty()) continue;
    std::int32_t at = time.parent;
    while (at >= 0 && !calls_itself_entry(page.elements[static_cast<std::size_t>(at)])) {
      at = page.elements[static_cast<std::size_t>(at)].parent;
    }
    const bool again = at >= 0 && !found.empty() && found.back().first == static_cast<std::size_t>(at);
    if (at >= 0 && !again) found.emplace_back(at, time["datetime"]);
  }
  std::vector<Article> entries;
  if (found.size() < 2) return entries;
  for (const auto& [element, moment] : found) {
    Article entry = entry_of(page, page.elements[element], moment, words);
    if (!entry.text.empty()) entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace

std::vector<Article> live_entries(const HtmlPage& page, const PageWords& words) {
  std::vector<Article> entries = from_elements(page, words);
  if (entries.size() < 2) entries = from_data(page);
  if (entries.size() < 2) entries.clear();
  return entries;
}

}  // namespace dragoman
