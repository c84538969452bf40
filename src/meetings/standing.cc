#include "meetings/standing.h"

#include "clauses/factuality.h"
#include "language/syntax.h"
#include "statements/cues.h"

#include <algorithm>

namespace dragoman {

const MeetingLightVerb* Standings::light(TokenIndex verb) const {
  if (!is_verbal(parse_[verb])) return nullptr;
  const auto found = words_.light_verbs.find(parse_[verb].lemma);
  if (found == words_.light_verbs.end()) return nullptr;
  // "call off"; to call for talks is another thing.
  const std::string& particle = found->second.particle;
  if (!particle.empty() && child_word(parse_, verb, particle) == kNoToken) return nullptr;
  return &found->second;
}

// A clause in the present beside another in the present: "she comes when they call".
bool Standings::is_habit(TokenIndex verb) const {
  const TokenIndex above = parse_[verb].head;
  if (parse_[verb].relation != Relation::advcl || !is_verbal(parse_[above])) return false;
  if (child_word(parse_, verb, "when") == kNoToken && child_word(parse_, verb, "whenever") == kNoToken &&
      child_word(parse_, verb, "once") == kNoToken)
    return false;
  const VerbForm own = verb_form(parse_, verb), other = verb_form(parse_, above);
  const bool simple = !own.progressive && !own.perfect && !other.progressive && !other.perfect;
  return simple && own.tense == Tense::present && other.tense == Tense::present && other.modal == kNoToken;
}

Standing Standings::of_verb(TokenIndex verb) const {
  const VerbForm form = verb_form(parse_, verb);
  // "said he would meet Ivanov on Friday" is the future seen from the past.
  if (form.modal != kNoToken && parse_[form.modal].lower == "would" && parse_[verb].relation == Relation::ccomp &&
      child_word(parse_, verb, "if") == kNoToken && child_word(parse_, verb, "rather") == kNoToken &&
      !is_negated(parse_, verb)) {
    const Cue* cue = story_.lexicon.cues->verb(parse_[parse_[verb].head].lemma);
    const bool said = cue != nullptr && cue->kind == Cue::Kind::speech;
    // "decided that envoys would meet"
    const bool settled = words_.governors.contains(parse_[parse_[verb].head].lemma);
    return (said || settled) && verb_form(parse_, parse_[verb].head).tense == Tense::past ? Standing::planned
                                                                                          : Standing::nothing;
  }
  switch (FactualityReader(parse_, *story_.lexicon.signatures).of(verb).status) {
    case EventStatus::happened:
    case EventStatus::reported:
      return Standing::held;
    case EventStatus::ongoing:
      // "meets Okoye on Friday" is a timetable, "when he meets Okoye" is to come; "he goes when they call him" is a
      // habit.
      if (is_habit(verb)) return Standing::nothing;
      return form.progressive || form.perfect                                                       ? Standing::held
             : parse_[verb].relation == Relation::advcl || parse_[verb].relation == Relation::relcl ? Standing::planned
                                                                                                    : Standing::own;
    case EventStatus::planned:
      return Standing::planned;
    default:
      break;
  }
  // "is to meet", "is due to meet", "is scheduled to meet": what governs the infinitive.
  if (form.infinitive && parse_[verb].relation == Relation::xcomp && !is_negated(parse_, verb)) {
    const TokenIndex head = parse_[verb].head;
    const TokenIndex governor = parse_[head].pos == Pos::adj && parse_[head].head != head ? parse_[head].head : head;
    const bool is_to = parse_[head].lemma == "be";
    const bool due = words_.governors.contains(parse_[head].lemma);
    if ((is_to || due) && !is_negated(parse_, governor) && verb_form(parse_, governor).modal == kNoToken) {
      return Standing::planned;
    }
  }
  return Standing::nothing;
}

TokenIndex Standings::light_verb(TokenIndex noun) const {
  const Token& n = parse_[noun];
  TokenIndex head = n.head;
  switch (n.relation) {
    case Relation::dobj:
    case Relation::nsubj:
    case Relation::nsubjpass:
      return light(head) != nullptr ? head : kNoToken;
    case Relation::conj:
      return head < noun && parse_[head].pos == Pos::noun ? light_verb(head) : kNoToken;
    case Relation::pobj: {
      const std::string_view preposition = parse_[head].lower;
      const TokenIndex above = parse_[head].head;
      // "a round of talks": as the round.
      if (preposition == "of" && parse_[above].pos == Pos::noun && above < noun) return light_verb(above);
      const MeetingLightVerb* verb = light(above);
      if (verb == nullptr) return kNoToken;
      // "took part in": "have been in talks" is another thing.
      const bool linked = holds_word(verb->links, preposition) &&
                          (parse_[above].lemma != "take" || child_word(parse_, above, "part") != kNoToken);
      return linked || preposition == "for" || preposition == "into" ? above : kNoToken;
    }
    default:
      return kNoToken;
  }
}

// "left for", "departed for": who does so has not yet come.
bool Standings::is_departure(TokenIndex verb) const {
  const auto visit = words_.visit_verbs.find(parse_[verb].lemma);
  return visit != words_.visit_verbs.end() && visit->second.prepositions == std::vector<std::string>{"for"};
}

Standing Standings::by_modifiers(TokenIndex noun) const {
  for (const TokenIndex child : parse_.children(noun)) {
    const Relation r = parse_[child].relation;
    if (r != Relation::amod && r != Relation::det && r != Relation::compound) continue;
    const auto word = words_.modifiers.find(parse_[child].lower);
    if (word != words_.modifiers.end() && word->second.makes != Standing::own) return word->second.makes;
  }
  return Standing::own;
}

// What governs it makes of it: "called for a meeting" makes none.
Standing Standings::as_argument(TokenIndex noun) const {
  switch (FactualityReader(parse_, *story_.lexicon.signatures).of(noun).status) {
    case EventStatus::requested:
    case EventStatus::hoped:
    case EventStatus::conditional:
    case EventStatus::denied:
      return Standing::nothing;
    case EventStatus::planned:
      return Standing::planned;
    default:
      return Standing::own;
  }
}

bool Standings::is_called_off(TokenIndex noun) const {
  const auto calls_off = [&](TokenIndex v) {
    const MeetingLightVerb* verb = light(v);
    return verb != nullptr && verb->makes == Standing::cancelled && of_verb(v) == Standing::held;
  };
  const TokenIndex verb = light_verb(noun);
  if (verb == kNoToken) return false;
  if (calls_off(verb)) return true;
  // "was planned for Monday but was called off"
  const bool subject = parse_[noun].relation == Relation::nsubjpass && parse_[noun].head == verb;
  return subject && std::any_of(parse_.children(verb).begin(), parse_.children(verb).end(), [&](TokenIndex c) {
           return parse_[c].relation == Relation::conj && own_subject(parse_, c) == kNoToken && is_passive(parse_, c) &&
                  calls_off(c);
         });
}

Standing Standings::of_noun(TokenIndex noun) const {
  if (const Standing made = by_modifiers(noun); made != Standing::own) {
    // "called off the planned talks"
    return made == Standing::planned && is_called_off(noun) ? Standing::cancelled : made;
  }
  // "the talks that were planned for May were called off"
  if (is_called_off(noun)) return Standing::cancelled;
  if (const auto told = FactualityReader(parse_, *story_.lexicon.signatures).of_own_clause(noun)) {
    return told->status == EventStatus::planned ? Standing::planned : Standing::nothing;
  }
  if (const TokenIndex verb = light_verb(noun); verb != kNoToken) return by_light_verb(verb);
  const TokenIndex head = parse_[noun].head;
  switch (parse_[noun].relation) {
    case Relation::nsubj:
    case Relation::nsubjpass:
      return is_verbal(parse_[head]) ? of_subject(noun) : Standing::own;
    case Relation::pobj:
      return in_phrase(noun);
    case Relation::dobj:
      if (!is_verbal(parse_[head])) return Standing::own;
      return of_verb(head) == Standing::nothing ? Standing::nothing : as_argument(noun);
    default:
      return Standing::own;
  }
}

Standing Standings::by_light_verb(TokenIndex verb) const {
  const Standing tense = of_verb(verb);
  const Standing makes = light(verb)->makes;
  if (makes == Standing::own)
    return tense == Standing::own ? Standing::planned : tense;  // "the summit opens on Friday"
  if (makes == Standing::nothing) return makes;
  return tense == Standing::held || tense == Standing::own ? makes : Standing::nothing;
}

Standing Standings::of_subject(TokenIndex noun) const {
  const TokenIndex verb = parse_[noun].head;
  // "a summit is unlikely to take place"
  if (child_of(parse_, verb, Relation::acomp) != kNoToken && as_argument(noun) == Standing::nothing)
    return Standing::nothing;
  const Standing tense = of_verb(verb);
  if (tense != Standing::own) return tense;
  return parse_[verb].lemma == "take" ? Standing::planned : Standing::own;
}

// "ahead of the talks", "at a meeting", "for talks with": the word that links it, and what that hangs on.
Standing Standings::in_phrase(TokenIndex noun) const {
  const TokenIndex preposition = parse_[noun].head;
  const std::string_view link = parse_[preposition].lower;
  const TokenIndex above = parse_[preposition].head;
  const auto word = words_.prepositions.find(link);
  if (word != words_.prepositions.end()) return word->second;
  if (link == "of" && parse_[above].lower == "ahead") return Standing::planned;
  if (link == "of" && parse_[above].pos == Pos::noun) {
    // "the possibility of a meeting emerged"
    const bool unmade = words_.nouns.contains(parse_[noun].lemma) && as_argument(noun) == Standing::nothing &&
                        as_argument(above) != Standing::nothing;
    return unmade ? Standing::nothing : of_noun(above);
  }
  if (link == "at" || link == "in" || link == "on") {
    // "At a meeting with B, A said": where something was done they met; "will meet on the sidelines of the summit".
    const TokenIndex clause = clause_head(parse_, preposition);
    if (!is_verbal(parse_[clause])) return Standing::own;
    const Standing there = of_verb(clause);
    return there == Standing::held || there == Standing::planned ? there : Standing::own;
  }
  if (link == "for" && is_verbal(parse_[above]) && parse_[above].lemma != "be") return as_goal(noun, above);
  return as_argument(noun);
}

// "is expected to travel to Delhi for meetings with": as what is done for it.
Standing Standings::as_goal(TokenIndex noun, TokenIndex verb) const {
  const Standing deed = of_verb(verb);
  if (deed == Standing::planned || deed == Standing::nothing) return deed;
  const Standing asked = as_argument(noun);
  if (deed != Standing::held || asked != Standing::own) return asked;
  if (is_departure(verb)) return Standing::planned;  // "left on Monday for talks with"
  // "visited Quito last week for talks with"
  return words_.visit_verbs.contains(parse_[verb].lemma) ? deed : asked;
}

}  // namespace dragoman
