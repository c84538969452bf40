// Exports of ProQuest, EBSCO, Gale and NewsBank: the first byte says which, the rest is the file. Whatever the bytes
// are, each document is valid or an error.
#include "documents.h"

using namespace dragoman;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::array kFormats = {InputFormat::proquest, InputFormat::ebsco, InputFormat::gale, InputFormat::newsbank};
  return fuzz::read_one_of(kFormats, data, size);
}
