// A gazetteer file: whatever its bytes are, it opens or says what is wrong, and look-ups stay inside it. Each input is
// also tried with its header's checksum made right, so that what lies behind it is reached.
#include "gazetteer/gazetteer.h"

#include "gazetteer/fold.h"
#include "gazetteer/gazetteer_file.h"
#include "model/model_file.h"
#include "support.h"

#include <cstring>
#include <vector>

using namespace dragoman;

namespace {

void look_up(const std::vector<std::uint64_t>& memory, std::size_t size) {
  const auto gazetteer = Gazetteer::over({reinterpret_cast<const char*>(memory.data()), size}, "input");
  if (!gazetteer) {
    if (gazetteer.error().message.empty()) fuzz::fail("an error without a message");
    return;
  }
  (void)(*gazetteer)->verify();
  (void)(*gazetteer)->source();
  for (const char* name : {"Alexandria", "Rapides", "Louisiana", "", "Moscow"}) {
    for (const GazetteerPosting posting : (*gazetteer)->find(gazetteer_key(name))) {
      const GazetteerPlace place = (*gazetteer)->place(posting.row());
      if (place.name.size() > size || place.country.size() > 3) fuzz::fail("a name from outside the file");
      (void)(*gazetteer)->around(posting.row(), PlaceKind::state);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<std::uint64_t> memory(size / 8 + 1);  // aligned as a mapped file is
  std::memcpy(memory.data(), data, size);
  look_up(memory, size);
  (void)gazetteer_key({reinterpret_cast<const char*>(data), size});
  gazetteer_file::Header header;
  if (size < sizeof header) return 0;
  std::memcpy(&header, data, sizeof header);
  std::memcpy(header.magic, gazetteer_file::kMagic.data(), sizeof header.magic);
  header.version = gazetteer_file::kVersion;
  header.byte_order = gazetteer_file::kByteOrder;
  header.file_size = size;
  header.header_checksum = 0;
  header.header_checksum = model_file::checksum({reinterpret_cast<const char*>(&header), sizeof header});
  std::memcpy(memory.data(), &header, sizeof header);
  look_up(memory, size);
  return 0;
}
