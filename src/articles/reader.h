// Documents of one file or member of an archive, one after another.
#pragma once

#include "articles/article.h"
#include "articles/bytes.h"
#include "articles/page_words.h"
#include "dragoman/document.h"
#include "dragoman/result.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace dragoman {

enum class InputFormat { by_ending, text, jsonl, html, csv, feed, warc };

struct InputOptions {
  InputFormat format = InputFormat::by_ending;      // of files and standard input (plain text when by_ending)
  std::string published = {};                       // for documents that bring no date: YYYY-MM-DD, or empty
  std::map<std::string, std::string> columns = {};  // of CSV: which column holds text, title, published …
};

/// What a reader is opened with. `bytes` and `words` outlive it.
struct ReaderInput {
  Bytes& bytes;
  std::string name;  // of the file; documents that do not name themselves are called by it
  const InputOptions& options;
  const PageWords& words;
};

class DocumentReader {
 public:
  virtual ~DocumentReader() = default;
  /// The next document; an Error (kind input) where one cannot be had, after which the others follow; nothing at the
  /// end.
  virtual std::optional<Result<Document>> next() = 0;
};

std::unique_ptr<DocumentReader> read_text(ReaderInput input);        // one document
std::unique_ptr<DocumentReader> read_page(ReaderInput input);        // one document
std::unique_ptr<DocumentReader> read_json_lines(ReaderInput input);  // articles/json_lines.cc
std::unique_ptr<DocumentReader> read_csv(ReaderInput input);         // articles/csv.cc
std::unique_ptr<DocumentReader> read_feed(ReaderInput input);        // articles/feed.cc: RSS and Atom
std::unique_ptr<DocumentReader> read_warc(ReaderInput input);        // articles/warc.cc

/// An Error of kind input.
Error input_error(std::string where, std::string message);
/// The start of `s` in quotation marks, for a message; never half a character.
std::string in_quotes(std::string_view s);
/// "\r\n" becomes "\n", as in any text file that is read as text.
void unify_line_ends(std::string& text);
/// Sets `document.published` from a field of its own, or from the options where that is empty. An Error says what was
/// found when it is no date.
std::optional<Error> set_published(Document& document, const std::string& found, const InputOptions& options,
                                   const std::string& where);
/// The document of an article, named by its link where `name` is empty.
Document document_of(Article&& article, std::string name, const InputOptions& options);

}  // namespace dragoman
