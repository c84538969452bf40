// Pages, tables, feeds, crawls, mail, exports and what is told by its content: the first byte says which, the rest is
// the file. Whatever the bytes are, each document is valid or an error.
#include "documents.h"

#include <array>

using namespace dragoman;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr std::array kFormats = {
      InputFormat::html,  InputFormat::csv,     InputFormat::feed,     InputFormat::warc,  InputFormat::json,
      InputFormat::news,  InputFormat::mail,    InputFormat::mbox,     InputFormat::rtf,   InputFormat::markdown,
      InputFormat::nexis, InputFormat::factiva, InputFormat::proquest, InputFormat::ebsco, InputFormat::by_content};
  const fuzz::MemoryFile file({reinterpret_cast<const char*>(data + 1), size - 1});
  fuzz::read_documents(file.path(), kFormats[data[0] % kFormats.size()]);
  return 0;
}
