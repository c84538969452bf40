#include "statements/addressees.h"

#include <algorithm>

namespace dragoman {

namespace {

// "urged Mali to vote", "called on Mali to vote": who is to do it.
Tokens asked_to_act(const Parse& parse, TokenIndex verb, const Cue& cue) {
  for (const TokenIndex child : parse.children(verb)) {
    const Relation r = parse[child].relation;
    const bool clause = r == Relation::xcomp || r == Relation::ccomp || r == Relation::advcl;
    if (!cue.object_infinitive || child < verb || !clause || !verb_form(parse, child).infinitive) continue;
    const TokenIndex doer = child_of(parse, child, Relation::nsubj);
    if (doer != kNoToken) return {doer};
    for (const TokenIndex object : parse.children(verb)) {
      if (parse[object].relation == Relation::dobj && object > verb) return {object};
    }
    for (const char* preposition : {"on", "upon"}) {
      Tokens called = obliques(parse, verb, preposition);
      if (!called.empty()) return called;
    }
  }
  return {};
}

}  // namespace

TokenIndex visiting_guest(const Parse& parse, TokenIndex verb) {
  for (const TokenIndex child : parse.children(verb)) {
    if (child == verb + 1 && is_visiting(parse[child])) return child_of(parse, child, Relation::dobj);
  }
  return kNoToken;
}

void find_addressees(const Page& page, TokenIndex verb, const Cue& cue, StatementDraft& draft) {
  const Parse& parse = page.parse;
  Tokens told = datives(parse, verb);
  if (told.empty()) told = asked_to_act(parse, verb, cue);
  const TokenIndex guest = cue.hearer ? visiting_guest(parse, verb) : kNoToken;
  if (told.empty() && guest != kNoToken) told.push_back(guest);
  if (cue.hearer && told.empty()) {
    told = is_passive(parse, verb) ? surface_subjects(parse, verb) : Tokens{};
    for (const TokenIndex child : parse.children(verb)) {
      if (parse[child].relation == Relation::dobj) told.push_back(child);
    }
  }
  if (told.empty()) told = obliques(parse, verb, "to");
  if (told.empty() && parse[verb].tag == Tag::vbg) {
    // "lodged a protest with the envoy, saying …".
    const TokenIndex governor = parse[verb].head;
    if (parse[verb].relation == Relation::advcl && governor != verb) {
      told = obliques(parse, governor, "with", true);
      if (told.empty() && page.cues.verb(parse[governor].lemma) != nullptr) told = datives(parse, governor);
    }
  }
  if (told.empty() && parse[verb].relation == Relation::relcl) {
    // "had lunch with the queen, at which she asked for …".
    const TokenIndex meeting = parse[verb].head;
    bool within = false;
    for (const TokenIndex child : parse.children(verb)) {
      for (const TokenIndex object : parse.children(child)) {
        within |=
            parse[child].relation == Relation::prep && parse[child].lower != "to" && is_relative_pronoun(parse[object]);
      }
    }
    if (within) told = obliques(parse, meeting, "with");
    TokenIndex held = meeting;
    for (int i = 0; i < kMaxClimb && !is_verbal(parse[held]) && parse[held].head != held; ++i) held = parse[held].head;
    if (within && told.empty() && held != verb && is_verbal(parse[held])) told = obliques(parse, held, "with", true);
  }
  for (const TokenIndex t : told) {
    for (const TokenIndex part : coordinated(parse, t)) {
      for (const Index e : page.story.entities_at(part)) {
        const bool self = std::find(draft.speakers.begin(), draft.speakers.end(), e) != draft.speakers.end();
        if (!self) add_unique(draft.addressees, e);
      }
    }
  }
}

}  // namespace dragoman
