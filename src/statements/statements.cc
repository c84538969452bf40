#include "statements/statements.h"

#include "clauses/factuality.h"
#include "statements/addressees.h"
#include "statements/chains.h"
#include "statements/content.h"
#include "statements/content_ends.h"
#include "statements/documents.h"
#include "statements/occasion.h"
#include "statements/page.h"
#include "statements/quoted.h"
#include "statements/relays.h"
#include "statements/resumed.h"
#include "statements/sourced.h"
#include "statements/speakers.h"
#include "statements/transcripts.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace dragoman {

namespace {

// "has neither confirmed nor denied it"
bool is_neither(const Parse& parse, TokenIndex cue) {
  const TokenIndex lead = own_subject(parse, cue) == kNoToken ? first_conjunct(parse, cue) : cue;
  for (const TokenIndex verb : {cue, lead}) {
    if (child_word(parse, verb, "neither") != kNoToken || child_word(parse, verb, "nor") != kNoToken) return true;
    // "Neither Paz nor Ruiz commented", "neither side would say"
    const TokenIndex subject = child_of(parse, verb, Relation::nsubj);
    if (subject != kNoToken && child_word(parse, subject, "neither") != kNoToken) return true;
  }
  return false;
}

// "refrained from condemning", "failed to mention"
bool abstains(const Page& page, TokenIndex cue) {
  const Parse& parse = page.parse;
  const Relation r = parse[cue].relation;
  const bool from = r == Relation::pcomp && parse[parse[cue].head].lower == "from";
  if (!from && r != Relation::xcomp) return false;  // "avoid blame by calling it a plot": said
  const TokenIndex above = r == Relation::pcomp ? parse[parse[cue].head].head : parse[cue].head;
  return page.cues.abstentions.contains(parse[above].lemma);
}

// "reportedly denied it and accused them": the report itself has it from others.
bool is_hearsay(const Page& page, TokenIndex cue, TokenIndex speaker) {
  const Parse& parse = page.parse;
  const bool subject = speaker != kNoToken && parse[speaker].relation == Relation::nsubj && speaker < cue &&
                       parse[speaker].sentence == parse[cue].sentence;
  const TokenIndex lead = subject ? parse[speaker].head : cue;
  for (const TokenIndex verb : {cue, lead}) {
    for (const TokenIndex child : parse.children(verb)) {
      if (parse[child].relation == Relation::advmod && page.cues.adverbs.contains(parse[child].lower)) return true;
    }
  }
  return false;
}

// "will seek to persuade them", "can make trouble by asking for more": as far as the verb above comes true.
EventStatus of_attempt(const Parse& parse, TokenIndex above) {
  const VerbForm form = verb_form(parse, above);
  const std::string_view modal = form.modal == kNoToken ? std::string_view{} : parse[form.modal].lower;
  if (form.perfect && (modal == "may" || modal == "must")) return EventStatus::happened;  // "may have erred by asking"
  if (form.modal != kNoToken) return EventStatus::conditional;
  return form.tense == Tense::future ? EventStatus::planned : EventStatus::happened;
}

// Of "asking" in "is considering asking", "was accused of asking", "was barred from asking": as far as the word above
// lets it be. Who "can be heard asking" asks, and so does who "risked asking".
EventStatus of_gerund(const Page& page, TokenIndex verb, const Factuality& f) {
  const Parse& parse = page.parse;
  const Token& v = parse[verb];
  const bool behind = v.relation == Relation::pcomp;  // a preposition
  const TokenIndex above = behind ? parse[v.head].head : v.head;
  const bool by = behind && parse[v.head].lower == "by";
  if (by && is_verbal(parse[above])) {
    const EventStatus won = of_attempt(parse, above);  // "could win by asking"
    if (won != EventStatus::happened) return won;
  }
  const bool governed = by ? f.governor != kNoToken : f.governor == v.head || f.governor == above;
  const bool perceived = !behind && is_passive(parse, above);
  if (!governed || f.purpose || f.unsaid || perceived || f.status == EventStatus::ongoing) return EventStatus::happened;
  const SignatureLexicon& signatures = *page.story.lexicon.signatures;
  const Link link = behind ? Link{Link::Kind::preposition, parse[v.head].lower} : Link{Link::Kind::gerund, {}};
  if (const Signature* signature = signatures.find(parse, above, link); signature != nullptr && signature->said) {
    const EventStatus own = FactualityReader(parse, signatures).of(above).status;
    return own == EventStatus::ongoing ? EventStatus::happened : own;
  }
  const bool wished = f.status == EventStatus::hoped || f.status == EventStatus::requested;
  return wished ? EventStatus::planned : f.status;
}

// "Chile denied that she had said so", "hopes that she says so": by the verb right above.
EventStatus of_finite(const Page& page, TokenIndex verb) {
  const Parse& parse = page.parse;
  const Token& v = parse[verb];
  const bool below = v.relation == Relation::ccomp && v.head < verb;
  if (!below || child_word(parse, verb, "that") == kNoToken) return EventStatus::happened;
  const Factuality f = FactualityReader(parse, *page.story.lexicon.signatures).of(verb);
  if (f.governor != v.head) return EventStatus::happened;
  if (f.status == EventStatus::denied) return f.status;
  return f.status == EventStatus::hoped ? EventStatus::conditional : EventStatus::happened;
}

// "Police can confirm that the ship sank", "I must admit that it did": whoever says so has said what is confirmed. Not
// "only the captain can confirm that", nor "a witness who can".
bool is_said_by_saying(const Page& page, TokenIndex verb, TokenIndex modal) {
  const Parse& parse = page.parse;
  const CueLexicon& cues = page.cues;
  const Token& v = parse[verb];
  const TokenIndex subject = child_of(parse, verb, Relation::nsubj);
  const TokenIndex mark = child_of(parse, verb, Relation::mark);
  if (subject == kNoToken || (mark != kNoToken && parse[mark].lower != "that")) return false;
  if (v.relation == Relation::relcl || v.relation == Relation::advcl) return false;
  if (child_of(parse, verb, Relation::ccomp) == kNoToken || parse[parse[subject].left_edge].lower == "only")
    return false;
  const std::string_view who = parse[subject].lower;
  const bool first_person = who == "i" || who == "we";
  return (cues.vouching.contains(parse[modal].lower) && cues.vouched.contains(v.lemma)) ||
         (first_person && cues.avowing.contains(parse[modal].lower) && cues.avowed.contains(v.lemma));
}

// “I want him back. Nothing more,” she said: what is negated stands in her own words.
bool negates_only_words(const Page& page, const StatementDraft& draft) {
  if (draft.speakers.empty() || page.in_quotation(draft.cue) || !page.in_quotation(draft.content.front().begin))
    return false;
  bool within = false;
  for (const TokenIndex child : page.parse.children(draft.cue)) {
    const Token& c = page.parse[child];
    if (page.in_quotation(child)) {
      within = true;
    } else if (c.relation == Relation::neg || c.relation == Relation::aux || c.relation == Relation::auxpass ||
               c.relation == Relation::cc || c.relation == Relation::preconj || c.relation == Relation::advmod) {
      return false;
    }
  }
  return within;
}

// "could only say that the road was shut", "would say only that …": said, and nothing beside it.
bool is_all_that_is_said(const Parse& parse, TokenIndex cue) {
  const VerbForm form = verb_form(parse, cue);
  const std::string_view modal = form.modal == kNoToken ? std::string_view{} : parse[form.modal].lower;
  if (form.perfect || (modal != "could" && modal != "can" && modal != "would")) return false;
  for (const TokenIndex child : parse.children(cue)) {
    const std::string_view mark = parse[parse[child].left_edge].lower;
    if (parse[child].relation == Relation::advcl && (mark == "if" || mark == "unless")) return false;
  }
  const bool behind = cue + 1 < parse.size() && parse[cue + 1].lower == "only";
  return behind || child_word(parse, cue, "only") != kNoToken;
}

// "will use a speech to attack the bank, calling it a mill": to come, as the deed above it is.
bool is_beside_plan(const Parse& parse, TokenIndex cue) {
  const Token& c = parse[cue];
  if (c.tag != Tag::vbg || c.relation != Relation::advcl || child_of(parse, cue, Relation::aux) != kNoToken ||
      child_of(parse, cue, Relation::nsubj) != kNoToken)
    return false;
  TokenIndex above = c.head;
  if (parse[above].relation != Relation::root && verb_form(parse, above).infinitive) above = parse[above].head;
  return parse[above].relation == Relation::root && is_verbal(parse[above]) &&
         verb_form(parse, above).tense == Tense::future;
}

// Was it said, or not, or only if something else comes true?
EventStatus status_of(const Page& page, const StatementDraft& draft) {
  const Parse& parse = page.parse;
  // "needs to make it clear that": by what makes it clear.
  const bool made = draft.cue != kNoToken && parse[draft.cue].pos == Pos::adj && draft.cue_span.begin < draft.cue;
  const TokenIndex cue = made ? draft.cue_span.begin : draft.cue, speaker = draft.speaker;
  if (cue == kNoToken || parse[cue].pos != Pos::verb) return EventStatus::happened;
  const bool negated = is_negated(parse, cue) || is_neither(parse, cue);
  if ((negated && !negates_only_words(page, draft)) || abstains(page, cue)) return EventStatus::denied;
  if (is_supposed(parse, cue)) return EventStatus::conditional;
  const VerbForm form = verb_form(parse, cue);
  if (form.modal != kNoToken) {
    const bool said = is_all_that_is_said(parse, cue) || is_said_by_saying(page, cue, form.modal);
    return said ? EventStatus::happened : EventStatus::conditional;
  }
  if (form.tense == Tense::future) return EventStatus::planned;
  if (is_hearsay(page, cue, speaker)) return EventStatus::reported;
  if (is_beside_plan(parse, cue)) return EventStatus::planned;
  const Token& c = parse[cue];
  const bool asked = c.tag == Tag::vbp && c.relation == Relation::ccomp;
  const bool gerund = c.tag == Tag::vbg && (c.relation == Relation::pcomp || c.relation == Relation::xcomp);
  // "Some clerks warn that": the tagger may take it for an infinitive.
  if (c.tag == Tag::vb && c.relation == Relation::root && !form.infinitive && own_subject(parse, cue) != kNoToken)
    return EventStatus::happened;
  if (c.tag == Tag::vb && c.relation == Relation::xcomp && is_verbal(parse[c.head])) {
    const EventStatus tried = of_attempt(parse, c.head);
    if (tried == EventStatus::planned) return tried;
  }
  if (c.tag != Tag::vb && !asked && !gerund) return of_finite(page, cue);
  const Factuality f = FactualityReader(parse, *page.story.lexicon.signatures).of(cue);
  if (gerund) return of_gerund(page, cue, f);
  // "we demand that they tell the public": by what governs it; who tries or hopes to explain explains.
  const bool conditional = f.status == EventStatus::conditional;  // "if they vote to say"
  if ((f.purpose && !conditional) || f.unsaid) return EventStatus::happened;
  if (f.status == EventStatus::requested) return EventStatus::conditional;
  const bool open = f.status == EventStatus::planned || f.status == EventStatus::conditional;
  return open || f.status == EventStatus::denied ? f.status : EventStatus::happened;
}

// "marched to protest the toll", "needs money to counter the threat": deeds.
bool is_deed_meant(const Page& page, const StatementDraft& draft) {
  const Parse& parse = page.parse;
  if (parse[draft.cue].tag != Tag::vb || !page.cues.deeds.contains(draft.act) || page.has_quotation(draft))
    return false;
  const Factuality f = FactualityReader(parse, *page.story.lexicon.signatures).of(draft.cue);
  return f.purpose || f.status == EventStatus::planned || f.status == EventStatus::hoped;
}

// "wants the council to admit that …", "its first task is to explain …": nobody has said it.
bool is_only_meant(const Page& page, TokenIndex verb) {
  const Parse& parse = page.parse;
  const Token& v = parse[verb];
  if (v.tag != Tag::vb || v.head == verb || !verb_form(parse, verb).infinitive) return false;
  return page.cues.wishes.contains(parse[v.head].lemma);
}

// A question or an order ("say it"): nobody said it; nor what is "worth mentioning".
bool is_unreal(const Page& page, TokenIndex verb) {
  const Parse& parse = page.parse;
  if (verb_form(parse, verb).imperative || parse[parse[verb].head].lower == "worth") return true;
  if (is_only_meant(page, verb)) return true;
  if (!page.asks(verb)) return false;
  if (clause_head(parse, verb) == verb && parse[verb].head == verb) return true;
  // "Minister, do you believe that …?"
  const TokenIndex subject = child_of(parse, verb, Relation::nsubj);
  return subject != kNoToken && parse[subject].lower == "you";
}

// "the board can ask the town to pay", "growers must promise to stay": what could or ought to be said, of which nobody
// has heard a word. "Could only say that …" is said.
bool is_only_possible(const Page& page, const StatementDraft& draft) {
  const Parse& parse = page.parse;
  const VerbForm form = verb_form(parse, draft.cue);
  if (form.modal == kNoToken || form.perfect || page.has_quotation(draft) || is_negated(parse, draft.cue)) return false;
  if (page.cues.chances.contains(parse[form.modal].lower) || is_said_by_saying(page, draft.cue, form.modal))
    return false;
  return child_word(parse, draft.cue, "only") == kNoToken && !is_neither(parse, draft.cue);
}

// "asked not to be named", "declined to be identified": about the source, and nothing that it says.
bool conceals_source(const Page& page, const StatementDraft& draft) {
  const Parse& parse = page.parse;
  for (const TokenIndex child : parse.children(draft.cue)) {
    // "requested anonymity"
    if (parse[child].relation == Relation::dobj && page.cues.covers.contains(parse[child].lemma)) return true;
    if (parse[child].relation != Relation::xcomp && parse[child].relation != Relation::ccomp) continue;
    if (child > draft.cue && is_passive(parse, child) && verb_form(parse, child).infinitive &&
        page.cues.concealments.contains(parse[child].lemma)) {
      return true;
    }
  }
  return false;
}

// “…,” she said, referring to the envoy: the reporter explains her words.
bool explains(const Page& page, TokenIndex verb) {
  const Token& v = page.parse[verb];
  const Cue* above =
      v.tag == Tag::vbg && v.relation == Relation::advcl ? page.cues.verb(page.parse[v.head].lemma) : nullptr;
  return v.lemma == "refer" && above != nullptr && above->quotes();
}

// "…, repeating a familiar line", "echoed remarks made by her sister": words said before, which are not told.
bool retells_only(const Page& page, const StatementDraft& draft) {
  const Parse& parse = page.parse;
  if (!page.cues.retellings.contains(parse[draft.cue].lemma) || page.has_quotation(draft)) return false;
  const TokenIndex words = child_of(parse, draft.cue, Relation::dobj);
  if (words == kNoToken || words < draft.cue || !draft.content.front().contains(words)) return false;
  const std::string_view lemma = parse[words].lemma;
  if (!page.cues.wordings.contains(lemma) && !page.cues.nouns.contains(lemma) && !page.cues.messages.contains(lemma))
    return false;
  const auto children = parse.children(words);
  return std::none_of(children.begin(), children.end(), [&](TokenIndex child) {
    const Token& c = parse[child];
    if (child < words) return false;
    // "a claim that", "his promise to mend it", "fears of a flood", "this line: …"
    const bool clause = (c.relation == Relation::acl && (c.tag != Tag::vbn || own_subject(parse, child) != kNoToken)) ||
                        c.relation == Relation::ccomp || c.relation == Relation::appos || c.text == ":";
    const bool about =
        c.relation == Relation::prep && c.lower != "by" && c.lower != "from" && c.lower != "with" && c.lower != "at";
    return clause || about;
  });
}

// "stated their demands", "mentioned the union", "rejected it": what was said of it is not told.
bool claims_nothing(const Page& page, const Cue& cue, const StatementDraft& draft) {
  const Parse& parse = page.parse;
  constexpr TokenIndex kShort = 2;
  if (retells_only(page, draft)) return true;
  if (draft.content.size() != 1 || page.has_quotation(draft)) return false;
  const TokenSpan content = page.stripped(draft.content.front());
  if (content.size() == 0 || content.size() > kShort) return false;
  const TokenIndex last = content.end - 1;
  if (content.size() == 1 && parse[last].pos == Pos::pron) return true;  // "asked about it"
  if (parse[last].head != draft.cue || parse[last].relation != Relation::dobj) return false;
  return page.cues.tellings.contains(cue.act) || parse[last].pos == Pos::pron;
}

// A common noun for no one who can act, and for no document or voice.
bool is_thing(const Page& page, TokenIndex speaker) {
  if (speaker == kNoToken || page.parse[speaker].pos != Pos::noun) return false;
  return !page.cues.is_of_somebody(page.parse[speaker].lemma);
}

// "The villagers found that the well was dry": what a person, a crowd or the police finds is a deed; a study that
// found it, or a commission, says so.
bool is_found_by_people(const Page& page, const StatementDraft& draft) {
  if (draft.speakers.empty()) return draft.speaker != kNoToken && is_thing(page, draft.speaker);
  if (draft.speaker != kNoToken && page.cues.is_of_somebody(page.parse[draft.speaker].lemma)) return false;
  return std::all_of(draft.speakers.begin(), draft.speakers.end(), [&](Index e) {
    const Entity& who = page.story.record.entities[e];
    const auto has = [&](std::string_view role) {  // codes are triples: KENCOP
      for (std::size_t i = 0; i + 3 <= who.code.size(); i += 3) {
        if (std::string_view(who.code).substr(i, 3) == role) return true;
      }
      return false;
    };
    if (has("JUD")) return false;
    return who.type == EntityType::person || who.type == EntityType::group || has("COP");
  });
}

// "The court rejected the appeal", "the senate dismissed the bill": a ruling or a vote, and no words.
bool is_ruling(const Page& page, const StatementDraft& draft) {
  if (draft.act != "reject" || draft.speaker == kNoToken || page.has_quotation(draft)) return false;
  const TokenIndex as = child_word(page.parse, draft.cue, "as");
  return as == kNoToken && page.cues.benches.contains(page.parse[draft.speaker].lower);
}

// "Commenting on the storm, she said …", "met to talk about it": what is spoken of; what is said of it stands
// elsewhere.
bool is_topic(const Page& page, const StatementDraft& draft) {
  const Token& v = page.parse[draft.cue];
  if (v.tag != Tag::vbg && v.tag != Tag::vb) return false;
  const VerbForm form = verb_form(page.parse, draft.cue);
  const bool finite = form.modal != kNoToken || form.progressive || form.tense == Tense::future;
  return !finite && page.cues.topics.contains(v.lemma) && draft.cue_span.size() > 1 && !page.has_quotation(draft);
}

// "called off the vote", "called up reservists": another verb.
bool is_phrasal(const Page& page, TokenIndex verb, const Cue& cue) {
  const TokenIndex particle = child_of(page.parse, verb, Relation::prt);
  return cue.predicate && particle != kNoToken && page.parse[particle].lower != "out";
}

void find_verb(const Page& page, TokenIndex verb, std::vector<StatementDraft>& drafts) {
  const Parse& parse = page.parse;
  const Token& v = parse[verb];
  const Cue* cue = page.cues.verb(v.lemma);
  if (cue == nullptr || v.relation == Relation::amod || v.relation == Relation::compound) return;
  // Words of someone quoted are his; only what he passes on of another by name is a statement of its own.
  StatementDraft draft;
  draft.cue = verb;
  draft.cue_span = {verb, verb + 1};
  draft.act = cue->act;
  if (is_unreal(page, verb) || explains(page, verb) || is_phrasal(page, verb, *cue)) return;
  if (!find_speaker(page, verb, *cue, draft)) return;
  if (page.in_quotation(verb)) {
    if (cue->kind != Cue::Kind::speech || !cue->clause || draft.speaker == kNoToken) return;
    const std::int32_t m = page.story.mention_at[draft.speaker];
    if (m < 0 || page.story.mentions[static_cast<std::size_t>(m)].kind != MentionKind::name) return;
    if (page.quotation_at[draft.speaker] != page.quotation_at[verb]) return;
  }
  // "The gale hammered the coast": a thing deals blows, and criticises nobody.
  if (cue->blow && draft.speakers.empty() && is_thing(page, draft.speaker) &&
      child_of(parse, verb, Relation::ccomp) == kNoToken) {
    return;
  }
  if (conceals_source(page, draft) || !find_content(page, verb, *cue, draft)) return;
  if (claims_nothing(page, *cue, draft) || is_deed_meant(page, draft) || is_ruling(page, draft)) return;
  if (is_topic(page, draft) || is_only_possible(page, draft)) return;
  if (cue->by_documents && !page.has_quotation(draft) && is_found_by_people(page, draft)) return;
  find_addressees(page, verb, *cue, draft);
  page.keep(std::move(draft), drafts);
}

// "Asked whether the road was open, she said", "was asked about it", "asked to comment": what is asked, and not a
// request that somebody do it.
bool is_question(const Page& page, const Cue& cue, const StatementDraft& d) {
  if (cue.act != "ask" && cue.act != "request") return false;
  const Token& first = page.parse[d.content.front().begin];
  return first.tag != Tag::to || page.cues.topics.contains(page.parse[first.head].lemma);
}

// What nobody said, as far as the text tells: a participle without a subject (", citing delays"), "you will recall", "a
// plan that suggests". "He is said to" and words in marks stay.
bool is_nobodys(const Page& page, const StatementDraft& d) {
  const Parse& parse = page.parse;
  if (d.cue == kNoToken || !d.speakers.empty() || parse[d.cue].pos != Pos::verb || page.has_quotation(d)) return false;
  const Cue* cue = page.cues.verb(parse[d.cue].lemma);
  if (cue == nullptr) return false;
  const bool participle = parse[d.cue].tag == Tag::vbg;
  if (d.speaker == kNoToken && is_question(page, *cue, d)) return true;
  const bool hung = participle && parse[d.cue].relation != Relation::pcomp;  // not "avoids blame by calling it"
  if (d.speaker == kNoToken) return participle ? hung : !cue->passive;
  const Token& speaker = parse[d.speaker];
  if (speaker.lower == "you" || speaker.lower == "we" || speaker.lower == "one") return true;
  if (hung && is_thing(page, d.speaker)) return true;  // "the ferries stopped, citing delays"
  return is_relative_pronoun(speaker) && speaker.lower != "who" && d.act != "state";
}

// "Peru knows that the mine is empty", "growers fear that the frost will return": a report that tells what goes on in
// somebody has heard it from him only where he speaks beside it, or where the words stand in marks.
void drop_unspoken_thoughts(const Page& page, std::vector<StatementDraft>& drafts) {
  const auto thinks = [&](const StatementDraft& d) {
    if (d.cue == kNoToken || page.parse[d.cue].pos == Pos::noun) return false;
    if (d.speakers.empty() && d.speaker == kNoToken) return false;  // "is suspected of": hearsay
    const Cue* cue = page.cues.verb(page.parse[d.cue].lemma);
    return cue != nullptr && cue->kind == Cue::Kind::thought && page.cues.inward.contains(cue->act) &&
           !page.has_quotation(d);
  };
  const auto sentence_of = [&](const StatementDraft& d) {
    return page.parse[d.cue == kNoToken ? d.content.front().begin : d.cue].sentence;
  };
  std::vector<bool> drop(drafts.size(), false);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (!thinks(drafts[i])) continue;
    const std::uint32_t at = sentence_of(drafts[i]);
    drop[i] = std::none_of(drafts.begin(), drafts.end(), [&](const StatementDraft& other) {
      const std::uint32_t there = sentence_of(other);
      const bool same = !other.speakers.empty() && other.speakers == drafts[i].speakers;
      return same && there <= at + 1 && at <= there + 1 && !thinks(other);
    });
  }
  std::size_t i = 0;
  std::erase_if(drafts, [&](const StatementDraft&) { return drop[i++]; });
}

