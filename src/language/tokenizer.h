// Splits text into tokens as spaCy's rule-based tokenizer does: at white space, then prefixes, suffixes and infixes by
// regular expressions, with exceptions and web addresses kept whole.
#pragma once

#include "language/hash_index.h"
#include "language/lexeme.h"
#include "language/parse.h"
#include "language/pattern.h"
#include "text/text.h"

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dragoman {

class Tokenizer {
 public:
  static Result<Tokenizer> load(const Model& model);

  class Workspace;

  /// Fills the tokens of `parse` (offsets, text, lower case, space_after, is_space) and gives each one's word type,
  /// valid until the workspace is used again.
  void run(const Text& text, Workspace& workspace, Parse& parse, std::vector<WordType>& words) const;

 private:
  /// One piece of an exception. A norm of 0 is the lexeme's own.
  struct ExceptionPiece {
    std::uint32_t size = 0;  // bytes
    std::uint64_t norm = 0;
  };
  struct Exception {
    std::string text;
    std::vector<ExceptionPiece> pieces;
    std::vector<std::string> split;  // as affixes would split it, where that differs from white space alone
  };
  struct Word {
    Lexeme lexeme;
    bool starts_exception = false;  // first piece of some exception that affixes would split
  };
  struct Piece {
    const Word* word = nullptr;
    std::uint64_t norm = 0;
    std::uint32_t size = 0;
  };
  struct Chunk {
    std::uint32_t first = 0, count = 0;  // in Workspace::pieces
  };
  struct Span {
    std::size_t begin = 0, end = 0;
    const Exception* exception = nullptr;
  };

  const Exception* exception_of(std::string_view text) const;
  const Word& word_of(std::string_view text, Workspace& w) const;
  Piece piece_of(std::string_view text, Workspace& w) const;
  void split_chunk(std::string_view chunk, bool with_exceptions, Workspace& w, std::vector<Piece>& out) const;
  std::string_view strip_affixes(std::string_view text, bool with_exceptions, Workspace& w) const;
  void split_core(std::string_view text, bool with_exceptions, Workspace& w, std::vector<Piece>& out) const;
  void push_exception(const Exception& exception, Workspace& w, std::vector<Piece>& out) const;
  std::size_t prefix_size(std::string_view text, Workspace& w) const;
  std::size_t suffix_size(std::string_view text, Workspace& w) const;
  void add_chunk(std::string_view chunk, std::size_t at, Workspace& w) const;
  void join_exceptions(std::string_view text, Workspace& w) const;

  NormTable norms_;
  Pattern prefix_, suffix_, infix_, url_, token_;
  std::vector<Exception> exceptions_;
  HashIndex exception_index_;
  std::size_t longest_exception_ = 0;
  std::unordered_map<std::string, std::vector<std::uint32_t>> split_exceptions_;  // by first piece

  friend class Workspace;
};

/// Caches of words and chunks, bounded between documents; one per thread.
class Tokenizer::Workspace {
 private:
  friend class Tokenizer;
  struct Placed {
    Piece piece;
    std::uint32_t begin = 0;  // byte of the text
    bool space_after = false;
  };

  void forget_if_full();

  HashIndex word_index_, chunk_index_;
  std::deque<Word> words_;
  std::deque<std::string> lower_;
  std::vector<Piece> pieces_;
  std::vector<Chunk> chunks_;
  std::vector<Piece> current_;
  std::vector<std::string_view> prefixes_, suffixes_;
  std::vector<Placed> placed_, joined_;
  Pattern::Workspace match_;
};

}  // namespace dragoman
