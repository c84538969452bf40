#include "statements/speakers.h"

#include "statements/second_deeds.h"
#include "statements/speaker_names.h"
#include "text/ascii.h"

#include <algorithm>

namespace dragoman {

namespace {

void add_entities(const Page& page, TokenIndex head, std::vector<Index>& list) {
  for (const Index e : page.story.entities_at(head)) add_unique(list, e);
}

// "the ministry statement": of the ministry that was named last.
void add_body_before(const Page& page, TokenIndex head, std::vector<Index>& list) {
  const Parse& parse = page.parse;
  const TokenIndex det = child_of(parse, head, Relation::det);
  if (det == kNoToken || parse[det].lower != "the" || head == 0) return;
  const TokenIndex body = head - 1;
  if (parse[body].head != head || parse[body].relation != Relation::compound || parse[body].pos != Pos::noun) return;
  constexpr std::size_t kBack = 400;  // words
  for (TokenIndex t = body; t-- > 0 && body - t < kBack;) {
    const std::int32_t at = page.story.mention_at[t];
    if (at < 0 || ascii_lower(parse[t].lemma) != parse[body].lemma) continue;
    const TokenMention& mention = page.story.mentions[static_cast<std::size_t>(at)];
    if (mention.entities.size() != 1 || mention.span.end != t + 1) continue;
    if (page.story.record.entities[mention.entities.front()].type == EntityType::organisation)
      return add_unique(list, mention.entities.front());
  }
}

// Whose document it is: "the ministry's statement", "a Kremlin statement", "a statement by the ministry", "a poll
// released by the institute", "the envoys issued a statement saying".
void add_owners(const Page& page, TokenIndex head, std::vector<Index>& list) {
  const Parse& parse = page.parse;
  // "one of the diplomats", "half of the pilots"
  const bool part = parse[head].pos == Pos::num || parse[head].pos == Pos::pron || parse[head].pos == Pos::det ||
                    page.cues.parts.contains(parse[head].lower);
  if (!part && !page.cues.is_of_somebody(parse[head].lemma)) return;
  for (const TokenIndex owner : possessors(parse, head)) {
    for (const TokenIndex each : coordinated(parse, owner)) add_entities(page, each, list);
  }
  for (const TokenIndex before : premodifiers(parse, head)) {
    if (list.empty()) add_entities(page, before, list);
  }
  for (const std::string_view preposition : {"by", "from", "of"}) {
    if (!list.empty()) return;
    if (preposition == "of" && page.cues.surveys.contains(parse[head].lemma)) continue;  // "a poll of voters"
    for (const TokenIndex source : obliques(parse, head, preposition)) add_entities(page, source, list);
  }
  for (const TokenIndex child : parse.children(head)) {
    if (!list.empty() || parse[child].relation != Relation::acl) continue;
    if (!page.cues.releases.contains(parse[child].lemma)) continue;
    for (const TokenIndex agent : agents(parse, child)) add_entities(page, agent, list);
  }
  // "remarks attributed to the ministry", "the note, which was attributed to the ministry"
  for (const TokenIndex child : parse.children(head)) {
    const bool told = parse[child].relation == Relation::acl || parse[child].relation == Relation::relcl;
    if (!list.empty() || !told || parse[child].lemma != "attribute") continue;
    for (const TokenIndex source : obliques(parse, child, "to")) add_entities(page, source, list);
  }
  if (list.empty()) add_body_before(page, head, list);
  // "issued a statement", "rejected it in a statement", but not "faces a lawsuit"
  const TokenIndex above = parse[head].head;
  const bool within = parse[head].relation == Relation::pobj && parse[above].lower == "in";
  const TokenIndex verb = within ? parse[above].head : above;
  if (!list.empty() || !(within || parse[head].relation == Relation::dobj) || !is_verbal(parse[verb])) return;
  if (!within && page.cues.receipts.contains(parse[verb].lemma)) return;
  // "slipped back in the poll" is none of those who slipped.
  if (within && (page.cues.verb(parse[verb].lemma) == nullptr || !page.cues.messages.contains(parse[head].lemma)))
    return;
  for (const TokenIndex agent : agents(parse, verb)) {
    for (const TokenIndex part : coordinated(parse, agent)) add_entities(page, part, list);
    for (const TokenIndex partner : partners(parse, agent)) add_entities(page, partner, list);
  }
}

// A subject that stands for nobody who speaks.
bool cannot_speak(const Page& page, TokenIndex subject, const Cue& cue) {
  const Token& s = page.parse[subject];
  if (s.relation == Relation::expl || s.lower == "there") return true;
  if (s.lower == "one" && page.parse.children(subject).empty()) return true;  // "one of them" is somebody
  if (s.tag == Tag::prp && !page.in_quotation(subject)) {
    // The reporter's own voice and the reader.
    const bool own = s.lower == "i" || s.lower == "we" || s.lower == "you";
    if (own && cue.kind != Cue::Kind::speech) return true;
    if (s.lower == "it") return page.story.entities_at(subject).empty();
  }
  return cue.by_people && page.cues.provisions.contains(s.lemma);
}

// "was quoted as saying", "the agency quoted him as saying": the quoted one.
Tokens quoted_subject(const Parse& parse, TokenIndex verb) {
  const TokenIndex quote = quoting_verb(parse, verb);
  return quote == kNoToken ? Tokens{} : patients(parse, quote);
}

// The name right before a finite verb that the parser left without a subject, or before the clause in commas that
// stands between: "…, minister Ana Paz, who leads the talks, said".
TokenIndex subject_beside(const Page& page, TokenIndex verb) {
  const Parse& parse = page.parse;
  const Tag tag = parse[verb].tag;
  if (tag != Tag::vbd && tag != Tag::vbz && tag != Tag::vbp) return kNoToken;
  // "looked up, furrowed his brow and said": the subject of the nearest verb above that has one.
  TokenIndex above = verb;
  for (int i = 0; i < kMaxClimb && parse[above].relation == Relation::conj; ++i) {
    above = parse[above].head;
    if (!is_verbal(parse[above]) && page.story.mention_at[above] >= 0) return above;
  }
  for (int i = 0; i < kMaxClimb && above != verb && parse[above].head != above; ++i) {
    above = parse[above].head;
    const Tokens subjects = is_verbal(parse[above]) ? surface_subjects(parse, above) : Tokens{};
    if (!subjects.empty() && subjects.front() < verb) return subjects.front();
  }
  TokenIndex t = page.word_before(verb);
  while (t != kNoToken && parse[t].relation == Relation::advmod) t = page.word_before(t);
  if (t == kNoToken) return kNoToken;
  if (parse[t].text == ",") {
    constexpr TokenIndex kInserted = 40;
    TokenIndex comma = t;
    do {
      comma = page.word_before(comma);
      if (comma == kNoToken || page.ends_sentence(comma) || verb - comma > kInserted) return kNoToken;
    } while (parse[comma].text != ",");
    t = page.word_before(comma);
    if (t == kNoToken) return kNoToken;
  }
  const std::int32_t mention = page.story.mention_at[t];
  if (mention < 0) return kNoToken;
  return page.story.mentions[static_cast<std::size_t>(mention)].head;
}

bool is_people(const Page& page, TokenIndex t) {
  const auto& named = page.story.entities_at(t);
  if (named.empty()) return false;
  const EntityType type = page.story.record.entities[named.front()].type;
  return type == EntityType::person || type == EntityType::group;
}

// Whom "who" stands for where the parser takes a thing or a place for it: "married Ana Paz on Sunday, who said",
// "rebels from Tessaro, who vowed", "the reporter's question, who spoke of".
TokenIndex whom_it_means(const Page& page, TokenIndex verb, TokenIndex head) {
  const Parse& parse = page.parse;
  const TokenIndex who = child_of(parse, verb, Relation::nsubj);
  // "Ana Paz, a member of the guild, which holds that": the guild.
  const TokenIndex near = who != kNoToken && who > 1 && parse[who - 1].text == "," ? who - 2 : kNoToken;
  if (near != kNoToken && parse[who].lower == "which" && is_people(page, head) && near != head &&
      is_nominal(parse[near]) && parse[near].relation == Relation::pobj && !is_people(page, near))
    return near;
  if (who == kNoToken || parse[who].lower != "who" || is_people(page, head)) return kNoToken;
  const TokenIndex governor = parse[parse[head].head].head;
  // "sent a lawyer to his office who": the lawyer.
  const TokenIndex sent = parse[head].relation == Relation::pobj && is_verbal(parse[governor])
                              ? child_of(parse, governor, Relation::dobj)
                              : kNoToken;
  if (sent != kNoToken && sent > governor && sent < head && is_people(page, sent)) return sent;
  for (const TokenIndex owner : possessors(parse, head)) {
    if (is_people(page, owner)) return owner;
  }
  if (parse[head].relation == Relation::pobj && is_nominal(parse[governor]) && is_people(page, governor))
    return governor;
  if (page.story.time_at[head] < 0 && page.story.place_at[head] < 0) return kNoToken;
  for (TokenIndex t = head; t-- > page.sentence_of(verb).begin;) {
    if (is_person(page, t) && parse[t].pos == Pos::propn) return t;
  }
  return kNoToken;
}

// The person whose "who" clause ends right before the verb: "…, who leads the guild, said".
TokenIndex before_who_clause(const Page& page, TokenIndex verb, TokenIndex from) {
  const Parse& parse = page.parse;
  for (TokenIndex t = verb; t-- > from;) {
    if (parse[t].relation != Relation::relcl || parse[t].right_edge + 2 < verb) continue;
    if (child_word(parse, t, "who") != kNoToken && is_person(page, parse[t].head)) return parse[t].head;
  }
  return kNoToken;
}

// Who acts where the parser's subject is a thing: "explained why he was silent since the strike began and pledged to
// help"; "the row about Paz, who leads the guild, said"; kNoToken where the subject may stay.
TokenIndex who_acts(const Page& page, TokenIndex verb, TokenIndex subject) {
  const Parse& parse = page.parse;
  if (!page.story.entities_at(subject).empty() || parse[subject].pos != Pos::noun || parse[verb].tag != Tag::vbd)
    return kNoToken;
  if (page.cues.is_of_somebody(parse[subject].lemma)) return kNoToken;
  if (const TokenIndex named = before_who_clause(page, verb, parse[subject].left_edge); named != kNoToken) return named;
  if (parse[verb].relation != Relation::conj) return kNoToken;
  TokenIndex above = first_conjunct(parse, verb);
  for (int i = 0; i < kMaxClimb && parse[above].head != above; ++i) {
    above = parse[above].head;
    const Tokens subjects = is_verbal(parse[above]) ? surface_subjects(parse, above) : Tokens{};
    if (!subjects.empty() && subjects.front() < verb && is_people(page, subjects.front())) return subjects.front();
  }
  return kNoToken;
}

// The subject that the parser drew into the list or phrase before it: "met with Peru and the Peruvian envoys told
// them", "with two clerks and others, the council said", where a real apposition would end with a comma.
TokenIndex drawn_in(const Page& page, TokenIndex verb) {
  const Parse& parse = page.parse;
  TokenIndex last = page.word_before(verb);
  // "in the mill and a clerk with knowledge of the matter said": the noun that ends right before the verb.
  for (int i = 0; i < kMaxClimb && last != kNoToken && parse[last].relation == Relation::pobj; ++i) {
    const TokenIndex above = parse[parse[last].head].head;
    if (!is_nominal(parse[above]) || parse[above].right_edge + 1 != verb) break;
    if (is_people(page, first_conjunct(parse, above))) break;  // "the clerk and a friend of hers said"
    last = above;
  }
  if (last == kNoToken || !is_nominal(parse[last]) || page.story.mention_at[last] < 0) return kNoToken;
  const TokenIndex begin = core_phrase(parse, last).begin;
  if (begin == 0 || parse[begin].pos != Pos::det || parse[verb].tag != Tag::vbd) return kNoToken;
  const Relation r = parse[last].relation;
  if (r == Relation::conj && own_subject(parse, verb) == kNoToken && parse[begin - 1].pos == Pos::cconj &&
      parse[verb].relation == Relation::conj)
    return last;
  return r == Relation::appos && parse[begin - 1].text == "," ? last : kNoToken;
}

// "after the latter asked for a talk": who was named last before. "the 57-year-old": who was named last, in this
// sentence or the ones before.
TokenIndex named_last(const Page& page, TokenIndex head) {
  const Parse& parse = page.parse;
  const bool aged = is_age(parse, head) && parse[core_phrase(parse, head).begin].lower == "the" &&
                    page.story.entities_at(head).empty();
  if (!aged && parse[head].lower != "latter") return kNoToken;
  TokenIndex begin = page.sentence_of(head).begin;
  constexpr std::uint32_t kBack = 3;  // sentences
  if (aged) begin = parse.sentences[parse[head].sentence > kBack ? parse[head].sentence - kBack : 0].begin;
  for (TokenIndex t = head; t-- > begin;) {
    const std::int32_t m = page.story.mention_at[t];
    if (m < 0 || page.story.mentions[static_cast<std::size_t>(m)].kind != MentionKind::name) continue;
    if (is_person(page, t)) return page.story.mentions[static_cast<std::size_t>(m)].head;
  }
  return kNoToken;
}

// "emailed the clerks saying that": told, and nothing else told them.
bool is_told_by(const Page& page, TokenIndex receiver) {
  const Parse& parse = page.parse;
  const TokenIndex tells = parse[receiver].head;
  const Cue* cue = parse[receiver].relation == Relation::dobj ? page.cues.verb(parse[tells].lemma) : nullptr;
  return cue != nullptr && cue->hearer && cue->kind == Cue::Kind::speech &&
         child_of(parse, tells, Relation::ccomp) == kNoToken && child_of(parse, tells, Relation::xcomp) == kNoToken;
}

// "sent a message to the clerks claiming that", "in her memo to the clerks explaining that": the verb of whoever sends
// it, or the message, where the parser hangs the participle on the receivers.
TokenIndex sender(const Page& page, TokenIndex verb) {
  const Parse& parse = page.parse;
  const Token& v = parse[verb];
  if (v.relation != Relation::acl || v.tag != Tag::vbg) return kNoToken;
  if (is_told_by(page, v.head)) return parse[v.head].head;
  const TokenIndex link = parse[v.head].head;
  if (parse[v.head].relation != Relation::pobj || parse[link].lower != "to") return kNoToken;
  const TokenIndex above = parse[link].head;
  const TokenIndex sent = is_verbal(parse[above]) ? child_of(parse, above, Relation::dobj) : above;
  if (sent == kNoToken || sent > verb) return kNoToken;
  if (!page.cues.is_of_somebody(parse[sent].lemma) && !page.cues.messages.contains(parse[sent].lemma)) return kNoToken;
  return parse[sent].relation == Relation::dobj && is_verbal(parse[parse[sent].head]) ? parse[sent].head : sent;
}

// The relative pronoun that stands for the speaker, when the clause has one.
TokenIndex own_word(const Parse& parse, TokenIndex verb, TokenIndex subject) {
  for (const TokenIndex child : parse.children(verb)) {
    const Relation r = parse[child].relation;
    if ((r == Relation::nsubj || r == Relation::nsubjpass) && is_relative_pronoun(parse[child])) return child;
  }
  return subject;
}

}  // namespace

TokenIndex quoting_verb(const Parse& parse, TokenIndex verb) {
  if (parse[verb].relation != Relation::pcomp) return kNoToken;
  const Token& link = parse[parse[verb].head];
  const bool quotes = parse[link.head].lemma == "quote" || parse[link.head].lemma == "cite";
  return link.lower == "as" && quotes ? link.head : kNoToken;
}

namespace {

// "One of the pilots, Ana Paz, said": who is named, of the many.
TokenIndex named_among(const Page& page, TokenIndex head) {
  const Parse& parse = page.parse;
  if (parse[head].pos != Pos::num && parse[head].tag != Tag::cd) return kNoToken;
  const Tokens many = obliques(parse, head, "of");
  if (many.empty()) return kNoToken;
  // The parser hangs the name on the one or on the many.
  for (const TokenIndex above : {head, parse[head].lower == "one" ? many.front() : head}) {
    for (const TokenIndex child : parse.children(above)) {
      if (child > above && parse[child].relation == Relation::appos && is_named_person(page, child)) return child;
    }
  }
  return kNoToken;
}

// "…, with Karl Holm, a spokesman for the guild, saying it was old": who stands behind "with" says so.
TokenIndex beside_with(const Page& page, TokenIndex verb) {
  const Parse& parse = page.parse;
  const Token& v = parse[verb];
  if (v.tag != Tag::vbg || (v.relation != Relation::advcl && v.relation != Relation::acl)) return kNoToken;
  const TokenIndex begin = page.sentence_of(verb).begin;
  TokenIndex last = v.left_edge;
  if (last > begin && parse[last - 1].text == ",") --last;
  for (TokenIndex t = last; t-- > begin + 1;) {
    if (parse[t].lower != "with" || parse[t].relation != Relation::prep || parse[t - 1].text != ",") continue;
    const TokenIndex who = child_of(parse, t, Relation::pobj);
    const bool right_before = who != kNoToken && parse[who].right_edge + 1 >= last && who < verb;
    return right_before && is_person(page, who) ? who : kNoToken;
  }
  return kNoToken;
}

}  // namespace

TokenIndex subject_behind(const Parse& parse, TokenIndex verb) {
  if (verb == 0 || parse[verb - 1].pos != Pos::punct) return kNoToken;
  TokenIndex object = kNoToken;
  bool alone = parse[verb].tag == Tag::vbd && parse[verb].relation != Relation::conj;
  for (const TokenIndex child : parse.children(verb)) {
    const Relation r = parse[child].relation;
    if (child > verb && r == Relation::nsubj) return child;
    if (child == verb + 1 || (r == Relation::dobj && child > verb)) object = r == Relation::dobj ? child : object;
    const bool told =
        r == Relation::ccomp || (r == Relation::advcl && child_of(parse, child, Relation::mark) == kNoToken);
    alone &= r == Relation::dobj || r == Relation::punct || (told && child < verb) || r == Relation::npadvmod ||
             (r == Relation::prep && child > verb);
  }
  // "The road is open, assured Minister Paz.": the parser takes whoever closes the sentence for the object.
  if (!alone || object == kNoToken || parse[verb - 1].text != "," || parse[object].pos == Pos::pron) return kNoToken;
  const TokenSpan rest = trimmed(parse, {object, parse.sentences[parse[verb].sentence].end});
  return parse[verb].right_edge + 1 >= rest.end ? object : kNoToken;
}

void set_speaker(const Page& page, TokenIndex head, StatementDraft& draft) {
  draft.speaker = head;
  if (const TokenIndex told = named_among(page, head); told != kNoToken) head = told;
  const bool named = is_named_person(page, head);
  for (const TokenIndex part : coordinated(page.parse, head)) {
    if (part != head && named && is_office(page, part)) continue;  // "Ana Paz and guild chairwoman": herself
    add_entities(page, named_beside(page, part), draft.speakers);
    // "the board's and the league's figures": of both, where the parser joins the figures to the board.
    if (part != head && page.parse[part].pos == Pos::noun && page.story.entities_at(part).empty())
      add_owners(page, part, draft.speakers);
  }
  for (const TokenIndex partner : partners(page.parse, head)) add_entities(page, partner, draft.speakers);
  if (draft.speakers.empty()) add_owners(page, head, draft.speakers);
  // A family name that stayed unread here and is known from elsewhere.
  if (draft.speakers.empty() && page.parse[head].pos == Pos::propn && page.story.mention_at[head] < 0) {
    if (const auto known = page.person_named(page.parse[head].text)) draft.speakers = {*known};
  }
  // "85% of Democrats": some who were asked, and not the party.
  if (page.parse[head].lemma == "percent" || page.parse[head].text == "%") {
    std::erase_if(draft.speakers, [&](Index e) {
      const Entity& who = page.story.record.entities[e];
      return who.type == EntityType::organisation && !who.anonymous;
    });
  }
}

namespace {

// "was described as a relic by the mayor": the parser hangs the mayor on the relic.
Tokens agent_behind_as(const Page& page, TokenIndex verb) {
  const Parse& parse = page.parse;
  const TokenIndex as = child_word(parse, verb, "as");
  const TokenIndex called = as == kNoToken ? kNoToken : child_of(parse, as, Relation::pobj);
  if (called == kNoToken) return {};
  for (const TokenIndex by : obliques(parse, called, "by")) {
    if (by > called && !page.story.entities_at(by).empty()) return coordinated(parse, by);
  }
  return {};
}

// "was fined and ordered to pay", where the parser takes the second for a verb in the past.
bool shares_passive(const Parse& parse, TokenIndex verb, const Cue& cue) {
  const Token& v = parse[verb];
  return cue.object_infinitive && v.tag == Tag::vbd && v.relation == Relation::conj &&
         is_passive(parse, first_conjunct(parse, verb)) && own_subject(parse, verb) == kNoToken &&
         child_of(parse, verb, Relation::dobj) == kNoToken && child_of(parse, verb, Relation::ccomp) == kNoToken &&
         child_of(parse, verb, Relation::xcomp) != kNoToken;
}

// "Asked whether …, she said": whoever asked is not said.
bool is_passive_aside(const Page& page, TokenIndex verb, const Cue& cue) {
  const Parse& parse = page.parse;
  const Token& v = parse[verb];
  return cue.passive && v.relation == Relation::advcl && (v.tag == Tag::vbd || v.tag == Tag::vbn) &&
         child_of(parse, verb, Relation::nsubj) == kNoToken && child_of(parse, verb, Relation::aux) == kNoToken &&
         child_of(parse, verb, Relation::agent) == kNoToken;
}

// The heads of the subject of an active verb of speech.
Tokens subjects_of_active(const Page& page, TokenIndex verb, const Cue& cue) {
  const Parse& parse = page.parse;
  const TokenIndex behind = cue.quotes() ? subject_behind(parse, verb) : kNoToken;
  TokenIndex said = is_speakers_aside(page, verb) ? said_before(page, verb) : kNoToken;
  if (said == kNoToken) said = sender(page, verb);
  if (said != kNoToken && said > verb) said = kNoToken;  // "Paz spoke of rain, adding that …, the agency reported"
  // "replied that he was a puppet and demanded an apology": the one who replied.
  const TokenIndex first = first_conjunct(parse, verb);
  const TokenIndex saying = first != verb && parse[first].relation == Relation::ccomp ? parse[first].head : kNoToken;
  if (saying != kNoToken && cue.kind != Cue::Kind::thought && is_verbal(parse[saying])) {
    const Cue* above = page.cues.verb(parse[saying].lemma);
    if (above != nullptr && above->quotes() && is_of_outer(page, verb, saying)) said = saying;
  }
  // "…, said A" and "with A and B, the council said": what follows a closed list is the subject.
  Tokens heads =
      behind != kNoToken ? coordinated(parse, behind) : surface_subjects(parse, said != kNoToken ? said : verb);
  if (said != kNoToken && behind == kNoToken && is_nominal(parse[said])) heads = {said};
  const Tokens closed = behind == kNoToken ? closed_list(parse, heads) : heads;
  if (closed.size() < heads.size() && heads.back() < verb && cue.quotes()) heads = {heads.back()};
  const TokenIndex drawn = behind == kNoToken && cue.quotes() ? drawn_in(page, verb) : kNoToken;
  if (drawn != kNoToken) heads = {drawn};
  if (heads.empty() || parse[verb].relation == Relation::pcomp) {
    const Tokens quoted = quoted_subject(parse, verb);
    if (!quoted.empty()) heads = quoted;
  }
  return heads;
}

// A dateline that the parser took for the subject or for one more: "PARIS (AP) — Minister Ana Paz said".
void drop_boilerplate(const Page& page, TokenIndex verb, Tokens& heads) {
  const Parse& parse = page.parse;
  const TokenIndex line = !heads.empty() && page.story.boilerplate[heads.front()] ? heads.front() : kNoToken;
  std::erase_if(heads, [&](TokenIndex head) { return page.story.boilerplate[head]; });
  if (line == kNoToken || !heads.empty()) return;
  for (const TokenIndex child : parse.children(line)) {
    if (child > line && child < verb && is_nominal(parse[child]) && !page.story.boilerplate[child]) heads = {child};
  }
}

// "wept when saying: “I want to go”": whoever acts above, and not the quoted "I".
void leave_quotation(const Page& page, TokenIndex verb, Tokens& heads) {
  const Parse& parse = page.parse;
  if (page.in_quotation(verb) || parse[verb].tag != Tag::vbg) return;
  const bool quoted = !heads.empty() && page.in_quotation(heads.front());
  Tokens outer;
  TokenIndex above = verb;
  for (int i = 0; i < kMaxClimb && quoted && outer.empty() && parse[above].head != above; ++i) {
    above = parse[above].head;
    if (is_verbal(parse[above]) && !page.in_quotation(above)) outer = surface_subjects(parse, above);
    std::erase_if(outer, [&](TokenIndex head) { return head > verb || page.in_quotation(head); });
  }
  if (!outer.empty()) heads = std::move(outer);
}

// Two subjects of one verb, where the parser errs.
void drop_false_subject(const Parse& parse, TokenIndex verb, Tokens& heads) {
  if (heads.size() != 2) return;
  const Token& second = parse[heads[1]];
  if (second.relation != Relation::nsubj || second.left_edge == 0) return;
  const Token& before = parse[second.left_edge - 1];
  if (before.pos == Pos::adp) {  // "the officers who searched for Paz said": whom the parser takes for a second one
    heads.pop_back();
  } else if (heads[1] + 1 == verb && verb + 1 < parse.size() && parse[verb + 1].text == "," && before.text == ",") {
    heads = {heads[1]};  // "The dam, Paz underlined, is old": the parser gives the verb both
  }
}

// The word by which the text names the one who speaks, where the subject only leads to it.
TokenIndex meant_by(const Page& page, TokenIndex verb, TokenIndex head) {
  const Parse& parse = page.parse;
  const TokenIndex named = named_behind(page, head, head < verb ? verb : parse[head].right_edge + 1);
  const TokenIndex meant = parse[verb].relation == Relation::relcl ? whom_it_means(page, verb, head) : kNoToken;
  const TokenIndex acts = who_acts(page, verb, head);
  if (named != kNoToken) head = named;
  if (acts != kNoToken) head = acts;
  if (const TokenIndex latter = named_last(page, head); latter != kNoToken) head = latter;
  if (meant != kNoToken) head = meant;
  // "the ex-minister": the office behind the hyphen.
  if (head + 2 < parse.size() && parse[head + 1].text == "-" && page.story.entities_at(head).empty() &&
      !page.story.entities_at(head + 2).empty()) {
    head += 2;
  }
  return head;
}

}  // namespace

bool find_speaker(const Page& page, TokenIndex verb, const Cue& cue, StatementDraft& draft) {
  const Parse& parse = page.parse;
  Tokens heads;
  const Token& v = parse[verb];
  if (shares_passive(parse, verb, cue)) return false;
  if (is_passive_aside(page, verb, cue)) {
    // "the row after Paz, who leads the guild, said that"
    const TokenIndex named = before_who_clause(page, verb, page.sentence_of(verb).begin);
    if (named != kNoToken) set_speaker(page, named, draft);
    return true;
  }
  if (!cue.made_by.empty()) {
    // "made it clear that": who made it so.
    const TokenIndex above = v.head;
    const bool made = std::find(cue.made_by.begin(), cue.made_by.end(), parse[above].lemma) != cue.made_by.end();
    if (v.pos != Pos::adj || above > verb || !made) return false;
    heads = surface_subjects(parse, above);
    draft.cue_span.begin = above;
  } else if (v.pos == Pos::adj) {
    // "is confident that": the copula's subject. "Made sure that" tells of no words.
    if (parse[v.head].lemma == "make") return false;
    if (v.relation == Relation::acomp) heads = surface_subjects(parse, v.head);
  } else if (is_passive(parse, verb)) {
    heads = agents(parse, verb);
    if (heads.empty()) heads = agent_behind_as(page, verb);
    // "a group called Hope" is a name: without a speaker that is no statement; words in quotation marks are one.
    draft.weak = heads.empty() && cue.predicate;
    if (heads.empty()) return cue.passive && !(cue.predicate && v.relation == Relation::acl);
  } else {
    heads = subjects_of_active(page, verb, cue);
  }
  if (const TokenIndex beside = beside_with(page, verb); beside != kNoToken) heads = {beside};
  drop_boilerplate(page, verb, heads);
  leave_quotation(page, verb, heads);
  if (heads.empty() && cue.kind == Cue::Kind::speech) {
    const TokenIndex beside = subject_beside(page, verb);
    if (beside != kNoToken) heads.push_back(beside);
  }
  if (heads.empty() || cannot_speak(page, heads.front(), cue)) return false;
  drop_false_subject(parse, verb, heads);
  drop_own_offices(page, verb, heads);
  for (TokenIndex& head : heads) head = meant_by(page, verb, head);
  // "before Chile's rumored withdrawal": no verb, whatever the parser says.
  if (verb > 0 && parse[verb - 1].tag == Tag::pos) return false;
  for (const TokenIndex head : heads) {
    StatementDraft one;
    set_speaker(page, head, one);
    for (const Index e : one.speakers) add_unique(draft.speakers, e);
  }
  draft.speaker = own_word(parse, verb, heads.front());
  return true;
}

std::vector<Index> document_owners(const Page& page, TokenIndex noun) {
  std::vector<Index> owners;
  if (page.parse[noun].pos == Pos::noun) add_owners(page, noun, owners);
  return owners;
}

TokenSpan speaker_phrase(const Page& page, const StatementDraft& draft) {
  const Parse& parse = page.parse;
  const TokenIndex head = draft.speaker;
  // "India, which has accused …": whom the pronoun stands for, and the pronoun, as they stand side by side.
  if (is_relative_pronoun(parse[head]) && draft.cue != kNoToken) {
    const TokenIndex who = antecedent(parse, draft.cue);
    if (who != kNoToken && who < head) {
      const TokenSpan named = core_phrase(parse, who);
      constexpr TokenIndex kBeside = 3;
      return trimmed(parse, {named.begin, named.end + kBeside > head ? head + 1 : named.end});
    }
  }
  TokenSpan span = subtree(parse, head);
  span.begin = page.begin_of_text({span.begin, head});  // a heading that the parser took in
  for (const TokenIndex child : parse.children(head)) {
    const Relation r = parse[child].relation;
    if (child > head && (r == Relation::relcl || r == Relation::parataxis || r == Relation::ccomp)) {
      span.end = std::min(span.end, std::max(parse[child].left_edge, head + 1));
    }
  }
  constexpr TokenIndex kLong = 40;
  bool astray = span.size() > kLong || (draft.cue != kNoToken && span.contains(draft.cue));
  for (const TokenSpan s : draft.content) astray |= s.begin < span.end && span.begin < s.end;
  if (astray) {
    const std::int32_t mention = page.story.mention_at[head];
    span = mention >= 0 ? page.story.mentions[static_cast<std::size_t>(mention)].span : core_phrase(parse, head);
  }
  return trimmed(parse, span);
}

}  // namespace dragoman