// The same words under two cues of one speaker are one statement.
void drop_doubles(std::vector<StatementDraft>& drafts) {
  std::vector<StatementDraft> kept;
  for (StatementDraft& d : drafts) {
    constexpr std::size_t kNear = 40;
    bool twice = false;
    for (std::size_t i = kept.size(); i-- > 0 && kept.size() - i <= kNear && !twice;) {
      twice = kept[i].content == d.content && (kept[i].speakers == d.speakers || kept[i].cue == d.cue);
    }
    if (!twice) kept.push_back(std::move(d));
  }
  drafts = std::move(kept);
}

// "she reportedly said that": her statement, as reported, and not one of nobody beside it.
void drop_hearsay(const Page& page, std::vector<StatementDraft>& drafts) {
  std::vector<bool> told(page.parse.size(), false);
  for (const StatementDraft& d : drafts) {
    if (d.cue != kNoToken && !d.speakers.empty()) told[d.cue] = true;
  }
  std::erase_if(drafts, [&](const StatementDraft& d) {
    return d.cue != kNoToken && page.parse[d.cue].pos == Pos::adv && told[page.parse[d.cue].head];
  });
}

// "… would develop a policy" in the lead, and once more in the body: one statement of one speaker.
void drop_retold(const Page& page, std::vector<StatementDraft>& drafts) {
  constexpr std::size_t kWords = 6, kFew = 3, kNear = 60;
  using Words = std::vector<std::string_view>;
  std::vector<Words> whole(drafts.size()), lemmas(drafts.size());  // all words; lemmas of content words, each once
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    for (const TokenSpan s : drafts[i].content) {
      for (TokenIndex t = s.begin; t < s.end; ++t) {
        const Token& w = page.parse[t];
        if (!w.is_space && w.pos != Pos::punct) whole[i].push_back(w.lower);
        if (is_nominal(w) || is_verbal(w) || w.pos == Pos::adj) lemmas[i].push_back(w.lemma);
      }
    }
    std::sort(lemmas[i].begin(), lemmas[i].end());
    lemmas[i].erase(std::unique(lemmas[i].begin(), lemmas[i].end()), lemmas[i].end());
  }
  std::vector<bool> drop(drafts.size(), false);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (lemmas[i].size() < kFew || drafts[i].speakers.empty()) continue;
    for (std::size_t j = i < kNear ? 0 : i - kNear; j < i && !drop[i]; ++j) {
      if (drop[j] || drafts[j].speakers != drafts[i].speakers) continue;
      drop[i] = whole[j] == whole[i];
      if (drop[i] || lemmas[i].size() < kWords) continue;
      Words both;
      std::set_intersection(lemmas[i].begin(), lemmas[i].end(), lemmas[j].begin(), lemmas[j].end(),
                            std::back_inserter(both));
      drop[i] = 4 * both.size() >= 3 * std::max(lemmas[i].size(), lemmas[j].size());
    }
  }
  std::size_t i = 0;
  std::erase_if(drafts, [&](const StatementDraft&) { return drop[i++]; });
}

