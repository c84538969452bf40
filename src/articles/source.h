// Documents from files, folders, archives and standard input, one at a time: memory grows with one document, not with
// the corpus.
//
//   DocumentSource source({"reports/", "crawl.warc.gz", "-"}, {}, words);
//   while (auto next = source.next()) { if (*next) use(**next); else complain((*next).error()); }
//
// What a file holds goes by the ending of its name, or by InputOptions::format for files that are named:
//
//   .txt                        one document of plain text; so is any other file that is named
//   .html .htm .xhtml           one page: its report and its metadata
//   .jsonl .ndjson              one JSON object a line: `text`, and if known `uri` or `id`, `title`, `published`,
//                               `agency`, `language`, `link`; other fields are passed over
//   .csv .tsv                   a header and one document a record (InputOptions::columns)
//   .rss .atom .xml .rdf        a feed, one document an item
//   .warc                       the pages of a crawl
//   .zip .tar .gz .tgz .zst …   the members of an archive, or what was compressed, each by its own name
//
// - A folder gives all such files, and those of its sub-folders, in order of path; hidden ones are left out.
// - "-" is standard input.
// A document without a name is called FILE:LINE or the like; a member of an archive ARCHIVE/MEMBER. `published` may be
// a day or a moment that begins with one (2016-12-03T09:00:00Z). A byte order mark is no part of a text.
#pragma once

#include "articles/archive.h"
#include "articles/reader.h"

#include <atomic>
#include <filesystem>
#include <vector>

namespace dragoman {

class DocumentSource {
 public:
  /// `words` outlives the source.
  DocumentSource(std::vector<std::string> paths, InputOptions options, const PageWords& words);

  /// The next document; an Error (kind input) where one cannot be had, after which the others follow; nothing at the
  /// end. Errors: unreadable or missing file, empty folder, not UTF-8, binary, empty, too long, a line that is no JSON
  /// object, a field of the wrong type, a date that is none, and what the formats' readers name.
  std::optional<Result<Document>> next();

  /// How much of the files has been read, 0 to 1; below 0 when that cannot be known (standard input).
  double fraction_read() const;

 private:
  struct Path {
    std::filesystem::path path;
    bool named = true;  // by the user, not found in a folder
  };

  std::optional<Error> open(const Path& path);
  std::optional<Error> list_folder(const std::filesystem::path& folder);
  std::optional<Error> open_member();
  std::unique_ptr<DocumentReader> reader_for(InputFormat format, Bytes& bytes, std::string name) const;
  /// Files and bytes to read, as far as folders have been opened.
  void count(const std::filesystem::path& path);

  std::vector<Path> paths_;  // still to come, the next one last
  InputOptions options_;
  const PageWords& words_;
  std::unique_ptr<FileBytes> file_;
  std::unique_ptr<Archive> archive_;
  std::string archive_name_;
  std::uintmax_t archive_counted_ = 0;
  std::unique_ptr<DocumentReader> reader_;
  std::atomic<std::uintmax_t> bytes_ = 0, bytes_read_ = 0;
  std::atomic<bool> countable_ = true;
};

}  // namespace dragoman
