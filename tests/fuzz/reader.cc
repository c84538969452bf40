// A document to its record: whatever the text says, the record keeps the promises of dragoman/record.h, and reading it
// again in a used workspace gives the same bytes. Needs a model, as the program does.
#include "program/files.h"
#include "reader/core.h"
#include "record/defects.h"
#include "record/record_json.h"
#include "support.h"

using namespace dragoman;

namespace {

const ReaderCore& reader() {
  static const auto kReader = [] {
    const auto files = find_files({});
    if (!files) fuzz::fail(files.error().to_string());
    auto core = ReaderCore::open(*files);
    if (!core) fuzz::fail(core.error().to_string());
    return std::move(*core);
  }();
  return *kReader;
}

std::string json_of(const Document& document, Engine::Workspace& workspace) {
  const auto reading = reader().read(document, workspace);
  if (!reading) return reading.error().to_string();
  for (const std::string& defect : record_defects(reading->record)) fuzz::fail(defect);
  std::string out;
  append_record_json(out, reading->record, *reading->text, reader().generator(), 0);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Engine::Workspace used;
  Document document;
  document.uri = "fuzz";
  document.text.assign(reinterpret_cast<const char*>(data), size);
  document.published = size % 2 == 0 ? "2019-05-10" : "";
  Engine::Workspace fresh;
  if (json_of(document, used) != json_of(document, fresh)) fuzz::fail("a used workspace changes the record");
  return 0;
}