// Whether all that `inner` reports, and its cue, stand within one piece of what `outer` reports.
bool holds_all(const StatementDraft& outer, const StatementDraft& inner) {
  return std::any_of(outer.content.begin(), outer.content.end(), [&](TokenSpan s) {
    return s.contains(inner.cue) && std::all_of(inner.content.begin(), inner.content.end(), [&](TokenSpan part) {
             return s.begin <= part.begin && part.end <= s.end;
           });
  });
}

// "He said he believed that …": what a speaker tells of his own thoughts is his statement, not a second one; and a
// judgement of nobody in particular within a statement is the speaker's too.
void drop_own_thoughts(const Page& page, std::vector<StatementDraft>& drafts) {
  constexpr std::size_t kNear = 30;
  std::vector<bool> drop(drafts.size(), false);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const StatementDraft& d = drafts[i];
    const Cue* cue = d.cue == kNoToken ? nullptr : page.cues.verb(page.parse[d.cue].lemma);
    // "said the mayor should apologise": nobody has yet.
    const bool unsaid = d.cue != kNoToken && page.parse[d.cue].tag == Tag::vb && page.parse[d.cue].pos == Pos::verb;
    // "reaffirmed its commitment to build": one statement, not two.
    const bool noun = d.cue != kNoToken && page.parse[d.cue].pos == Pos::noun;
    // "told reporters that they were allegedly beaten": no statement of nobody beside it.
    const bool adverb = d.cue != kNoToken && page.parse[d.cue].pos == Pos::adv;
    // "said that he had asked for help": one statement; "said he had told Paz" is one to Paz as well.
    const bool retold = cue != nullptr && child_of(page.parse, d.cue, Relation::ccomp) == kNoToken &&
                        d.addressees.empty() && !d.speakers.empty() && !page.has_quotation(d);
    const bool words =
        !noun && !adverb &&
        (cue == nullptr || (!unsaid && cue->kind == Cue::Kind::speech && cue->clause && d.speaker != kNoToken));
    // "stressed the worth of ties which, she said, grow": within what she is told to have said already.
    const bool own_words =
        words && d.content.size() > 1 && d.addressees.empty() && !d.speakers.empty() && !page.has_quotation(d);
    if (words && !retold && !own_words) continue;
    for (std::size_t j = i < kNear ? 0 : i - kNear; j < std::min(drafts.size(), i + kNear) && !drop[i]; ++j) {
      const StatementDraft& other = drafts[j];
      if (j == i || other.cue == d.cue) continue;
      const bool below = page.parse[d.cue].relation == Relation::ccomp && page.parse[d.cue].head == other.cue;
      if (own_words && !below && d.speakers == other.speakers && holds_all(other, d)) drop[i] = true;
      if (words && (!retold || !below || page.cues.answers.contains(other.act))) continue;
      const bool own = unsaid || d.speakers.empty() || d.speakers == other.speakers;
      for (const TokenSpan s : other.content) drop[i] = drop[i] || (own && s.contains(d.cue));
    }
  }
  std::size_t i = 0;
  std::erase_if(drafts, [&](const StatementDraft&) { return drop[i++]; });
}

