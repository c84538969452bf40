#include "support/schema.h"

#include <regex>

#include <nlohmann/json.hpp>

namespace dragoman {

namespace {

using nlohmann::json;

class Validator {
 public:
  explicit Validator(const json& root) : root_(root) {}

  void check(const json& schema, const json& value, const std::string& path) {
    for (const auto& [word, rule] : schema.items()) {
      if (word.starts_with('$') && word != "$ref") continue;
      if (word == "title" || word == "description") continue;
      if (!follows(word, rule, schema, value, path)) defects.push_back(path + ": breaks " + word + " " + rule.dump());
    }
  }

  std::vector<std::string> defects;

 private:
  static bool is_type(const std::string& type, const json& v) {
    return (type == "object" && v.is_object()) || (type == "array" && v.is_array()) ||
           (type == "string" && v.is_string()) || (type == "null" && v.is_null()) ||
           (type == "boolean" && v.is_boolean()) || (type == "integer" && v.is_number_integer()) ||
           (type == "number" && v.is_number());
  }

  bool follows(const std::string& word, const json& rule, const json& schema, const json& v, const std::string& path) {
    if (word == "$ref") {
      check(root_.at(json::json_pointer(rule.get<std::string>().substr(1))), v, path);
      return true;
    }
    if (word == "type") {
      if (rule.is_string()) return is_type(rule, v);
      return std::any_of(rule.begin(), rule.end(), [&](const json& type) { return is_type(type, v); });
    }
    if (word == "const") return v == rule;
    if (word == "enum") return std::find(rule.begin(), rule.end(), v) != rule.end();
    if (word == "pattern")
      return !v.is_string() || std::regex_search(v.get<std::string>(), std::regex(rule.get<std::string>()));
    if (word == "minimum") return !v.is_number() || v.get<double>() >= rule.get<double>();
    if (word == "maximum") return !v.is_number() || v.get<double>() <= rule.get<double>();
    if (word == "minLength") return !v.is_string() || v.get<std::string>().size() >= rule.get<std::size_t>();
    if (word == "minItems") return !v.is_array() || v.size() >= rule.get<std::size_t>();
    if (word == "anyOf") {
      return std::any_of(rule.begin(), rule.end(), [&](const json& one) {
        Validator alone(root_);
        alone.check(one, v, path);
        return alone.defects.empty();
      });
    }
    if (word == "items") {
      for (std::size_t i = 0; v.is_array() && i < v.size(); ++i) check(rule, v[i], path + "/" + std::to_string(i));
      return true;
    }
    if (word == "required") {
      return !v.is_object() ||
             std::all_of(rule.begin(), rule.end(), [&](const json& key) { return v.contains(key.get<std::string>()); });
    }
    if (word == "properties") {
      for (const auto& [key, property] : rule.items()) {
        if (v.is_object() && v.contains(key)) check(property, v[key], path + "/" + key);
      }
      return true;
    }
    if (word == "additionalProperties") {
      if (!v.is_object() || rule != false) return rule == false;
      const json& known = schema.at("properties");
      return std::all_of(v.items().begin(), v.items().end(),
                         [&](const auto& field) { return known.contains(field.key()); });
    }
    return false;  // a word that this validator does not know
  }

  const json& root_;
};

}  // namespace

std::vector<std::string> schema_defects(const nlohmann::json& schema, const nlohmann::json& value) {
  Validator validator(schema);
  validator.check(schema, value, "");
  return validator.defects;
}

}  // namespace dragoman
