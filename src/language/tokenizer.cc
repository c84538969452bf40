#include "language/tokenizer.h"

#include "model/model.h"
#include "text/utf8.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace dragoman {

namespace {

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_ascii_space(char c) {
  return (c >= '\t' && c <= '\r') || (c >= '\x1C' && c <= ' ');
}

// The end of the run of white space or of other characters that begins at `at`.
std::size_t run_end(std::string_view text, std::size_t at, bool white) {
  while (at < text.size()) {
    std::size_t next = at;
    bool here = false;
    if (static_cast<unsigned char>(text[at]) < 0x80U) {
      here = is_ascii_space(text[at]);
      ++next;
    } else {
      next_code_point(text, next);
      here = is_white_space(text.substr(at, next - at));
    }
    if (here != white) break;
    at = next;
  }
  return at;
}

}  // namespace

Result<Tokenizer> Tokenizer::load(const Model& model) {
  Tokenizer t;
  auto norms = NormTable::load(model);
  if (!norms) return norms.error();
  t.norms_ = *norms;
  const std::pair<const char*, Pattern*> patterns[] = {{"tokenizer/prefix", &t.prefix_},
                                                       {"tokenizer/suffix", &t.suffix_},
                                                       {"tokenizer/infix", &t.infix_},
                                                       {"tokenizer/url", &t.url_},
                                                       {"tokenizer/token", &t.token_}};
  for (const auto& [name, pattern] : patterns) {
    const auto expression = model.bytes(name);
    if (!expression) return expression.error();
    auto compiled = Pattern::compile(*expression);
    if (!compiled) return compiled.error();
    *pattern = std::move(*compiled);
  }
  const auto list = model.strings("tokenizer/exceptions");
  if (!list) return list.error();
  const Error damaged{ErrorKind::setup, "", "the tokenizer exceptions of the model are damaged; import it anew"};
  for (std::size_t i = 0; i < list->size();) {
    if (i + 2 > list->size()) return damaged;
    Exception exception{std::string((*list)[i]), {}, {}};
    std::size_t count = 0;
    const std::string_view number = (*list)[i + 1];
    std::from_chars(number.data(), number.data() + number.size(), count);
    i += 2;
    if (count > (list->size() - i) / 2) return damaged;
    std::size_t size = 0;
    for (; count > 0; --count, i += 2) {
      exception.pieces.push_back({static_cast<std::uint32_t>((*list)[i].size()), string_id((*list)[i + 1])});
      size += (*list)[i].size();
    }
    if (size != exception.text.size() || size == 0) return damaged;
    t.longest_exception_ = std::max(t.longest_exception_, size);
    t.exception_index_.insert(murmur64(exception.text, 1), static_cast<std::uint32_t>(t.exceptions_.size()));
    t.exceptions_.push_back(std::move(exception));
  }
  // An exception that affixes would split is looked for in the finished tokens too.
  Workspace w;
  std::vector<Piece> pieces;
  for (std::uint32_t i = 0; i < t.exceptions_.size(); ++i) {
    Exception& exception = t.exceptions_[i];
    const std::string_view text = exception.text;
    const bool is_split = t.prefix_size(text, w) != 0 || t.suffix_size(text, w) != 0 ||
                          t.infix_.search(text, 0, w.match_) || text.find(' ') != std::string_view::npos;
    if (!is_split) continue;
    for (std::size_t at = 0; at < text.size();) {
      const bool white = run_end(text, at, true) > at;
      const std::size_t end = run_end(text, at, white);
      pieces.clear();
      t.split_chunk(text.substr(at, end - at), false, w, pieces);
      std::size_t begin = at;
      for (const Piece& piece : pieces) {
        exception.split.emplace_back(text.substr(begin, piece.size));
        begin += piece.size;
      }
      at = end;
      if (!white && at < text.size() && text[at] == ' ') ++at;
    }
    t.split_exceptions_[exception.split.front()].push_back(i);
  }
  return t;
}

const Tokenizer::Exception* Tokenizer::exception_of(std::string_view text) const {
  if (text.size() > longest_exception_) return nullptr;
  const std::uint32_t found = exception_index_.find(murmur64(text, 1));
  return found == HashIndex::kNone ? nullptr : &exceptions_[found];
}

const Tokenizer::Word& Tokenizer::word_of(std::string_view text, Workspace& w) const {
  const std::uint64_t hash = murmur64(text, 1);
  const std::uint32_t found = w.word_index_.find(hash);
  if (found != HashIndex::kNone) return w.words_[found];
  w.word_index_.insert(hash, static_cast<std::uint32_t>(w.words_.size()));
  w.lower_.push_back(lower_case(text));
  w.words_.push_back({norms_.lexeme(text, w.lower_.back()), split_exceptions_.contains(std::string(text))});
  return w.words_.back();
}

Tokenizer::Piece Tokenizer::piece_of(std::string_view text, Workspace& w) const {
  const Word& word = word_of(text, w);
  return {&word, word.lexeme.norm, static_cast<std::uint32_t>(text.size())};
}

