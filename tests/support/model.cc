#include "support/model.h"

#include "program/files.h"

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace dragoman {

const ReaderCore* test_reader() {
  static const std::unique_ptr<const ReaderCore> kReader = []() -> std::unique_ptr<const ReaderCore> {
    FileChoice choice;
    choice.keep_doubtful = true;
    choice.lexicon = DRAGOMAN_SOURCE_DIR "/lexicon";
    const auto files = find_files(choice);
    if (!files) {
      std::fprintf(stderr, "skipped, there is no model: %s\n", files.error().to_string().c_str());
      return nullptr;
    }
    auto reader = ReaderCore::open(*files);
    if (!reader) {
      std::fprintf(stderr, "%s\n", reader.error().to_string().c_str());
      std::abort();
    }
    return std::move(*reader);
  }();
  return kReader.get();
}

Record read_record(const ReaderCore& reader, std::string text) {
  Document document;
  document.text = std::move(text);
  Engine::Workspace workspace;
  auto reading = reader.read(document, workspace);
  if (!reading) throw std::runtime_error(reading.error().to_string());
  return std::move(reading->record);
}

}  // namespace dragoman
