// Puts places and their names together into the bytes of a gazetteer file.
#pragma once

#include "dragoman/result.h"
#include "gazetteer/gazetteer.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

class GazetteerBuilder {
 public:
  /// Adds a place under its first name and gives its row. `within` may name a row that is added later.
  std::uint32_t add(const GazetteerPlace& place);
  /// Another name of a place; one that is the same as an earlier one when folded is passed over.
  void add_name(std::uint32_t row, std::string_view name);

  std::size_t size() const { return places_.size(); }
  /// The whole file's bytes.
  std::string bytes(std::string_view source) const;

 private:
  struct Place {
    GazetteerPlace values;
    std::string name, country;
  };
  std::vector<Place> places_;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> names_;  // folded: posting bits
};

/// Writes by way of a file beside it, so that a broken write leaves nothing half done.
Result<void> write_whole_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace dragoman
