#include "lexicon/lexicon.h"

namespace dragoman {

Result<Lexicon> Lexicon::load(const std::filesystem::path& folder) {
  if (!std::filesystem::is_directory(folder)) {
    return Error{ErrorKind::setup, folder.string(), "is no folder; give the lexicon's folder with --lexicon"};
  }
  return Lexicon{};
}

}  // namespace dragoman
