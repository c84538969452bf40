// What a file is, told by its first bytes: the ending of its name decides only between kinds that look alike.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dragoman {

enum class InputFormat : std::uint8_t {
  by_content,
  text,
  jsonl,
  json,  // one object, or an array of objects
  html,
  csv,
  feed,  // RSS, Atom
  news,  // NITF, NewsML-G2
  warc,
  mail,  // one message
  mbox,  // many
  markdown,
  rtf,
  pdf,
  office,  // DOCX, ODT, XLSX, ODS
  nexis,   // exports of LexisNexis and Nexis Uni
  factiva,
  proquest,
  ebsco,
  gale,
  newsbank,
  monitoring,  // BBC Monitoring
  archive,     // zip, tar, gz …
};

struct Kind {
  InputFormat format = InputFormat::by_content;  // by_content where it is nothing that can be read
  std::string name;                              // "JPEG image", for messages and counts
  std::string why;                               // what to do about one that is not read; may be empty
  bool is_text = false;                          // text that is no prose, which is read where the user names it
};

/// Bytes at the start of a file that kind_of looks at.
inline constexpr std::size_t kHeadBytes = std::size_t{64} << 10U;

/// `head` is the start of the file, or all of it; `name` its own, which may have any ending or none.
Kind kind_of(std::string_view head, const std::string& name);

/// "utf-16le" or "utf-16be" where the bytes are such, with a byte order mark or without; else empty.
std::string_view wide_charset(std::string_view head);

}  // namespace dragoman
