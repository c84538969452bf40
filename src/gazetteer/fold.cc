#include "gazetteer/fold.h"

#include "text/ascii.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include <utf8proc.h>

namespace dragoman {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kWrittenOut = {
    {{"st", "saint"}, {"ste", "sainte"}, {"mt", "mount"}, {"ft", "fort"}}};

/// Small letters without marks; what is no valid UTF-8 stays as it is.
std::string plain_letters(std::string_view name) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto size = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(name.data()), static_cast<utf8proc_ssize_t>(name.size()), &mapped,
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD |
                                     UTF8PROC_IGNORE));
  if (size < 0 || mapped == nullptr) return std::string(name);
  std::string out(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
  std::free(mapped);
  return out;
}

void end_word(std::string& out, std::size_t& word) {
  if (word == out.size()) return;
  const std::string_view last = std::string_view(out).substr(word);
  for (const auto& [from, to] : kWrittenOut) {
    if (last != from) continue;
    out.replace(word, std::string::npos, to);
    break;
  }
  out.push_back(' ');
  word = out.size();
}

}  // namespace

void fold_name(std::string_view name, std::string& out) {
  out.clear();
  const bool ascii =
      std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
  std::string mapped;
  if (!ascii) {
    mapped = plain_letters(name);
    name = mapped;
  }
  std::size_t word = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (is_ascii_upper(c) || (c >= 'a' && c <= 'z') || is_ascii_digit(c)) {
      out.push_back(ascii_lower(c));
    } else if (c == '.' || c == '\'' || c == '`') {
      continue;
    } else if (static_cast<unsigned char>(c) < 0x80U) {
      end_word(out, word);
    } else if (name.substr(i).starts_with("\xE2\x80") && i + 2 < name.size()) {
      // Quotation marks vanish like apostrophes, dashes part words.
      const auto third = static_cast<unsigned char>(name[i + 2]);
      if (third < 0x98U || third > 0x9FU) end_word(out, word);
      i += 2;
    } else if (name.substr(i).starts_with("\xCA\xBB") || name.substr(i).starts_with("\xCA\xBC")) {
      ++i;  // letters that write a glottal stop
    } else {
      out.push_back(c);
    }
  }
  end_word(out, word);
  if (!out.empty()) out.pop_back();
}

}  // namespace dragoman
