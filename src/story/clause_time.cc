#include "story/clause_time.h"

#include "language/syntax.h"
#include "story/time_owner.h"

#include <algorithm>

namespace dragoman {

namespace {

// "2016", "2016-12", "2016-SP": what lies near a day of a month lies in that month, but seldom on that day.
bool is_coarse(const Time& time) {
  constexpr std::size_t kDay = 10;  // "2016-12-03"
  return time.value.size() < kDay && time.value.find("-W") == std::string::npos;
}

bool is_past(const Parse& parse, TokenIndex clause) {
  const VerbForm form = verb_form(parse, clause);
  return form.tense == Tense::past && form.modal == kNoToken;
}

// "after Chile left": the past act that the clause explains; none for any other clause.
TokenIndex explained(const Parse& parse, TokenIndex clause, const WordSet& explains) {
  const TokenIndex link = parse[clause].relation == Relation::pcomp   ? parse[clause].head
                          : parse[clause].relation == Relation::advcl ? child_of(parse, clause, Relation::mark)
                                                                      : kNoToken;
  if (link == kNoToken || !explains.contains(parse[link].lower)) return kNoToken;
  const TokenIndex act = parse[parse[clause].relation == Relation::pcomp ? link : clause].head;
  return is_verbal(parse[act]) && is_past(parse, act) ? act : kNoToken;
}

// "at the time", "at that time" beside a verb or the noun of its object, on which the parser often hangs it.
bool is_at_that_time(const Parse& parse, TokenIndex head) {
  const Tokens times = obliques(parse, head, "at");
  return std::any_of(times.begin(), times.end(), [&](TokenIndex t) {
    return parse[t].lower == "time" &&
           (child_word(parse, t, "the") != kNoToken || child_word(parse, t, "that") != kNoToken) &&
           parse[t].left_edge + 1 == t && parse[t].right_edge == t;
  });
}

bool tells_of_that_time(const Parse& parse, TokenIndex verb) {
  const TokenIndex object = child_of(parse, verb, Relation::dobj);
  return is_at_that_time(parse, verb) || (object != kNoToken && is_at_that_time(parse, object));
}

const Time* told_last(const Story& story, TokenIndex before) {
  constexpr TokenIndex kSentences = 1;
  const TokenIndex sentence = story.parse[before].sentence;
  for (TokenIndex t = before; t > 0; --t) {
    if (story.parse[t - 1].sentence + kSentences < sentence) return nullptr;
    if (const Time* time = date_at(story, t - 1)) return time;
  }
  return nullptr;
}

}  // namespace

const Time* time_around(const Story& story, TokenIndex clause, const WordSet& explains) {
  if (!is_verbal(story.parse[clause]) || !is_past(story.parse, clause)) return nullptr;
  if (tells_of_that_time(story.parse, clause)) return told_last(story, clause);
  const TokenIndex act = explained(story.parse, clause, explains);
  const Time* time = act == kNoToken ? nullptr : time_beside(story, act);
  return time != nullptr && is_coarse(*time) ? time : nullptr;
}

}  // namespace dragoman
