// Pages, CSV, feeds and crawls: the first byte says which, the rest is the file. Whatever the bytes are, each document
// is valid or an error.
#include "articles/source.h"
#include "support.h"
#include "text/limits.h"
#include "text/text.h"

#include <array>

using namespace dragoman;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr std::array kFormats = {InputFormat::html, InputFormat::csv, InputFormat::feed, InputFormat::warc};
  const fuzz::MemoryFile file({reinterpret_cast<const char*>(data + 1), size - 1});
  const PageWords words;
  DocumentSource source({file.path()}, {kFormats[data[0] % kFormats.size()], "2019-05-10", {}}, words);
  while (const auto document = source.next()) {
    if (!*document) {
      if (document->error().to_string().empty()) fuzz::fail("an error without a message");
      continue;
    }
    if (why_no_text((*document)->text)) fuzz::fail("a document that is no text to read");
    if (!Text::from_utf8((*document)->text)) fuzz::fail("a document that is not UTF-8");
  }
  return 0;
}
