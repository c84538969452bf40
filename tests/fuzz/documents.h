// What every target that reads files of documents asks of them.
#pragma once

#include "articles/source.h"
#include "support.h"
#include "text/limits.h"
#include "text/text.h"

#include <array>
#include <string>

namespace dragoman::fuzz {

/// Reads a file as the format; each document is valid or an error with a message, else the input is a finding.
inline void read_documents(const std::string& path, InputFormat format) {
  static const auto words = PageWords::load(std::filesystem::path(DRAGOMAN_SOURCE_DIR) / "lexicon" / "articles");
  if (!words) fail(words.error().to_string());
  DocumentSource source({path}, {.format = format, .published = "2019-05-10"}, *words);
  while (const auto document = source.next()) {
    if (!*document) {
      if (document->error().to_string().empty()) fail("an error without a message");
      continue;
    }
    if (why_no_text((*document)->text)) fail("a document that is no text to read");
    if (!Text::from_utf8((*document)->text)) fail("a document that is not UTF-8");
  }
}

/// The first byte says which of the formats the rest is read as.
template <std::size_t N>
int read_one_of(const std::array<InputFormat, N>& formats, const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const MemoryFile file({reinterpret_cast<const char*>(data + 1), size - 1});
  read_documents(file.path(), formats[data[0] % N]);
  return 0;
}

}  // namespace dragoman::fuzz
