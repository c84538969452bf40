#include "language/parse.h"

#include <algorithm>

namespace dragoman {

namespace {

// Where the piece from `begin` ends best, in its second half: at the end of a paragraph, behind a semicolon, behind a
// comma, between two names.
TokenIndex best_cut(const Parse& parse, TokenIndex begin, TokenIndex longest) {
  TokenIndex best = begin + longest;
  int best_rank = 0;
  for (TokenIndex t = begin + longest; t > begin + longest / 2 && best_rank < 4; --t) {
    const Token& next = parse[t];
    const Token& last = parse[t - 1];
    if (next.name != NameType::none && !next.name_begin) continue;
    const bool paragraph = last.is_space && last.text.find('\n') != std::string_view::npos;
    const int rank = paragraph ? 4 : last.text == ";" ? 3 : last.text == "," ? 2 : 1;
    if (rank > best_rank) best = t, best_rank = rank;
  }
  return best;
}

// The first token whose head lies outside becomes the root, the others hang on it.
void close_tree(Parse& parse, TokenSpan piece) {
  TokenIndex root = kNoToken;
  for (TokenIndex t = piece.begin; t < piece.end; ++t) {
    Token& token = parse.tokens[t];
    if (token.head != t && piece.contains(token.head)) continue;
    const bool is_root = root == kNoToken;
    if (is_root) root = t;
    token.head = root;
    token.relation = is_root ? Relation::root : Relation::dep;
    token.relation_label = is_root ? "ROOT" : "dep";
  }
}

// A name that is longer than a piece ends with the piece, too.
void cut_names(Parse& parse) {
  std::vector<NameSpan> names;
  names.reserve(parse.names.size());
  for (NameSpan name : parse.names) {
    while (name.span.begin < name.span.end) {
      NameSpan part = name;
      part.span.end = std::min(part.span.end, parse.sentences[parse[part.span.begin].sentence].end);
      parse.tokens[part.span.begin].name_begin = true;
      names.push_back(part);
      name.span.begin = part.span.end;
    }
  }
  parse.names = std::move(names);
}

}  // namespace

void cut_long_sentences(Parse& parse, TokenIndex longest) {
  const auto is_long = [longest](TokenSpan s) { return s.size() > longest; };
  if (std::none_of(parse.sentences.begin(), parse.sentences.end(), is_long)) return;
  std::vector<TokenSpan> sentences;
  for (TokenSpan rest : parse.sentences) {
    const bool cut = is_long(rest);
    while (rest.size() > 0) {
      const TokenSpan piece{rest.begin, is_long(rest) ? best_cut(parse, rest.begin, longest) : rest.end};
      if (cut) close_tree(parse, piece);
      sentences.push_back(piece);
      rest.begin = piece.end;
    }
  }
  parse.sentences = std::move(sentences);
  link(parse);
  cut_names(parse);
}

void mend_coordination(Parse& parse) {
  bool changed = false;
  for (TokenIndex c = 2; c < parse.size(); ++c) {
    Token& name = parse.tokens[c];
    const TokenIndex noun = name.head;
    if (name.relation != Relation::conj || name.name != NameType::gpe || noun >= c) continue;
    if (parse[noun].tag != Tag::nn && parse[noun].tag != Tag::nns) continue;
    TokenIndex before = c - 1;  // past "and", "the"
    while (before > noun && (parse[before].pos == Pos::cconj || parse[before].text == "," || parse[before].head == c)) {
      --before;
    }
    const TokenIndex preposition = parse[before].head;
    if (parse[before].relation != Relation::pobj || parse[before].name != NameType::gpe) continue;
    if (parse[preposition].relation != Relation::prep || parse[preposition].head != noun) continue;
    for (TokenIndex t = before + 1; t < c; ++t) {
      if (parse[t].head == noun) parse.tokens[t].head = before;
    }
    name.head = before;
    changed = true;
  }
  if (changed) link(parse);
}

RestReplacement::RestReplacement(Parse& parse, const Text& text) : parse_(parse), text_(text) {
  tokens_.reserve(parse.size());
}

std::string_view RestReplacement::kept(std::string_view word) {
  if (!parse_.storage) parse_.storage = std::make_unique<std::pmr::monotonic_buffer_resource>();
  char* copy = static_cast<char*>(parse_.storage->allocate(std::max<std::size_t>(word.size(), 1), 1));
  std::copy(word.begin(), word.end(), copy);
  return {copy, word.size()};
}

void RestReplacement::keep_before(TokenIndex end, bool parted) {
  const auto moved = [&, shift = static_cast<TokenIndex>(tokens_.size()) - next_](TokenIndex t) { return t + shift; };
  for (; next_sentence_ < parse_.sentences.size() && parse_.sentences[next_sentence_].begin < end; ++next_sentence_) {
    const TokenSpan s = parse_.sentences[next_sentence_];
    sentences_.push_back({moved(s.begin), moved(std::min(s.end, end))});
  }
  if (parted) parted_.push_back(sentences_.back());
  for (; next_name_ < parse_.names.size() && parse_.names[next_name_].span.begin < end; ++next_name_) {
    NameSpan name = parse_.names[next_name_];
    name.span = {moved(name.span.begin), moved(std::min(name.span.end, end))};
    names_.push_back(name);
  }
  for (TokenIndex t = next_; t < end; ++t) {
    tokens_.push_back(parse_.tokens[t]);
    tokens_.back().head = moved(tokens_.back().head);
  }
  next_ = end;
}

void RestReplacement::replace(TokenIndex begin, const Parse& part) {
  keep_before(begin, true);
  const auto first = static_cast<TokenIndex>(tokens_.size());
  for (Token token : part.tokens) {
    token.begin += parse_[begin].begin;
    token.end += parse_[begin].begin;
    token.head += first;
    token.text = text_.view(token.begin, token.end);
    token.lower = kept(token.lower);
    token.lemma = kept(token.lemma);
    tokens_.push_back(token);
  }
  for (NameSpan name : part.names) {
    name.span = {name.span.begin + first, name.span.end + first};
    names_.push_back(name);
  }
  for (const TokenSpan s : part.sentences) sentences_.push_back({s.begin + first, s.end + first});
  next_ = parse_.sentences[parse_[begin].sentence].end;
  while (next_name_ < parse_.names.size() && parse_.names[next_name_].span.begin < next_) ++next_name_;
}

void RestReplacement::finish() {
  if (parted_.empty()) return;
  keep_before(parse_.size(), false);
  parse_.tokens = std::move(tokens_);
  parse_.names = std::move(names_);
  parse_.sentences = std::move(sentences_);
  for (const TokenSpan piece : parted_) close_tree(parse_, piece);
  link(parse_);
}

void link(Parse& parse) {
  const std::uint32_t n = parse.size();
  auto& tokens = parse.tokens;
  for (std::uint32_t s = 0; s < parse.sentences.size(); ++s) {
    for (TokenIndex t = parse.sentences[s].begin; t < parse.sentences[s].end; ++t) tokens[t].sentence = s;
  }
  parse.child_offsets.assign(n + 1, 0);
  for (TokenIndex t = 0; t < n; ++t) {
    tokens[t].left_edge = tokens[t].right_edge = t;
    if (tokens[t].head != t) ++parse.child_offsets[tokens[t].head + 1];
  }
  for (TokenIndex t = 0; t < n; ++t) parse.child_offsets[t + 1] += parse.child_offsets[t];
  parse.child_list.resize(parse.child_offsets[n]);
  std::vector<std::uint32_t> next(parse.child_offsets.begin(), parse.child_offsets.end() - 1);
  for (TokenIndex t = 0; t < n; ++t) {
    if (tokens[t].head != t) parse.child_list[next[tokens[t].head]++] = t;
  }
  // Children before their heads: order by depth. Heads form a forest, so walking up from each token ends.
  std::vector<TokenIndex> order;
  order.reserve(n);
  for (TokenIndex t = 0; t < n; ++t) {
    if (tokens[t].head == t) order.push_back(t);
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (const TokenIndex child : parse.children(order[i])) order.push_back(child);
  }
  for (auto it = order.rbegin(); it != order.rend(); ++it) {
    Token& head = tokens[tokens[*it].head];
    head.left_edge = std::min(head.left_edge, tokens[*it].left_edge);
    head.right_edge = std::max(head.right_edge, tokens[*it].right_edge);
  }
}

}  // namespace dragoman