void Tokenizer::push_exception(const Exception& exception, Workspace& w, std::vector<Piece>& out) const {
  std::size_t at = 0;
  for (const ExceptionPiece& part : exception.pieces) {
    Piece piece = piece_of(std::string_view(exception.text).substr(at, part.size), w);
    if (part.norm != 0) piece.norm = part.norm;
    out.push_back(piece);
    at += part.size;
  }
}

std::size_t Tokenizer::prefix_size(std::string_view text, Workspace& w) const {
  const auto found = prefix_.match(text, w.match_);
  return found ? found->end - found->begin : 0;
}

std::size_t Tokenizer::suffix_size(std::string_view text, Workspace& w) const {
  // All suffixes are short but a run of full stops: only the end is searched.
  constexpr std::size_t kLongest = 64;
  std::size_t start = text.size();
  while (start > 0 && text[start - 1] == '.') --start;
  start -= std::min(start, kLongest);
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
  const auto found = suffix_.search(text, start, w.match_);
  return found ? found->end - found->begin : 0;
}

// What is left between prefixes and suffixes, which go to the workspace.
std::string_view Tokenizer::strip_affixes(std::string_view text, bool with_exceptions, Workspace& w) const {
  const auto is_exception = [&](std::string_view part) {
    return !part.empty() && with_exceptions && exception_of(part) != nullptr;
  };
  std::size_t last_size = 0;
  while (!text.empty() && text.size() != last_size) {
    if (token_.match(text, w.match_) || is_exception(text)) break;
    last_size = text.size();
    const std::size_t prefix = prefix_size(text, w);
    if (prefix != 0 && is_exception(text.substr(prefix))) {
      w.prefixes_.push_back(text.substr(0, prefix));
      return text.substr(prefix);
    }
    const std::size_t suffix = suffix_size(text.substr(prefix), w);
    if (suffix != 0 && is_exception(text.substr(0, text.size() - suffix))) {
      w.suffixes_.push_back(text.substr(text.size() - suffix));
      return text.substr(0, text.size() - suffix);
    }
    if (prefix != 0) w.prefixes_.push_back(text.substr(0, prefix));
    if (suffix != 0) w.suffixes_.push_back(text.substr(text.size() - suffix));
    text = text.substr(prefix, text.size() - prefix - suffix);
  }
  return text;
}

void Tokenizer::split_core(std::string_view text, bool with_exceptions, Workspace& w, std::vector<Piece>& out) const {
  if (with_exceptions) {
    if (const Exception* exception = exception_of(text)) return push_exception(*exception, w, out);
  }
  // An address has a dot.
  const bool may_be_url = std::memchr(text.data(), '.', text.size()) != nullptr;
  if (token_.match(text, w.match_) || (may_be_url && url_.match(text, w.match_))) {
    out.push_back(piece_of(text, w));
    return;
  }
  std::size_t start = 0;
  for (std::size_t from = 0; from <= text.size();) {
    const auto infix = infix_.search(text, from, w.match_);
    if (!infix) break;
    from = infix->end > infix->begin ? infix->end : infix->end + 1;
    if (infix->begin == 0) continue;
    if (infix->begin != start) out.push_back(piece_of(text.substr(start, infix->begin - start), w));
    if (infix->begin != infix->end) out.push_back(piece_of(text.substr(infix->begin, infix->end - infix->begin), w));
    start = infix->end;
  }
  if (start < text.size()) out.push_back(piece_of(text.substr(start), w));
}

void Tokenizer::split_chunk(std::string_view chunk, bool with_exceptions, Workspace& w, std::vector<Piece>& out) const {
  w.prefixes_.clear();
  w.suffixes_.clear();
  if (with_exceptions) {
    if (const Exception* exception = exception_of(chunk)) return push_exception(*exception, w, out);
  }
  if (std::all_of(chunk.begin(), chunk.end(), is_ascii_letter)) {  // nothing in the rules splits letters alone
    out.push_back(piece_of(chunk, w));
    return;
  }
  const std::string_view core = strip_affixes(chunk, with_exceptions, w);
  for (const std::string_view prefix : w.prefixes_) out.push_back(piece_of(prefix, w));
  if (!core.empty()) split_core(core, with_exceptions, w, out);
  for (auto it = w.suffixes_.rbegin(); it != w.suffixes_.rend(); ++it) out.push_back(piece_of(*it, w));
}

void Tokenizer::add_chunk(std::string_view chunk, std::size_t at, Workspace& w) const {
  const std::uint64_t hash = murmur64(chunk, 1);
  std::uint32_t known = w.chunk_index_.find(hash);
  if (known == HashIndex::kNone) {
    known = static_cast<std::uint32_t>(w.chunks_.size());
    w.chunk_index_.insert(hash, known);
    w.current_.clear();
    split_chunk(chunk, true, w, w.current_);
    w.chunks_.push_back({static_cast<std::uint32_t>(w.pieces_.size()), static_cast<std::uint32_t>(w.current_.size())});
    w.pieces_.insert(w.pieces_.end(), w.current_.begin(), w.current_.end());
  }
  const Chunk here = w.chunks_[known];
  for (std::uint32_t i = 0; i < here.count; ++i) {
    const Piece& piece = w.pieces_[here.first + i];
    w.placed_.push_back({piece, static_cast<std::uint32_t>(at), false});
    at += piece.size;
  }
}

