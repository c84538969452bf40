#include "model/archive.h"

#include "text/lazy_library.h"

#include <zip.h>

namespace dragoman {

extern const LazyLibrary kZipLibrary;

Result<ZipArchive> ZipArchive::open(const std::filesystem::path& path) {
  if (const auto loaded = load(kZipLibrary); !loaded) return loaded.error();
  int code = 0;
  Handle handle(zip_open(path.c_str(), ZIP_RDONLY, &code), zip_discard);
  if (!handle) return Error{ErrorKind::setup, path.string(), "this is no wheel (zip archive)"};
  return ZipArchive(path.string(), std::move(handle));
}

std::vector<std::string> ZipArchive::names() const {
  std::vector<std::string> names;
  const zip_int64_t count = zip_get_num_entries(zip_.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    if (const char* name = zip_get_name(zip_.get(), static_cast<zip_uint64_t>(i), 0)) names.emplace_back(name);
  }
  return names;
}

Result<std::string> ZipArchive::read(const std::string& name) const {
  constexpr zip_uint64_t kMaxSize = zip_uint64_t{4} << 30U;
  const auto error = [&](const std::string& what) { return Error{ErrorKind::setup, where_, what}; };
  zip_stat_t info;
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen(zip_.get(), name.c_str(), 0), zip_fclose);
  if (!file || zip_stat(zip_.get(), name.c_str(), 0, &info) != 0) return error("it has no file " + name);
  if (info.size > kMaxSize) return error("its file " + name + " is larger than 4 GiB");
  std::string content(info.size, '\0');
  if (zip_fread(file.get(), content.data(), info.size) != static_cast<zip_int64_t>(info.size)) {
    return error("its file " + name + " is damaged");
  }
  return content;
}

}  // namespace dragoman
