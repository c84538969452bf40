// What the columns of tables, the fields of JSON and the labels of exports are called, from
// lexicon/articles/fields.txt.
#pragma once

#include "dragoman/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// What a field holds. `aside` is known and of no use here; `tail` as well, and stands behind the text.
enum class FieldRole : std::uint8_t {
  unknown,
  text,
  title,
  published,
  time,
  agency,
  byline,
  language,
  link,
  uri,
  aside,
  tail
};

class FieldWords {
 public:
  /// The role of a field that is called `label` in files of the layout; case, blanks, hyphens and underscores do not
  /// count.
  FieldRole role(std::string_view layout, std::string_view label) const;
  /// The names of a role, first the one that is taken before the others.
  const std::vector<std::string>& names(std::string_view layout, FieldRole role) const;
  /// A name as it is compared: "Publication Date" as "publicationdate".
  static std::string key(std::string_view name);

  static Result<FieldWords> load(const std::filesystem::path& folder);

 private:
  struct Layout {
    std::map<std::string, FieldRole, std::less<>> roles;
    std::map<FieldRole, std::vector<std::string>> names;
  };
  std::map<std::string, Layout, std::less<>> layouts_;
};

}  // namespace dragoman
