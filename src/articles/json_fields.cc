#include "articles/json_fields.h"

#include "articles/exports.h"
#include "articles/html_page.h"
#include "articles/lines.h"
#include "articles/reader.h"
#include "text/dates.h"
#include "text/limits.h"
#include "text/written_day.h"

#include <array>

#include <nlohmann/json.hpp>

namespace dragoman {

namespace {

using Json = nlohmann::json;

/// The field of the role, and its name; null where there is none.
const Json* field(const Json& json, FieldRole role, const FieldWords& words, std::string& name) {
  for (const std::string& wanted : words.names("json", role)) {
    for (const auto& [key, value] : json.items()) {
      if (FieldWords::key(key) != wanted || value.is_null()) continue;
      name = key;
      return &value;
    }
  }
  return nullptr;
}

/// The object of the report: this one, or one within it that holds the text, as answers of archives have it ("fields",
/// "_source").
const Json& holder_of_text(const Json& json, const FieldWords& words) {
  std::string name;
  if (field(json, FieldRole::text, words, name) != nullptr) return json;
  for (const Json& part : json) {
    if (part.is_object() && field(part, FieldRole::text, words, name) != nullptr) return part;
  }
  return json;
}

/// A string, a number, the name of an object, or several of these; nothing for other types.
std::optional<std::string> as_text(const Json& value, std::string_view between) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_integer()) return value.dump();
  if (value.is_object()) {
    // "rendered" is WordPress's, "main" and "original" stand in answers of archives.
    for (const char* key : {"name", "title", "text", "rendered", "main", "original"}) {
      if (const auto at = value.find(key); at != value.end() && at->is_string()) return at->get<std::string>();
    }
    return std::nullopt;
  }
  if (!value.is_array()) return std::nullopt;
  std::string all;
  for (const Json& part : value) {
    if (part.is_array()) return std::nullopt;
    const auto text = as_text(part, between);
    if (!text) return std::nullopt;
    all += (all.empty() ? "" : std::string(between)) + *text;
  }
  return all;
}

/// Puts the time of a field of its own behind a day that brings none.
void add_time(const Json& json, const FieldWords& words, std::string& published) {
  std::string name;
  const Json* value = field(json, FieldRole::time, words, name);
  if (value == nullptr || !value->is_string()) return;
  const WrittenDay found = written_day(published);
  constexpr std::size_t kDigitsOfDay = 8;  // more without anything else are seconds since 1970
  const bool seconds =
      published.size() > kDigitsOfDay && published.find_first_not_of("0123456789") == std::string::npos;
  const std::string time = time_in(value->get_ref<const std::string&>());
  const bool has_day = !found.day.empty() || found.ambiguous;
  if (has_day && found.time.empty() && !seconds && !time.empty()) published += " " + time;
}

}  // namespace

bool has_text(const Json& json, const FieldWords& words) {
  std::string name;
  return json.is_object() && field(holder_of_text(json, words), FieldRole::text, words, name) != nullptr;
}

Result<Document> document_of_json(const Json& json, const std::string& where, const FieldWords& words) {
  Document document;
  const std::array<std::pair<FieldRole, std::string*>, 8> fields = {{{FieldRole::text, &document.text},
                                                                     {FieldRole::uri, &document.uri},
                                                                     {FieldRole::title, &document.title},
                                                                     {FieldRole::published, &document.published},
                                                                     {FieldRole::agency, &document.agency},
                                                                     {FieldRole::byline, &document.byline},
                                                                     {FieldRole::language, &document.language},
                                                                     {FieldRole::link, &document.link}}};
  const Json& holder = holder_of_text(json, words);
  for (const auto& [role, to] : fields) {
    std::string name;
    const Json* value = field(holder, role, words, name);
    if (value == nullptr && &holder != &json) value = field(json, role, words, name);
    if (value == nullptr) {
      if (role != FieldRole::text) continue;
      return input_error(where, "has no field \"text\"; expected the text of the report there");
    }
    if (role == FieldRole::byline && value->is_number()) continue;  // the number of somebody who is named elsewhere
    const bool is_text = role == FieldRole::text;
    auto text = as_text(*value, is_text ? "\n\n" : ", ");
    const bool number = value->is_number() && role != FieldRole::uri && role != FieldRole::published;
    if (!text || number) {
      return input_error(where, "the field \"" + name + "\" is a " + value->type_name() + ", expected a string");
    }
    *to = role == FieldRole::byline ? byline_of(*text) : std::move(*text);
    if (!is_text) continue;
    if (to->size() > kMaxDocumentBytes) return document_too_long(where);
    if (to->find("<p>") != std::string::npos || to->find("<p ") != std::string::npos) {
      if (auto plain = text_of_fragment(*to)) *to = std::move(*plain);
    }
    if (auto why = why_no_text(*to)) return input_error(where, "the field \"" + name + "\" " + *why);
  }
  add_time(json, words, document.published);
  if (document.uri.empty()) document.uri = where;
  return document;
}

}  // namespace dragoman
