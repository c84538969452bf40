// A language model in one file of our own, mapped and not parsed: tensors, label lists and look-up tables by name.
//
//   auto model = Model::open("en_core_web_md.dragoman");
//   auto bias = (*model)->tensor("tagger/b", {50});
#pragma once

#include "dragoman/result.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

namespace model_file {
struct Entry;
enum class Kind : std::uint32_t;
}  // namespace model_file

/// 32-bit floats in row-major order, in the mapping of the model.
struct Tensor {
  const float* data = nullptr;
  std::array<std::size_t, 4> shape{};
  std::size_t rank = 0;
};

class Model {
 public:
  /// Maps a file and checks its header, every offset, and the checksums of all but the static vectors (which `verify`
  /// checks too). An Error (kind setup) says what was found and what to do.
  static Result<std::unique_ptr<Model>> open(const std::filesystem::path& path);
  ~Model();
  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;

  /// Gives back the memory of what was mapped so far; what is asked for again comes from the file anew. For when all
  /// that is copied out of the model has been: checking it has touched nearly all of it.
  void release() const;
  /// Checks every checksum.
  Result<void> verify() const;

  bool has(std::string_view name) const { return entries_.contains(name); }
  /// A tensor of the given rank, or of exactly the given shape. An Error (kind setup) names what differs.
  Result<Tensor> tensor(std::string_view name, std::size_t rank) const;
  Result<Tensor> tensor(std::string_view name, std::initializer_list<std::size_t> shape) const;
  Result<std::span<const std::uint64_t>> integers(std::string_view name) const;
  Result<std::string_view> bytes(std::string_view name) const;
  Result<std::vector<std::string_view>> strings(std::string_view name) const;

  /// The static vector of a word by its string hash, or null.
  const float* vector(std::uint64_t orth) const;
  std::size_t vector_width() const { return vector_width_; }

  /// "en_core_web_md 3.8.0".
  std::string name() const;

  struct Item {
    std::string_view name;
    std::string kind;                // "float32", "strings" …
    std::vector<std::size_t> shape;  // of a tensor, or the number of items
    std::size_t size = 0;            // bytes
  };
  /// Everything in the file, by name.
  std::vector<Item> items() const;

 private:
  Model() = default;
  Result<void> check(const std::filesystem::path& path);
  Result<const model_file::Entry*> find(std::string_view name, model_file::Kind kind) const;
  std::string_view content(const model_file::Entry& entry) const;

  std::string where_;
  const char* data_ = nullptr;
  std::size_t size_ = 0;
  std::map<std::string_view, const model_file::Entry*, std::less<>> entries_;
  std::span<const std::uint64_t> vector_keys_;
  std::span<const std::uint32_t> vector_rows_;
  const float* vectors_ = nullptr;
  std::size_t vector_width_ = 0, vector_count_ = 0;
};

}  // namespace dragoman