// Where the tokens of an exception stand side by side after all, the exception's own pieces take their place: the
// longest first, none overlapping another.
void Tokenizer::join_exceptions(std::string_view text, Workspace& w) const {
  std::vector<Span> found;
  const auto& placed = w.placed_;
  const auto token_text = [&](std::size_t i) { return text.substr(placed[i].begin, placed[i].piece.size); };
  for (std::size_t i = 0; i < placed.size(); ++i) {
    if (!placed[i].piece.word->starts_exception) continue;
    const auto candidates = split_exceptions_.find(std::string(token_text(i)));
    if (candidates == split_exceptions_.end()) continue;
    for (const std::uint32_t candidate : candidates->second) {
      const Exception& exception = exceptions_[candidate];
      const std::size_t count = exception.split.size();
      if (count > placed.size() - i) continue;
      std::size_t same = 1;
      while (same < count && token_text(i + same) == exception.split[same]) ++same;
      if (same < count) continue;
      const std::size_t end_byte = placed[i + count - 1].begin + placed[i + count - 1].piece.size;
      const auto whole = text.substr(placed[i].begin, end_byte - placed[i].begin);
      found.push_back({i, i + count, whole == exception.text ? &exception : nullptr});
    }
  }
  if (found.empty()) return;
  std::stable_sort(found.begin(), found.end(), [](const Span& a, const Span& b) {
    return a.end - a.begin != b.end - b.begin ? a.end - a.begin > b.end - b.begin : a.begin < b.begin;
  });
  std::vector<std::uint8_t> taken(placed.size(), 0);
  std::vector<Span> kept;
  for (const Span& span : found) {
    if (taken[span.begin] == 0 && taken[span.end - 1] == 0) kept.push_back(span);
    std::fill(taken.begin() + static_cast<std::ptrdiff_t>(span.begin),
              taken.begin() + static_cast<std::ptrdiff_t>(span.end), 1);
  }
  std::sort(kept.begin(), kept.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
  w.joined_.clear();
  std::size_t next = 0;
  for (const Span& span : kept) {
    if (span.exception == nullptr) continue;  // its text has other white space: the tokens stay
    w.joined_.insert(w.joined_.end(), placed.begin() + static_cast<std::ptrdiff_t>(next),
                     placed.begin() + static_cast<std::ptrdiff_t>(span.begin));
    w.current_.clear();
    push_exception(*span.exception, w, w.current_);
    std::uint32_t at = placed[span.begin].begin;
    for (const Piece& piece : w.current_) {
      w.joined_.push_back({piece, at, false});
      at += piece.size;
    }
    w.joined_.back().space_after = placed[span.end - 1].space_after;
    next = span.end;
  }
  w.joined_.insert(w.joined_.end(), placed.begin() + static_cast<std::ptrdiff_t>(next), placed.end());
  std::swap(w.placed_, w.joined_);
}

void Tokenizer::Workspace::forget_if_full() {
  constexpr std::size_t kMaxWords = 50'000;
  if (word_index_.size() < kMaxWords && chunk_index_.size() < kMaxWords) return;
  word_index_.clear();
  chunk_index_.clear();
  words_.clear();
  lower_.clear();
  pieces_.clear();
  chunks_.clear();
}

void Tokenizer::run(const Text& text, Workspace& w, Parse& parse, std::vector<WordType>& words) const {
  const std::string_view all = text.view();
  w.forget_if_full();
  w.placed_.clear();
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t white_end = run_end(all, at, true);
    const std::size_t end = white_end > at ? white_end : run_end(all, at, false);
    add_chunk(all.substr(at, end - at), at, w);
    if (white_end == at && end < all.size() && all[end] == ' ') {
      w.placed_.back().space_after = true;
      at = end + 1;
    } else {
      at = end;
    }
  }
  join_exceptions(all, w);

  if (!parse.storage) parse.storage = std::make_unique<std::pmr::monotonic_buffer_resource>();
  parse.tokens.resize(w.placed_.size());
  words.resize(w.placed_.size());
  for (std::size_t i = 0; i < w.placed_.size(); ++i) {
    const auto& placed = w.placed_[i];
    const Lexeme& lexeme = placed.piece.word->lexeme;
    Token& token = parse.tokens[i];
    token = Token();
    token.begin = placed.begin;
    token.end = placed.begin + placed.piece.size;
    token.text = all.substr(placed.begin, placed.piece.size);
    token.lower = token.text;
    token.start = lexeme.start;
    if (lexeme.lower_text != token.text) {
      auto* copy = static_cast<char*>(parse.storage->allocate(lexeme.lower_text.size(), 1));
      std::memcpy(copy, lexeme.lower_text.data(), lexeme.lower_text.size());
      token.lower = {copy, lexeme.lower_text.size()};
    }
    token.space_after = placed.space_after;
    token.is_space = lexeme.is_space;
    words[i] = {&lexeme, placed.piece.norm, placed.space_after};
  }
}

}  // namespace dragoman
