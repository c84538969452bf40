// A model file: whatever its bytes are, it opens or says what is wrong, and one that opens can read. Each input is also
// tried with its checksums made right, so that what lies behind them is reached.
#include "model/model.h"

#include "language/engine.h"
#include "model/model_file.h"
#include "support.h"

#include <cstring>

using namespace dragoman;

namespace {

void open(std::string_view bytes) {
  const fuzz::MemoryFile file(bytes);
  const auto engine = Engine::open(file.path());
  if (!engine) {
    if (engine.error().to_string().empty()) fuzz::fail("an error without a message");
    return;
  }
  const auto text = Text::from_utf8("Canada's envoy didn't meet them on May 3, 2019. Talks failed.");
  Engine::Workspace workspace;
  const Parse parse = (*engine)->parse(*text, workspace);
  std::uint32_t end = 0;
  for (const Token& token : parse.tokens) {
    if (token.begin < end || token.end <= token.begin || token.end > text->size()) fuzz::fail("a token out of place");
    end = token.end;
  }
}

void repair(std::string& bytes) {
  model_file::Header header;
  if (bytes.size() < sizeof header) return;
  std::memcpy(&header, bytes.data(), sizeof header);
  std::memcpy(header.magic, model_file::kMagic.data(), sizeof header.magic);
  header.version = model_file::kVersion;
  header.byte_order = model_file::kByteOrder;
  header.file_size = bytes.size();
  header.entry_count =
      std::min<std::uint64_t>(header.entry_count, (bytes.size() - sizeof header) / sizeof(model_file::Entry));
  for (std::uint64_t i = 0; i < header.entry_count; ++i) {
    model_file::Entry entry;
    char* place = bytes.data() + sizeof header + i * sizeof entry;
    std::memcpy(&entry, place, sizeof entry);
    if (entry.offset > bytes.size() || entry.size > bytes.size() - entry.offset) continue;
    entry.checksum = model_file::checksum(std::string_view(bytes).substr(entry.offset, entry.size));
    std::memcpy(place, &entry, sizeof entry);
  }
  const auto table = std::string_view(bytes).substr(sizeof header, header.entry_count * sizeof(model_file::Entry));
  header.entries_checksum = model_file::checksum(table);
  std::memcpy(bytes.data(), &header, sizeof header);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  open(bytes);
  repair(bytes);
  open(bytes);
  return 0;
}
