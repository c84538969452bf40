#include "statements/sourced.h"

#include "clauses/factuality.h"
#include "statements/clauses.h"
#include "statements/speakers.h"

#include <algorithm>

namespace dragoman {

namespace {

// The noun that the phrase's last preposition governs.
TokenIndex source_behind(const Parse& parse, TokenIndex begin, TokenIndex end) {
  for (TokenIndex t = end; t-- > begin;) {
    for (const TokenIndex child : parse.children(t)) {
      if (child >= end && (parse[child].relation == Relation::pobj || parse[child].relation == Relation::poss))
        return child;
    }
  }
  // The parser hung it elsewhere: the next noun phrase.
  for (TokenIndex t = end; t < std::min<TokenIndex>(end + 6, parse.size()); ++t) {
    if (parse[t].pos == Pos::punct) break;
    if (is_nominal(parse[t]) && parse[t].relation != Relation::compound && parse[t].relation != Relation::poss)
      return t;
  }
  return kNoToken;
}

// "is built according to a plan", "prices differ according to size": how it is done, and nobody says so.
bool is_manner(const Page& page, TokenIndex at, TokenIndex source, const StatementDraft& draft) {
  const Parse& parse = page.parse;
  if (!draft.speakers.empty() || parse[source].pos != Pos::noun || parse[source].tag == Tag::nnp) return false;
  if (page.cues.is_of_somebody(parse[source].lemma) || page.cues.papers.contains(parse[source].lemma)) return false;
  const TokenIndex before = page.word_before(at);
  const bool open = before != kNoToken && !page.ends_sentence(before) && parse[before].text != ",";
  return open && !page.in_quotation(before) && at != page.sentence_of(at).begin;
}

}  // namespace

bool source_of_phrase(const Page& page, TokenIndex at, StatementDraft& draft) {
  const auto match = page.cues.phrases.longest(page.parse, page.story.text, at);
  const TokenIndex source = match ? source_behind(page.parse, at, match->end) : kNoToken;
  if (source == kNoToken) return false;
  draft.cue = at;
  draft.cue_span = {at, match->end};
  draft.act = "state";
  set_speaker(page, source, draft);
  return true;
}

// "According to the guild's leader, Ana Paz, …", "According to Ana Paz, speaking for the guild, …": where what the
// parser gives to the clause ends, which belongs to the source; `end` itself where nothing does.
TokenIndex end_of_aside(const Page& page, TokenIndex end, const StatementDraft& draft) {
  const Parse& parse = page.parse;
  constexpr TokenIndex kLong = 12;
  const TokenIndex last = std::min(page.sentence_of(draft.cue).end, end + kLong);
  if (end + 2 >= last || parse[end].text != ",") return end;
  TokenIndex comma = end + 1;
  while (comma < last && parse[comma].text != ",") ++comma;
  if (comma == last || draft.speakers.empty()) return end;
  const Token& first = parse[end + 1];
  if (first.tag == Tag::vbg && page.cues.topics.contains(first.lemma)) return comma;
  const TokenIndex name = comma - 1;
  const bool his = page.story.entities_at(name) == draft.speakers && parse[name].pos == Pos::propn;
  const std::int32_t mention = page.story.mention_at[name];
  return his && mention >= 0 && mention == page.story.mention_at[end + 1] ? comma : end;
}

TokenIndex find_phrase(const Page& page, TokenIndex at, std::vector<StatementDraft>& drafts) {
  const Parse& parse = page.parse;
  StatementDraft draft;
  if (page.in_quotation(at) || !source_of_phrase(page, at, draft)) return at;
  const TokenIndex source = draft.speaker, phrase_end = draft.cue_span.end;
  TokenSpan hole{at, std::max(subtree(parse, source).end, phrase_end)};
  // At the head of the sentence the phrase ends with its comma; what the parser hung on the source behind it is not.
  if (at == page.sentence_of(at).begin) {
    for (TokenIndex t = source + 1; t < hole.end; ++t) {
      if (parse[t].text == "," && parse[t].head != source) hole.end = t;
    }
    // "According to the club's and the union's figures, ...": the parser may hang the rest of the source on the phrase.
    for (TokenIndex t = at; t < phrase_end; ++t) {
      const TokenIndex end = subtree(parse, t).end;
      if (end < parse.size() && parse[end].text == ",") hole.end = std::max(hole.end, end);
    }
  }
  if (at == page.sentence_of(at).begin) hole.end = end_of_aside(page, hole.end, draft);
  if (is_manner(page, at, source, draft)) return phrase_end;
  draft.content = qualified_clause(page, at, hole);
  page.keep(std::move(draft), drafts);
  return phrase_end;
}

void find_perspective(const Page& page, TokenIndex at, std::vector<StatementDraft>& drafts) {
  const Parse& parse = page.parse;
  if (parse[at].relation != Relation::pobj || !page.cues.perspectives.contains(parse[at].lemma)) return;
  const TokenIndex preposition = parse[at].head;
  const Tokens owners = possessors(parse, at);
  if (owners.empty() || page.in_quotation(at) || parse[preposition].relation != Relation::prep) return;
  if (parse[preposition].lower != "in" && parse[preposition].lower != "by") return;
  // "Here is why, in her own words:": they follow.
  const TokenIndex end = subtree(parse, at).end;
  if (end < parse.size() && parse[end].text == ":") return;
  StatementDraft draft;
  draft.cue = at;
  draft.cue_span = {at, at + 1};
  draft.act = "state";
  for (const TokenIndex owner : owners) {
    StatementDraft one;
    set_speaker(page, owner, one);
    for (const Index e : one.speakers) add_unique(draft.speakers, e);
  }
  draft.speaker = owners.front();
  draft.content = qualified_clause(page, preposition, subtree(parse, preposition));
  page.keep(std::move(draft), drafts);
}

void find_adverb(const Page& page, TokenIndex at, std::vector<StatementDraft>& drafts) {
  const Parse& parse = page.parse;
  if (page.in_quotation(at) || !page.cues.adverbs.contains(parse[at].lower)) return;
  const TokenIndex head = parse[at].head;
  if (parse[at].relation != Relation::advmod || head == at) return;
  StatementDraft draft;
  draft.cue = at;
  draft.cue_span = {at, at + 1};
  draft.act = "report";
  const TokenSpan span = is_verbal(parse[head]) ? clause_span(parse, head) : subtree(parse, head);
  draft.content = page.without({span}, draft.cue_span);
  // "the clerk, who allegedly sold it", "fled and reportedly hid": who it is told of stands outside.
  const Tokens who = is_verbal(parse[head]) ? surface_subjects(parse, head) : Tokens{};
  if (!who.empty() && who.front() < span.begin && parse[who.front()].sentence == parse[at].sentence) {
    const TokenSpan named = core_phrase(parse, who.front());
    if (named.end <= span.begin) draft.content.insert(draft.content.begin(), named);
    // The relative pronoun stands for him.
    TokenSpan& rest = draft.content.back();
    if (draft.content.size() == 2 && is_relative_pronoun(parse[rest.begin]) && rest.size() > 1 &&
        parse[rest.begin].relation == Relation::nsubj)
      ++rest.begin;
  }
  page.keep(std::move(draft), drafts);
}

namespace {

// "dismissed suggestions that …": the suggestions are another's.
bool answers_another(const Page& page, TokenIndex verb) {
  const Cue* cue = page.cues.verb(page.parse[verb].lemma);
  return cue != nullptr && page.cues.answers.contains(cue->act);
}

bool has_complement(const Parse& parse, TokenIndex verb) {
  for (const TokenIndex child : parse.children(verb)) {
    const Relation r = parse[child].relation;
    if (child > verb && (r == Relation::dobj || r == Relation::acomp || r == Relation::attr || r == Relation::ccomp))
      return true;
  }
  return parse[verb].tag == Tag::vbn;
}

// The clause that the parser takes for one about another noun or for a relative one: "the allegation during the trial
// that he had taken money", "voiced the hope he would see the port".
TokenIndex misread_clause(const Page& page, TokenIndex noun, TokenIndex up_to) {
  const Parse& parse = page.parse;
  for (TokenIndex t = noun + 1; t < up_to; ++t) {
    const Token& w = parse[t];
    if (w.relation != Relation::relcl && w.relation != Relation::acl) continue;
    const TokenIndex first = w.left_edge;
    const TokenIndex subject = child_of(parse, t, Relation::nsubj);
    if (subject == kNoToken || is_relative_pronoun(parse[subject]) || !has_complement(parse, t)) continue;
    if (w.head == noun && first == parse[subject].left_edge && verb_form(parse, t).modal != kNoToken) return t;
    if (w.head != noun && w.head > noun && parse[first].lower == "that" &&
        child_of(parse, t, Relation::dobj) != first && is_under(parse, w.head, parse[noun].head)) {
      return t;
    }
  }
  return kNoToken;
}

bool is_name_alone(const Page& page, TokenIndex object) {
  const std::int32_t at = page.story.mention_at[object];
  if (at < 0) return false;
  const TokenMention& mention = page.story.mentions[static_cast<std::size_t>(at)];
  return mention.kind == MentionKind::name && subtree(page.parse, object).size() <= mention.span.size() + 1;
}

// "there are fears that the road will close": nobody has said so.
bool is_in_the_air(const Page& page, TokenIndex noun, const CueNoun& cue) {
  const Parse& parse = page.parse;
  const bool thought = cue.act == "fear" || cue.act == "hope" || cue.act == "doubt" || cue.act == "expect";
  return thought && child_of(parse, parse[noun].head, Relation::expl) != kNoToken;
}

// "told voters in a letter that tolls would rise": what was told is the verb's.
bool is_occasion_of_saying(const Page& page, TokenIndex noun) {
  const Parse& parse = page.parse;
  const TokenIndex link = parse[noun].head;
  const Cue* cue = page.cues.verb(parse[parse[link].head].lemma);
  return parse[noun].relation == Relation::pobj && parse[link].lower == "in" && cue != nullptr && cue->quotes();
}

// "wants guarantees that", "is waiting for a promise that": nobody has given one.
bool is_only_asked_for(const Page& page, TokenIndex noun) {
  const EventStatus status = FactualityReader(page.parse, *page.story.lexicon.signatures).of(noun).status;
  return status == EventStatus::requested || status == EventStatus::hoped || status == EventStatus::conditional;
}

}  // namespace

void find_noun(const Page& page, TokenIndex at, std::vector<StatementDraft>& drafts) {
  const Parse& parse = page.parse;
  const auto noun = page.cues.nouns.find(parse[at].lemma);
  if (noun == page.cues.nouns.end() || page.in_quotation(at)) return;
  TokenIndex clause = kNoToken, object = kNoToken;
  bool that = false;
  for (const TokenIndex child : parse.children(at)) {
    if (child < at) continue;
    const Token& c = parse[child];
    if (c.relation == Relation::acl) {
      that = child_word(parse, child, "that") != kNoToken;
      if (that || verb_form(parse, child).infinitive) clause = child;
    }
    for (const std::string& p : noun->second.prepositions) {
      if (c.relation != Relation::prep || c.lower != p) continue;
      for (const TokenIndex o : parse.children(child)) {
        if (o > child && (parse[o].relation == Relation::pobj || parse[o].relation == Relation::pcomp)) object = o;
      }
    }
  }
  constexpr TokenIndex kReach = 16;
  if (clause == kNoToken && object == kNoToken) {
    const TokenIndex end = std::min(at + kReach, page.sentence_of(at).end);
    clause = misread_clause(page, at, end);
  }
  if (clause == kNoToken && object == kNoToken) return;
  // "is such a threat that nobody sleeps": what comes of it.
  if (clause != kNoToken && child_word(parse, at, "such") != kNoToken) return;
  Tokens owners = possessors(parse, at);
  if (owners.empty() && is_only_asked_for(page, at)) return;
  if (clause != kNoToken) {
    for (const char* preposition : {"by", "from"}) {
      if (owners.empty()) owners = obliques(parse, at, preposition);
    }
    const bool object = parse[at].relation == Relation::dobj && is_verbal(parse[parse[at].head]);
    // "buttressed the contention of the minister that": his, whoever acts.
    const Tokens of = obliques(parse, at, "of");
    if (owners.empty() && !of.empty() && !page.story.entities_at(of.front()).empty()) owners = of;
    const bool others =
        object && (answers_another(page, parse[at].head) || page.cues.drawings.contains(parse[parse[at].head].lemma));
    if (owners.empty() && object && !others) owners = agents(parse, parse[at].head);
    if (owners.empty()) owners = of;
  }
  // "her attack on Paz": of whom she spoke, and nothing that she said.
  if (clause == kNoToken && is_name_alone(page, object)) return;
  if (owners.empty() && (!that || is_in_the_air(page, at, noun->second))) return;
  if (owners.empty() && is_occasion_of_saying(page, at)) return;
  StatementDraft draft;
  draft.cue = at;
  draft.cue_span = {at, at + 1};
  draft.act = noun->second.act;
  if (!owners.empty()) set_speaker(page, owners.front(), draft);
  draft.content = {subtree(parse, clause != kNoToken ? clause : object)};
  page.keep(std::move(draft), drafts);
}

}  // namespace dragoman
