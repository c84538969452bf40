// Where the program finds its model, its lexicon and its gazetteer.
//
// A flag comes first, for the model then the variable DRAGOMAN_MODEL. Else these folders are searched, in this order:
// DRAGOMAN_HOME, the program's own, the one above it (build/ in a checkout), PREFIX/share/dragoman beside the
// PREFIX/bin of an installed program, and the cache (DRAGOMAN_CACHE, XDG_CACHE_HOME/dragoman or ~/.cache/dragoman).
// They hold `lexicon/`, `models/en_core_web_md.dragoman`, or _lg or _sm where there is no md, and
// `gazetteer.dragoman`, which may be missing.
#pragma once

#include "dragoman/reader.h"
#include "dragoman/result.h"
#include "program/command.h"

#include <string>
#include <vector>

namespace dragoman {

/// What the flags said; empty where they did not.
struct FileChoice {
  bool explain = false, keep_doubtful = false;
  std::string model = {}, lexicon = {}, gazetteer = {}, actors = {}, agents = {}, verbs = {};
};

/// --model, --lexicon and --gazetteer, laid down in `choice`.
std::vector<Flag> file_flags(FileChoice& choice);

/// The lexicon's folder alone. Errors as find_files.
Result<std::filesystem::path> find_lexicon(const FileChoice& choice);
/// The gazetteer; empty where there is none.
std::filesystem::path find_gazetteer(const FileChoice& choice);

/// The folder with the libraries of `serve`'s charts; empty where there is none.
std::filesystem::path find_assets();
/// Lets libmagic tell kinds of files by the magic.mgc that a package brings beside the lexicon, where there is one: a
/// bare system has none of its own. The variable MAGIC, where it is set, counts.
void use_own_kinds_of_files();
/// The store of the sample reports that `make run` has made, beside the program. Errors (kind setup): it has not.
Result<std::filesystem::path> find_samples_store();
/// An Error (kind setup) says what was looked for, where, and what to do.
Result<ReaderFiles> find_files(const FileChoice& choice);

}  // namespace dragoman
