#include "articles/lines.h"
#include "articles/page_article.h"
#include "text/ascii.h"
#include "text/dates.h"
#include "text/days.h"
#include "text/written_day.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include <nlohmann/json.hpp>

namespace dragoman {

namespace {

using Json = nlohmann::json;

/// Calls `use` for each object within, outermost first, without recursion: depth is the page's to choose.
template <class Use>
void each_object(const Json& root, Use use) {
  std::vector<const Json*> open = {&root};
  while (!open.empty()) {
    const Json* at = open.back();
    open.pop_back();
    if (at->is_object()) use(*at);
    if (!at->is_structured()) continue;
    std::vector<const Json*> within;
    for (const Json& value : *at) {
      if (value.is_structured()) within.push_back(&value);
    }
    open.insert(open.end(), within.rbegin(), within.rend());
  }
}

std::string text_of(const Json& object, const char* key) {
  const auto field = object.find(key);
  if (field == object.end()) return {};
  if (field->is_string()) return field->get<std::string>();
  if (field->is_array() && !field->empty() && field->front().is_string()) return field->front().get<std::string>();
  if (field->is_object()) return text_of(*field, "name");
  if (field->is_array() && !field->empty() && field->front().is_object()) return text_of(field->front(), "name");
  return {};
}

/// All names in a field: "Ann Lee, Jo Bland".
std::string names_in(const Json& object, const char* key) {
  const auto field = object.find(key);
  if (field == object.end() || !field->is_array()) return text_of(object, key);
  std::string all;
  for (const Json& one : *field) {
    const std::string name = one.is_string() ? one.get<std::string>() : one.is_object() ? text_of(one, "name") : "";
    if (!name.empty()) all += (all.empty() ? "" : ", ") + name;
  }
  return all;
}

bool is_article(const Json& object) {
  const auto is_kind = [](const Json& type) {
    if (!type.is_string()) return false;
    const auto name = type.get<std::string>();
    return name.ends_with("Article") || name.ends_with("Posting") || name == "Report";
  };
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  return is_kind(*type) || (type->is_array() && std::any_of(type->begin(), type->end(), is_kind));
}

void set_trimmed(std::string& to, std::string_view value) {
  if (!to.empty()) return;
  const std::size_t begin = value.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return;
  to = value.substr(begin, value.find_last_not_of(" \t\r\n") - begin + 1);
}

/// The date of a script that is not quite JSON (a comma too many, a quotation mark unescaped).
void broken_date(std::string_view script, Article& article) {
  constexpr std::string_view kKey = "\"datePublished\"";
  const std::size_t key = script.find(kKey);
  if (key == std::string_view::npos) return;
  const std::size_t open = script.find('"', key + kKey.size());
  if (open != std::string_view::npos) set_trimmed(article.published, moment_in(script.substr(open + 1)));
}

/// Other kinds of page (a fact check, a medical page) may be dated in the same words.
void date_of_any(const Json& object, Article& article) {
  set_trimmed(article.published, moment_in(text_of(object, "datePublished")));
}

void from_json_ld(const HtmlPage& page, Article& article) {
  for (std::string script : page.json_ld) {
    for (char& c : script) {
      if (static_cast<unsigned char>(c) < 0x20U) c = ' ';  // pages break lines within strings
    }
    const Json json = Json::parse(script, nullptr, false, true);
    if (json.is_discarded()) broken_date(script, article);
    each_object(json, [&](const Json& object) {
      if (!is_article(object)) return;
      set_trimmed(article.title, text_of(object, "headline"));
      set_trimmed(article.published, moment_in(text_of(object, "datePublished")));
      set_trimmed(article.agency, text_of(object, "publisher"));
      set_trimmed(article.byline, names_in(object, "author"));
      set_trimmed(article.language, text_of(object, "inLanguage"));
      set_trimmed(article.link, text_of(object, "url"));
    });
    each_object(json, [&](const Json& object) { date_of_any(object, article); });
  }
}

/// Content of the first meta tag with one of the names, which are in lower case, tried in their order.
std::string meta(const HtmlPage& page, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    for (const HtmlElement& e : page.elements) {
      if (e.tag != "meta" || e["content"].empty()) continue;
      for (const std::string_view key : {"property", "name", "itemprop"}) {
        if (ascii_lower(e[key]) == name) return std::string(e["content"]);
      }
    }
  }
  return {};
}

void from_elements(const HtmlPage& page, Article& article) {
  for (const HtmlElement& e : page.elements) {
    if (e.tag == "link" && e["rel"] == "canonical") set_trimmed(article.link, e["href"]);
    if (e.tag == "html") set_trimmed(article.language, e["lang"]);
    if (e["itemprop"] == "datePublished") {
      set_trimmed(article.published, moment_in(e["datetime"].empty() ? e["content"] : e["datetime"]));
    }
  }
  for (const HtmlElement& e : page.elements) {
    if (e.tag == "time") set_trimmed(article.published, moment_in(e["datetime"]));
    if (e.tag == "h1" && e.end_block > e.first_block) set_trimmed(article.title, page.blocks[e.first_block].text);
  }
  set_trimmed(article.title, page.title);
}

/// True within what readers say below a report.
bool is_in_comments(const HtmlPage& page, std::int32_t element) {
  for (; element >= 0; element = page.elements[static_cast<std::size_t>(element)].parent) {
    const HtmlElement& e = page.elements[static_cast<std::size_t>(element)];
    for (const std::string_view name : {e["class"], e["id"]}) {
      if (ascii_lower(name).find("comment") != std::string::npos && e.tag != "body") return true;
    }
  }
  return false;
}

/// The day that the page shows: "Published 12 March 2019", a line that is a day, or one in an element that is called
/// so; as it is written, for numbers may be read in two ways.
std::string shown_day(const HtmlPage& page) {
  constexpr std::size_t kLongest = 120, kLongestName = 60;
  std::string alone, called;
  for (const HtmlBlock& block : page.blocks) {
    if (block.text.size() > kLongest) continue;
    const WrittenDay day = written_day(block.text);
    if ((day.day.empty() && !day.ambiguous) || is_in_comments(page, block.element)) continue;
    const std::string words = ascii_lower(block.text.substr(0, day.begin));
    const std::string written = block.text.substr(0, kLongest);
    for (const std::string_view start :
         {"published", "first published", "posted", "submitted", "date:", "date published"}) {
      if (words.starts_with(start)) return written;
    }
    if (words.find("updated") != std::string::npos || words.find("modified") != std::string::npos) continue;
    if (day.alone && alone.empty()) alone = written;
    const HtmlElement* e = block.element < 0 ? nullptr : &page.elements[static_cast<std::size_t>(block.element)];
    const std::string name = e == nullptr ? "" : ascii_lower((*e)["class"]).substr(0, kLongestName);
    for (const std::string_view word : {"date", "time", "publish", "submitted", "posted", "meta", "byline"}) {
      if (called.empty() && name.find(word) != std::string::npos) called = written;
    }
  }
  return alone.empty() ? called : alone;
}

/// "…/2019/11/18/…" in an address.
std::string day_of_link(std::string_view link) {
  for (std::size_t at = link.find("/20"); at != std::string_view::npos; at = link.find("/20", at + 1)) {
    const WrittenDay day = written_day(link.substr(at + 1));
    if (!day.day.empty() && day.begin == 0 && link.substr(at).size() > 11) return day.day;
  }
  return {};
}

/// True for two days of which one follows the other.
bool next_to(std::string_view a, std::string_view b) {
  const auto x = days_of(a), y = days_of(b);
  return x && y && (x->first - y->first == std::chrono::days(1) || y->first - x->first == std::chrono::days(1));
}

/// Text that may hold character references a second time ("&#8217;"), as a browser would show it.
std::string plain(const std::string& text) {
  if (text.find('&') == std::string::npos) return text;
  return text_of_fragment(text).value_or(text);
}

}  // namespace

