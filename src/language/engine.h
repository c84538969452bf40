// The language engine: text in, parse out. It runs a spaCy English CNN pipeline from a model file: tokenizer, token
// vectors, tagger, dependency parser with sentences, attribute ruler, lemmatizer, and the name recogniser with token
// vectors of its own.
//
//   auto engine = Engine::open("en_core_web_md.dragoman");
//   Engine::Workspace workspace;
//   Parse parse = (*engine)->parse(text, workspace);
#pragma once

#include "dragoman/result.h"
#include "language/parse.h"
#include "language/stopwatch.h"
#include "text/text.h"

#include <filesystem>
#include <memory>
#include <span>

namespace dragoman {

class Engine {
 public:
  /// Maps a model file. An Error (kind setup) says what is wrong with it.
  static Result<std::unique_ptr<Engine>> open(const std::filesystem::path& path);
  ~Engine();

  /// Memory and caches that are reused from document to document: one per thread. It belongs to the engine that it was
  /// first used with.
  class Workspace {
   public:
    Workspace();
    ~Workspace();
    Workspace(Workspace&&) noexcept;
    Workspace& operator=(Workspace&&) noexcept;

   private:
    friend class Engine;
    struct Impl;
    std::unique_ptr<Impl> impl_;
  };

  /// The parse of a text. Its views point into the text, the engine and the parse's own storage; all three must stay.
  /// The same text gives the same parse, whatever the workspace has seen before. Safe to call from several threads.
  /// `watch`, when not null, gets a lap for each stage. `breaks` are bytes, in text order, at which a sentence ends
  /// whatever the parser thinks, `parts` those of them at which something begins that is parsed as a text of its own: a
  /// heading and what is behind it, an item of a list (text/sentence_breaks.h).
  /// A text of more than a megabyte is parsed in pieces that end with paragraphs, to bound the memory.
  Parse parse(const Text& text, Workspace& workspace, Stopwatch* watch = nullptr,
              std::span<const std::uint32_t> breaks = {}, std::span<const std::uint32_t> parts = {}) const;

  /// Whether the model's word lists have the word, in small letters, as a noun, verb, adjective or adverb, in any of
  /// its forms; words of grammar are in none.
  bool is_word(std::string_view word, Pos pos) const;

  /// Gives back the memory of the model's pages read so far; what is needed again is read again.
  void release() const;

  /// "en_core_web_md 3.8.0", as the record names it.
  const std::string& model_name() const;

 private:
  Parse parse_piece(const Text& text, Workspace& workspace, Stopwatch* watch, std::span<const std::uint32_t> breaks,
                    std::span<const std::uint32_t> parts) const;
  struct Parts;
  explicit Engine(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace dragoman
