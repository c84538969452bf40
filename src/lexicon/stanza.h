// The one file format of lexicon/: stanzas of "field: value" lines, parted by blank lines; # starts a comment line.
//
//   # titles of government
//   title: foreign minister
//   also: minister of foreign affairs | minister for foreign affairs
//   sector: GOV
//   example: The foreign minister arrived on Monday.
//
// A field may stand several times in a stanza. A value may go on on the next line when that line starts with a blank.
#pragma once

#include "dragoman/result.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

struct Field {
  std::string_view key, value;
  int line = 0;
};

class Stanza {
 public:
  std::vector<Field> fields;
  int line = 0;  // of its first field

  /// First value of the field, or empty.
  std::string_view operator[](std::string_view key) const;
  /// All values of the field.
  std::vector<std::string_view> all(std::string_view key) const;
};

struct StanzaFile {
  StanzaFile() = default;
  StanzaFile(const StanzaFile&) = delete;  // the views would look into another's bytes
  StanzaFile& operator=(const StanzaFile&) = delete;

  std::string path;
  std::string bytes;  // what the views look into
  std::vector<Stanza> stanzas;

  /// An Error about a line of this file: "lexicon/x.txt:12: message".
  Error error(int line, std::string message) const;
};

/// Reads and splits a file. Errors (kind setup): unreadable, not UTF-8, a line that is neither field, comment nor
/// blank.
Result<std::unique_ptr<StanzaFile>> read_stanzas(const std::filesystem::path& path);

/// The parts of "a | b | c", trimmed.
std::vector<std::string_view> split_values(std::string_view value, char separator = '|');

}  // namespace dragoman
