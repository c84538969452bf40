#include "who/seats.h"

#include "language/syntax.h"
#include "statements/cues.h"

#include <algorithm>

namespace dragoman {

bool seat_speaks(const Story& story, TokenIndex seat) {
  const Parse& parse = story.parse;
  const CueLexicon& cues = *story.lexicon.cues;
  const Token& preposition = parse[parse[first_conjunct(parse, seat)].head];
  if (preposition.lower == "from" && cues.nouns.contains(parse[preposition.head].lemma)) return true;
  const auto& children = parse.children(seat);
  return std::any_of(children.begin(), children.end(), [&](TokenIndex clause) {
    if (parse[clause].relation != Relation::relcl || cues.verb(parse[clause].lemma) == nullptr) return false;
    const TokenIndex which = child_word(parse, clause, "which");
    return which != kNoToken && parse[which].relation == Relation::nsubj;
  });
}

}  // namespace dragoman
