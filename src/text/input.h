// Documents from files, folders and standard input, one at a time: memory grows with one document, not with the corpus.
//
//   DocumentSource source({"reports/", "more.jsonl", "-"}, {});
//   while (auto next = source.next()) { if (*next) use(**next); else complain((*next).error()); }
//
// - A file that ends in .jsonl or .ndjson holds one JSON object a line; any other file is one document of plain text.
// - A folder gives its .txt, .jsonl and .ndjson files, and those of its sub-folders, in order of path; hidden ones are
//   left out.
// - "-" is standard input.
// A JSON object has `text` and may have `uri` (or `id`), `title`, `published`, `agency`, `language`; other fields are
// passed over. A document without `uri` is named FILE:LINE. `published` may be a day or a moment that begins with one
// (2016-12-03T09:00:00Z).
// A byte order mark at the start of a file is no part of its text.
#pragma once

#include "dragoman/document.h"
#include "dragoman/result.h"

#include <atomic>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dragoman {

/// Longest document that is read, in bytes; a few hundred times the longest report.
inline constexpr std::size_t kMaxDocumentBytes = std::size_t{16} << 20U;

enum class InputFormat { by_ending, text, jsonl };

struct InputOptions {
  InputFormat format = InputFormat::by_ending;  // of files and standard input (plain text when by_ending)
  std::string published = {};                   // for documents that bring no date: YYYY-MM-DD, or empty
};

class DocumentSource {
 public:
  DocumentSource(std::vector<std::string> paths, InputOptions options);

  /// The next document; an Error (kind input) where one cannot be had, after which the others follow; nothing at the
  /// end. Errors: unreadable or missing file, empty folder, not UTF-8, binary, empty, too long, a line that is no JSON
  /// object, a field of the wrong type, a date that is none.
  std::optional<Result<Document>> next();

  /// How much of the files has been read, 0 to 1; below 0 when that cannot be known (standard input).
  double fraction_read() const;

 private:
  struct Close {
    void operator()(std::FILE* file) const {
      if (file != stdin) std::fclose(file);
    }
  };

  std::optional<Error> open(const std::filesystem::path& path, bool named);
  std::optional<Error> list_folder(const std::filesystem::path& folder);
  Result<Document> whole_file();
  std::optional<Result<Document>> json_line();
  Result<std::string> read_line(bool& end);
  Result<Document> from_json(const std::string& line, const std::string& where);

  struct Path {
    std::filesystem::path path;
    bool named = true;  // by the user, not found in a folder
  };
  /// Files and bytes to read, as far as folders have been opened.
  void count(const std::filesystem::path& path);
  std::vector<Path> paths_;  // still to come, the next one last
  InputOptions options_;
  std::unique_ptr<std::FILE, Close> file_;
  std::string name_;      // of the open file
  bool lines_ = false;    // the open file is JSON Lines
  std::size_t line_ = 0;  // lines read from it
  std::atomic<std::uintmax_t> bytes_ = 0, bytes_read_ = 0;
  std::atomic<bool> countable_ = true;
};

/// The Error for a document above kMaxDocumentBytes.
Error document_too_long(std::string where);

/// Why the bytes are no text to read, or nothing when they are: binary, not UTF-8, empty, only white space.
std::optional<std::string> why_no_text(std::string_view bytes);

}  // namespace dragoman
