// HTML that a feed or a mail holds: whatever the bytes are, the text is UTF-8 without lines that hold nothing.
#include "articles/fragment.h"

#include "documents.h"

using namespace dragoman;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto words = PageWords::load(std::filesystem::path(DRAGOMAN_SOURCE_DIR) / "lexicon" / "articles");
  if (!words) fuzz::fail(words.error().to_string());
  const auto text = report_in_fragment({reinterpret_cast<const char*>(data), size}, *words);
  if (text && !text->empty() && !Text::from_utf8(*text)) fuzz::fail("a text that is not UTF-8");
  return 0;
}
