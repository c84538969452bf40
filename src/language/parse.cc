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

void replace_rest(Parse& parse, const Text& text, TokenIndex begin, const Parse& part) {
  const std::uint32_t number = parse[begin].sentence;
  const TokenSpan old = parse.sentences[number];
  const std::uint32_t byte = parse[begin].begin;
  const auto moved = [&](TokenIndex t) { return t - old.end + begin + part.size(); };  // what stands behind
  if (!parse.storage) parse.storage = std::make_unique<std::pmr::monotonic_buffer_resource>();
  const auto kept = [&](std::string_view word) {
    char* copy = static_cast<char*>(parse.storage->allocate(std::max<std::size_t>(word.size(), 1), 1));
    std::copy(word.begin(), word.end(), copy);
    return std::string_view(copy, word.size());
  };
  std::vector<Token> tokens(parse.tokens.begin(), parse.tokens.begin() + begin);
  for (Token token : part.tokens) {
    token.begin += byte;
    token.end += byte;
    token.head += begin;
    token.text = text.view(token.begin, token.end);
    token.lower = kept(token.lower);
    token.lemma = kept(token.lemma);
    tokens.push_back(token);
  }
  for (TokenIndex t = old.end; t < parse.size(); ++t) {
    tokens.push_back(parse.tokens[t]);
    tokens.back().head = moved(tokens.back().head);
  }
  std::vector<NameSpan> names;
  for (NameSpan name : parse.names) {
    if (name.span.begin >= begin && name.span.begin < old.end) continue;
    if (name.span.begin >= old.end)
      name.span = {moved(name.span.begin), moved(name.span.end)};
    else
      name.span.end = std::min(name.span.end, begin);
    names.push_back(name);
  }
  for (NameSpan name : part.names) {
    name.span = {name.span.begin + begin, name.span.end + begin};
    names.push_back(name);
  }
  std::sort(names.begin(), names.end(),
            [](const NameSpan& a, const NameSpan& b) { return a.span.begin < b.span.begin; });
  std::vector<TokenSpan> sentences(parse.sentences.begin(), parse.sentences.begin() + number);
  sentences.push_back({old.begin, begin});
  for (const TokenSpan s : part.sentences) sentences.push_back({s.begin + begin, s.end + begin});
  for (std::size_t s = number + 1; s < parse.sentences.size(); ++s) {
    sentences.push_back({moved(parse.sentences[s].begin), moved(parse.sentences[s].end)});
  }
  parse.tokens = std::move(tokens);
  parse.names = std::move(names);
  parse.sentences = std::move(sentences);
  close_tree(parse, {old.begin, begin});
  link(parse);
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
