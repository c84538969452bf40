// Documents of one file or member of an archive, one after another.
#pragma once

#include "articles/article.h"
#include "articles/bytes.h"
#include "articles/kind.h"
#include "articles/page_words.h"
#include "dragoman/document.h"
#include "dragoman/result.h"
#include "text/written_day.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dragoman {

struct InputOptions {
  InputFormat format = InputFormat::by_content;     // of files and standard input
  std::string published = {};                       // for documents that bring no day: YYYY-MM-DD, or empty
  std::map<std::string, std::string> columns = {};  // of CSV: which column holds text, title, published …
  DateOrder date_order = DateOrder::unknown;        // of 12/03/2019, where no other day of the file shows it
  bool date_from_filename = false;                  // for documents that bring no day: that of the file's name
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
  /// end. `published` is as it is written there (DocumentSource makes a day of it).
  virtual std::optional<Result<Document>> next() = 0;
};

std::unique_ptr<DocumentReader> read_text(ReaderInput input);        // one document
std::unique_ptr<DocumentReader> read_page(ReaderInput input);        // a page; a live blog gives one an entry
std::unique_ptr<DocumentReader> read_json_lines(ReaderInput input);  // articles/json_lines.cc
std::unique_ptr<DocumentReader> read_json(ReaderInput input);        // articles/json_file.cc: an object or an array
std::unique_ptr<DocumentReader> read_csv(ReaderInput input);         // articles/csv.cc
std::unique_ptr<DocumentReader> read_feed(ReaderInput input);        // articles/feed.cc: RSS and Atom
std::unique_ptr<DocumentReader> read_news(ReaderInput input);        // articles/news_xml.cc: NITF and NewsML-G2
std::unique_ptr<DocumentReader> read_warc(ReaderInput input);        // articles/warc.cc
std::unique_ptr<DocumentReader> read_mail(ReaderInput input);        // articles/mail.cc: one message or a mailbox
std::unique_ptr<DocumentReader> read_markdown(ReaderInput input);    // articles/markdown.cc
std::unique_ptr<DocumentReader> read_rtf(ReaderInput input);         // articles/rtf.cc
std::unique_ptr<DocumentReader> read_pdf(ReaderInput input);         // articles/pdf.cc
std::unique_ptr<DocumentReader> read_office(ReaderInput input);      // articles/office.cc: DOCX, ODT, XLSX, ODS
/// articles/export_reader.cc: the stories of an export, each named by its place: "export.txt#2".
std::unique_ptr<DocumentReader> read_export(ReaderInput input, InputFormat layout);

/// A reader for the format, which is none of by_content and archive.
std::unique_ptr<DocumentReader> read_format(InputFormat format, ReaderInput input);

/// Documents that are had all at once.
class DocumentList : public DocumentReader {
 public:
  explicit DocumentList(ReaderInput input) : input_(std::move(input)) {}
  std::optional<Result<Document>> next() override;

 protected:
  virtual void read(std::vector<Result<Document>>& documents) = 0;
  ReaderInput input_;

 private:
  std::vector<Result<Document>> documents_;
  std::size_t at_ = 0;
  bool read_ = false;
};

/// Documents of a text that an office program, a PDF or a mail held: the stories of an export, or one report.
std::vector<Result<Document>> documents_of_text(const ReaderInput& input, std::string text, Document about);

/// An Error of kind input.
Error input_error(std::string where, std::string message);
/// The start of `s` in quotation marks, for a message; never half a character.
std::string in_quotes(std::string_view s);
/// "\r\n" becomes "\n", as in any text file that is read as text.
void unify_line_ends(std::string& text);
/// The document of an article, named by its link where `name` is empty.
Document document_of(Article&& article, std::string name);
/// What stands above the story in a text of its own: "Title: …" and the like are taken from it; a headline and a line
/// with the day stay where they are and are the document's as well.
void read_text_head(Document& document, const PageWords& words);

}  // namespace dragoman
