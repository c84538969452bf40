// The pages by their addresses, each once: the site, its OpenAPI document and the tests go by this table.
#pragma once

#include "dossier/context.h"

#include <span>
#include <string_view>
#include <vector>

namespace dragoman::web {

struct Parameter {
  std::string_view name, what;
  std::string_view pattern = "";  // a regular expression that good values match; empty for any text
};

struct Route {
  std::string_view path;     // "/event/{id}"
  std::string_view summary;  // a sentence
  MadePage (*make)(const Context&);
  std::vector<Parameter> parameters = {};
  std::vector<std::string_view> tables = {};  // of its JSON
  bool calendar = false;                      // has an .ics
  bool takes_post = false;
};

const std::vector<Route>& routes();

/// Nothing when no page has the address.
const Route* route_of(const Address& address);

}  // namespace dragoman::web
