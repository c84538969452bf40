#include "dossier/openapi.h"

#include "dossier/routes.h"
#include "record/json_writer.h"

#include <fmt/format.h>

namespace dragoman::web {

namespace {

void write_parameter(JsonWriter& json, std::string_view name, std::string_view in, std::string_view what,
                     std::string_view pattern) {
  // What no address may hold: control characters, and in a segment strokes.
  constexpr std::string_view kText = "^[^\\u0000-\\u001f\\u007f]*$", kSegment = "^[^\\u0000-\\u001f\\u007f/\\\\.]+$";
  json.open('{').key("name").value(name).key("in").value(in);
  if (in == "path") json.key("required").value(true);
  json.key("description").value(what);
  json.key("schema").open('{').key("type").value("string");
  json.key("pattern").value(in == "path" ? kSegment : pattern.empty() ? kText : pattern);
  json.close('}').close('}');
}

void write_responses(JsonWriter& json, const Route& route) {
  json.key("responses").open('{');
  json.key("200").open('{').key("description").value(route.summary);
  json.key("content").open('{').key("application/json").open('{').key("schema").open('{').key("type").value("object");
  json.key("required").open('[').value("title").value("address");
  for (const std::string_view table : route.tables) {
    if (table != "months" || route.path == "/") json.value(table);
  }
  json.close(']');
  json.key("properties").open('{');
  for (const char* name : {"title", "address"}) json.key(name).open('{').key("type").value("string").close('}');
  for (const std::string_view table : route.tables) {
    json.key(table)
        .open('{')
        .key("type")
        .value("array")
        .key("items")
        .open('{')
        .key("type")
        .value("object")
        .close('}')
        .close('}');
  }
  json.close('}').close('}').close('}').close('}').close('}');
  json.key("303").open('{').key("description").value("Under another address").close('}');
  for (const auto& [status, what] :
       {std::pair{"400", "The address cannot be understood"}, std::pair{"404", "There is no such thing"}}) {
    json.key(status)
        .open('{')
        .key("description")
        .value(what)
        .key("content")
        .open('{')
        .key("application/json")
        .open('{');
    json.key("schema")
        .open('{')
        .key("$ref")
        .value("#/components/schemas/Error")
        .close('}')
        .close('}')
        .close('}')
        .close('}');
  }
  json.close('}');
}

}  // namespace

std::string openapi(const Frame& frame) {
  std::string out;
  JsonWriter json(out, 1);
  json.open('{').key("openapi").value("3.1.0");
  json.key("info").open('{').key("title").value("Dossier").key("version").value(DRAGOMAN_VERSION);
  json.key("summary").value("What a store of dragoman holds, page by page").close('}');
  json.key("servers").open('[').open('{').key("url").value(frame.base.empty() ? "/" : frame.base).close('}').close(']');
  json.key("paths").open('{');
  for (const Route& route : routes()) {
    if (route.make == nullptr) continue;
    json.key(route.path == "/" ? "/index.json" : std::string(route.path) + ".json").open('{').key("get").open('{');
    std::string name;
    for (const char c : route.path) {
      if (c == '/' || c == '{') name.push_back('_');
      if ((c >= 'a' && c <= 'z')) name.push_back(c);
    }
    json.key("operationId").value("read" + (name == "_" ? "_front" : name));
    json.key("summary").value(route.summary);
    json.key("parameters").open('[');
    std::string_view rest = route.path;
    for (std::size_t brace = rest.find('{'); brace != std::string_view::npos; brace = rest.find('{')) {
      const std::size_t end = rest.find('}');
      write_parameter(json, rest.substr(brace + 1, end - brace - 1), "path", "As links of other pages have it", "");
      rest.remove_prefix(end + 1);
    }
    for (const Parameter& parameter : route.parameters)
      write_parameter(json, parameter.name, "query", parameter.what, parameter.pattern);
    json.close(']');
    write_responses(json, route);
    json.close('}').close('}');
  }
  json.close('}');
  json.key("components").open('{').key("schemas").open('{').key("Error").open('{').key("type").value("object");
  json.key("required").open('[').value("error").value("status").close(']').key("properties").open('{');
  json.key("error").open('{').key("type").value("string").close('}');
  json.key("status").open('{').key("type").value("integer").close('}');
  json.close('}').close('}').close('}').close('}').close('}');
  return out + "\n";
}

}  // namespace dragoman::web
