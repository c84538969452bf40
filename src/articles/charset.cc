#include "articles/charset.h"

#include "text/ascii.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <memory>

#include <iconv.h>

namespace dragoman {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// The word behind "charset=" or "encoding=" within the first bytes, where browsers look too.
std::string named_in(std::string_view bytes) {
  constexpr std::size_t kSeek = 2048;
  const std::string head = ascii_lower(bytes.substr(0, kSeek));
  for (const std::string_view key : {"charset=", "encoding="}) {
    std::size_t at = head.find(key);
    if (at == std::string::npos) continue;
    at += key.size();
    while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) ++at;
    std::size_t end = at;
    while (end < head.size() && (std::isalnum(static_cast<unsigned char>(head[end])) != 0 || head[end] == '-' ||
                                 head[end] == '_' || head[end] == ':'))
      ++end;
    if (end > at) return head.substr(at, end - at);
  }
  return {};
}

/// Valid UTF-8 with U+FFFD in the place of each byte that belongs to none.
std::string mended(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  while (!bytes.empty()) {
    const std::size_t bad = first_invalid_utf8(bytes);
    out.append(bytes.substr(0, bad));
    if (bad == bytes.size()) break;
    out.append(kReplacement);
    bytes.remove_prefix(bad + 1);
  }
  return out;
}

struct CloseConverter {
  void operator()(void* converter) const { iconv_close(converter); }
};

/// Empty when the charset is not known here.
std::string converted(std::string_view bytes, const std::string& charset) {
  const iconv_t opened = iconv_open("UTF-8", charset.c_str());
  if (opened == reinterpret_cast<iconv_t>(-1)) return {};  // NOLINT(performance-no-int-to-ptr): as iconv has it
  const std::unique_ptr<void, CloseConverter> converter(opened);
  std::string out;
  std::array<char, 1U << 14U> buffer;
  char* from = const_cast<char*>(bytes.data());  // iconv's old signature; it does not write there
  std::size_t left = bytes.size();
  while (left > 0) {
    char* to = buffer.data();
    std::size_t room = buffer.size();
    const std::size_t done = iconv(opened, &from, &left, &to, &room);
    out.append(buffer.data(), buffer.size() - room);
    if (done != std::size_t(-1) || errno == E2BIG) continue;
    out.append(kReplacement);
    ++from;
    --left;
  }
  return out;
}

}  // namespace

std::string to_utf8(std::string_view bytes, std::string_view declared) {
  std::string charset;
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
    charset = "utf-8";
  } else if (bytes.starts_with("\xFF\xFE")) {
    bytes.remove_prefix(2);
    charset = "utf-16le";
  } else if (bytes.starts_with("\xFE\xFF")) {
    bytes.remove_prefix(2);
    charset = "utf-16be";
  } else if (!declared.empty()) {
    charset = ascii_lower(declared);
  } else {
    charset = named_in(bytes);
  }
  // A page that calls itself Latin-1 means windows-1252, as browsers read it; one that is valid UTF-8 is UTF-8.
  if (charset == "iso-8859-1" || charset == "latin1" || charset == "us-ascii" || charset == "ascii") {
    charset = "windows-1252";
  }
  const bool valid = first_invalid_utf8(bytes) == bytes.size();
  const bool wide = charset.starts_with("utf-16") || charset.starts_with("utf-32") || charset.starts_with("iso-2022");
  std::string out;
  if (valid && !wide) {
    out = bytes;
  } else if (charset == "utf-8" || charset == "utf8") {
    out = mended(bytes);
  } else {
    if (!charset.empty()) out = converted(bytes, charset);
    if (out.empty()) out = converted(bytes, "windows-1252");
  }
  std::erase(out, '\0');
  return out;
}

}  // namespace dragoman
