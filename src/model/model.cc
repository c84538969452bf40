#include "model/model.h"

#include "model/model_file.h"

#include <algorithm>
#include <cstring>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace dragoman {

using model_file::Entry;
using model_file::Header;
using model_file::Kind;

namespace {

constexpr std::string_view kRemedy = "; import the model anew with `dragoman model import`";

std::string kind_name(Kind kind) {
  switch (kind) {
    case Kind::float32:
      return "float32";
    case Kind::uint64:
      return "uint64";
    case Kind::uint32:
      return "uint32";
    case Kind::bytes:
      return "bytes";
    case Kind::strings:
      return "strings";
  }
  return "?";
}

std::size_t item_size(Kind kind) {
  switch (kind) {
    case Kind::float32:
    case Kind::uint32:
      return 4;
    case Kind::uint64:
      return 8;
    default:
      return 1;
  }
}

bool is_big(std::string_view name) {
  return name.starts_with("vectors/");
}

std::string shape_text(const std::size_t* shape, std::size_t rank) {
  std::string text;
  for (std::size_t i = 0; i < rank; ++i) text += (i == 0 ? "" : " x ") + std::to_string(shape[i]);
  return text;
}

}  // namespace

Model::~Model() {
  if (data_ != nullptr) munmap(const_cast<char*>(data_), size_);
}

Result<std::unique_ptr<Model>> Model::open(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    return Error{ErrorKind::setup, path.string(),
                 std::string("cannot open the language model: ") + std::strerror(errno)};
  }
  struct stat info {};
  std::unique_ptr<Model> model(new Model);
  if (fstat(file, &info) == 0 && info.st_size > 0) {
    void* data = mmap(nullptr, static_cast<std::size_t>(info.st_size), PROT_READ, MAP_PRIVATE, file, 0);
    if (data != MAP_FAILED) {
      model->data_ = static_cast<const char*>(data);
      model->size_ = static_cast<std::size_t>(info.st_size);
    }
  }
  close(file);
  if (auto checked = model->check(path); !checked) return checked.error();
  return model;
}

Result<void> Model::check(const std::filesystem::path& path) {
  where_ = path.string();
  const auto broken = [&](const std::string& what) {
    return Error{ErrorKind::setup, where_, what + std::string(kRemedy)};
  };
  if (size_ < sizeof(Header)) return broken("found " + std::to_string(size_) + " bytes, expected a language model");
  Header header;
  std::memcpy(&header, data_, sizeof header);
  if (std::string_view(header.magic, sizeof header.magic) != model_file::kMagic) {
    return broken("this is not a dragoman language model: it does not begin with " + std::string(model_file::kMagic));
  }
  if (header.byte_order != model_file::kByteOrder || header.version != model_file::kVersion) {
    return broken("found version " + std::to_string(header.version) + " of the model format, expected version " +
                  std::to_string(model_file::kVersion) + " in this machine's byte order");
  }
  if (header.file_size != size_) {
    return broken("the file is " + std::to_string(size_) + " bytes long but should have " +
                  std::to_string(header.file_size));
  }
  if (header.entry_count > (size_ - sizeof(Header)) / sizeof(Entry)) return broken("its table of contents is damaged");
  const std::string_view table(data_ + sizeof(Header), header.entry_count * sizeof(Entry));
  if (model_file::checksum(table) != header.entries_checksum) return broken("its table of contents is damaged");
  for (std::size_t i = 0; i < header.entry_count; ++i) {
    const auto* entry = reinterpret_cast<const Entry*>(table.data()) + i;
    const bool named = std::memchr(entry->name, 0, sizeof entry->name) != nullptr;
    bool fits = named && entry->offset % model_file::kAlignment == 0 && entry->offset <= size_ &&
                entry->size <= size_ - entry->offset && entry->rank <= model_file::kMaxRank;
    // The product of the shape must be what lies there; each factor is bounded by the size, so it cannot overflow.
    std::uint64_t items = 1;
    for (std::uint32_t d = 0; fits && d < entry->rank; ++d) {
      fits = entry->shape[d] != 0 && entry->shape[d] <= size_ && items <= size_ / entry->shape[d];
      if (fits) items *= entry->shape[d];
    }
    const auto kind = static_cast<Kind>(entry->kind);
    if (!fits || kind_name(kind) == "?" || (entry->rank > 0 && items * item_size(kind) != entry->size)) {
      return broken("its table of contents is damaged");
    }
    entries_.emplace(entry->name, entry);
    if (!is_big(entry->name) && model_file::checksum(content(*entry)) != entry->checksum) {
      return broken("its part \"" + std::string(entry->name) + "\" is damaged");
    }
  }
  if (!has("vectors/data")) return {};
  const auto data = tensor("vectors/data", 2);
  if (!data) return data.error();
  const auto keys = integers("vectors/keys");
  if (!keys) return keys.error();
  const auto rows = find("vectors/rows", Kind::uint32);
  if (!rows) return rows.error();
  vectors_ = data->data;
  vector_count_ = data->shape[0];
  vector_width_ = data->shape[1];
  vector_keys_ = *keys;
  vector_rows_ = {reinterpret_cast<const std::uint32_t*>(content(**rows).data()), (*rows)->size / 4};
  if (vector_rows_.size() != vector_keys_.size()) return broken("its static vectors are damaged");
  return {};
}

void Model::release() const {
  madvise(const_cast<char*>(data_), size_, MADV_DONTNEED);
}

Result<void> Model::verify() const {
  for (const auto& [name, entry] : entries_) {
    if (model_file::checksum(content(*entry)) != entry->checksum) {
      return Error{ErrorKind::setup, where_,
                   "its part \"" + std::string(name) + "\" is damaged" + std::string(kRemedy)};
    }
  }
  return {};
}

