#include "articles/kind.h"

#include "articles/charset.h"
#include "articles/text_kind.h"
#include "text/ascii.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include <magic.h>

namespace dragoman {

namespace {

using Format = InputFormat;

Kind not_read(std::string name, std::string why) {
  return {Format::by_content, std::move(name), std::move(why)};
}

/// What libmagic calls the bytes: "image/jpeg". It is not safe to share, and slow to open.
std::string mime_type(std::string_view head) {
  struct Close {
    void operator()(magic_t magic) const { magic_close(magic); }
  };
  static std::mutex mutex;
  static const std::unique_ptr<std::remove_pointer_t<magic_t>, Close> magic = [] {
    std::unique_ptr<std::remove_pointer_t<magic_t>, Close> opened(
        magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS));
    if (opened && magic_load(opened.get(), nullptr) != 0) opened.reset();
    return opened;
  }();
  const std::lock_guard lock(mutex);
  const char* type = magic ? magic_buffer(magic.get(), head.data(), head.size()) : nullptr;
  return type == nullptr ? "application/octet-stream" : type;
}

/// "image/jpeg" as "JPEG image".
std::string kind_of_type(const std::string& type) {
  const std::size_t slash = type.find('/');
  std::string main = type.substr(0, slash), sub = slash == std::string::npos ? "" : type.substr(slash + 1);
  if (sub.starts_with("x-")) sub.erase(0, 2);
  std::transform(sub.begin(), sub.end(), sub.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; });
  if (main == "image") return sub.starts_with("SVG") ? "SVG image" : sub + " image";
  if (main == "audio") return "sound";
  if (main == "video") return "video";
  if (main == "font" || type.find("font") != std::string::npos) return "font";
  if (type.find("sqlite") != std::string::npos) return "SQLite database";
  if (type.find("executable") != std::string::npos || type.find("sharedlib") != std::string::npos ||
      type.find("pie-") != std::string::npos || type.find("object") != std::string::npos) {
    return "program";
  }
  if (type == "application/postscript") return "PostScript file";
  if (type == "application/octet-stream" || main == "text") return "binary file";
  return sub + " file";
}

/// The names of the first members, as far as their places are known from what stands before each.
std::vector<std::string_view> names_in_zip(std::string_view head) {
  constexpr std::size_t kHeader = 30;
  const auto number = [&](std::size_t at, std::size_t bytes) {
    std::size_t n = 0;
    for (std::size_t i = bytes; i-- > 0;) n = n << 8U | static_cast<unsigned char>(head[at + i]);
    return n;
  };
  std::vector<std::string_view> names;
  for (std::size_t at = 0; at + kHeader < head.size() && head.substr(at).starts_with("PK\x03\x04");) {
    const std::size_t size = number(at + 18, 4), name = number(at + 26, 2), extra = number(at + 28, 2);
    constexpr std::size_t kSizeFollows = 8;  // the flag that the size stands behind the member
    names.push_back(head.substr(at + kHeader, name));
    if ((number(at + 6, 2) & kSizeFollows) != 0) break;
    at += kHeader + name + extra + size;
  }
  return names;
}

/// Zip files that are documents of an office program have these parts.
Kind kind_of_zip(std::string_view head) {
  constexpr std::string_view kMimeType = "mimetypeapplication/";
  if (const std::size_t at = head.substr(0, 200).find(kMimeType); at != std::string_view::npos) {
    const std::string_view type = head.substr(at + kMimeType.size(), 60);
    if (type.starts_with("vnd.oasis.opendocument.text") || type.starts_with("vnd.oasis.opendocument.spreadsheet")) {
      return {Format::office, "OpenDocument file", ""};
    }
    if (type.starts_with("epub")) return not_read("EPUB book", "");
    if (type.starts_with("vnd.oasis.opendocument.presentation")) return not_read("presentation", "");
    return not_read("OpenDocument file without text", "");
  }
  const std::vector<std::string_view> names = names_in_zip(head);
  const auto holds = [&](std::string_view start) {
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return name.starts_with(start); });
  };
  if (names.empty()) return {Format::archive, "zip archive", ""};
  if (names[0] == "mimetype") {
    if (holds("META-INF/container.xml")) return not_read("EPUB book", "");
    return {Format::office, "OpenDocument file", ""};
  }
  if (holds("ppt/")) return not_read("presentation", "");
  if (names[0] == "[Content_Types].xml" || names[0] == "_rels/.rels" || holds("word/document.xml") ||
      holds("xl/workbook.xml")) {
    return {Format::office, "Office document", ""};
  }
  return {Format::archive, "zip archive", ""};
}