// The relative clause that begins with the pronoun; kNoToken where there is none. The parser hangs the pronoun on the
// cue or on a verb below it.
TokenIndex relative_clause_of(const Parse& parse, TokenIndex pronoun) {
  constexpr int kDeep = 4;
  TokenIndex at = parse[pronoun].head;
  for (int i = 0; i < kDeep && parse[at].relation != Relation::relcl && parse[at].head != at; ++i) at = parse[at].head;
  return parse[at].relation == Relation::relcl && parse[at].left_edge == pronoun ? at : kNoToken;
}

// Whether the pronoun can stand for the noun that the parser hangs its clause on. It does not for a time ("will sink
// this year, which he said was …"), and "which" does not for people. Behind a preposition it may be of another noun: "a
// loss at the mill, which the firm said was small", "met in Oslo, which it said was wise"; "voted on the lease, which
// she said …" is of the lease.
bool fits_pronoun(const Page& page, TokenIndex noun, TokenIndex pronoun) {
  const Parse& parse = page.parse;
  if (!is_nominal(parse[noun]) || page.story.time_at[noun] >= 0) return false;
  if (parse[pronoun].lower != "which") return true;
  const std::vector<Index>& named = page.story.entities_at(noun);
  if (parse[noun].relation == Relation::pobj) return named.empty() && !is_nominal(parse[parse[parse[noun].head].head]);
  if (named.empty()) return true;
  const EntityType type = page.story.record.entities[named.front()].type;
  return type != EntityType::person && type != EntityType::group;
}

