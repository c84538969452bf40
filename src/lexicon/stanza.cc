#include "lexicon/stanza.h"

#include "text/ascii.h"
#include "text/utf8.h"

#include <array>
#include <fstream>

namespace dragoman {

std::string_view Stanza::operator[](std::string_view key) const {
  for (const Field& field : fields) {
    if (field.key == key) return field.value;
  }
  return {};
}

std::vector<std::string_view> Stanza::all(std::string_view key) const {
  std::vector<std::string_view> values;
  for (const Field& field : fields) {
    if (field.key == key) values.push_back(field.value);
  }
  return values;
}

Error StanzaFile::error(int line, std::string message) const {
  return Error{ErrorKind::setup, path + ":" + std::to_string(line), std::move(message)};
}

Result<std::unique_ptr<StanzaFile>> read_stanzas(const std::filesystem::path& path) {
  constexpr std::size_t kUsualFields = 6;
  auto file = std::make_unique<StanzaFile>();
  file->path = path.string();
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{ErrorKind::setup, file->path, "cannot be read; is the lexicon folder complete?"};
  for (std::array<char, 1U << 16U> part{}; in.read(part.data(), part.size()) || in.gcount() > 0;) {
    file->bytes.append(part.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (first_invalid_utf8(file->bytes) != file->bytes.size()) {
    return Error{ErrorKind::setup, file->path, "is not UTF-8"};
  }
  const std::string_view all = file->bytes;
  bool open = false;
  int number = 0;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    const std::string_view raw = all.substr(at, end - at);
    const std::size_t line_begin = at;
    at = end + 1;
    ++number;
    const std::string_view line = without_blanks(raw);
    if (line.empty()) {
      open = false;
      continue;
    }
    if (line.front() == '#') continue;
    if ((raw.front() == ' ' || raw.front() == '\t') && open) {
      // A continued value is one view over both lines; the break inside is blanked.
      Field& field = file->stanzas.back().fields.back();
      const std::size_t value_begin = field.value.data() - all.data();
      for (std::size_t i = value_begin + field.value.size(); i < line_begin; ++i) file->bytes[i] = ' ';
      field.value = without_blanks(all.substr(value_begin, end - value_begin));
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) {
      return file->error(number,
                         "found \"" + std::string(line) + "\", expected \"field: value\", a # comment or a blank line");
    }
    if (!open) {
      file->stanzas.emplace_back();
      file->stanzas.back().line = number;
      file->stanzas.back().fields.reserve(kUsualFields);
      open = true;
    }
    std::string_view value = without_blanks(line.substr(colon + 1));
    if (value.empty()) value = line.substr(line.size());  // within the bytes, where the next line may go on
    file->stanzas.back().fields.push_back({without_blanks(line.substr(0, colon)), value, number});
  }
  return file;
}

std::vector<std::string_view> split_values(std::string_view value, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t bar = value.find(separator);
    const std::string_view part = without_blanks(value.substr(0, bar));
    if (!part.empty()) parts.push_back(part);
    if (bar == std::string_view::npos) return parts;
    value.remove_prefix(bar + 1);
  }
}

}  // namespace dragoman
