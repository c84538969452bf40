// A zip archive (a wheel is one) and its members.
#pragma once

#include "dragoman/result.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

struct zip;

namespace dragoman {

class ZipArchive {
 public:
  /// An Error (kind setup): this is no zip archive.
  static Result<ZipArchive> open(const std::filesystem::path& path);

  std::vector<std::string> names() const;
  /// A member's bytes. An Error (kind setup): it is not there, damaged, or larger than 4 GiB.
  Result<std::string> read(const std::string& name) const;

 private:
  using Handle = std::unique_ptr<zip, void (*)(zip*)>;
  ZipArchive(std::string where, Handle zip) : where_(std::move(where)), zip_(std::move(zip)) {}

  std::string where_;
  Handle zip_;
};

}  // namespace dragoman