constexpr TokenIndex kMaxLeadIn = 30;  // words between what leads in and the cue: the speaker's phrase

// Whether a clause of its own begins with the word, so that what stands before it is not told by whoever speaks behind.
bool begins_clause(const Parse& parse, TokenIndex word, TokenSpan behind) {
  const Token& w = parse[word];
  // "the hills where, she said, …", but "that is why, she said, …"
  if (w.tag == Tag::wrb) return w.lower == "where" || w.lower == "when";
  if (w.relation == Relation::mark) return behind.contains(w.head);
  // "a chase in which, police said, …", but "all of which, police said, …"
  if (w.relation == Relation::pobj && is_relative_pronoun(w)) return parse[w.head].lower != "of";
  if (w.relation != Relation::cc) return false;
  for (const TokenIndex next : parse.children(w.head)) {
    if (next > word && parse[next].relation == Relation::conj && behind.contains(next))
      return is_verbal(parse[next]) && own_subject(parse, next) != kNoToken;
  }
  return false;
}

// The same of the word that the parser leaves to the cue: "will go if, the clerk said, …".
bool is_led_in(const Parse& parse, TokenIndex before, TokenIndex cue) {
  TokenIndex word = before;
  while (word < cue && (parse[word].text == "," || parse[word].is_space)) ++word;
  const Token& w = parse[word];
  const bool relative = w.pos == Pos::adp && w.lower != "of" && word + 1 < cue && is_relative_pronoun(parse[word + 1]);
  if (relative) ++word;
  const bool mark =
      w.lower == "where" || w.lower == "when" || (w.relation == Relation::mark && w.lower != "as" && w.lower != "that");
  return (relative || mark) && word + 1 < cue && parse[word + 1].text == ",";
}

