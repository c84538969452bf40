#include "model/package.h"

#include "model/archive.h"

#include <array>
#include <fstream>
#include <functional>
#include <iterator>
#include <string_view>
#include <vector>

namespace dragoman {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kConfig = "config.cfg";
constexpr std::array<std::string_view, 15> kNeeded = {"meta.json",
                                                      kConfig,
                                                      "tokenizer",
                                                      "tok2vec/model",
                                                      "tagger/model",
                                                      "tagger/cfg",
                                                      "parser/model",
                                                      "parser/moves",
                                                      "ner/model",
                                                      "ner/moves",
                                                      "vocab/lookups.bin",
                                                      "attribute_ruler/patterns",
                                                      "lemmatizer/lookups/lookups.bin",
                                                      "vocab/key2row",
                                                      "vocab/vectors"};

Error not_a_pipeline(const fs::path& path, const std::string& found) {
  return Error{ErrorKind::setup, path.string(),
               found + "; expected a spaCy 3.8 English CNN pipeline (en_core_web_sm, md or lg) as a folder or a wheel"};
}

// Picks the pipeline's folder among all paths: the shallowest that holds a config.cfg and a meta.json.
template <class Names>
Result<std::string> pipeline_folder(const fs::path& path, const Names& names) {
  std::string folder;
  bool found = false;
  for (const std::string& name : names) {
    if (!name.ends_with(kConfig)) continue;
    const std::string candidate = name.substr(0, name.size() - kConfig.size());
    if (!candidate.empty() && candidate.back() != '/') continue;
    if (!found || candidate.size() < folder.size()) folder = candidate;
    found = true;
  }
  if (!found) return not_a_pipeline(path, "found no config.cfg in it");
  return folder;
}

Result<PipelineFiles> pick(const fs::path& path, const std::vector<std::string>& names,
                           const std::function<Result<std::string>(const std::string&)>& read) {
  const auto folder = pipeline_folder(path, names);
  if (!folder) return folder.error();
  PipelineFiles files;
  for (const std::string_view needed : kNeeded) {
    auto content = read(*folder + std::string(needed));
    if (!content) return content.error();
    files.emplace(needed, std::move(*content));
  }
  return files;
}

Result<PipelineFiles> read_folder(const fs::path& path) {
  std::vector<std::string> names;
  std::error_code failed;
  for (auto it = fs::recursive_directory_iterator(path, fs::directory_options::skip_permission_denied, failed);
       !failed && it != fs::recursive_directory_iterator(); it.increment(failed)) {
    if (it->is_regular_file(failed)) names.push_back(fs::relative(it->path(), path, failed).generic_string());
  }
  return pick(path, names, [&](const std::string& name) -> Result<std::string> {
    std::ifstream in(path / name, std::ios::binary);
    if (!in) return not_a_pipeline(path, "it has no file " + name);
    return std::string(std::istreambuf_iterator<char>(in), {});
  });
}

Result<PipelineFiles> read_wheel(const fs::path& path) {
  const auto archive = ZipArchive::open(path);
  if (!archive) return not_a_pipeline(path, "this is neither a folder nor a wheel");
  return pick(path, archive->names(), [&](const std::string& name) -> Result<std::string> {
    auto content = archive->read(name);
    if (!content) return not_a_pipeline(path, content.error().message);
    return content;
  });
}

}  // namespace

Result<PipelineFiles> read_pipeline(const fs::path& path) {
  std::error_code failed;
  if (!fs::exists(path, failed)) return Error{ErrorKind::setup, path.string(), "there is no such file or folder"};
  return fs::is_directory(path, failed) ? read_folder(path) : read_wheel(path);
}

}  // namespace dragoman
