// Records of CSV (RFC 4180): fields parted by a comma, semicolon, tab or bar, quoted where they hold one of these.
#pragma once

#include "articles/bytes.h"

#include <string>
#include <vector>

namespace dragoman {

class CsvRecords {
 public:
  explicit CsvRecords(Bytes& bytes) : bytes_(bytes) {}

  enum class Outcome : std::uint8_t { record, end, too_long, open_quote, unreadable };
  /// The next record; blank lines are passed over. After `open_quote` and `unreadable` nothing more can be had.
  Outcome next(std::vector<std::string>& fields);

  std::size_t line() const { return begin_; }        // that the record begins in
  std::size_t quote_line() const { return quote_; }  // that its last quoted field begins in
  const BufferedBytes& bytes() const { return bytes_; }

 private:
  void find_separator(std::string_view header);

  BufferedBytes bytes_;
  char separator_ = '\0';  // found in the first line
  std::size_t line_ = 1, begin_ = 1, quote_ = 1;
};

}  // namespace dragoman
