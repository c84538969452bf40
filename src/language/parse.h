// What the language engine gives for one text: tokens with lemma, tags, heads and relations, sentences, names.
//
// Token indices run over the whole document. White space beyond a single blank is a token too (is_space), as in spaCy;
// rules step over it. String views live as long as the Parse and the Text that it was made from.
#pragma once

#include "language/labels.h"
#include "text/text.h"
#include "text/word_start.h"

#include <cstdint>
#include <memory>
#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

using TokenIndex = std::uint32_t;
inline constexpr TokenIndex kNoToken = 0xFFFFFFFFU;

/// A label as the model writes it: half of the size of a view, since each token has three. Points to a text that ends
/// with a NUL and stays as long as the parse.
class LabelText {
 public:
  constexpr LabelText() = default;
  constexpr LabelText(const char* text) : text_(text) {}       // NOLINT(google-explicit-constructor)
  LabelText(const std::string& text) : text_(text.c_str()) {}  // NOLINT(google-explicit-constructor)
  LabelText(std::string&&) = delete;
  constexpr operator std::string_view() const { return text_; }  // NOLINT(google-explicit-constructor)

 private:
  const char* text_ = "";
};

struct Token {
  std::uint32_t begin = 0, end = 0;  // bytes of the text
  TokenIndex head = 0;               // itself at the root of a sentence
  std::uint32_t sentence = 0;        // index into Parse::sentences
  TokenIndex left_edge = 0;          // first token of its subtree
  TokenIndex right_edge = 0;         // last token of its subtree, inclusive
  std::string_view text, lower, lemma;
  WordStart start;
  LabelText tag_label, relation_label, morph;  // "VBD", "nsubj", "Tense=Past|VerbForm=Fin"
  Tag tag = Tag::other;
  Pos pos = Pos::none;
  Relation relation = Relation::other;
  NameType name = NameType::none;  // type of the name that it is part of
  bool name_begin = false;         // first token of that name
  bool space_after = false;        // one blank follows
  bool is_space = false;
};

/// What stands at an index outside the text: a token without words, head and children, so that a rule may look one
/// token on, or at what an empty span begins with.
inline constexpr Token kOutside = [] {
  Token token;
  token.head = token.left_edge = kNoToken;
  return token;
}();

/// Half-open range of token indices.
struct TokenSpan {
  TokenIndex begin = 0, end = 0;
  bool operator==(const TokenSpan&) const = default;
  bool contains(TokenIndex t) const { return begin <= t && t < end; }
  std::uint32_t size() const { return end - begin; }
};

/// A name found by the recogniser.
struct NameSpan {
  TokenSpan span;
  NameType type = NameType::none;
  std::string_view label;  // "GPE"
};

struct Parse {
  std::vector<Token> tokens;
  std::vector<TokenSpan> sentences;
  std::vector<NameSpan> names;
  std::vector<std::uint32_t> child_offsets;  // children of t: child_list[child_offsets[t] .. child_offsets[t + 1])
  std::vector<TokenIndex> child_list;        // in text order
  std::unique_ptr<std::pmr::monotonic_buffer_resource> storage;  // of lemmas and lower-case forms

  /// The token, or kOutside where there is none of that index.
  const Token& operator[](TokenIndex t) const { return t < tokens.size() ? tokens[t] : kOutside; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens.size()); }
  struct Range {
    const TokenIndex* first;
    const TokenIndex* last;
    const TokenIndex* begin() const { return first; }
    const TokenIndex* end() const { return last; }
    bool empty() const { return first == last; }
  };
  Range children(TokenIndex t) const {
    if (t >= tokens.size()) return {child_list.data(), child_list.data()};
    return {child_list.data() + child_offsets[t], child_list.data() + child_offsets[t + 1]};
  }
};

/// Fills edges, children and sentence indices from heads and `sentences`.
void link(Parse& parse);

/// Cuts what goes on for more than `longest` tokens without an end into pieces, each of them a tree. Rules look through
/// whole sentences and copy whole clauses: pieces keep their work in proportion to the text. `longest` is not 0.
void cut_long_sentences(Parse& parse, TokenIndex longest);

/// "envoys of Norway and Kenya": a country that the parser coordinates with the noun goes to the one right before it.
void mend_coordination(Parse& parse);

/// Puts sentences that were parsed anew in the place of the ends of others: all of a document in one pass.
class RestReplacement {
 public:
  /// Nothing changes in the parse before `finish`.
  RestReplacement(Parse& parse, const Text& text);
  /// `part` is the parse of a copy of what stands from token `begin` to the end of its sentence, and comes in the place
  /// of those tokens. What stands before `begin` in that sentence, a dateline or a byline, becomes a sentence of its
  /// own. Called in text order, once a sentence at the most; `begin` is an index into the parse as it was given.
  void replace(TokenIndex begin, const Parse& part);
  void finish();

 private:
  struct Part {
    TokenSpan replaced;
    std::vector<Token> tokens;
    std::vector<NameSpan> names;
    std::vector<TokenSpan> sentences;
  };
  /// Tokens that stay, between two parts, and the place of the first among the new ones.
  struct Stretch {
    TokenSpan old;
    TokenIndex place = 0;
  };
  void move_spans(const std::vector<Stretch>& stretches);
  void move_tokens(const std::vector<Stretch>& stretches);

  Parse& parse_;
  const Text& text_;
  std::vector<Part> parts_;
  std::vector<TokenSpan> parted_;
};

/// Puts behind a parse that of a copy of what stands from byte `offset` of the text on. link() is due when all are.
void append(Parse& parse, const Text& text, std::uint32_t offset, const Parse& part);

}  // namespace dragoman
