// Messages in the text of a message: whatever the text is, what is found in it is a part of it. The first line is the
// subject.
#include "articles/forwarded.h"

#include "documents.h"

#include <algorithm>

using namespace dragoman;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto words = PageWords::load(std::filesystem::path(DRAGOMAN_SOURCE_DIR) / "lexicon" / "articles");
  if (!words) fuzz::fail(words.error().to_string());
  const std::string given(reinterpret_cast<const char*>(data), size);
  const std::size_t end = std::min(given.find('\n'), given.size());
  const std::string subject = given.substr(0, end), text = given.substr(end);
  const MailText found = innermost_message({subject, "2019-05-10", text}, *words);
  if (found.text.size() > text.size() + 1) fuzz::fail("a text that is longer than what it was taken from");
  if (plain_subject(found.title, words->lines) != found.title) fuzz::fail("a subject that is not plain");
  return 0;
}