// "They held the crew after a chase in which, police said, a launch was rammed", "… because, the guild said, …": only
// what stands behind the cue is told.
void leave_out_what_leads_in(const Page& page, std::vector<StatementDraft>& drafts) {
  const Parse& parse = page.parse;
  for (StatementDraft& d : drafts) {
    if (d.content.size() != 2 || d.cue == kNoToken || page.in_quotation(d.cue)) continue;
    const TokenSpan before = d.content[0], behind = d.content[1];
    if (before.end > d.cue || behind.begin < d.cue || behind.size() == 0) continue;
    const TokenIndex last = before.end - 1;
    const bool one_sentence = parse[last].sentence == parse[behind.begin].sentence;
    if (!one_sentence || page.in_quotation(last) || before.end + kMaxLeadIn < d.cue) continue;
    // "to which, she said, both agreed": of what "which" stands for.
    const bool pronoun = is_relative_pronoun(parse[last]) && before.size() <= 2;
    const bool led_in = is_led_in(parse, before.end, d.cue);
    if (led_in || (!pronoun && begins_clause(parse, last, behind))) d.content.erase(d.content.begin());
  }
}

// "a ship that police said was on fire": of the ship, and not of "that".
void name_antecedents(const Page& page, std::vector<StatementDraft>& drafts) {
  const Parse& parse = page.parse;
  for (StatementDraft& d : drafts) {
    TokenSpan& first = d.content.front();
    if (d.content.size() < 2 || first.size() != 1 || !is_relative_pronoun(parse[first.begin])) continue;
    // "a group whose plan Paz said was dead": "whose" stands for no group that was dead.
    if (parse[first.begin].lower == "whose") {
      d.content.erase(d.content.begin());
      continue;
    }
    const TokenIndex clause = relative_clause_of(parse, first.begin);
    if (clause == kNoToken || page.in_quotation(first.begin) || !fits_pronoun(page, parse[clause].head, first.begin))
      continue;
    first = phrase_before(page, core_phrase(parse, parse[clause].head), first.begin);
  }
}

