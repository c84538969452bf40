#include "language/parted_clauses.h"

#include "language/hang.h"
#include "language/syntax.h"

namespace dragoman {

namespace {

// Whether what stands behind the verb is what it tells, so that nothing before it is missing.
bool has_complement(const Parse& parse, TokenIndex verb) {
  for (const TokenIndex child : parse.children(verb)) {
    if (child < verb) continue;
    switch (parse[child].relation) {
      case Relation::dobj:
      case Relation::ccomp:
      case Relation::xcomp:
      case Relation::acomp:
      case Relation::attr:
      case Relation::oprd:
      case Relation::agent:
        return true;
      default:
        break;
    }
  }
  return false;
}

// The semicolon before the verb's own clause; kNoToken where it begins otherwise.
TokenIndex semicolon_before(const Parse& parse, TokenIndex verb) {
  const TokenIndex subject = own_subject(parse, verb);
  TokenIndex semicolon = kNoToken;
  for (const TokenIndex child : parse.children(verb)) {
    if (child >= subject || child > verb) break;
    if (parse[child].text == ";") semicolon = child;
    // "the road is shut; the bridge is open, the mayor told them"
    if (parse[child].relation == Relation::ccomp && semicolon != kNoToken) return kNoToken;
  }
  return subject < verb ? semicolon : kNoToken;
}

// The clause that ends at the semicolon, as the parser hangs it on the verb behind.
TokenIndex clause_before(const Parse& parse, TokenIndex verb, TokenIndex semicolon) {
  TokenIndex found = kNoToken;
  for (const TokenIndex child : parse.children(verb)) {
    if (child > semicolon) break;
    if (parse[child].relation == Relation::ccomp && is_verbal(parse[child]) && parse[child].head == verb) found = child;
  }
  const bool whole = found != kNoToken && own_subject(parse, found) != kNoToken;
  return whole && verb_form(parse, found).tense != Tense::none ? found : kNoToken;
}

// The first clause takes the place of the second, which is coordinated with it.
void part(Parse& parse, TokenIndex first, TokenIndex second, TokenIndex semicolon) {
  const Token place = parse[second];
  const bool root = place.head == second;
  for (const TokenIndex child : parse.children(second)) {
    if (child <= semicolon && child != first) parse.tokens[child].head = first;
  }
  hang(parse.tokens[first], root ? first : place.head, place.relation, place.relation_label);
  hang(parse.tokens[second], first, Relation::conj, "conj");
}

// Once through all verbs; false where nothing was to be done.
bool part_all(Parse& parse) {
  bool changed = false;
  for (TokenIndex verb = 0; verb < parse.size(); ++verb) {
    if (!is_verbal(parse[verb]) || !has_complement(parse, verb)) continue;
    const TokenIndex semicolon = semicolon_before(parse, verb);
    const TokenIndex first = semicolon == kNoToken ? kNoToken : clause_before(parse, verb, semicolon);
    if (first == kNoToken) continue;
    part(parse, first, verb, semicolon);
    changed = true;
  }
  return changed;
}

}  // namespace

void mend_parted_clauses(Parse& parse) {
  constexpr int kMostParts = 4;  // of one sentence
  for (int i = 0; i < kMostParts && part_all(parse); ++i) link(parse);
}

}  // namespace dragoman
