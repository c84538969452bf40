#include "model/model_writer.h"

#include <cstring>
#include <fstream>

namespace dragoman {

using model_file::Entry;
using model_file::Header;
using model_file::Kind;

namespace {

template <class T>
std::string to_bytes(std::span<const T> values) {
  return {reinterpret_cast<const char*>(values.data()), values.size_bytes()};
}

std::size_t aligned(std::size_t offset) {
  return (offset + model_file::kAlignment - 1) / model_file::kAlignment * model_file::kAlignment;
}

}  // namespace

void ModelWriter::add_tensor(const std::string& name, std::span<const std::size_t> shape,
                             std::string_view float32_bytes) {
  parts_.push_back({name, Kind::float32, {shape.begin(), shape.end()}, std::string(float32_bytes)});
}

void ModelWriter::add_integers(const std::string& name, std::span<const std::uint64_t> values) {
  parts_.push_back({name, Kind::uint64, {values.size()}, to_bytes(values)});
}

void ModelWriter::add_rows(const std::string& name, std::span<const std::uint32_t> values) {
  parts_.push_back({name, Kind::uint32, {values.size()}, to_bytes(values)});
}

void ModelWriter::add_bytes(const std::string& name, std::string_view bytes) {
  parts_.push_back({name, Kind::bytes, {}, std::string(bytes)});
}

void ModelWriter::add_strings(const std::string& name, std::span<const std::string> strings) {
  std::vector<std::uint32_t> numbers{static_cast<std::uint32_t>(strings.size())};
  std::string text;
  for (const std::string& s : strings) {
    text += s;
    numbers.push_back(static_cast<std::uint32_t>(text.size()));
  }
  parts_.push_back({name, Kind::strings, {}, to_bytes(std::span<const std::uint32_t>(numbers)) + text});
}

Result<void> ModelWriter::write(const std::filesystem::path& path) const {
  std::vector<Entry> entries;
  std::size_t offset = aligned(sizeof(Header) + parts_.size() * sizeof(Entry));
  for (const Part& part : parts_) {
    Entry entry{};
    if (part.name.size() >= sizeof entry.name || part.shape.size() > model_file::kMaxRank) {
      return Error{ErrorKind::setup, path.string(), "the part \"" + part.name + "\" does not fit the model format"};
    }
    std::memcpy(entry.name, part.name.data(), part.name.size());
    entry.kind = static_cast<std::uint32_t>(part.kind);
    entry.rank = static_cast<std::uint32_t>(part.shape.size());
    for (std::size_t d = 0; d < part.shape.size(); ++d) entry.shape[d] = part.shape[d];
    entry.offset = offset;
    entry.size = part.bytes.size();
    entry.checksum = model_file::checksum(part.bytes);
    entries.push_back(entry);
    offset = aligned(offset + part.bytes.size());
  }
  const std::string table = to_bytes(std::span<const Entry>(entries));
  Header header{};
  std::memcpy(header.magic, model_file::kMagic.data(), sizeof header.magic);
  header.version = model_file::kVersion;
  header.byte_order = model_file::kByteOrder;
  header.file_size = offset;
  header.entry_count = entries.size();
  header.entries_checksum = model_file::checksum(table);

  std::filesystem::path unfinished = path;
  unfinished += ".part";
  {
    std::ofstream out(unfinished, std::ios::binary);
    out.write(reinterpret_cast<const char*>(&header), sizeof header);
    out << table;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const std::string padding(entries[i].offset - static_cast<std::size_t>(std::max<std::streamoff>(out.tellp(), 0)),
                                '\0');
      out << padding << parts_[i].bytes;
      if (!out) break;
    }
    const auto end = out ? static_cast<std::size_t>(out.tellp()) : offset;
    out << std::string(offset - end, '\0');
    out.close();
    if (!out) {
      std::error_code ignored;
      std::filesystem::remove(unfinished, ignored);
      return Error{ErrorKind::output, path.string(),
                   "cannot write the model file; is there room, and may it be written?"};
    }
  }
  std::error_code failed;
  std::filesystem::rename(unfinished, path, failed);
  if (failed) return Error{ErrorKind::output, path.string(), "cannot write the model file: " + failed.message()};
  return {};
}

}  // namespace dragoman