std::string text_of_data(const HtmlPage& page) {
  std::string text;
  for (const std::string& script : page.json_ld) {
    each_object(Json::parse(script, nullptr, false, true), [&](const Json& object) {
      const auto body = object.find("articleBody");
      if (body == object.end() || !body->is_string() || !text.empty()) return;
      const auto raw = body->get<std::string>();
      if (raw.find('<') != std::string::npos) {
        text = text_of_fragment(raw).value_or(raw);
      } else {
        for (const std::string_view line : lines_of(raw)) add_paragraph(text, line);
      }
    });
  }
  return plain(text);
}

Article metadata_of(const HtmlPage& page) {
  Article article;
  from_json_ld(page, article);
  set_trimmed(article.title,
              meta(page, {"og:title", "twitter:title", "parsely-title", "headline", "dc.title", "title"}));
  set_trimmed(article.published, moment_in(meta(page, {"article:published_time",
                                                       "og:article:published_time",
                                                       "datepublished",
                                                       "parsely-pub-date",
                                                       "sailthru.date",
                                                       "pubdate",
                                                       "publish-date",
                                                       "publish_date",
                                                       "publication_date",
                                                       "published_time",
                                                       "og:published_time",
                                                       "rnews:datepublished",
                                                       "cxenseparse:recs:publishtime",
                                                       "article_date_original",
                                                       "dc.date.issued",
                                                       "dcterms.issued",
                                                       "dc.date",
                                                       "dc.date.created",
                                                       "dcterms.date",
                                                       "dcterms.created",
                                                       "article.published",
                                                       "article:published",
                                                       "pdate",
                                                       "sn-post-date",
                                                       "date",
                                                       "citation_publication_date",
                                                       "citation_online_date",
                                                       "citation_date"})));
  set_trimmed(article.agency, meta(page, {"og:site_name", "publisher", "article:publisher", "application-name"}));
  set_trimmed(article.link, meta(page, {"og:url"}));
  set_trimmed(article.byline,
              meta(page, {"author", "parsely-author", "sailthru.author", "article:author", "dc.creator", "byl"}));
  if (article.byline.find("://") != std::string::npos) article.byline.clear();
  if (ascii_lower(article.byline.substr(0, 3)) == "by ") article.byline.erase(0, 3);
  from_elements(page, article);
  set_trimmed(article.language, meta(page, {"og:locale", "language", "content-language"}));
  set_trimmed(article.link, page.saved_from);
  // A moment is mostly told in universal time; the day in the address is the paper's own.
  if (const std::string day = day_of_link(article.link); article.published.empty() || next_to(day, article.published)) {
    article.published = day;
  }
  if (article.published.empty()) article.published = shown_day(page);
  if (article.agency.starts_with("http")) article.agency = meta(page, {"og:site_name"});
  for (std::string* text : {&article.title, &article.agency, &article.byline}) *text = plain(*text);
  article.language = article.language.substr(0, article.language.find_first_of("-_"));
  std::transform(article.language.begin(), article.language.end(), article.language.begin(),
                 [](unsigned char c) { return std::tolower(c); });
  return article;
}

}  // namespace dragoman