// What a relative clause that tells of nothing else leaves out: "a plan the mayor promised to look at", "the letters
// that police said they found". kNoToken where nothing is missing, or a time, a place or a way.
TokenIndex left_out(const Page& page, const StatementDraft& draft) {
  const Parse& parse = page.parse;
  const Token& v = parse[draft.cue];
  if (v.relation != Relation::relcl || !is_verbal(v) || draft.content.front().begin <= draft.cue) return kNoToken;
  const TokenIndex subject = own_subject(parse, draft.cue);
  if (subject == kNoToken || subject > draft.cue || is_relative_pronoun(parse[subject])) return kNoToken;
  const Token& first = parse[v.left_edge];
  // "a party whose leader threatened to walk out", "a pact, most of whose terms she vowed to change"
  for (TokenIndex t = std::min(v.left_edge, v.head + 1); t < draft.cue; ++t) {
    if (parse[t].lower == "whose") return kNoToken;
  }
  const bool pronoun = is_relative_pronoun(first) && first.relation != Relation::advmod && first.pos != Pos::adp;
  if (!pronoun && v.left_edge != parse[subject].left_edge) return kNoToken;  // "when she said", "in which she said"
  TokenIndex told = kNoToken;
  for (const TokenIndex child : parse.children(draft.cue)) {
    const Relation r = parse[child].relation;
    if (child > draft.cue && (r == Relation::xcomp || r == Relation::ccomp)) told = child;
  }
  if (told == kNoToken || !is_verbal(parse[told]) || !draft.content.front().contains(told)) return kNoToken;
  bool open = false;  // "a plan to look at"
  for (const TokenIndex child : parse.children(told)) {
    const Relation r = parse[child].relation;
    open |= child > told && r == Relation::prep && child_of(parse, child, Relation::pobj) == kNoToken &&
            child_of(parse, child, Relation::pcomp) == kNoToken;
    const bool behind = child > told && !is_relative_pronoun(parse[child]);
    if (behind && (r == Relation::dobj || r == Relation::ccomp || r == Relation::xcomp || r == Relation::acomp ||
                   r == Relation::attr))
      return kNoToken;
  }
  if (!open && page.cues.objectless.contains(parse[told].lemma)) return kNoToken;  // "the row he vowed to resign in"
  // "the ship that Paz announced on Monday that nets would be cut": the clause is whole.
  const TokenIndex own = child_of(parse, told, Relation::nsubjpass);
  if (page.has_quotation(draft) || (own != kNoToken && !is_relative_pronoun(parse[own]))) return kNoToken;
  const TokenIndex noun = v.head;
  const bool adverbial = page.story.time_at[noun] >= 0 || page.cues.frames.contains(parse[noun].lemma);
  const bool named = is_nominal(parse[noun]) || parse[noun].tag == Tag::nn;
  return named && !adverbial && parse[noun].sentence == parse[draft.cue].sentence ? noun : kNoToken;
}

