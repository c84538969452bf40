// NITF, NewsML-G2 and collections of researchers: whatever the bytes are, each document is valid or an error.
#include "documents.h"

using namespace dragoman;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::MemoryFile file({reinterpret_cast<const char*>(data), size});
  fuzz::read_documents(file.path(), InputFormat::news);
  return 0;
}
