// What the readers of XML share.
#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace dragoman {

/// "w:p" as "p".
inline std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view full = node.name();
  const std::size_t colon = full.find(':');
  return colon == std::string_view::npos ? full : full.substr(colon + 1);
}

/// The value of the attribute, whatever the prefix of its namespace.
inline std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& a : node.attributes()) {
    const std::string_view full = a.name();
    const std::size_t colon = full.find(':');
    if (full == name || (colon != std::string_view::npos && full.substr(colon + 1) == name)) return a.value();
  }
  return {};
}

/// The first node within, in text order, that is called so.
inline pugi::xml_node descendant(const pugi::xml_node& node, std::string_view name) {
  return node.find_node([&](const pugi::xml_node& n) { return local_name(n) == name; });
}

/// The next node in text order within `root`, past all within `at` where `over` is set; null at the end.
inline pugi::xml_node next_within(const pugi::xml_node& root, pugi::xml_node at, bool over) {
  if (!over && at.first_child()) return at.first_child();
  while (at && at != root) {
    if (at.next_sibling()) return at.next_sibling();
    at = at.parent();
  }
  return {};
}

/// All text within, as it stands there.
inline std::string all_text(const pugi::xml_node& node) {
  std::string text;
  for (pugi::xml_node n = node; n; n = next_within(node, n, false)) {
    if (n.type() == pugi::node_pcdata || n.type() == pugi::node_cdata) text += n.value();
  }
  return text;
}

}  // namespace dragoman
