// Addresses of pages: read from a request, and made for links.
#pragma once

#include "dragoman/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dragoman::web {

/// "/who/person_anna_novak.json?limit=20" is {path: who, person_anna_novak; twin: json; parameters: limit=20}.
struct Address {
  std::vector<std::string> path;  // decoded; empty for the front page
  std::string twin;               // json, csv, tsv or ics; empty for the page itself
  std::vector<std::pair<std::string, std::string>> parameters;

  /// The value of the first parameter of that name, or nothing.
  std::string_view operator[](std::string_view name) const;
  std::vector<std::string> all(std::string_view name) const;

  /// The same with another value, or without the parameter when the value is empty.
  Address with(std::string_view name, std::string_view value) const;
  Address as(std::string_view other_twin) const;
  /// The same page without parameters that are empty, as forms send them.
  Address plain() const;

  /// Below `base`, percent-encoded.
  std::string to_string(std::string_view base = "") const;
};

Address address(std::vector<std::string> path, std::vector<std::pair<std::string, std::string>> parameters = {});

/// Parses what stands in the request's line, without the base path. Errors (kind usage): what no address may hold:
/// control characters, bytes that are no UTF-8, a wrong percent sign, a segment "." or "..", more than 8 segments or 64
/// parameters.
Result<Address> parse_address(std::string_view target);
/// The parameters of a form, "a=1&b=two+words".
Result<std::vector<std::pair<std::string, std::string>>> parse_form(std::string_view form);

/// The address when it is one of the web, so that a link to it runs no script.
std::optional<std::string> web_link(std::string_view link);

}  // namespace dragoman::web
