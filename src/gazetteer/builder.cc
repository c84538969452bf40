#include "gazetteer/builder.h"

#include "gazetteer/fold.h"
#include "gazetteer/gazetteer_file.h"
#include "model/model_file.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>

namespace dragoman {

using gazetteer_file::Header;
using gazetteer_file::Key;

namespace {

template <class T>
void append(std::string& out, const std::vector<T>& items) {
  if (!items.empty()) out.append(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T));
  out.resize(gazetteer_file::aligned(out.size()), '\0');
}

}  // namespace

std::uint32_t GazetteerBuilder::add(const GazetteerPlace& place) {
  const auto row = static_cast<std::uint32_t>(places_.size());
  places_.push_back({place, std::string(place.name), std::string(place.country)});
  if (std::string key = gazetteer_key(place.name); !key.empty()) names_[std::move(key)].push_back(row);
  return row;
}

void GazetteerBuilder::add_name(std::uint32_t row, std::string_view name) {
  std::string key = gazetteer_key(name);
  if (key.empty()) return;
  auto& postings = names_[std::move(key)];
  const bool known = std::any_of(postings.begin(), postings.end(),
                                 [row](std::uint32_t p) { return (p & ~gazetteer_file::kOtherName) == row; });
  if (!known) postings.push_back(row | gazetteer_file::kOtherName);
}

std::string GazetteerBuilder::bytes(std::string_view source) const {
  Header header{};
  std::memcpy(header.magic, gazetteer_file::kMagic.data(), sizeof header.magic);
  header.version = gazetteer_file::kVersion;
  header.byte_order = gazetteer_file::kByteOrder;
  std::string text;
  const auto put = [&text](std::string_view s) {
    const auto at = static_cast<std::uint32_t>(text.size());
    text += s;
    return at;
  };
  header.source_offset = put(source);
  header.source_size = static_cast<std::uint32_t>(source.size());

  std::vector<gazetteer_file::Place> places;
  places.reserve(places_.size());
  for (const Place& from : places_) {
    gazetteer_file::Place to{};
    to.lat = static_cast<std::int32_t>(std::lround(from.values.lat * gazetteer_file::kDegree));
    to.lon = static_cast<std::int32_t>(std::lround(from.values.lon * gazetteer_file::kDegree));
    to.population = from.values.population;
    to.geonames_id = from.values.geonames_id;
    const std::string_view name = std::string_view(from.name).substr(0, 0xFFFF);
    to.name_offset = put(name);
    to.name_size = static_cast<std::uint16_t>(name.size());
    to.kind = static_cast<std::uint8_t>(from.values.kind);
    std::memcpy(to.country, from.country.data(), std::min<std::size_t>(from.country.size(), 3));
    to.within = from.values.within;
    places.push_back(to);
  }

  struct Name {
    std::uint32_t hash;
    std::string_view key;
    const std::vector<std::uint32_t>* rows;
  };
  std::vector<Name> sorted;
  sorted.reserve(names_.size());
  for (const auto& [key, rows] : names_) {
    if (!rows.empty()) sorted.push_back({gazetteer_file::hash_of(key), key, &rows});
  }
  std::sort(sorted.begin(), sorted.end(),
            [](const Name& a, const Name& b) { return a.hash != b.hash ? a.hash < b.hash : a.key < b.key; });
  header.bucket_bits = 1;
  while (header.bucket_bits < 24 && (std::size_t{1} << header.bucket_bits) < sorted.size()) ++header.bucket_bits;
  std::vector<Key> keys;
  std::vector<std::uint32_t> postings, buckets((std::size_t{1} << header.bucket_bits) + 1, 0);
  for (const Name& name : sorted) {
    ++buckets[(name.hash >> (32U - header.bucket_bits)) + 1];
    keys.push_back({name.hash, put(name.key), static_cast<std::uint32_t>(name.key.size()),
                    static_cast<std::uint32_t>(postings.size())});
    postings.insert(postings.end(), name.rows->begin(), name.rows->end());
  }
  keys.push_back({0xFFFFFFFFU, 0, 0, static_cast<std::uint32_t>(postings.size())});
  for (std::size_t b = 1; b < buckets.size(); ++b) buckets[b] += buckets[b - 1];

  header.place_count = static_cast<std::uint32_t>(places.size());
  header.key_count = static_cast<std::uint32_t>(keys.size() - 1);
  header.posting_count = static_cast<std::uint32_t>(postings.size());
  header.text_size = text.size();
  std::string content;
  append(content, places);
  append(content, keys);
  append(content, buckets);
  append(content, postings);
  content += text;
  content.resize(gazetteer_file::aligned(content.size()), '\0');
  header.file_size = sizeof header + content.size();
  header.content_checksum = model_file::checksum(content);
  header.header_checksum = model_file::checksum({reinterpret_cast<const char*>(&header), sizeof header});
  return std::string(reinterpret_cast<const char*>(&header), sizeof header) + content;
}

Result<void> write_whole_file(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::path unfinished = path;
  unfinished += ".part";
  std::error_code failed;
  {
    std::ofstream out(unfinished, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) {
      std::filesystem::remove(unfinished, failed);
      return Error{ErrorKind::output, path.string(), "cannot be written; is there room, and may it be written?"};
    }
  }
  std::filesystem::rename(unfinished, path, failed);
  if (failed) return Error{ErrorKind::output, path.string(), "cannot be written: " + failed.message()};
  return {};
}

}  // namespace dragoman
