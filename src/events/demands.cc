#include "events/demands.h"

#include "story/members.h"

#include <algorithm>

namespace dragoman {

namespace {

// "had to go", "may need to go": what was or may be so asks nobody to act.
bool obliges_now(const Parse& parse, TokenIndex verb) {
  const VerbForm form = verb_form(parse, verb);
  return form.tense == Tense::present && form.modal == kNoToken;
}

// "has yet to answer": what has not been done is no duty.
bool is_yet_to(const Parse& parse, TokenIndex above, TokenIndex verb) {
  for (TokenIndex t = above + 1; t < verb; ++t) {
    if (parse[t].lower == "yet") return true;
  }
  return false;
}

// "People need to rest", "a clerk has to know": what is so of anybody is asked of nobody. Unions and companies are not
// anybody.
bool is_of_anybody(const Story& story, TokenIndex subject) {
  const Parse& parse = story.parse;
  const auto& named = story.entities_at(subject);
  const bool body = std::any_of(named.begin(), named.end(),
                                [&](Index e) { return story.record.entities[e].type == EntityType::organisation; });
  if (body || parse[subject].pos != Pos::noun) return false;
  bool article = false;
  for (const TokenIndex c : parse.children(subject)) {
    const Relation r = parse[c].relation;
    if (c > subject) break;
    const bool a = parse[c].lower == "a" || parse[c].lower == "an";
    if (r == Relation::poss || (r == Relation::det && !a) || parse[c].name != NameType::none) return false;
    article |= a;
  }
  return article || parse[subject].tag == Tag::nns;
}

// The word of obligation over a verb: "must" beside it, "needs" or "has" above its infinitive.
TokenIndex obligation_of(const Parse& parse, const EventLexicon& lexicon, TokenIndex verb) {
  for (const TokenIndex c : parse.children(verb)) {
    if (c < verb && parse[c].relation == Relation::aux && parse[c].lower == "must") return c;
  }
  const TokenIndex head = parse[verb].head;
  if (parse[verb].relation != Relation::xcomp || !is_verbal(parse[head]) || head > verb) return kNoToken;
  const bool obliges =
      lexicon.obligations.contains(parse[head].lemma) && verb_form(parse, verb).infinitive && obliges_now(parse, head);
  return obliges && !is_yet_to(parse, head, verb) ? head : kNoToken;
}

// "said that Chad should leave": the word under which a state is told what to do. Not "should be", "should have", nor
// "should Chad leave".
TokenIndex advice_of(const Parse& parse, const EventLexicon& lexicon, TokenIndex verb) {
  const VerbForm form = verb_form(parse, verb);
  if (form.modal == kNoToken || parse[form.modal].lower != "should" || form.perfect) return kNoToken;
  if (parse[verb].lemma == "be" || is_passive(parse, verb)) return kNoToken;
  const TokenIndex subject = own_subject(parse, verb);
  if (subject == kNoToken || subject > form.modal) return kNoToken;
  const TokenIndex says = parse[verb].head;
  const bool proposes = lexicon.proposing.contains(parse[says].lemma) && !is_negated(parse, says);
  return proposes ? form.modal : kNoToken;
}

// A country, a government or its forces, and not somebody who serves one.
bool is_state(const Entity& entity) {
  return entity.type != EntityType::person && (acts_for_state(entity) || entity.code.ends_with("MIL"));
}

}  // namespace

std::optional<EventDraft> demand_at(const Story& story, const Arguments& arguments, const EventLexicon& lexicon,
                                    TokenIndex verb) {
  const Parse& parse = story.parse;
  if (story.boilerplate[verb] || !is_verbal(parse[verb])) return std::nullopt;
  const TokenIndex must = obligation_of(parse, lexicon, verb);
  const TokenIndex modal = must == kNoToken ? advice_of(parse, lexicon, verb) : must;
  if (modal == kNoToken) return std::nullopt;
  const TokenIndex clause = parse[verb].relation == Relation::xcomp && is_verbal(parse[modal]) ? modal : verb;
  if (parse[clause].relation != Relation::ccomp || is_negated(parse, clause)) return std::nullopt;
  if (is_supposed(parse, clause)) return std::nullopt;  // "if the clerks must leave": asked of nobody
  const TokenIndex says = parse[clause].head;
  if (!is_verbal(parse[says])) return std::nullopt;
  EventDraft d;
  d.trigger = d.clause = clause;
  d.voiced = true;
  for (const TokenIndex t : agents(parse, says)) arguments.add_mention(d.event.actors, t);
  for (std::size_t q = 0; q < story.statement_cues.size() && d.event.actors.empty(); ++q) {
    if (story.statement_cues[q].contains(says)) d.event.actors = story.record.statements[q].speakers;
  }
  for (const TokenIndex t : surface_subjects(parse, clause)) {
    if (clause == modal && is_of_anybody(story, t)) return std::nullopt;
    if (parse[t].pos != Pos::pron) arguments.add_mention(d.event.recipients, t);
  }
  // "said that the boy must be returned": by whom is not said.
  const bool undergone = is_passive(parse, verb);
  if (d.event.actors.empty() || d.event.recipients.empty() || share(d.event.actors, d.event.recipients)) {
    return std::nullopt;
  }
  // What anybody should do is an opinion; what a state should do, or who should go, is asked of it.
  const bool leaves = lexicon.resigning.contains(parse[verb].lemma);
  const auto addressed = [&](Index e) {
    const Entity& entity = story.record.entities[e];
    return is_state(entity) || (leaves && entity.type == EntityType::person);
  };
  if (must == kNoToken && !std::all_of(d.event.recipients.begin(), d.event.recipients.end(), addressed))
    return std::nullopt;
  if (undergone) {
    d.event.recipients.clear();
    for (const TokenIndex t : agents(parse, verb)) arguments.add_mention(d.event.recipients, t);
  }
  d.event.type = EventType::request;
  d.event.cameo = "100";
  d.event.status = EventStatus::happened;
  d.event.trigger = {story.span(modal, modal + 1), std::string(parse[modal].lemma)};
  d.span = clause_span(parse, clause);
  d.event.evidence = story.evidence(d.span);
  return d;
}

}  // namespace dragoman
