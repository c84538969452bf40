#include "dossier/address.h"

#include "text/utf8.h"

#include <algorithm>

#include <fmt/format.h>

namespace dragoman::web {

namespace {

Error wrong(std::string message) {
  return {ErrorKind::usage, "", std::move(message)};
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

Result<std::string> decoded(std::string_view s, bool plus_is_blank) {
  std::string out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] == '+' && plus_is_blank) {
      out.push_back(' ');
    } else if (s[i] != '%') {
      out.push_back(s[i]);
    } else {
      const int high = i + 2 < s.size() ? hex(s[i + 1]) : -1, low = i + 2 < s.size() ? hex(s[i + 2]) : -1;
      if (high < 0 || low < 0) return wrong("the address has a percent sign without two hexadecimal digits behind it");
      out.push_back(static_cast<char>(high * 16 + low));
      i += 2;
    }
  }
  if (first_invalid_utf8(out) != out.size()) return wrong("the address is not UTF-8");
  for (const char c : out) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return wrong("the address holds control characters");
  }
  return out;
}

void append_encoded(std::string& out, std::string_view s) {
  for (const char c : s) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                       c == '_' || c == '.' || c == '~' || c == ',';
    if (plain) {
      out.push_back(c);
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
}

/// "who" of "who.json", with "json" laid down.
std::string without_twin(std::string segment, std::string& twin) {
  for (const std::string_view known : {"json", "csv", "tsv", "ics"}) {
    if (segment.size() > known.size() && segment.ends_with(known) &&
        segment[segment.size() - known.size() - 1] == '.') {
      twin = known;
      segment.resize(segment.size() - known.size() - 1);
      break;
    }
  }
  return segment;
}

}  // namespace

std::string_view Address::operator[](std::string_view name) const {
  for (const auto& [key, value] : parameters) {
    if (key == name) return value;
  }
  return {};
}

std::vector<std::string> Address::all(std::string_view name) const {
  std::vector<std::string> out;
  for (const auto& [key, value] : parameters) {
    if (key == name && !value.empty()) out.push_back(value);
  }
  return out;
}

Address Address::with(std::string_view name, std::string_view value) const {
  Address other = *this;
  std::erase_if(other.parameters, [&](const auto& p) { return p.first == name; });
  if (!value.empty()) other.parameters.emplace_back(name, value);
  return other;
}

Address Address::as(std::string_view other_twin) const {
  Address other = *this;
  other.twin = other_twin;
  return other;
}

Address Address::plain() const {
  Address other = *this;
  std::erase_if(other.parameters, [](const auto& p) { return p.second.empty(); });
  return other;
}

std::string Address::to_string(std::string_view base) const {
  std::string out(base);
  for (const std::string& segment : path) {
    out.push_back('/');
    append_encoded(out, segment);
  }
  if (path.empty()) out += twin.empty() ? "/" : "/index";
  if (!twin.empty()) out += "." + twin;
  char before = '?';
  for (const auto& [key, value] : parameters) {
    out.push_back(before);
    append_encoded(out, key);
    out.push_back('=');
    append_encoded(out, value);
    before = '&';
  }
  return out;
}

Address address(std::vector<std::string> path, std::vector<std::pair<std::string, std::string>> parameters) {
  Address out;
  out.path = std::move(path);
  out.parameters = std::move(parameters);
  return out;
}

Result<std::vector<std::pair<std::string, std::string>>> parse_form(std::string_view form) {
  constexpr std::size_t kMostParameters = 64;
  std::vector<std::pair<std::string, std::string>> out;
  while (!form.empty()) {
    const std::size_t end = std::min(form.find('&'), form.size());
    const std::string_view one = form.substr(0, end);
    form.remove_prefix(std::min(end + 1, form.size()));
    if (one.empty()) continue;
    if (out.size() == kMostParameters) return wrong(fmt::format("more than {} parameters", kMostParameters));
    const std::size_t equals = std::min(one.find('='), one.size());
    auto key = decoded(one.substr(0, equals), true);
    if (!key) return key.error();
    auto value = decoded(one.substr(std::min(equals + 1, one.size())), true);
    if (!value) return value.error();
    out.emplace_back(std::move(*key), std::move(*value));
  }
  return out;
}

Result<Address> parse_address(std::string_view target) {
  constexpr std::size_t kMostSegments = 8;
  if (target.empty() || target.front() != '/') return wrong("the address does not begin with a stroke");
  if (target.find('#') != std::string_view::npos) return wrong("the address holds a number sign");
  Address out;
  const std::size_t mark = std::min(target.find('?'), target.size());
  std::string_view path = target.substr(1, mark - 1);
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    auto segment = decoded(path.substr(0, end), false);
    if (!segment) return segment.error();
    if (segment->empty() || *segment == "." || *segment == ".." || segment->find('/') != std::string::npos ||
        segment->find('\\') != std::string::npos) {
      return wrong("the address has an empty segment, or one that no page has");
    }
    if (out.path.size() == kMostSegments) return wrong(fmt::format("more than {} segments", kMostSegments));
    out.path.push_back(std::move(*segment));
    if (end == path.size()) break;
    path.remove_prefix(end + 1);
  }
  if (!out.path.empty()) {
    out.path.back() = without_twin(out.path.back(), out.twin);
    if (out.path.back().find_first_not_of('.') == std::string::npos)
      return wrong("the address has no name before its twin");
  }
  if (out.path == std::vector<std::string>{"index"} && !out.twin.empty()) out.path.clear();
  auto parameters = parse_form(target.substr(std::min(mark + 1, target.size())));
  if (!parameters) return parameters.error();
  out.parameters = std::move(*parameters);
  return out;
}

std::optional<std::string> web_link(std::string_view link) {
  constexpr std::size_t kLongest = 2000;
  const bool web = link.starts_with("https://") || link.starts_with("http://");
  if (!web || link.size() > kLongest) return std::nullopt;
  for (const char c : link) {
    if (static_cast<unsigned char>(c) <= ' ' || c == '\\' || c == 0x7F) return std::nullopt;
  }
  return std::string(link);
}

}  // namespace dragoman::web
