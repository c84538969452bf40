// Writes a model file part by part.
#pragma once

#include "dragoman/result.h"
#include "model/model_file.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

class ModelWriter {
 public:
  void add_tensor(const std::string& name, std::span<const std::size_t> shape, std::string_view float32_bytes);
  void add_integers(const std::string& name, std::span<const std::uint64_t> values);
  void add_rows(const std::string& name, std::span<const std::uint32_t> values);
  void add_bytes(const std::string& name, std::string_view bytes);
  void add_strings(const std::string& name, std::span<const std::string> strings);

  /// Writes all parts to `path`, by way of a file beside it, so that a broken write leaves nothing half done.
  Result<void> write(const std::filesystem::path& path) const;

 private:
  struct Part {
    std::string name;
    model_file::Kind kind;
    std::vector<std::size_t> shape;
    std::string bytes;
  };
  std::vector<Part> parts_;
};

}  // namespace dragoman