void add_antecedents(const Page& page, std::vector<StatementDraft>& drafts) {
  for (StatementDraft& d : drafts) {
    const TokenIndex noun = d.cue == kNoToken ? kNoToken : left_out(page, d);
    if (noun == kNoToken || page.in_quotation(noun)) continue;
    const TokenSpan core = core_phrase(page.parse, noun);
    const TokenIndex clause = page.parse[d.cue].left_edge;
    if (core.end <= clause) d.content.insert(d.content.begin(), phrase_before(page, core, clause));
  }
}

StatementKind kind_of(const Page& page, const StatementDraft& draft) {
  std::size_t quoted = 0, words = 0;
  for (const TokenSpan s : draft.content) {
    for (TokenIndex t = s.begin; t < s.end; ++t) {
      if (page.parse[t].is_space || page.parse[t].pos == Pos::punct) continue;
      ++words;
      if (page.in_quotation(t)) ++quoted;
    }
  }
  if (quoted == 0) return StatementKind::indirect;
  return quoted == words ? StatementKind::direct : StatementKind::mixed;
}

void emit(const Page& page, const StatementDraft& draft) {
  Story& story = page.story;
  Statement s;
  s.speakers = draft.speakers;
  std::sort(s.speakers.begin(), s.speakers.end());
  if (draft.speaker != kNoToken) {
    // The parser may take white space for the speaker: that is nobody's words.
    if (const Span span = story.span(speaker_phrase(page, draft)); span.begin < span.end) s.speaker_span = span;
  }
  s.addressees = draft.addressees;
  if (draft.cue != kNoToken) s.cue = Trigger{story.span(draft.cue_span), std::string(page.parse[draft.cue].lemma)};
  s.kind = kind_of(page, draft);
  s.act = draft.act;
  s.status = status_of(page, draft);
  for (const TokenSpan c : draft.content) s.content.push_back(story.span(c));
  s.chain = draft.chain;
  s.venue = venue_of(page, draft);
  s.date = date_of(page, draft);
  s.place = place_of(page, draft);
  TokenSpan evidence{draft.content.front().begin, draft.content.back().end};
  if (draft.cue != kNoToken && page.parse[draft.cue].sentence == page.parse[evidence.begin].sentence) {
    evidence.begin = std::min(evidence.begin, draft.cue);
    evidence.end = std::max(evidence.end, draft.cue + 1);
  }
  s.evidence = story.evidence(evidence);
  story.record.statements.push_back(std::move(s));
  story.statement_cues.push_back(draft.cue == kNoToken ? TokenSpan{} : draft.cue_span);
  story.statement_contents.push_back(draft.content);
}

}  // namespace

void find_statements(Story& story) {
  Page page(story);
  std::vector<StatementDraft> drafts;
  std::vector<bool> cue_used(page.parse.size(), false);
  std::vector<StatementDraft> quoted;
  find_quoted(page, quoted, cue_used);
  for (StatementDraft& draft : quoted) page.keep(std::move(draft), drafts);
  find_headed_lines(page, drafts);
  TokenIndex behind_phrase = 0;
  for (TokenIndex t = 0; t < page.parse.size(); ++t) {
    if (story.boilerplate[t] || t < behind_phrase) continue;
    if (!cue_used[t]) behind_phrase = find_phrase(page, t, drafts);
    const Pos pos = page.parse[t].pos;
    if ((pos == Pos::verb || pos == Pos::adj) && !cue_used[t]) find_verb(page, t, drafts);
    if (pos == Pos::noun) {
      find_noun(page, t, drafts);
      find_perspective(page, t, drafts);
    }
    if (pos == Pos::adv) find_adverb(page, t, drafts);
  }
  go_on_in_quotations(page, drafts);
  go_on_behind_quotations(page, drafts);
  cut_attributions(page, drafts);
  cut_remarks(page, drafts);
  leave_out_what_leads_in(page, drafts);
  name_antecedents(page, drafts);
  add_antecedents(page, drafts);
  drop_doubles(drafts);
  drop_hearsay(page, drafts);
  drop_own_thoughts(page, drafts);
  std::sort(drafts.begin(), drafts.end(), [](const StatementDraft& a, const StatementDraft& b) {
    const TokenIndex x = a.content.front().begin, y = b.content.front().begin;
    return x != y ? x < y : a.cue < b.cue;
  });
  find_resumed_speakers(page, drafts);
  find_documents_owners(page, drafts);
  drop_unspoken_thoughts(page, drafts);
  std::erase_if(drafts, [&](const StatementDraft& d) { return is_nobodys(page, d); });
  drop_retold(page, drafts);
  set_chains(page, drafts);
  story.statement_relays = find_relays(page, drafts);
  for (const StatementDraft& draft : drafts) emit(page, draft);
}

}  // namespace dragoman
