#include "language/hyphenated_words.h"

#include "language/hang.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace dragoman {

namespace {

bool is_small(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// "vice" of "vice-president"; names ("Peru-Chile talks") and numbers ("two-thirds") are joined in other ways.
bool is_first_part(const Parse& parse, TokenIndex t) {
  const Token& token = parse[t];
  const bool begins = t == parse.sentences[token.sentence].begin;
  return token.pos != Pos::num && !token.text.empty() && is_small(token.text.substr(begins ? 1 : 0));
}

bool stands_for_noun(Relation r) {
  return r == Relation::nsubj || r == Relation::nsubjpass || r == Relation::dobj || r == Relation::pobj ||
         r == Relation::attr || r == Relation::conj || r == Relation::appos || r == Relation::dative ||
         r == Relation::root;
}

bool is_read_as_three(const Parse& parse, TokenIndex hyphen) {
  const TokenIndex first = hyphen - 1, noun = hyphen + 1;
  const bool one_word = parse[hyphen].text == "-" && parse[first].end == parse[hyphen].begin &&
                        parse[hyphen].end == parse[noun].begin && parse[first].sentence == parse[noun].sentence;
  if (!one_word || !is_first_part(parse, first) || !is_small(parse[noun].text)) return false;
  const Token &n = parse[noun], &part = parse[first];
  const auto hangs_beside = [&](TokenIndex head) { return head == first || head == part.head; };
  // What is above the word must not lie below any of its parts, or the tree would close on itself.
  if (part.head == noun || part.head == hyphen) return false;
  if (parse[hyphen].head != noun && !hangs_beside(parse[hyphen].head)) return false;
  if ((n.pos != Pos::noun && n.pos != Pos::propn) || n.relation == Relation::prt) return false;
  return stands_for_noun(part.relation) && (n.head == hyphen || hangs_beside(n.head));
}

void join(Parse& parse, TokenIndex hyphen) {
  const TokenIndex first = hyphen - 1, noun = hyphen + 1;
  Token &part = parse.tokens[first], &n = parse.tokens[noun];
  const TokenIndex head = part.head == first ? noun : part.head;
  // "Ana Paz, a pilot and a co-owner of the line": where the noun was seen to name somebody, it does.
  if (n.relation == Relation::appos && part.relation == Relation::conj) {
    n.head = head;
  } else {
    hang(n, head, part.relation, part.relation_label);
  }
  hang(part, noun, Relation::compound, "compound");
  hang(parse.tokens[hyphen], noun, Relation::punct, "punct");
  parse.tokens[hyphen].pos = Pos::punct;
}

}  // namespace

void mend_hyphenated_words(Parse& parse) {
  std::unordered_map<TokenIndex, TokenIndex> nouns;  // of the parts before them
  for (TokenIndex hyphen = 1; hyphen + 1 < parse.size(); ++hyphen) {
    if (!is_read_as_three(parse, hyphen)) continue;
    join(parse, hyphen);
    nouns[hyphen - 1] = nouns[hyphen] = hyphen + 1;
  }
  if (nouns.empty()) return;
  for (Token& token : parse.tokens) {
    if (const auto noun = nouns.find(token.head); noun != nouns.end()) token.head = noun->second;
  }
  link(parse);
}

}  // namespace dragoman
