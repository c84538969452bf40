// A gazetteer in one file of our own, mapped and not parsed: places by all their names.
//
//   auto gazetteer = Gazetteer::open("gazetteer.dragoman");
//   for (const auto posting : (*gazetteer)->find(gazetteer_key("Alexandria"))) … (*gazetteer)->place(posting.row()) …
//
// Opening looks at the header alone, so that no page is read before it is needed; whatever the rest of the file holds,
// look-ups stay inside it.
#pragma once

#include "dragoman/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace dragoman {

namespace gazetteer_file {
struct Header;
struct Place;
struct Key;
}  // namespace gazetteer_file

enum class PlaceKind : std::uint8_t { other, town, county, state };  // county: of the second level, state: of the first

struct GazetteerPlace {
  std::string_view name;
  std::string_view country;  // ISO 3166-1 alpha-3
  PlaceKind kind = PlaceKind::other;
  double lat = 0, lon = 0;
  std::uint32_t population = 0;
  std::uint32_t geonames_id = 0;
  std::uint32_t within = 0;  // row of the smallest subdivision around it, or Gazetteer::kNone
};

/// A place that bears a name.
struct GazetteerPosting {
  std::uint32_t bits = 0;
  std::uint32_t row() const { return bits & 0x7FFFFFFFU; }
  bool other_name() const { return (bits & 0x80000000U) != 0; }  // not its first name: "Peking"
};

class Gazetteer {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

  /// Maps a file and checks its header. An Error (kind setup) says what was found and what to do.
  static Result<std::unique_ptr<const Gazetteer>> open(const std::filesystem::path& path);
  /// The same over bytes that outlive it; `where` is for errors.
  static Result<std::unique_ptr<const Gazetteer>> over(std::string_view bytes, const std::string& where);
  ~Gazetteer();
  Gazetteer(const Gazetteer&) = delete;
  Gazetteer& operator=(const Gazetteer&) = delete;

  /// Checks the checksum and every offset of the whole file.
  Result<void> verify() const;

  /// Gives back the memory of the pages read so far; what is needed again is read again.
  void release() const;

  /// The places of a folded name (gazetteer/fold.h).
  std::span<const GazetteerPosting> find(std::string_view name) const;
  /// A place by its row; an empty one for a row that is none.
  GazetteerPlace place(std::uint32_t row) const;
  /// The state or county that it lies in, by kind; kNone when there is none.
  std::uint32_t around(std::uint32_t row, PlaceKind kind) const;

  std::size_t place_count() const;
  std::size_t name_count() const;
  /// What it was made of.
  std::string_view source() const;

 private:
  Gazetteer() = default;
  Result<void> check(const std::string& where);
  std::string_view text(std::uint32_t offset, std::uint32_t size) const;
  Error broken(const std::string& what) const;

  std::string where_;
  std::string_view bytes_;
  bool mapped_ = false;
  const gazetteer_file::Header* header_ = nullptr;
  std::span<const gazetteer_file::Place> places_;
  std::span<const gazetteer_file::Key> keys_;  // with the last one, which ends the postings
  std::span<const std::uint32_t> buckets_;
  std::span<const GazetteerPosting> postings_;
  std::string_view text_;
};

}  // namespace dragoman
