// What a file of the lexicon may hold: the kinds of its entries, the keys of each, and how their values are written.
// A room declares this once, in its schema.cc; loading, `dragoman lexicon check` and the tables of lexicon/README.md
// follow it. Lists of words are written as in the lexicon: "people | body | crowd".
#pragma once

#include "dragoman/result.h"
#include "lexicon/stanza.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// A way to write a value that is no list of words: a number, a date, a country code.
struct ValueForm {
  std::string_view name, example;         // "a number", "-0.4"
  bool (*reads)(std::string_view value);  // true for what is written so
  std::string (*words)() = nullptr;       // the words that it stands for, where there are such, to name the nearest
};

/// Words that another file of the room allows: the classes of events/classes.txt.
struct NamedWords {
  std::string_view name;
  std::string words;  // "agreement | talk"
};

struct KeySchema {
  std::string_view key;
  std::string_view says;            // what the value means, for the tables
  std::string_view one_of = {};     // the values that it may have; empty: any text
  std::string_view beside = {};     // more of them, where several keys share a list: prepositions
  std::string_view set = {};        // NamedWords that are allowed beside them
  bool signs = false;               // only values that begin with # or @ are held to those
  const ValueForm* form = nullptr;  // how the value is written
  bool list = false;                // several values parted by |
  bool repeats = false, needed = false;
  std::string_view keys_of = {};  // NamedWords that are keys of this kind; `key` then only names them in tables
};

struct EntrySchema {
  std::string_view begins;            // the keys with one of which it begins: "verb | noun"; always needed
  std::span<const KeySchema> keys;    // all but example:, expect: and published:, which every entry may have
  std::string_view any_needed = {};   // keys of which it needs one: "takes | with"
  bool unique = false;                // each word of its first line and of also: stands once in all such entries
  std::string_view unique_with = {};  // where this key has the same value: "country"
};

struct FileSchema {
  std::string_view names;  // "titles.txt", or several that are alike: "speech.txt | stance.txt"
  std::string_view says;   // what it holds, for the tables
  std::span<const EntrySchema> entries;
};

struct RoomSchema {
  std::string_view folder;  // of lexicon/
  std::span<const FileSchema> files;
  /// The NamedWords to which its schemas refer, read from its folder.
  std::vector<NamedWords> (*words)(const std::filesystem::path& folder) = nullptr;

  /// The schema of a file by its name; null when the room has none such.
  const FileSchema* file(std::string_view name) const;
};

/// What in the file is not as the schema has it, in order of line, at most `most` errors. Each (kind setup) says what
/// was found, what is allowed, and the nearest right word.
std::vector<Error> schema_faults(const StanzaFile& file, const FileSchema& schema, std::span<const NamedWords> words,
                                 std::size_t most);

/// Reads a file of the room and holds it to the schema; its first fault is the Error.
Result<std::unique_ptr<StanzaFile>> read_entries(const std::filesystem::path& path, const RoomSchema& room,
                                                 std::span<const NamedWords> words = {});

/// The keys that every entry may have.
std::span<const KeySchema> common_keys();

}  // namespace dragoman
