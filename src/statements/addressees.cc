#include "statements/addressees.h"

#include "statements/content.h"

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

bool is_message(const Page& page, TokenIndex t) {
  const std::string_view lemma = page.parse[t].lemma;
  return page.parse[t].pos == Pos::noun &&
         (page.cues.messages.contains(lemma) || page.cues.nouns.contains(lemma) || page.cues.is_of_somebody(lemma));
}

// "a letter to the guild", "a letter in June to the guild": to whom words are addressed.
Tokens receivers_of(const Page& page, TokenIndex message) {
  const Parse& parse = page.parse;
  Tokens found = obliques(parse, message, "to");
  for (const TokenIndex link : parse.children(message)) {
    const TokenIndex object = parse[link].relation == Relation::prep ? child_of(parse, link, Relation::pobj) : kNoToken;
    if (found.empty() && object != kNoToken && page.story.time_at[object] >= 0) found = obliques(parse, object, "to");
  }
  return found;
}

// "said in a letter to the guild", "speaking to the guild, she said": to whom the words went by which it was said.
Tokens reached(const Page& page, TokenIndex verb) {
  const Parse& parse = page.parse;
  for (const TokenIndex child : parse.children(verb)) {
    const Token& c = parse[child];
    if (c.relation == Relation::advcl && c.tag == Tag::vbg && page.cues.topics.contains(c.lemma)) {
      for (const char* preposition : {"to", "with"}) {
        Tokens found = obliques(parse, child, preposition);
        if (!found.empty()) return found;
      }
    }
    if (c.relation != Relation::prep || page.cues.apart.contains(c.lower)) continue;
    const TokenIndex message = child_of(parse, child, Relation::pobj);
    if (message == kNoToken || !page.cues.messages.contains(parse[message].lemma)) continue;
    Tokens found = receivers_of(page, message);
    if (!found.empty()) return found;
  }
  return {};
}

// "sent the guild a letter asking that …", "wrote to the guild, demanding …", "filed a plea to the court requesting …":
// to whom the clause above sends what the participle tells of.
Tokens written_to(const Page& page, TokenIndex participle) {
  const Parse& parse = page.parse;
  const TokenIndex first = first_conjunct(parse, participle);
  const Token& v = parse[first];
  if (v.tag != Tag::vbg || v.head == first || (v.relation != Relation::advcl && v.relation != Relation::acl)) return {};
  TokenIndex above = v.head;
  // "a letter to the guild asking that …": the parser hangs the participle on the guild.
  if (parse[above].relation == Relation::pobj && parse[parse[above].head].lower == "to") {
    const TokenIndex governor = parse[parse[above].head].head;
    const TokenIndex sent = is_verbal(parse[governor]) ? child_of(parse, governor, Relation::dobj) : governor;
    return sent != kNoToken && is_message(page, sent) ? Tokens{above} : Tokens{};
  }
  Tokens found;
  if (is_message(page, above)) {
    found = receivers_of(page, above);
    if (!found.empty() || parse[above].relation != Relation::dobj) return found;
    above = parse[above].head;
  }
  if (!is_verbal(parse[above])) return {};
  const TokenIndex sent = child_of(parse, above, Relation::dobj);
  const bool sends = sent != kNoToken && is_message(page, sent);
  if (!sends && page.cues.verb(parse[above].lemma) == nullptr) return {};
  found = datives(parse, above);
  if (found.empty() && sends) found = receivers_of(page, sent);
  if (found.empty()) found = obliques(parse, above, "to");
  return found;
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
  // "confirmed the plan to Radio Tatra"
  if (const TokenIndex to = to_medium(page, verb, cue); told.empty() && to != kNoToken) {
    told.push_back(child_of(parse, to, Relation::pobj));
  }
  if (told.empty() && parse[verb].tag == Tag::vbg) {
    // "lodged a protest with the envoy, saying …".
    const TokenIndex governor = parse[verb].head;
    if (parse[verb].relation == Relation::advcl && governor != verb) told = obliques(parse, governor, "with", true);
    if (told.empty()) told = written_to(page, verb);
  }
  if (told.empty()) told = reached(page, verb);
  // "In a letter to the guild, she asked for calm and said …"
  if (told.empty() && own_subject(parse, verb) == kNoToken) told = reached(page, first_conjunct(parse, verb));
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
    for (TokenIndex part : coordinated(parse, t)) {
      // "told some of the growers"
      const Tokens many =
          page.story.entities_at(part).empty() && !is_nominal(parse[part]) ? obliques(parse, part, "of") : Tokens{};
      if (!many.empty()) part = many.front();
      for (const Index e : page.story.entities_at(part)) {
        const bool self = std::find(draft.speakers.begin(), draft.speakers.end(), e) != draft.speakers.end();
        if (!self) add_unique(draft.addressees, e);
      }
    }
  }
}

}  // namespace dragoman