std::string_view Model::content(const Entry& entry) const {
  return {data_ + entry.offset, entry.size};
}

Result<const Entry*> Model::find(std::string_view name, Kind kind) const {
  const auto it = entries_.find(name);
  if (it == entries_.end() || it->second->kind != static_cast<std::uint32_t>(kind)) {
    return Error{
        ErrorKind::setup, where_,
        "the model has no part \"" + std::string(name) + "\" of kind " + kind_name(kind) + std::string(kRemedy)};
  }
  return it->second;
}

Result<Tensor> Model::tensor(std::string_view name, std::size_t rank) const {
  const auto entry = find(name, Kind::float32);
  if (!entry) return entry.error();
  Tensor tensor;
  tensor.data = reinterpret_cast<const float*>(content(**entry).data());
  tensor.rank = (*entry)->rank;
  for (std::size_t i = 0; i < tensor.rank; ++i) tensor.shape[i] = (*entry)->shape[i];
  if (tensor.rank != rank) {
    return Error{ErrorKind::setup, where_,
                 "the tensor " + std::string(name) + " has " + std::to_string(tensor.rank) + " dimensions, expected " +
                     std::to_string(rank)};
  }
  return tensor;
}

Result<Tensor> Model::tensor(std::string_view name, std::initializer_list<std::size_t> shape) const {
  auto tensor = this->tensor(name, shape.size());
  if (tensor && !std::equal(shape.begin(), shape.end(), tensor->shape.begin())) {
    return Error{ErrorKind::setup, where_,
                 "the tensor " + std::string(name) + " is " + shape_text(tensor->shape.data(), tensor->rank) +
                     ", expected " + shape_text(shape.begin(), shape.size()) +
                     "; such a pipeline is not supported, use one of spaCy's English CNN pipelines"};
  }
  return tensor;
}

Result<std::span<const std::uint64_t>> Model::integers(std::string_view name) const {
  const auto entry = find(name, Kind::uint64);
  if (!entry) return entry.error();
  const auto bytes = content(**entry);
  return std::span(reinterpret_cast<const std::uint64_t*>(bytes.data()), bytes.size() / 8);
}

Result<std::string_view> Model::bytes(std::string_view name) const {
  const auto entry = find(name, Kind::bytes);
  if (!entry) return entry.error();
  return content(**entry);
}

Result<std::vector<std::string_view>> Model::strings(std::string_view name) const {
  const auto entry = find(name, Kind::strings);
  if (!entry) return entry.error();
  const std::string_view all = content(**entry);
  const Error damaged{ErrorKind::setup, where_,
                      "the list \"" + std::string(name) + "\" is damaged" + std::string(kRemedy)};
  std::uint32_t count = 0;
  if (all.size() < sizeof count) return damaged;
  std::memcpy(&count, all.data(), sizeof count);
  if (count > (all.size() - sizeof count) / sizeof count) return damaged;
  const std::size_t base = sizeof count * (std::size_t{count} + 1);
  std::vector<std::string_view> list;
  list.reserve(count);
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    std::uint32_t end = 0;
    std::memcpy(&end, all.data() + sizeof count * (i + 1), sizeof end);
    if (end < begin || end > all.size() - base) return damaged;
    list.push_back(all.substr(base + begin, end - begin));
    begin = end;
  }
  return list;
}

const float* Model::vector(std::uint64_t orth) const {
  // The keys are hashes in ascending order, so a key's rank is near its share of all 64-bit numbers: a search around it
  // touches a few lines of memory, one over all keys a score.
  constexpr std::size_t kNear = 64;
  constexpr int kGuesses = 3;
  if (vector_keys_.empty()) return nullptr;
  const auto last = static_cast<double>(vector_keys_.size() - 1);
  const double keys_a_number = static_cast<double>(vector_keys_.size()) / 0x1p64;
  double place = static_cast<double>(orth) * keys_a_number;
  std::size_t expected = 0;
  for (int guess = 0; guess < kGuesses; ++guess) {  // each from how far the key at the place of the last one is away
    expected = static_cast<std::size_t>(std::clamp(place, 0.0, last));
    const std::uint64_t found = vector_keys_[expected];
    const double away = static_cast<double>(found < orth ? orth - found : found - orth) * keys_a_number;
    place = static_cast<double>(expected) + (found < orth ? away : -away);
  }
  auto begin = vector_keys_.begin() + static_cast<std::ptrdiff_t>(expected - std::min(expected, kNear));
  auto end = vector_keys_.begin() + static_cast<std::ptrdiff_t>(std::min(expected + kNear, vector_keys_.size()));
  if (begin != vector_keys_.begin() && *begin > orth) begin = vector_keys_.begin();
  if (end != vector_keys_.end() && *end < orth) end = vector_keys_.end();
  const auto it = std::lower_bound(begin, end, orth);
  if (it == vector_keys_.end() || *it != orth) return nullptr;
  const std::size_t row = vector_rows_[static_cast<std::size_t>(it - vector_keys_.begin())];
  return row < vector_count_ ? vectors_ + row * vector_width_ : nullptr;
}

std::string Model::name() const {
  const auto name = bytes("meta/name");
  const auto version = bytes("meta/version");
  return (name ? std::string(*name) : "unnamed") + " " + (version ? std::string(*version) : "");
}

std::vector<Model::Item> Model::items() const {
  std::vector<Item> items;
  for (const auto& [name, entry] : entries_) {
    Item item{name, kind_name(static_cast<Kind>(entry->kind)), {}, entry->size};
    for (std::uint32_t d = 0; d < entry->rank; ++d) item.shape.push_back(entry->shape[d]);
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace dragoman
