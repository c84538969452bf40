// Files of documents, as text and as JSON Lines: whatever the bytes are, each document is valid or an error.
#include "documents.h"

using namespace dragoman;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::MemoryFile file({reinterpret_cast<const char*>(data), size});
  for (const InputFormat format : {InputFormat::text, InputFormat::jsonl}) fuzz::read_documents(file.path(), format);
  return 0;
}
