#include "when/tense.h"

#include "language/syntax.h"

namespace dragoman {

namespace {

// "until Friday", "since May", "effective Feb. 1": a word of the kind right before it, prepositions like "on" aside.
bool stands_behind(const Parse& parse, const TimeWords& words, KindSet kind, TokenIndex at) {
  for (TokenIndex t = at; t > 0 && at - t < 3;) {
    --t;
    if (parse[t].is_space) return false;
    if (words.is(parse[t].lemma, kind) || words.is(parse[t].lower, kind)) return true;
    const bool between = parse[t].pos == Pos::adp || parse[t].pos == Pos::det || parse[t].pos == Pos::punct;
    if (!between) return false;
  }
  return false;
}

// "had been expected until Monday": what had gone on before the past of the story was over on that day.
bool was_over_by(const Parse& parse, TokenIndex at) {
  const TokenIndex verb = clause_head(parse, at);
  const VerbForm form = verb_form(parse, verb);
  return is_verbal(parse[verb]) && form.perfect && form.tense == Tense::past;
}

}  // namespace

Direction direction(const Parse& parse, const TimeWords& words, TokenIndex at) {
  const KindSet ahead = words.kind("ahead"), commit = words.kind("commit"), fix = words.kind("fix");
  if (stands_behind(parse, words, words.kind("bygone"), at)) return Direction::past;
  if (stands_behind(parse, words, ahead, at)) return was_over_by(parse, at) ? Direction::past : Direction::future;
  TokenIndex t = at;
  bool of_a_noun = false;  // "Friday's ruling", "a May agreement": dated by what was, unless the clause lies ahead
  bool infinitive = false;
  for (int step = 0, verbs = 0; step < kMaxClimb; ++step) {
    const Token& token = parse[t];
    if (is_verbal(token) && t != at) {
      if (token.relation == Relation::aux || token.relation == Relation::auxpass) {
        t = token.head;
        continue;
      }
      const VerbForm form = verb_form(parse, t);
      if (form.tense == Tense::future) return of_a_noun ? Direction::past : Direction::future;
      // "set a day for Friday" looks ahead by its preposition alone: "set fire to it on Friday" has been.
      const bool done = token.tag == Tag::vbd && words.is(token.lemma, fix) && !is_passive(parse, t);
      if (words.is(token.lemma, ahead) && !of_a_noun && !done) return Direction::future;
      if (infinitive && words.is(token.lemma, commit)) return Direction::future;
      if (at > 0 && parse[at - 1].lower == "for" && words.is(token.lemma, fix)) return Direction::future;
      if (form.modal != kNoToken) {
        const bool looks_back =
            form.perfect || of_a_noun || (parse[form.modal].lower == "could" && is_negated(parse, t));
        return looks_back ? Direction::past : Direction::future;
      }
      const bool open = form.tense == Tense::none || form.infinitive || form.participle;
      if (!open) {
        if (infinitive && token.lemma == "be") return Direction::future;  // "is to meet on Friday"
        if (form.tense == Tense::past || form.perfect || of_a_noun) return Direction::past;
        // "Voters go to the polls on Sunday"; but what is merely said now of a deed is no word of its day.
        return form.progressive || verbs == 0 ? Direction::future : Direction::past;
      }
      if (token.tag == Tag::vbn && token.relation == Relation::acl) return Direction::past;  // "an order issued Friday"
      infinitive = infinitive || form.infinitive;
      ++verbs;
    } else if (words.is(token.lemma, ahead) && t != at) {
      return Direction::future;
    } else if (t != at && token.pos == Pos::noun) {
      const Relation r = parse[at].relation;
      of_a_noun = of_a_noun || (parse[at].head == t && (r == Relation::poss || r == Relation::compound));
    }
    if (token.head == t) break;
    t = token.head;
  }
  return Direction::past;
}

}  // namespace dragoman
