// The inside of a Reader, for those that want the parse as well as the record.
#pragma once

#include "dragoman/reader.h"
#include "gazetteer/gazetteer.h"
#include "language/engine.h"
#include "language/parse.h"
#include "reader/coverage.h"
#include "reader/lexicon.h"
#include "story/story.h"
#include "text/text.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dragoman {

/// All that was made of one document.
struct Reading {
  std::unique_ptr<const Text> text;      // as given; the parse looks into it, so it keeps its place
  std::unique_ptr<const Text> readable;  // what was parsed in its stead, where it has signs for the eye alone
  Parse parse;                           // looks into the engine as well; most of the memory of a Reading
  Record record;
};

class ReaderCore {
 public:
  enum class Depth {
    language,  // the engine's parse untouched; of the record, document and sentences alone
    record,    // everything
  };

  static Result<std::unique_ptr<const ReaderCore>> open(const ReaderFiles& files);

  /// A document at which reading fails inside is an Error (kind input) that names the cause.
  Result<Reading> read(const Document& document, Engine::Workspace& workspace, Depth depth = Depth::record) const;
  /// Reads the document and counts which of its clauses the lexicon decides.
  Result<Coverage> coverage(const Document& document, Engine::Workspace& workspace) const;
  const PageWords& pages() const { return *lexicon_.pages; }
  const StanceLexicon& stances() const { return *lexicon_.stances; }
  const Generator& generator() const { return generator_; }
  /// Null when there is none.
  const Gazetteer* gazetteer() const { return gazetteer_.get(); }
  /// What a user should know of the files that were opened, a line each.
  const std::vector<std::string>& notes() const { return notes_; }

 private:
  ReaderCore() = default;
  /// Reads the document into `reading`, whose parse and text the story looks into; the record is still the story's.
  std::optional<Error> read_story(const Document& document, Engine::Workspace& workspace, Depth depth, Reading& reading,
                                  std::optional<Story>& story) const;
  /// Words and names touch pages of model and gazetteer all over: given back after so many documents, those that are
  /// seldom needed take no memory for long.
  void release_now_and_then() const;
  /// A dateline or byline that the parser read as part of the story's first sentence is parted from it, and the rest is
  /// parsed anew: with "LIMA (AP) -" before it "Ana Paz met …" has two subjects.
  void part_from_datelines(const Story& story, Parse& parse, Engine::Workspace& workspace) const;

  std::unique_ptr<const Engine> engine_;
  Lexicon lexicon_;
  std::unique_ptr<const Gazetteer> gazetteer_;  // null when there is none
  Generator generator_;
  std::vector<std::string> notes_;
  mutable std::atomic<std::uint32_t> read_ = 0;  // documents, see release_now_and_then
  bool explain_ = false;                         // records keep how their items were found
};

}  // namespace dragoman
