#include "articles/package.h"

#include "articles/reader.h"
#include "text/lazy_library.h"

#include <array>
#include <memory>

#include <archive.h>
#include <archive_entry.h>

namespace dragoman {

extern const LazyLibrary kArchiveLibrary;

namespace {

constexpr std::size_t kMostBytes = std::size_t{256} << 20U;
constexpr std::size_t kMostFilesInPackage = 20000;

struct Free {
  void operator()(archive* a) const { archive_read_free(a); }
};

}  // namespace

Result<std::map<std::string, std::string>> xml_parts(const std::string& bytes, const std::string& where) {
  if (const auto loaded = load(kArchiveLibrary); !loaded) return loaded.error();
  const std::unique_ptr<archive, Free> a(archive_read_new());
  archive_read_support_format_zip(a.get());
  const auto damaged = [&] {
    const char* why = archive_error_string(a.get());
    return input_error(where, std::string("is damaged: ") + (why == nullptr ? "its parts cannot be read" : why));
  };
  if (archive_read_open_memory(a.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return damaged();
  std::map<std::string, std::string> parts;
  std::size_t total = 0, count = 0;
  archive_entry* entry = nullptr;
  int code = ARCHIVE_OK;
  while ((code = archive_read_next_header(a.get(), &entry)) == ARCHIVE_OK || code == ARCHIVE_WARN) {
    const auto too_much = [&] { return input_error(where, "unpacks to more than a document ever holds"); };
    if (++count > kMostFilesInPackage) return too_much();
    const char* name = archive_entry_pathname(entry);
    const std::string path = name == nullptr ? "" : name;
    if (!path.ends_with(".xml") && !path.ends_with(".rels")) continue;
    std::string& part = parts[path];
    part.clear();
    std::array<char, 1U << 16U> piece;
    while (true) {
      const auto n = archive_read_data(a.get(), piece.data(), piece.size());
      if (n < 0) return damaged();
      if (n == 0) break;
      total += static_cast<std::size_t>(n);
      if (total > kMostBytes) return too_much();
      part.append(piece.data(), static_cast<std::size_t>(n));
    }
  }
  if (code != ARCHIVE_EOF && parts.empty()) return damaged();
  return parts;
}

}  // namespace dragoman
