#include "meetings/phrases.h"

#include "language/syntax.h"

#include <algorithm>

namespace dragoman {

// "worked on during a meeting, held in Lima, with B", where the parser hangs B on the verb.
Tokens MeetingPhrases::with_right_behind(TokenIndex n) const {
  if (parse_[n].relation != Relation::pobj) return {};
  constexpr TokenIndex kComma = 1;
  const TokenIndex end = parse_[n].right_edge + 1, verb = parse_[parse_[n].head].head;
  for (const TokenIndex c : parse_.children(verb)) {
    if (c < end || c > end + kComma || parse_[c].relation != Relation::prep || parse_[c].lower != "with") continue;
    const TokenIndex object = child_of(parse_, c, Relation::pobj);
    if (object != kNoToken) return coordinated(parse_, object);
  }
  return {};
}

// "the fair is to be joined by", "a meeting that was attended by": those behind "by".
Tokens MeetingPhrases::attenders(TokenIndex n) const {
  const auto verb_of = [&](TokenIndex subject) {
    const TokenIndex verb = parse_[subject].head;
    if (parse_[subject].relation != Relation::nsubjpass) return kNoToken;
    const MeetingLightVerb* around = standings_.light(verb);
    return around != nullptr && around->comes ? verb : kNoToken;
  };
  TokenIndex verb = verb_of(n);
  for (const TokenIndex c : parse_.children(n)) {
    if (verb != kNoToken || parse_[c].relation != Relation::relcl) continue;
    const TokenIndex subject = child_of(parse_, c, Relation::nsubjpass);
    if (subject != kNoToken && is_relative_pronoun(parse_[subject])) verb = verb_of(subject);
  }
  return verb == kNoToken ? Tokens{} : who_.actors(verb);
}

// "a meeting held in Lima with": the participle, of a verb that meetings have.
TokenIndex MeetingPhrases::held_participle(TokenIndex n) const {
  for (const TokenIndex c : parse_.children(n)) {
    if (c > n && parse_[c].relation == Relation::acl && parse_[c].tag == Tag::vbn &&
        words_.light_verbs.contains(parse_[c].lemma)) {
      return c;
    }
  }
  return kNoToken;
}

// "Talks between A and B broke off in Cairo": the verb whose subject the meeting is.
TokenIndex MeetingPhrases::subject_of(TokenIndex n) const {
  const Token& token = parse_[n];
  const bool subject = token.relation == Relation::nsubj || token.relation == Relation::nsubjpass;
  return subject && is_verbal(parse_[token.head]) && token.head > n ? token.head : kNoToken;
}

// "met for two hours in Lima", "met Ivanov in Lima", "hosted Ivanov for talks in Lima": the parser hangs the place on
// the time, the name or the talks before it.
std::optional<Index> MeetingPhrases::place_on_time_or_name(TokenIndex v) const {
  for (TokenIndex t = v + 1; t <= parse_[v].right_edge; ++t) {
    if (is_verbal(parse_[t]) || parse_[t].text == ",") break;
    if (parse_[t].relation != Relation::prep || (parse_[t].lower != "in" && parse_[t].lower != "at")) continue;
    const TokenIndex above = parse_[t].head;
    const bool talks = words_.nouns.contains(parse_[above].lemma);
    if (above <= v || (story_.time_at[above] < 0 && story_.mention_at[above] < 0 && !talks)) continue;
    const TokenIndex object = child_of(parse_, t, Relation::pobj);
    if (object == kNoToken) continue;
    if (const auto place = details_.place_at(object)) return place;
  }
  return std::nullopt;
}

// "said after a meeting with him in Lima that", where the parser hangs the place on the verb or on his name.
std::optional<Index> MeetingPhrases::place_behind(TokenIndex n) const {
  constexpr TokenIndex kNear = 14;
  for (TokenIndex t = n + 1; t < parse_.size() && t < n + kNear; ++t) {
    const Token& token = parse_[t];
    if (token.sentence != parse_[n].sentence || is_verbal(token) || token.text == ",") break;
    if (token.relation != Relation::prep || (token.lower != "in" && token.lower != "at")) continue;
    const TokenIndex object = child_of(parse_, t, Relation::pobj);
    if (object == kNoToken) continue;
    if (const auto place = details_.place_at(object)) return place;
  }
  return std::nullopt;
}

std::optional<Index> MeetingPhrases::place_of_journey(TokenIndex word) const {
  const Token& token = parse_[word];
  const bool goal = token.relation == Relation::pobj && parse_[token.head].lower == "for";
  const bool infinitive = is_verbal(token) && verb_form(parse_, word).infinitive &&
                          (token.relation == Relation::xcomp || token.relation == Relation::advcl);
  if (!goal && !infinitive) return std::nullopt;
  const TokenIndex verb = goal ? parse_[token.head].head : token.head;
  const auto visit = words_.visit_verbs.find(parse_[verb].lemma);
  if (!is_verbal(parse_[verb]) || visit == words_.visit_verbs.end()) return std::nullopt;
  if (visit->second.object) {
    for (const TokenIndex t : patients(parse_, verb)) {
      if (const auto place = details_.place_at(t)) return place;
    }
  }
  for (const std::string& preposition : visit->second.prepositions) {
    for (const TokenIndex t : obliques(parse_, verb, preposition)) {
      if (const auto place = t < word ? details_.place_at(t) : std::nullopt) return place;
    }
  }
  return std::nullopt;
}

// The noun above "of": "round of talks".
TokenIndex MeetingPhrases::round_of(TokenIndex n) const {
  const TokenIndex above = above_of(n);
  return above != n && parse_[above].pos == Pos::noun ? above : kNoToken;
}

// The word that "of" links the noun to; the noun itself where there is none.
TokenIndex MeetingPhrases::above_of(TokenIndex n) const {
  const bool linked = parse_[n].relation == Relation::pobj && parse_[parse_[n].head].lower == "of";
  return linked ? parse_[parse_[n].head].head : n;
}

bool MeetingPhrases::is_theirs(TokenIndex n) const {
  const TokenIndex poss = child_of(parse_, n, Relation::poss);
  return poss != kNoToken && parse_[poss].lower == "their";
}

bool MeetingPhrases::is_pronoun_possessed(TokenIndex n) const {
  const TokenIndex poss = child_of(parse_, n, Relation::poss);
  return poss != kNoToken && parse_[poss].pos == Pos::pron;
}

std::string MeetingPhrases::level(TokenIndex n, const MeetingNoun& word) const {
  for (const TokenIndex before : premodifiers(parse_, n)) {
    const auto modifier = words_.modifiers.find(parse_[before].lower);
    if (modifier != words_.modifiers.end() && !modifier->second.level.empty()) return modifier->second.level;
  }
  // "working-level talks" as three tokens
  const TokenSpan phrase = core_phrase(parse_, n);
  for (TokenIndex t = phrase.begin; t + 2 < n; ++t) {
    if (parse_[t + 1].text != "-") continue;
    const auto modifier = words_.modifiers.find(std::string(parse_[t].lower) + "-" + std::string(parse_[t + 2].lower));
    if (modifier != words_.modifiers.end() && !modifier->second.level.empty()) return modifier->second.level;
  }
  return word.level;
}

std::optional<DateValue> MeetingPhrases::date(TokenIndex n, TokenIndex light) const {
  if (auto date = details_.day({n, round_of(n), light, held_participle(n)})) return date;
  for (const TokenIndex before : premodifiers(parse_, n)) {
    const auto modifier = words_.modifiers.find(parse_[before].lower);
    if (modifier != words_.modifiers.end() && !modifier->second.date.empty()) {
      return DateValue{modifier->second.date, DateBasis::text};
    }
  }
  const Token& token = parse_[n];
  if (token.relation == Relation::nsubj || token.relation == Relation::nsubjpass) {
    return is_verbal(parse_[token.head]) ? details_.day({token.head}) : std::nullopt;
  }
  // "At the meeting in Moscow on Friday, A said": the day of the clause is the meeting's.
  if (token.relation == Relation::pobj) {
    const std::string_view preposition = parse_[token.head].lower;
    const TokenIndex above = parse_[token.head].head;
    // The day on which one left for it.
    if (preposition == "for" && standings_.is_departure(above)) return std::nullopt;
    if (preposition == "for" && is_verbal(parse_[above]))
      return details_.day({above});  // "flew to London on Monday for"
    if (preposition == "at" || preposition == "in" || preposition == "during") {
      const TokenIndex clause = clause_head(parse_, n);
      if (is_verbal(parse_[clause]) && standings_.of_verb(clause) == Standing::held) {
        auto date = details_.day({clause});
        if (date && date->value.size() >= 10) return date;
      }
    }
  }
  return std::nullopt;
}

TokenSpan MeetingPhrases::span(TokenIndex n, TokenIndex light) const {
  if (light != kNoToken) {
    const TokenSpan clause = clause_span(parse_, light);
    if (clause.contains(n)) return clause;
  }
  const Token& token = parse_[n];
  if ((token.relation == Relation::nsubj || token.relation == Relation::nsubjpass) && is_verbal(parse_[token.head])) {
    const TokenSpan clause = clause_span(parse_, token.head);
    if (clause.contains(n)) return clause;
  }
  const TokenIndex top = round_of(n) == kNoToken ? n : round_of(n);
  TokenSpan span = noun_phrase(parse_, top);
  // With who takes part, when and where it was.
  for (const TokenIndex c : parse_.children(n)) {
    if (c > n && (parse_[c].relation == Relation::prep || parse_[c].relation == Relation::npadvmod)) {
      span.end = std::max(span.end, parse_[c].right_edge + 1);
    }
  }
  if (token.relation == Relation::pobj && token.head < span.begin && span.begin - token.head == 1)
    span.begin = token.head;
  return trimmed(parse_, span);
}

}  // namespace dragoman