Kind kind_of_ole(std::string_view head, std::string_view ending) {
  const std::string wide_word("W\0o\0r\0d\0D\0o\0c", 13), wide_book("W\0o\0r\0k\0b\0o\0o\0k", 15);
  const auto holds = [&](const std::string& part) { return head.find(part) != std::string_view::npos; };
  // What is encrypted is wrapped so, and keeps the ending of what is inside.
  const std::string wide_encrypted("E\0n\0c\0r\0y\0p\0t\0e\0d\0P", 19);
  if (holds(wide_encrypted) || ending == ".docx" || ending == ".xlsx" || ending == ".pptx") {
    return not_read("Office document locked with a password", "save it without one first");
  }
  if (holds(wide_word) || ending == ".doc") return not_read("old Word file", "save it as .docx first");
  if (holds(wide_book) || ending == ".xls") return not_read("old Excel file", "save it as .xlsx or .csv first");
  if (ending == ".msg") return not_read("Outlook message", "save it as .eml first");
  return not_read("old Office file", "save it in a format of today first");
}

bool is_compressed(std::string_view head) {
  static constexpr std::array<std::string_view, 5> kMarks = {
      std::string_view("\x1F\x8B", 2), std::string_view("BZh", 3),
      std::string_view("\xFD"
                       "7zXZ",
                       5),
      std::string_view("\x28\xB5\x2F\xFD", 4), std::string_view("7z\xBC\xAF\x27\x1C", 6)};
  return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) { return head.starts_with(mark); });
}

bool is_tar(std::string_view head) {
  constexpr std::size_t kAt = 257;
  return head.size() > kAt + 5 && head.substr(kAt, 5) == "ustar";
}

/// UTF-16 without a byte order mark: every other byte of Latin letters is zero.
bool is_bare_utf16(std::string_view head, std::size_t odd) {
  constexpr std::size_t kLook = 200;
  const std::string_view look = head.substr(0, kLook);
  if (look.size() < 8) return false;
  std::size_t zero = 0;
  for (std::size_t i = 0; i < look.size(); ++i) zero += look[i] == '\0' && i % 2 == odd;
  return zero * 5 >= look.size() * 2 && look.find(std::string_view("\0\0", 2)) == std::string_view::npos;
}

}  // namespace

std::string_view wide_charset(std::string_view head) {
  if (head.starts_with("\xFF\xFE") || is_bare_utf16(head, 1)) return "utf-16le";
  if (head.starts_with("\xFE\xFF") || is_bare_utf16(head, 0)) return "utf-16be";
  return {};
}

Kind kind_of(std::string_view head, const std::string& name) {
  const std::string ending = ascii_lower(std::filesystem::path(name).extension().string());
  if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) return kind_of_zip(head);
  if (is_compressed(head)) return {Format::archive, "compressed file", ""};
  if (is_tar(head)) return {Format::archive, "tar archive", ""};
  if (head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return kind_of_ole(head, ending);
  constexpr std::size_t kBeforePdf = 1024;
  if (head.substr(0, kBeforePdf).find("%PDF-") != std::string_view::npos) return {Format::pdf, "PDF", ""};
  if (head.starts_with("{\\rtf")) return {Format::rtf, "RTF document", ""};
  if (head.starts_with("WARC/")) return {Format::warc, "crawl", ""};
  const std::string_view charset = wide_charset(head);
  const bool wide = !charset.empty();
  if (!wide && head.find('\0') != std::string_view::npos) {
    const std::string what = kind_of_type(mime_type(head));
    return not_read(what, "");
  }
  // Images and PostScript can be made of text, but not of sentences: for those libmagic, which is slow, is not asked.
  const bool plain = wide || head.empty() || (is_prose(head) && !head.starts_with("%!"));
  const std::string type = plain ? "text/plain" : mime_type(head);
  const bool is_picture = type.starts_with("image/") && type.find("svg") == std::string::npos;
  const bool is_postscript = type.starts_with("application/") && type.find("postscript") != std::string::npos;
  if (is_picture || is_postscript) return not_read(kind_of_type(type), "");
  return kind_of_text(to_utf8(head, charset), ending);
}

}  // namespace dragoman
