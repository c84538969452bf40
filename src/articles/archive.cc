#include "articles/archive.h"

#include "articles/reader.h"
#include "text/ascii.h"
#include "text/lazy_library.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include <archive.h>
#include <archive_entry.h>

namespace dragoman {

extern const LazyLibrary kArchiveLibrary;

namespace {

archive* as_archive(void* p) {
  return static_cast<archive*>(p);
}

std::string why(archive* a) {
  const char* text = archive_error_string(a);
  return text == nullptr ? "it is damaged" : text;
}

/// True where the name says that one file was compressed, and no archive of several: ".html.gz", but not ".tar.gz". Its
/// bytes are then not looked at for the marks of an archive, which any file may bear.
bool is_one_file(const std::string& name) {
  static constexpr std::array<std::string_view, 4> kEndings = {".gz", ".bz2", ".xz", ".zst"};
  const std::filesystem::path path = name;
  return std::find(kEndings.begin(), kEndings.end(), ascii_lower(path.extension().string())) != kEndings.end() &&
         ascii_lower(path.stem().extension().string()) != ".tar" && path.stem().extension() != ".cpio";
}

archive* new_reader(const std::string& name) {
  archive* a = archive_read_new();
  archive_read_support_filter_all(a);
  archive_read_support_format_raw(a);
  if (is_one_file(name)) return a;
  archive_read_support_format_zip(a);
  archive_read_support_format_tar(a);
  archive_read_support_format_cpio(a);
  archive_read_support_format_7zip(a);
  return a;
}

}  // namespace

class Archive::Member : public Bytes {
 public:
  Member(archive* a, std::string path) : archive_(a), path_(std::move(path)) {}

  Result<std::size_t> read(char* to, std::size_t room) override {
    const auto n = archive_read_data(archive_, to, room);
    if (n < 0) return input_error(path_, "cannot be unpacked: " + why(archive_));
    unpacked_ += static_cast<std::uintmax_t>(n);
    const auto packed = static_cast<std::uintmax_t>(std::max<la_int64_t>(1, archive_filter_bytes(archive_, -1)));
    if (unpacked_ > kMostUnpacked && unpacked_ / packed > kMostRatio) {
      bomb_ = true;
      return input_error(path_, "unpacks to more than " + std::to_string(kMostRatio) +
                                    " times its size; no archive of reports does, and the rest was not read");
    }
    return static_cast<std::size_t>(n);
  }
  bool bomb() const { return bomb_; }

 private:
  archive* archive_;
  std::string path_;
  std::uintmax_t unpacked_ = 0;
  bool bomb_ = false;
};

void Archive::Close::operator()(void* a) const {
  archive_read_free(as_archive(a));
}

Archive::Archive(std::string path, void* a)
    : path_(std::move(path)), archive_(a), member_(std::make_unique<Member>(as_archive(a), path_)) {}
Archive::~Archive() = default;

Result<std::unique_ptr<Archive>> Archive::open(const std::string& path) {
  if (const auto loaded = load(kArchiveLibrary); !loaded) return loaded.error();
  std::unique_ptr<Archive> opened(new Archive(path, new_reader(path)));
  archive* a = as_archive(opened->archive_.get());
  constexpr std::size_t kBlock = std::size_t{1} << 16U;
  const char* file = path == "-" ? nullptr : path.c_str();
  if (archive_read_open_filename(a, file, kBlock) != ARCHIVE_OK) {
    return input_error(path, "cannot be read: " + why(a));
  }
  return opened;
}

std::optional<Result<std::string>> Archive::next() {
  archive* a = as_archive(archive_.get());
  while (!broken_ && !member_->bomb()) {
    // What is left of a member of a compressed archive is unpacked on the way to the next: it counts as well.
    if (archive_filter_count(a) > 1 && begun_) {
      std::array<char, 1U << 16U> passed;
      while (true) {
        const auto n = member_->read(passed.data(), passed.size());
        if (!n) {
          broken_ = true;
          return n.error();
        }
        if (*n == 0) break;
      }
    }
    archive_entry* entry = nullptr;
    const int code = archive_read_next_header(a, &entry);
    begun_ = code == ARCHIVE_OK || code == ARCHIVE_WARN;
    if (code == ARCHIVE_EOF) break;
    if (code == ARCHIVE_FATAL || (code < ARCHIVE_WARN && code != ARCHIVE_RETRY)) {
      broken_ = true;
      return input_error(path_, "cannot be unpacked: " + why(a));
    }
    if (archive_format(a) == ARCHIVE_FORMAT_RAW) {
      if (archive_filter_count(a) < 2) {  // the filter that does nothing is always there
        broken_ = true;
        return input_error(path_, "is no archive that can be read; expected zip, tar, gz, bz2, xz or zst");
      }
      return std::filesystem::path(path_).stem().string();
    }
    if (archive_entry_filetype(entry) != AE_IFREG) continue;
    const char* name = archive_entry_pathname_utf8(entry);
    if (name == nullptr) name = archive_entry_pathname(entry);
    return std::string(name == nullptr ? "unnamed" : name);
  }
  return std::nullopt;
}

Bytes& Archive::bytes() {
  return *member_;
}

std::uintmax_t Archive::bytes_read() const {
  return static_cast<std::uintmax_t>(std::max<la_int64_t>(0, archive_filter_bytes(as_archive(archive_.get()), -1)));
}

Result<std::string> decompressed(const std::string& bytes, std::size_t most, const std::string& where) {
  if (const auto loaded = load(kArchiveLibrary); !loaded) return loaded.error();
  struct Free {
    void operator()(archive* a) const { archive_read_free(a); }
  };
  const std::unique_ptr<archive, Free> a(archive_read_new());
  archive_read_support_filter_all(a.get());
  archive_read_support_format_raw(a.get());
  archive_entry* entry = nullptr;
  if (archive_read_open_memory(a.get(), bytes.data(), bytes.size()) != ARCHIVE_OK ||
      archive_read_next_header(a.get(), &entry) != ARCHIVE_OK) {
    return input_error(where, "cannot be unpacked: " + why(a.get()));
  }
  std::string out;
  std::array<char, 1U << 14U> piece;
  while (true) {
    const auto n = archive_read_data(a.get(), piece.data(), piece.size());
    if (n < 0) return input_error(where, "cannot be unpacked: " + why(a.get()));
    if (n == 0) return out;
    if (out.size() + static_cast<std::size_t>(n) > most)
      return input_error(where, "unpacks to more than a page ever is");
    out.append(piece.data(), static_cast<std::size_t>(n));
  }
}

}  // namespace dragoman
