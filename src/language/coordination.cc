// Words and what stands beside each other (see syntax.h).
#include "language/syntax.h"

#include <algorithm>

namespace dragoman {

TokenIndex child_of(const Parse& parse, TokenIndex head, Relation relation) {
  for (const TokenIndex c : parse.children(head)) {
    if (parse[c].relation == relation) return c;
  }
  return kNoToken;
}

TokenIndex child_word(const Parse& parse, TokenIndex head, std::string_view lower) {
  for (const TokenIndex c : parse.children(head)) {
    if (parse[c].lower == lower) return c;
  }
  return kNoToken;
}

bool is_under(const Parse& parse, TokenIndex t, TokenIndex ancestor) {
  if (t < parse[ancestor].left_edge || t > parse[ancestor].right_edge) return false;
  while (t != ancestor && parse[t].head != t) t = parse[t].head;
  return t == ancestor;
}

namespace {

bool is_person_name(const Token& t) {
  return t.pos == Pos::propn && t.name == NameType::person;
}

// A name behind a comma that the parser takes for an apposition to the name before it.
bool is_name_behind_name(const Parse& parse, TokenIndex name, TokenIndex next) {
  const Token& n = parse[next];
  if (n.relation != Relation::appos || next < name || !is_person_name(parse[name]) || !is_person_name(n)) return false;
  return n.left_edge > 0 && parse[n.left_edge - 1].text == "," && is_person_name(parse[n.left_edge]);
}

// "Ana Paz, Omar Sy and Jan Holm": the parser takes the second name for an apposition to the first, and "and" closes
// the list behind it, or behind a further name that hangs on the second in the same way.
bool is_next_name(const Parse& parse, TokenIndex name, TokenIndex next) {
  constexpr int kLongestList = 30;  // names up to the one behind "and"; a longer chain is a table and no list
  if (!is_name_behind_name(parse, name, next)) return false;
  for (int i = 0; i < kLongestList && next != kNoToken; ++i) {
    TokenIndex further = kNoToken;
    for (const TokenIndex head : {next, name}) {
      for (const TokenIndex c : parse.children(head)) {
        if (c <= next) continue;
        if (parse[c].relation == Relation::conj && is_person_name(parse[c])) return true;
        if (head == next && further == kNoToken && is_name_behind_name(parse, next, c)) further = c;
      }
    }
    name = next;
    next = further;
  }
  return false;
}

}  // namespace

Tokens coordinated(const Parse& parse, TokenIndex t) {
  Tokens out{t};
  for (std::size_t i = 0; i < out.size(); ++i) {
    for (const TokenIndex c : parse.children(out[i])) {
      if (parse[c].relation == Relation::conj || is_next_name(parse, out[i], c)) out.push_back(c);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

Tokens closed_list(const Parse& parse, const Tokens& heads) {
  bool shut = false;
  for (std::size_t i = 1; i < heads.size(); ++i) {
    if (parse[heads[i]].relation != Relation::conj) continue;
    bool linked = false;
    const TokenIndex from = std::max(heads[i - 1], heads[i] > 12 ? heads[i] - 12 : 0);
    for (TokenIndex t = from; t < heads[i]; ++t) linked |= parse[t].pos == Pos::cconj;
    if (shut && !linked) return Tokens(heads.begin(), heads.begin() + static_cast<std::ptrdiff_t>(i));
    shut |= linked;
  }
  return heads;
}

TokenIndex first_conjunct(const Parse& parse, TokenIndex t) {
  while (parse[t].relation == Relation::conj && parse[t].head != t) t = parse[t].head;
  return t;
}

Tokens appositions(const Parse& parse, TokenIndex t) {
  Tokens out;
  for (const TokenIndex c : parse.children(t)) {
    if (parse[c].relation == Relation::appos) out.push_back(c);
  }
  return out;
}

}  // namespace dragoman
