#include "positions/telling.h"

#include "clauses/signatures.h"
#include "story/clause_time.h"
#include "story/time_owner.h"
#include "text/days.h"

#include <algorithm>

namespace dragoman {

namespace {

// The tense of a verb's form; nothing where it is an infinitive or a participle.
std::optional<StanceTense> tense_of_form(const Parse& parse, const VerbForm& form) {
  if (form.modal != kNoToken) {
    const std::string_view modal = parse[form.modal].lower;
    if (modal == "would" || modal == "'d") return StanceTense::conditional;
    return modal == "could" ? StanceTense::past : StanceTense::present;  // "cannot accept", "could not accept"
  }
  switch (form.tense) {
    case Tense::present:
      return form.perfect ? StanceTense::perfect : StanceTense::present;
    case Tense::past:
      return form.perfect ? StanceTense::past_perfect : StanceTense::past;
    case Tense::future:
      return StanceTense::future;
    case Tense::none:
      break;
  }
  return std::nullopt;
}

}  // namespace

StanceTelling::StanceTelling(const Story& story, const Holders& holders, const StanceLexicon& lexicon)
    : story_(story), parse_(story.parse), holders_(holders), lexicon_(lexicon) {
  for (const Event& e : story.record.events) {
    if (e.date && e.date->basis == DateBasis::text)
      days_of_events_.emplace(std::pair{e.trigger.span.begin, e.trigger.span.end}, *e.date);
  }
}

// "demonstrated, demanding a vote", "came to protest": an infinitive or participle has the tense of the verb above it.
TokenIndex StanceTelling::finite_verb(TokenIndex verb) const {
  for (int step = 0; step < kMaxClimb && verb != kNoToken; ++step) {
    if (tense_of_form(parse_, verb_form(parse_, verb))) return verb;
    verb = parent_clause(parse_, verb);
  }
  return kNoToken;
}

std::optional<StanceTense> StanceTelling::own_tense(TokenIndex verb) const {
  const TokenIndex finite = finite_verb(verb);
  if (finite == kNoToken || parse_[finite].sentence != parse_[verb].sentence) {
    // "Mali to call for a vote": a headline's future.
    const bool headline = parse_[verb].relation == Relation::root && verb_form(parse_, verb).infinitive;
    return headline ? std::optional(StanceTense::future) : std::nullopt;
  }
  const auto tense = tense_of_form(parse_, verb_form(parse_, finite));
  // "has given money to a union opposing the dam": it opposes it still.
  const bool of_noun = finite != verb && parse_[verb].relation == Relation::acl && parse_[verb].tag == Tag::vbg;
  return of_noun && tense == StanceTense::perfect ? StanceTense::present : tense;
}

// Whether a token of what is stated stands between quotation marks.
bool StanceTelling::is_quoted(Index statement, TokenIndex verb) const {
  const StatementKind kind = story_.record.statements[statement].kind;
  if (kind != StatementKind::mixed) return kind == StatementKind::direct;
  bool open = false;
  for (TokenIndex t = parse_.sentences[parse_[verb].sentence].begin; t < verb; ++t) {
    if (parse_[t].tag == Tag::open_quote) open = true;
    if (parse_[t].tag == Tag::close_quote) open = false;
  }
  return open;
}

// "said that it opposed the ban", and not "says that it opposed the ban".
bool StanceTelling::is_told_in_past(TokenIndex verb) const {
  const auto statement = holders_.statement_inside(verb);
  if (!statement || is_quoted(*statement, verb)) return false;
  const TokenSpan cue = story_.statement_cues[*statement];
  for (TokenIndex t = cue.begin; t < cue.end; ++t) {
    if (!is_verbal(parse_[t])) continue;
    const auto said = own_tense(t);
    return said && *said != StanceTense::present && *said != StanceTense::future;
  }
  return false;
}

// What is said more than a week before the report need no longer be so.
bool StanceTelling::is_long_ago(const Position& position) const {
  constexpr std::chrono::days kWeek{7};
  if (!position.date) return false;
  const auto published = days_of(story_.record.document.published.value), said = days_of(position.date->value);
  return published && said && said->last + kWeek < published->first;
}

// What is passed on in words of the past is as it was said: "said it opposed the ban" is "opposes", "said it had
// opposed it" is "opposed", "said it would oppose it" is "will oppose". What is done at once stays past: "said it
// rejected it".
StanceTense StanceTelling::as_said(StanceTense tense, TokenIndex verb, const Position& position) const {
  const VerbForm form = verb_form(parse_, verb);
  const bool lasts = lexicon_.lasting.contains(position.stance) || form.progressive || is_negated(parse_, verb);
  switch (tense) {
    case StanceTense::past:
      return lasts && !is_long_ago(position) ? StanceTense::present : StanceTense::past;
    case StanceTense::past_perfect:
      return StanceTense::past;
    case StanceTense::conditional:
      return position.condition || form.perfect ? StanceTense::conditional : StanceTense::future;
    default:
      return tense;
  }
}

// "ready to mediate if both sides ask for it": a clause of condition below the word or what it takes.
std::optional<TokenSpan> StanceTelling::condition(TokenIndex head) const {
  const auto& words = story_.lexicon.signatures->subordinators;
  for (const TokenIndex clause : parse_.children(head)) {
    if (parse_[clause].relation != Relation::advcl) continue;
    for (const TokenIndex mark : parse_.children(clause)) {
      if (parse_[mark].relation != Relation::mark || mark > clause) continue;
      const auto word = words.find(parse_[mark].lower);
      if (word == words.end() || word->second != EventStatus::conditional) continue;
      const TokenIndex only = mark > 0 && parse_[mark - 1].lower == "only" ? mark - 1 : mark;
      return trimmed(parse_, {only, parse_[clause].right_edge + 1});
    }
  }
  return std::nullopt;
}

// That of the event which the same word tells, or what its clause tells, or when it was said.
std::optional<DateValue> StanceTelling::day(const Position& position, TokenIndex verb) const {
  if (verb != kNoToken) {
    const Span word = story_.span(verb, verb + 1);
    if (const auto event = days_of_events_.find({word.begin, word.end}); event != days_of_events_.end())
      return event->second;
    for (const TokenIndex at : {verb, first_conjunct(parse_, verb)}) {
      if (!is_verbal(parse_[at])) continue;
      const Time* time = time_beside(story_, at);
      if (time == nullptr) time = time_around(story_, at, story_.lexicon.signatures->explains);
      if (time != nullptr) return DateValue{time->value.substr(0, time->value.find('T')), DateBasis::text};
    }
  }
  if (!position.statement) return std::nullopt;
  const auto& said = story_.record.statements[*position.statement].date;
  return said && said->basis == DateBasis::text ? said : std::nullopt;
}

void StanceTelling::tell(Position& position, const ToldBy& by, const Matter& matter, const std::string& issue) const {
  position.date = day(position, by.verb);
  for (const TokenIndex head : {by.verb, matter.head}) {
    if (position.condition || head == kNoToken) continue;
    const auto words = condition(head);
    const bool told = words && issue.find(" " + std::string(parse_[words->begin].lower) + " ") != std::string::npos;
    if (words && !told) position.condition = story_.span(*words);
  }
  const bool judgement = by.word == ToldBy::Word::judgement;
  if (judgement || by.wish) position.tense = is_long_ago(position) ? StanceTense::past : StanceTense::present;
  if (judgement || by.wish || by.verb == kNoToken) return;
  position.tense = own_tense(by.verb);
  if (!position.tense) return;
  if (is_told_in_past(by.verb)) position.tense = as_said(*position.tense, finite_verb(by.verb), position);
  // "will not accept the ban" rejects it now.
  if (position.tense == StanceTense::future && is_negated(parse_, by.verb)) position.tense = StanceTense::present;
}

}  // namespace dragoman
