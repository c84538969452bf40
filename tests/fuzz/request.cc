// What stands in a request's line: whatever the bytes are, an address without strange segments, or an error. An address
// that was read is written and read again as the same.
#include "dossier/address.h"
#include "dossier/html.h"
#include "text/utf8.h"

#include <cstdint>
#include <cstdlib>

using namespace dragoman;
using namespace dragoman::web;

namespace {

void demand(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto at = parse_address(bytes)) {
    for (const std::string& segment : at->path) {
      demand(segment != ".." && segment.find('/') == std::string::npos &&
             first_invalid_utf8(segment) == segment.size());
    }
    const std::string written = at->to_string();
    const auto again = parse_address(written);
    demand(again && again->path == at->path && again->twin == at->twin && again->parameters == at->parameters);
  }
  (void)parse_form(bytes);
  if (const auto link = web_link(bytes)) demand(link->starts_with("http"));
  const std::string text = Html()("p", {{"title", bytes}}, bytes).take();
  demand(first_invalid_utf8(text) == text.size());
  demand(text.find('<', 1) == text.rfind('<'));  // of the end tag alone
  return 0;
}
