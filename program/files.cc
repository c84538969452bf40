#include "program/files.h"

#include <cstdlib>

namespace dragoman {

namespace fs = std::filesystem;

namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

/// The folders to search, in order.
std::vector<fs::path> homes() {
  std::vector<fs::path> out;
  if (const std::string home = variable("DRAGOMAN_HOME"); !home.empty()) out.emplace_back(home);
  std::error_code code;
  if (const fs::path program = fs::read_symlink("/proc/self/exe", code); !code) {
    const fs::path folder = program.parent_path();
    out.insert(out.end(), {folder, folder.parent_path(), folder.parent_path() / "share" / "dragoman"});
  }
  if (const std::string cache = variable("DRAGOMAN_CACHE"); !cache.empty()) {
    out.emplace_back(cache);
  } else if (const std::string xdg = variable("XDG_CACHE_HOME"); !xdg.empty()) {
    out.push_back(fs::path(xdg) / "dragoman");
  } else if (const std::string user = variable("HOME"); !user.empty()) {
    out.push_back(fs::path(user) / ".cache" / "dragoman");
  }
  return out;
}

std::string listed(const std::vector<fs::path>& folders) {
  std::string out;
  for (const fs::path& folder : folders) out += (out.empty() ? "" : ", ") + folder.string();
  return out;
}

}  // namespace

std::vector<Flag> file_flags(FileChoice& choice) {
  return {{"--model", "FILE", "Language model, as `dragoman model import` writes it", &choice.model},
          {"--lexicon", "DIR", "Folder of the lexicon", &choice.lexicon},
          {"--gazetteer", "FILE", "Gazetteer, as `dragoman gazetteer import` writes it", &choice.gazetteer}};
}

Result<fs::path> find_lexicon(const FileChoice& choice) {
  if (!choice.lexicon.empty()) return fs::path(choice.lexicon);
  const std::vector<fs::path> folders = homes();
  std::error_code code;
  for (const fs::path& folder : folders) {
    if (fs::is_directory(folder / "lexicon", code)) return folder / "lexicon";
  }
  return Error{ErrorKind::setup, "",
               "found no lexicon (lexicon/ in " + listed(folders) + "); name its folder with --lexicon DIR"};
}

fs::path find_gazetteer(const FileChoice& choice) {
  if (!choice.gazetteer.empty()) return choice.gazetteer;
  std::error_code code;
  for (const fs::path& folder : homes()) {
    if (fs::exists(folder / "gazetteer.dragoman", code)) return folder / "gazetteer.dragoman";
  }
  return {};
}

fs::path find_assets() {
  std::error_code code;
  for (const fs::path& folder : homes()) {
    if (fs::is_regular_file(folder / "assets" / "d3.js", code)) return folder / "assets";
  }
  return {};
}

void use_own_kinds_of_files() {
  std::error_code code;
  for (const fs::path& folder : homes()) {
    if (!fs::is_regular_file(folder / "magic.mgc", code)) continue;
    constexpr int kKeep = 0;  // what is set
    setenv("MAGIC", (folder / "magic.mgc").c_str(), kKeep);
    return;
  }
}

Result<fs::path> find_samples_store() {
  std::error_code code;
  for (const fs::path& folder : homes()) {
    if (fs::is_regular_file(folder / "samples.db", code)) return folder / "samples.db";
  }
  return Error{ErrorKind::setup, "",
               "found no store of the samples; `make run` makes it, or: dragoman add samples --store FILE"};
}

Result<ReaderFiles> find_files(const FileChoice& choice) {
  ReaderFiles files{choice.model,  {},           choice.gazetteer,     choice.actors,
                    choice.agents, choice.verbs, choice.keep_doubtful, choice.explain};
  if (files.model.empty()) files.model = variable("DRAGOMAN_MODEL");
  const std::vector<fs::path> folders = homes();
  std::error_code code;
  for (const char* name : {"en_core_web_md", "en_core_web_lg", "en_core_web_sm"}) {
    for (const fs::path& folder : folders) {
      const fs::path file = folder / "models" / (std::string(name) + ".dragoman");
      if (files.model.empty() && fs::exists(file, code)) files.model = file;
    }
  }
  if (files.model.empty()) {
    return Error{ErrorKind::setup, "",
                 "found no language model (models/en_core_web_md.dragoman in " + listed(folders) +
                     "); make one with `dragoman model import PATH`, or name it with --model FILE"};
  }
  auto lexicon = find_lexicon(choice);
  if (!lexicon) return lexicon.error();
  files.lexicon = std::move(*lexicon);
  files.gazetteer = find_gazetteer(choice);
  return files;
}

}  // namespace dragoman
