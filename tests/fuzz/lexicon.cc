// Lexicon files and cases: any bytes are read or refused with the line.
#include "lexicon/stanza.h"
#include "reader/expect.h"
#include "reader/lexicon_schemas.h"
#include "support.h"

using namespace dragoman;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const fuzz::MemoryFile file(bytes);
  const auto stanzas = read_stanzas(file.path());
  if (!stanzas) {
    if (stanzas.error().where.empty()) fuzz::fail("an error that does not say where");
    return 0;
  }
  for (const Stanza& stanza : (*stanzas)->stanzas) {
    if (stanza.fields.empty()) fuzz::fail("a stanza without fields");
    for (const Field& field : stanza.fields) {
      if (field.key.empty()) fuzz::fail("a field without a key");
      for (const std::string_view value : split_values(field.value)) {
        if (value.empty()) fuzz::fail("an empty value");
      }
    }
  }
  for (const RoomSchema* room : lexicon_schemas()) {
    for (const FileSchema& schema : room->files) {
      for (const Error& fault : schema_faults(**stanzas, schema, {}, 3)) {
        if (fault.where.empty() || fault.message.empty()) fuzz::fail("an error that does not say where or what");
      }
    }
  }
  for (const auto& cases : {read_cases(**stanzas), read_examples(**stanzas)}) {
    if (!cases && cases.error().where.empty()) fuzz::fail("an error that does not say where");
  }
  return 0;
}
