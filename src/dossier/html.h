// HTML that is escaped by construction. Names of elements and attributes are literals of the program; everything else
// is text, and comes out as text whatever it holds.
//
//   Html html;
//   html("p", {{"class", "lead"}}, [&] { html("a", {{"href", address}}, name).text(" and others"); });
//
// Control and direction characters are left out, so that no name can turn the line around that it stands in.
#pragma once

#include <concepts>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace dragoman::web {

/// A string that stands in the program's own text.
struct Literal {
  consteval Literal(const char* literal) : text(literal) {}  // NOLINT: implicit by design
  std::string_view text;
};

struct Attribute {
  Attribute(Literal name, std::optional<std::string> value) : name(name), value(std::move(value)) {}
  Attribute(Literal name, std::string value) : name(name), value(std::move(value)) {}
  Attribute(Literal name, std::string_view value) : name(name), value(value) {}
  Attribute(Literal name, const char* value) : name(name), value(value) {}
  /// Without a value: `checked`.
  Attribute(Literal name, bool there) : name(name) {
    if (there) value = "";
  }

  Literal name;
  std::optional<std::string> value;  // nothing: the attribute is left out
};
using Attributes = std::initializer_list<Attribute>;

class Html {
 public:
  Html& text(std::string_view words);

  /// An element with its words.
  Html& operator()(Literal name, Attributes attributes, std::string_view words) {
    open(name, attributes);
    text(words);
    return close(name);
  }
  Html& operator()(Literal name, std::string_view words) { return (*this)(name, {}, words); }
  /// An element with what `inside` writes.
  template <std::invocable Inside>
  Html& operator()(Literal name, Attributes attributes, Inside inside) {
    open(name, attributes);
    inside();
    return close(name);
  }
  template <std::invocable Inside>
  Html& operator()(Literal name, Inside inside) {
    return (*this)(name, {}, inside);
  }
  /// One that holds nothing and has no end: <input>, <link>.
  Html& single(Literal name, Attributes attributes) {
    open(name, attributes);
    return *this;
  }
  Html& append(const Html& other) {
    out_ += other.out_;
    return *this;
  }
  /// "<!doctype html>"
  Html& begin_document();

  const std::string& string() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  void open(Literal name, Attributes attributes);
  Html& close(Literal name);

  std::string out_;
};

/// True for characters that turn the direction of writing.
bool turns_direction(char32_t c);

}  // namespace dragoman::web
