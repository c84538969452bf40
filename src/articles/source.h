// Documents from files, folders, archives and standard input, one at a time: memory grows with one document, not with
// the corpus.
//
//   DocumentSource source({"reports/", "crawl.warc.gz", "-"}, {}, words);
//   while (auto next = source.next()) { if (*next) use(**next); else complain((*next).error()); }
//
// What a file holds is told by what is in it (articles/kind.h), or by InputOptions::format for files that are named:
//
//   plain text                  one document
//   HTML                        one page: its report and its metadata
//   JSON Lines, JSON            one object a document: its text, and if known its title, day … (articles/json_fields.h)
//   CSV and the like            a header and one document a record (InputOptions::columns)
//   RSS, Atom, NITF, NewsML-G2  an item is a document
//   mail, mailboxes             a message is a document, as are texts attached to it
//   Markdown, RTF, DOCX, ODT    one document; XLSX and ODS as CSV; PDF with a text layer
//   exports                     of Nexis, Factiva, ProQuest and EBSCO, also within RTF and DOCX: a story is a document
//   WARC                        the pages of a crawl
//   zip, tar, gz, zst, 7z …     the members of an archive, or what was compressed, each by what is in it
//
// - A folder gives all its files and those of its sub-folders, in order of path.
// - "-" is standard input.
// - What is found in a folder or archive and is none of these is an Error of the kind aside; what the user named, or
//   what is broken, one of the kind input. not_read() counts both.
// A document without a name is called FILE:LINE, FILE#NUMBER or the like; a member of an archive ARCHIVE/MEMBER.
#pragma once

#include "articles/archive.h"
#include "articles/head_bytes.h"
#include "articles/reader.h"

#include <atomic>
#include <deque>
#include <filesystem>
#include <map>
#include <vector>

namespace dragoman {

class DocumentSource {
 public:
  /// `words` outlives the source.
  DocumentSource(std::vector<std::string> paths, InputOptions options, const PageWords& words);

  /// The next document; an Error (kind input or aside) where one cannot be had, after which the others follow; nothing
  /// at the end. A document whose day cannot be read comes without one, and with a note that says so.
  std::optional<Result<Document>> next();

  /// How much of the files has been read, 0 to 1; below 0 when that cannot be known (standard input).
  double fraction_read() const;
  /// What was not read, by its kind ("JPEG image"): how many Errors next() gave for it. For one thread at a time, as
  /// next() is.
  const std::map<std::string, std::size_t>& not_read() const { return not_read_; }

 private:
  struct Path {
    std::filesystem::path path;
    bool named = true;  // by the user, not found in a folder
  };

  std::optional<Result<Document>> next_document();
  void open(const Path& path);
  void list_folder(const std::filesystem::path& folder);
  void open_member();
  /// Opens a reader for bytes of that name, or says why there is none.
  void open_bytes(std::unique_ptr<HeadBytes> bytes, const std::string& name, bool named);
  void refuse(Error error, const std::string& kind);
  void set_aside(const std::string& where, const std::string& kind, const std::string& why, bool named = false);
  /// Files and bytes to read, as far as folders have been opened.
  void count(const std::filesystem::path& path);

  /// Takes documents from the reader until one shows the order of day and month.
  void look_ahead();
  /// Makes a day of what the document says of its date.
  void set_day(Document& document) const;

  std::vector<Path> paths_;  // still to come, the next one last
  InputOptions options_;
  const PageWords& words_;
  std::unique_ptr<FileBytes> file_;
  std::unique_ptr<Archive> archive_;
  std::string archive_name_;
  std::uintmax_t archive_counted_ = 0;
  std::unique_ptr<HeadBytes> head_;
  std::unique_ptr<Bytes> converted_;  // what was UTF-16 or Windows-1252
  std::unique_ptr<DocumentReader> reader_;
  std::string kind_, file_name_;          // of what the reader reads
  bool cleans_ = false;                   // characters for the eye alone are taken out of its texts
  bool from_windows_ = false;             // it was the latter, and that is still to be said
  DateOrder shown_ = DateOrder::unknown;  // order of day and month in that file
  std::deque<Result<Document>> ready_;    // read and not handed out yet
  std::deque<Error> refused_;             // errors to hand out first
  std::map<std::string, std::size_t> not_read_;
  std::atomic<std::uintmax_t> bytes_ = 0, bytes_read_ = 0;
  std::atomic<bool> countable_ = true;
};

}  // namespace dragoman
