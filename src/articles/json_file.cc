// A file that is one JSON value: a report, or a list of them, which may stand within an object.
#include "articles/charset.h"
#include "articles/json_fields.h"
#include "articles/reader.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace dragoman {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxJsonBytes = std::size_t{256} << 20U;
constexpr int kMaxJsonDepth = 200;

/// JSON that nests deeper than any real file is refused before it is built.
bool is_too_deep(std::string_view json) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (quoted && json[i] == '\\') {
      ++i;
    } else if (json[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && (json[i] == '{' || json[i] == '[')) {
      if (++depth > kMaxJsonDepth) return true;
    } else if (!quoted && (json[i] == '}' || json[i] == ']')) {
      --depth;
    }
  }
  return false;
}

/// A table as pandas writes it: {"title": {"0": "Peru …", "1": …}, "text": {"0": …}}.
bool is_by_columns(const Json& json) {
  if (!json.is_object() || json.size() < 2) return false;
  return std::all_of(json.begin(), json.end(), [&](const Json& column) {
    return column.is_object() && !column.empty() && column.size() == json.begin()->size() &&
           column.begin().key() == json.begin()->begin().key() && !column.begin()->is_structured();
  });
}

Json rows_of(const Json& columns) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : columns.begin()->items()) keys.push_back(key);
  // "10" stands behind "9", which order by letters has the other way round.
  std::sort(keys.begin(), keys.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
  Json rows = Json::array();
  for (const std::string& key : keys) {
    Json row = Json::object();
    for (const auto& [name, column] : columns.items()) {
      if (const auto cell = column.find(key); cell != column.end()) row[name] = *cell;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

class JsonFile : public DocumentList {
  using DocumentList::DocumentList;
  void read(std::vector<Result<Document>>& documents) override {
    const auto bytes = read_all(input_.bytes, kMaxJsonBytes, input_.name);
    if (!bytes) return documents.push_back(bytes.error());
    const std::string text = to_utf8(*bytes);
    if (is_too_deep(text))
      return documents.push_back(input_error(input_.name, "nests more than 200 deep; it is no file of reports"));
    Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) return documents.push_back(input_error(input_.name, "is no well-formed JSON"));
    if (is_by_columns(json)) json = rows_of(json);
    const Json* list = list_in(json, 0);
    if (list == nullptr) {
      return documents.push_back(input_error(
          input_.name, "is JSON without a field for the text of a report; expected \"text\", \"body\" or the like"));
    }
    if (list->is_object()) {
      documents.push_back(document_of_json(*list, input_.name, input_.words.fields));
      return;
    }
    std::size_t number = 0;
    for (const Json& item : *list) {
      const std::string where = input_.name + "#" + std::to_string(++number);
      documents.push_back(item.is_object() ? document_of_json(item, where, input_.words.fields)
                                           : input_error(where, "is no JSON object"));
    }
  }

  /// The report, or the list of reports, within the value.
  const Json* list_in(const Json& json, int depth) const {
    constexpr int kMostLevels = 3;
    if (has_text(json, input_.words.fields)) return &json;
    if (json.is_array()) {
      for (const Json& item : json) {
        if (has_text(item, input_.words.fields)) return &json;
      }
    }
    if (!json.is_object() || depth == kMostLevels) return nullptr;
    for (const Json& value : json) {
      if (!value.is_structured()) continue;
      if (const Json* found = list_in(value, depth + 1)) return found;
    }
    return nullptr;
  }
};

}  // namespace

std::unique_ptr<DocumentReader> read_json(ReaderInput input) {
  return std::make_unique<JsonFile>(std::move(input));
}

}  // namespace dragoman
