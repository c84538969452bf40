#include "articles/field_words.h"

#include "articles/schema.h"
#include "lexicon/stanza.h"
#include "text/ascii.h"

#include <array>

namespace dragoman {

namespace {

constexpr std::array<std::pair<std::string_view, FieldRole>, 11> kRoles = {{{"text", FieldRole::text},
                                                                            {"title", FieldRole::title},
                                                                            {"day", FieldRole::published},
                                                                            {"time", FieldRole::time},
                                                                            {"agency", FieldRole::agency},
                                                                            {"byline", FieldRole::byline},
                                                                            {"language", FieldRole::language},
                                                                            {"link", FieldRole::link},
                                                                            {"uri", FieldRole::uri},
                                                                            {"aside", FieldRole::aside},
                                                                            {"tail", FieldRole::tail}}};

}  // namespace

std::string FieldWords::key(std::string_view name) {
  std::string out;
  for (const char c : name) {
    static constexpr std::string_view kNotCounted = " -_\t./():#*?\"'";
    if (kNotCounted.find(c) == std::string_view::npos) out.push_back(ascii_lower(c));
  }
  return out;
}

FieldRole FieldWords::role(std::string_view layout, std::string_view label) const {
  const auto of = layouts_.find(layout);
  if (of == layouts_.end()) return FieldRole::unknown;
  const auto found = of->second.roles.find(key(label));
  return found == of->second.roles.end() ? FieldRole::unknown : found->second;
}

const std::vector<std::string>& FieldWords::names(std::string_view layout, FieldRole role) const {
  static const std::vector<std::string> kNone;
  const auto of = layouts_.find(layout);
  if (of == layouts_.end()) return kNone;
  const auto found = of->second.names.find(role);
  return found == of->second.names.end() ? kNone : found->second;
}

Result<FieldWords> FieldWords::load(const std::filesystem::path& folder) {
  auto file = read_entries(folder / "fields.txt", kArticlesSchema);
  if (!file) return file.error();
  FieldWords words;
  for (const Stanza& stanza : (*file)->stanzas) {
    Layout& layout = words.layouts_[std::string(stanza["layout"])];
    for (const auto& [name, role] : kRoles) {
      for (const std::string_view value : split_values(stanza[name])) {
        layout.roles.emplace(key(value), role);
        layout.names[role].push_back(key(value));
      }
    }
  }
  return words;
}

}  // namespace dragoman
