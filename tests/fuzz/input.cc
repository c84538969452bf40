// Files of documents, as text and as JSON Lines: whatever the bytes are, each document is valid or an error.
#include "articles/source.h"
#include "support.h"
#include "text/limits.h"
#include "text/text.h"

using namespace dragoman;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::MemoryFile file({reinterpret_cast<const char*>(data), size});
  const PageWords words;
  for (const InputFormat format : {InputFormat::text, InputFormat::jsonl}) {
    DocumentSource source({file.path()}, {format, "2019-05-10", {}}, words);
    while (const auto document = source.next()) {
      if (!*document) {
        if (document->error().to_string().empty()) fuzz::fail("an error without a message");
        continue;
      }
      if (why_no_text((*document)->text)) fuzz::fail("a document that is no text to read");
      if (!Text::from_utf8((*document)->text)) fuzz::fail("a document that is not UTF-8");
    }
  }
  return 0;
}
