#include "gazetteer/gazetteer.h"

#include "gazetteer/gazetteer_file.h"
#include "model/model_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace dragoman {

using gazetteer_file::Header;
using gazetteer_file::Key;
using gazetteer_file::Place;

static_assert(sizeof(GazetteerPosting) == sizeof(std::uint32_t));

Gazetteer::~Gazetteer() {
  if (mapped_) munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

void Gazetteer::release() const {
  if (mapped_) madvise(const_cast<char*>(bytes_.data()), bytes_.size(), MADV_DONTNEED);
}

Error Gazetteer::broken(const std::string& what) const {
  return Error{ErrorKind::setup, where_, what + "; make the gazetteer anew with `dragoman gazetteer import`"};
}

Result<std::unique_ptr<const Gazetteer>> Gazetteer::open(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    return Error{ErrorKind::setup, path.string(), std::string("cannot open the gazetteer: ") + std::strerror(errno)};
  }
  struct stat info {};
  std::unique_ptr<Gazetteer> gazetteer(new Gazetteer);
  if (fstat(file, &info) == 0 && info.st_size > 0) {
    const auto size = static_cast<std::size_t>(info.st_size);
    void* data = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (data != MAP_FAILED) {
      gazetteer->bytes_ = {static_cast<const char*>(data), size};
      gazetteer->mapped_ = true;
    }
  }
  close(file);
  if (auto checked = gazetteer->check(path.string()); !checked) return checked.error();
  return std::unique_ptr<const Gazetteer>(std::move(gazetteer));
}

Result<std::unique_ptr<const Gazetteer>> Gazetteer::over(std::string_view bytes, const std::string& where) {
  std::unique_ptr<Gazetteer> gazetteer(new Gazetteer);
  gazetteer->bytes_ = bytes;
  if (auto checked = gazetteer->check(where); !checked) return checked.error();
  return std::unique_ptr<const Gazetteer>(std::move(gazetteer));
}

Result<void> Gazetteer::check(const std::string& where) {
  where_ = where;
  if (bytes_.size() < sizeof(Header)) {
    return broken("found " + std::to_string(bytes_.size()) + " bytes, expected a gazetteer");
  }
  header_ = reinterpret_cast<const Header*>(bytes_.data());
  if (std::string_view(header_->magic, sizeof header_->magic) != gazetteer_file::kMagic) {
    return broken("this is not a dragoman gazetteer: it does not begin with " + std::string(gazetteer_file::kMagic));
  }
  if (header_->byte_order != gazetteer_file::kByteOrder || header_->version != gazetteer_file::kVersion) {
    return broken("found version " + std::to_string(header_->version) + " of the gazetteer format, expected version " +
                  std::to_string(gazetteer_file::kVersion) + " in this machine's byte order");
  }
  if (header_->file_size != bytes_.size()) {
    return broken("the file is " + std::to_string(bytes_.size()) + " bytes long but should have " +
                  std::to_string(header_->file_size));
  }
  Header unsigned_header = *header_;
  unsigned_header.header_checksum = 0;
  const std::string_view header_bytes(reinterpret_cast<const char*>(&unsigned_header), sizeof unsigned_header);
  if (model_file::checksum(header_bytes) != header_->header_checksum || header_->bucket_bits == 0 ||
      header_->bucket_bits > 30) {
    return broken("its header is damaged");
  }
  std::uint64_t at = sizeof(Header);
  bool fits = true;
  const auto section = [&]<class T>(std::span<const T>& to, std::uint64_t count) {
    fits = fits && at <= bytes_.size() && count <= (bytes_.size() - at) / sizeof(T);
    if (!fits) return;
    to = {reinterpret_cast<const T*>(bytes_.data() + at), static_cast<std::size_t>(count)};
    at += gazetteer_file::aligned(count * sizeof(T));
  };
  std::span<const char> text;
  section(places_, header_->place_count);
  section(keys_, std::uint64_t{header_->key_count} + 1);
  section(buckets_, (std::uint64_t{1} << header_->bucket_bits) + 1);
  section(postings_, header_->posting_count);
  section(text, header_->text_size);
  text_ = {text.data(), text.size()};
  if (!fits || at != bytes_.size()) return broken("its sections do not fill the file");
  return {};
}

