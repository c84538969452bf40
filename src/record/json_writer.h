// Writes JSON as it goes, keys in the order in which they are given: the same calls give the same bytes.
//
//   JsonWriter w(out, 2);
//   w.open('{').key("name").value("Kyiv").key("seen").open('[').value(1).value(2).close(']').close('}');
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace dragoman {

class JsonWriter {
 public:
  /// Appends to `out`. `indent` blanks a level, or 0 for one line.
  explicit JsonWriter(std::string& out, int indent = 0) : out_(out), indent_(indent) {}

  /// '{' or '['.
  JsonWriter& open(char bracket);
  /// '}' or ']'.
  JsonWriter& close(char bracket);
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(bool b) { return raw(b ? "true" : "false"); }
  template <std::integral T>
  requires(!std::same_as<T, bool>) JsonWriter& value(T n) { return integer(static_cast<std::int64_t>(n)); }
  /// The shortest digits that read back as `d`; null when it is not finite.
  JsonWriter& value(double d);
  JsonWriter& null() { return raw("null"); }
  /// A value that is JSON already.
  JsonWriter& json(std::string_view text) { return raw(text); }
  /// The text, or null when it is empty.
  JsonWriter& text_or_null(std::string_view text) { return text.empty() ? null() : value(text); }

 private:
  JsonWriter& integer(std::int64_t n);
  JsonWriter& raw(std::string_view bytes);
  void separate();
  void line();

  std::string& out_;
  int indent_;
  int depth_ = 0;
  bool first_ = true;       // nothing stands in the innermost bracket yet
  bool after_key_ = false;  // a key waits for its value
};

/// Appends `text` as a JSON string with its quotes. `text` is valid UTF-8.
void append_json_string(std::string& out, std::string_view text);

}  // namespace dragoman
