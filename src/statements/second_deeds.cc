#include "statements/second_deeds.h"

namespace dragoman {

bool is_of_outer(const Page& page, TokenIndex deed, TokenIndex saying) {
  const Parse& parse = page.parse;
  const Token& d = parse[deed];
  const Cue* cue = page.cues.verb(d.lemma);
  if (cue == nullptr || deed < saying || d.relation != Relation::conj) return false;
  // "Noting that Paz had left and pointing to the war": one participle beside the other.
  if (d.tag == Tag::vbg && parse[saying].tag == Tag::vbg && parse[first_conjunct(parse, deed)].tag != Tag::vbg)
    return true;
  if (d.tag != Tag::vbd || parse[saying].tag != Tag::vbd) return false;
  if (child_of(parse, deed, Relation::nsubj) != kNoToken) return false;
  if (!page.cues.undertakings.contains(cue->act)) return true;
  const Tokens inner = surface_subjects(parse, deed), outer = surface_subjects(parse, saying);
  return !inner.empty() && !outer.empty() &&
         page.story.entities_at(inner.front()) == page.story.entities_at(outer.front());
}

namespace {

// The word of a verb that has its person: "have" in "have sent".
TokenIndex finite_word(const Parse& parse, TokenIndex verb) {
  for (const TokenIndex child : parse.children(verb)) {
    if (child < verb && parse[child].relation == Relation::aux) return child;
  }
  return verb;
}

// "says he is ill and have sent for a doctor", "say the mills are old and wants them shut": in the number of whoever
// says so, and not in that of whom it is told of.
bool differs_in_number(const Parse& parse, TokenIndex deed, TokenIndex told, TokenIndex saying) {
  const Tag form = parse[finite_word(parse, deed)].tag;
  const TokenIndex subject = own_subject(parse, told);
  if (subject == kNoToken || parse[finite_word(parse, saying)].tag != form) return false;
  const Token& s = parse[subject];
  const bool one = s.lower == "he" || s.lower == "she" || s.lower == "it";
  const bool many = s.lower == "they" || s.tag == Tag::nns;
  return (form == Tag::vbp && one) || (form == Tag::vbz && many);
}

// "knew", "wanted", "was": what lasts while something is said, and may be a part of it.
bool is_state(const Page& page, TokenIndex verb) {
  const std::string_view lemma = page.parse[verb].lemma;
  const Cue* cue = page.cues.verb(lemma);
  return page.cues.wishes.contains(lemma) || (cue != nullptr && cue->kind == Cue::Kind::thought);
}

}  // namespace

bool is_second_deed(const Page& page, TokenIndex deed, TokenIndex told, TokenIndex saying) {
  const Parse& parse = page.parse;
  const Token& d = parse[deed];
  if (d.relation != Relation::conj || own_subject(parse, deed) != kNoToken || page.in_quotation(deed)) return false;
  if (child_of(parse, deed, Relation::mark) != kNoToken || child_of(parse, deed, Relation::expl) != kNoToken)
    return false;
  if (differs_in_number(parse, deed, told, saying)) return true;
  // "would go but left": the tagger may take the past of "leave" for a participle.
  const bool past =
      d.tag == Tag::vbd || (d.tag == Tag::vbn && parse[told].tag == Tag::vb && finite_word(parse, deed) == deed);
  if (!past || parse[saying].tag != Tag::vbd) return false;
  // Past beside present or future is told by the reporter: "said the war is over and gave them a map".
  const VerbForm form = verb_form(parse, told);
  if (form.tense == Tense::present && !form.perfect && form.modal == kNoToken) return true;
  // "would be freed and returned" is one passive; "would be freed and signed the order" is not.
  if (is_passive(parse, told) && child_of(parse, deed, Relation::dobj) == kNoToken) return false;
  return (form.modal != kNoToken || form.tense == Tense::future) && !is_state(page, deed);
}

TokenIndex said_before(const Page& page, TokenIndex verb) {
  const Parse& parse = page.parse;
  TokenIndex at = parse[verb].head;
  for (int i = 0; i < kMaxClimb && parse[at].head != at; ++i) {
    const Cue* cue = page.cues.verb(parse[at].lemma);
    if (cue != nullptr && cue->kind == Cue::Kind::speech && cue->clause && is_verbal(parse[at])) return at;
    at = parse[at].head;
  }
  const Cue* cue = page.cues.verb(parse[at].lemma);
  return cue != nullptr && cue->kind == Cue::Kind::speech && cue->clause && is_verbal(parse[at]) ? at : kNoToken;
}

namespace {

// "his men", "its troops": those of whoever speaks.
bool is_owned_by(const Page& page, TokenIndex noun, const std::vector<Index>& speakers) {
  const Tokens owners = possessors(page.parse, noun);
  if (owners.empty() || page.parse[owners.front()].pos != Pos::pron) return false;
  const std::vector<Index>& owner = page.story.entities_at(owners.front());
  return owner.empty() || owner == speakers;
}

// "…, adding that", "…, telling reporters: …", "…, saying, “…”": whoever acts in the clause above.
bool goes_on_by_form(const Page& page, TokenIndex verb, const Cue& cue) {
  const Parse& parse = page.parse;
  const Token& v = parse[verb];
  if (cue.goes_on) return true;
  const TokenIndex behind = v.right_edge + 1;
  const bool colon = behind < parse.size() && (parse[behind].text == ":" || parse[v.right_edge].text == ":");
  const bool comma = verb + 2 < parse.size() && parse[verb + 1].text == "," && page.in_quotation(verb + 2);
  return (colon || comma) && cue.quotes();
}

// "denied that his men had fired, accusing …", "said it would go, insisting that …": the clause above tells of the
// speaker himself, of what is his, or of what he denies.
bool goes_on_by_subject(const Page& page, TokenIndex verb, TokenIndex subject) {
  const std::vector<Index>& doers = page.story.entities_at(subject);
  const TokenIndex said = said_before(page, verb);
  if (said == kNoToken || said == page.parse[verb].head) return false;
  const Tokens who = surface_subjects(page.parse, said);
  if (who.empty()) return false;
  const std::vector<Index>& speakers = page.story.entities_at(who.front());
  const bool denies = page.cues.answers.contains(page.cues.verb(page.parse[said].lemma)->act);
  return speakers == doers || denies || is_owned_by(page, subject, speakers);
}

// "asked the court to wait, alleging that", "urged Mali to talk, accusing …": of whoever bids, and not of whom is
// bidden.
bool goes_on_bidding(const Page& page, TokenIndex verb) {
  const Parse& parse = page.parse;
  const TokenIndex deed = parse[verb].head;
  const Token& d = parse[deed];
  if (d.tag != Tag::vb || !verb_form(parse, deed).infinitive || d.relation != Relation::xcomp) return false;
  if (said_before(page, verb) != d.head) return false;
  return page.cues.verb(parse[d.head].lemma)->object_infinitive;
}

}  // namespace

bool is_speakers_aside(const Page& page, TokenIndex verb) {
  const Parse& parse = page.parse;
  const Token& v = parse[verb];
  const bool hung = v.relation == Relation::advcl || v.relation == Relation::acl;
  const Cue* cue = v.tag == Tag::vbg && hung ? page.cues.verb(v.lemma) : nullptr;
  if (cue == nullptr || cue->kind == Cue::Kind::thought || v.left_edge == 0) return false;
  if (v.relation == Relation::acl && !cue->goes_on) return false;
  if (parse[v.left_edge - 1].text != ",")
    return cue->goes_on && verb + 1 < parse.size() && parse[verb + 1].lower == "that";
  const bool speaks = cue->kind == Cue::Kind::speech;
  if (speaks && goes_on_by_form(page, verb, *cue)) return true;
  if (goes_on_bidding(page, verb)) return true;
  const Tokens subjects = surface_subjects(parse, v.head);
  if (subjects.empty() || (!speaks && cue->act == "report")) return false;  // "…, showing that …"
  // Things voice nothing: "said the deal should stand, voicing regret".
  if (page.story.entities_at(subjects.front()).empty()) return speaks && parse[subjects.front()].pos != Pos::pron;
  return goes_on_by_subject(page, verb, subjects.front());
}

}  // namespace dragoman