Result<void> Gazetteer::verify() const {
  if (model_file::checksum(bytes_.substr(sizeof(Header))) != header_->content_checksum) {
    return broken("its content is damaged");
  }
  const auto lies_in_text = [&](std::uint32_t offset, std::uint32_t size) {
    return offset <= text_.size() && size <= text_.size() - offset;
  };
  const bool places = std::all_of(places_.begin(), places_.end(), [&](const Place& p) {
    return lies_in_text(p.name_offset, p.name_size) &&
           (p.within == gazetteer_file::kNoRow || p.within < places_.size()) && p.country[3] == 0;
  });
  const bool keys = std::all_of(keys_.begin(), keys_.end(), [&](const Key& k) {
    return lies_in_text(k.text_offset, k.text_size) && k.first_posting <= postings_.size();
  });
  const bool buckets =
      std::all_of(buckets_.begin(), buckets_.end(), [&](std::uint32_t b) { return b <= header_->key_count; });
  const bool postings = std::all_of(postings_.begin(), postings_.end(),
                                    [&](const GazetteerPosting& p) { return p.row() < places_.size(); });
  if (!places || !keys || !buckets || !postings) return broken("its content points outside the file");
  return {};
}

std::string_view Gazetteer::text(std::uint32_t offset, std::uint32_t size) const {
  return offset <= text_.size() && size <= text_.size() - offset ? text_.substr(offset, size) : std::string_view();
}

std::span<const GazetteerPosting> Gazetteer::find(std::string_view name) const {
  const std::uint32_t hash = gazetteer_file::hash_of(name);
  const std::uint32_t bucket = hash >> (32U - header_->bucket_bits);
  const std::uint32_t end = std::min(buckets_[bucket + 1], header_->key_count);
  for (std::uint32_t k = buckets_[bucket]; k < end; ++k) {
    const Key& key = keys_[k];
    if (key.hash != hash || text(key.text_offset, key.text_size) != name) continue;
    const std::uint32_t last = keys_[k + 1].first_posting;
    if (key.first_posting > last || last > postings_.size()) return {};
    return postings_.subspan(key.first_posting, last - key.first_posting);
  }
  return {};
}

GazetteerPlace Gazetteer::place(std::uint32_t row) const {
  GazetteerPlace out;
  out.within = kNone;
  if (row >= places_.size()) return out;
  const Place& p = places_[row];
  out.name = text(p.name_offset, p.name_size);
  out.country = p.country[0] == 0 ? std::string_view() : std::string_view(p.country, 3);
  out.kind = p.kind <= static_cast<std::uint8_t>(PlaceKind::state) ? static_cast<PlaceKind>(p.kind) : PlaceKind::other;
  out.lat = p.lat / gazetteer_file::kDegree;
  out.lon = p.lon / gazetteer_file::kDegree;
  out.population = p.population;
  out.geonames_id = p.geonames_id;
  out.within = p.within;
  return out;
}

std::uint32_t Gazetteer::around(std::uint32_t row, PlaceKind kind) const {
  constexpr int kDeepest = 4;
  for (int i = 0; i < kDeepest && row < places_.size(); ++i) {
    if (places_[row].kind == static_cast<std::uint8_t>(kind)) return row;
    row = places_[row].within;
  }
  return kNone;
}

std::size_t Gazetteer::place_count() const {
  return places_.size();
}

std::size_t Gazetteer::name_count() const {
  return header_->key_count;
}

std::string_view Gazetteer::source() const {
  return text(header_->source_offset, header_->source_size);
}

}  // namespace dragoman
