#include "language/parse.h"

#include "language/kept_words.h"
#include "language/paragraphs.h"

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
    const bool paragraph = breaks_paragraph(last);
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

// A token of the parse of a copy of what stands from byte `offset` on, as one of the parse of the whole text.
Token in_text(Parse& parse, const Text& text, std::uint32_t offset, Token token) {
  token.begin += offset;
  token.end += offset;
  token.text = text.view(token.begin, token.end);
  token.lower = token.lower == token.text ? token.text : kept(parse, token.lower);
  token.lemma = token.lemma == token.lower ? token.lower : kept(parse, token.lemma);
  return token;
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

RestReplacement::RestReplacement(Parse& parse, const Text& text) : parse_(parse), text_(text) {}

void RestReplacement::replace(TokenIndex begin, const Parse& part) {
  Part kept{{begin, parse_.sentences[parse_[begin].sentence].end}, {}, part.names, part.sentences};
  kept.tokens.reserve(part.size());
  for (const Token& token : part.tokens) {
    kept.tokens.push_back(in_text(parse_, text_, parse_[begin].begin, token));
  }
  parts_.push_back(std::move(kept));
}

void RestReplacement::finish() {
  if (parts_.empty()) return;
  std::vector<Stretch> stretches;
  TokenIndex next = 0, place = 0;
  for (const Part& part : parts_) {
    stretches.push_back({{next, part.replaced.begin}, place});
    place += part.replaced.begin - next + static_cast<TokenIndex>(part.tokens.size());
    next = part.replaced.end;
  }
  stretches.push_back({{next, parse_.size()}, place});
  move_spans(stretches);
  move_tokens(stretches);
  for (const TokenSpan piece : parted_) close_tree(parse_, piece);
  link(parse_);
}

// Sentences and names: those that stay at their new places, and those of the parts.
void RestReplacement::move_spans(const std::vector<Stretch>& stretches) {
  std::vector<NameSpan> names;
  std::vector<TokenSpan> sentences;
  std::size_t next_name = 0, next_sentence = 0;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    const Stretch& s = stretches[i];
    const auto moved = [&](TokenSpan span) {
      return TokenSpan{span.begin - s.old.begin + s.place, std::min(span.end, s.old.end) - s.old.begin + s.place};
    };
    for (; next_sentence < parse_.sentences.size() && parse_.sentences[next_sentence].begin < s.old.end;
         ++next_sentence) {
      sentences.push_back(moved(parse_.sentences[next_sentence]));
    }
    for (; next_name < parse_.names.size() && parse_.names[next_name].span.begin < s.old.end; ++next_name) {
      names.push_back(parse_.names[next_name]);
      names.back().span = moved(names.back().span);
    }
    if (i == parts_.size()) break;
    parted_.push_back(sentences.back());
    const Part& part = parts_[i];
    const TokenIndex first = s.place + s.old.size();
    for (NameSpan name : part.names) {
      name.span = {name.span.begin + first, name.span.end + first};
      names.push_back(name);
    }
    for (const TokenSpan span : part.sentences) sentences.push_back({span.begin + first, span.end + first});
    while (next_name < parse_.names.size() && parse_.names[next_name].span.begin < part.replaced.end) ++next_name;
  }
  parse_.names = std::move(names);
  parse_.sentences = std::move(sentences);
}

// In place, since a second list of the tokens of a long document would take as much memory again: first together to
// the front, then from the last one on to their places.
void RestReplacement::move_tokens(const std::vector<Stretch>& stretches) {
  std::vector<Token>& tokens = parse_.tokens;
  TokenIndex end = 0;
  for (const Stretch& s : stretches) {
    for (TokenIndex t = s.old.begin; t < s.old.end; ++t, ++end) {
      tokens[end] = tokens[t];
      tokens[end].head += s.place - s.old.begin;
    }
  }
  tokens.resize(stretches.back().place + stretches.back().old.size());
  const auto at = [&](TokenIndex t) { return tokens.begin() + static_cast<std::ptrdiff_t>(t); };
  for (std::size_t i = stretches.size(); i-- > 0;) {
    const Stretch& s = stretches[i];
    const TokenIndex size = s.old.size();
    std::move_backward(at(end - size), at(end), at(s.place + size));
    end -= size;
    if (i == 0) break;
    const Stretch& before = stretches[i - 1];
    const TokenIndex first = before.place + before.old.size();
    std::copy(parts_[i - 1].tokens.begin(), parts_[i - 1].tokens.end(), at(first));
    for (TokenIndex t = first; t < s.place; ++t) tokens[t].head += first;
  }
}

void append(Parse& parse, const Text& text, std::uint32_t offset, const Parse& part) {
  const TokenIndex first = parse.size();
  for (const Token& token : part.tokens) {
    parse.tokens.push_back(in_text(parse, text, offset, token));
    parse.tokens.back().head += first;
  }
  for (NameSpan name : part.names) {
    name.span = {name.span.begin + first, name.span.end + first};
    parse.names.push_back(name);
  }
  for (const TokenSpan s : part.sentences) parse.sentences.push_back({s.begin + first, s.end + first});
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
