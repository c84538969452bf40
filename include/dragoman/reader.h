// Reads news reports: opens model and lexicon once, then turns documents into records.
//
//   auto reader = dragoman::Reader::open({.model = "en_core_web_md.dragoman", .lexicon = "lexicon"});
//   if (!reader) { std::cerr << reader.error().to_string() << '\n'; return 2; }
//   dragoman::Document report{.uri = "report.txt", .text = text, .published = "2016-12-03"};
//   auto record = reader->read(report);
//   if (record) std::cout << dragoman::to_json(*record, report, reader->generator()) << '\n';
//
// A Reader is constant: any number of threads may read with one at the same time. The same document gives the same
// record, whatever was read before and by whom.
#pragma once

#include "dragoman/api.h"
#include "dragoman/document.h"
#include "dragoman/record.h"
#include "dragoman/result.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace dragoman {

/// What a reader is made of.
struct ReaderFiles {
  std::filesystem::path model;           // written by `dragoman model import`
  std::filesystem::path lexicon;         // folder
  std::filesystem::path gazetteer = {};  // written by `dragoman gazetteer import`; without one fewer places are known
  std::filesystem::path actors = {};     // a user's own, in PETRARCH's notation (docs/who.md); may be empty
  std::filesystem::path agents = {};
  std::filesystem::path verbs = {};  // a user's PETRARCH verb dictionary, beside the lexicon; empty for none
  bool keep_doubtful = false;        // records hold what is too doubtful to state as well (Event::confidence)
  bool explain = false;              // records say how each of their items was found (`why`)
};

class ReaderCore;

class DRAGOMAN_API Reader {
 public:
  /// Memory that reading needs and that is used again from document to document. One a thread.
  class DRAGOMAN_API Workspace {
   public:
    Workspace();
    Workspace(Workspace&&) noexcept;
    Workspace& operator=(Workspace&&) noexcept;
    ~Workspace();

   private:
    friend class Reader;
    struct Memory;
    std::unique_ptr<Memory> memory_;
  };

  /// Errors (kind setup) name the file, what was found and what to do.
  static Result<Reader> open(const ReaderFiles& files);

  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  /// The language of a document, by its ISO 639-1 code where it has one: that of most of its text where that is sure,
  /// else what the document was given as, which may be empty. An Error (kind foreign): it is surely in another than
  /// English, which alone is read.
  static Result<std::string> language(const Document& document);

  /// The record, with the language that `language` tells. Errors: those of `language`; and (kind input) the text is
  /// empty, not UTF-8, binary or too long; or reading it failed inside, for want of
  /// memory or by a fault of dragoman's own, and the error names the cause. The reader goes on as before.
  Result<Record> read(const Document& document, Workspace& workspace) const;
  /// The same with a workspace for this call alone.
  Result<Record> read(const Document& document) const;

  const Generator& generator() const;

 private:
  explicit Reader(std::unique_ptr<const ReaderCore> core);
  std::unique_ptr<const ReaderCore> core_;
};

/// The record as one JSON object (schema/record-1.json); `document` is what it was read from. `indent` blanks a level,
/// or 0 for one line.
DRAGOMAN_API std::string to_json(const Record& record, const Document& document, const Generator& generator,
                                 int indent = 0);

/// The words of a span.
DRAGOMAN_API std::string_view quote(const Document& document, Span span);

}  // namespace dragoman
