#include "statements/clauses.h"

#include "statements/addressees.h"
#include "statements/second_deeds.h"
#include "statements/speakers.h"

#include <algorithm>
#include <optional>

namespace dragoman {

bool is_reason(std::string_view mark) {
  return mark == "because" || mark == "if" || mark == "unless" || mark == "so" || mark == "provided" ||
         mark == "providing" || mark == "until" || mark == "once" || mark == "although" || mark == "though" ||
         mark == "since" || mark == "lest";
}

bool is_theme(const Token& link, const Cue& cue) {
  for (const char* word : {"about", "of", "for", "against", "to"}) {
    if (link.lower == word) return true;
  }
  return std::find(cue.prepositions.begin(), cue.prepositions.end(), link.lower) != cue.prepositions.end();
}

namespace {

bool is_present(const Parse& parse, TokenIndex verb) {
  const VerbForm form = verb_form(parse, verb);
  return form.tense == Tense::present && !form.perfect && form.modal == kNoToken;
}

// Not told as the reporter tells of the past.
bool is_untold(const Parse& parse, TokenIndex verb) {
  return is_present(parse, verb) || verb_form(parse, verb).modal != kNoToken;
}

// "…, although a spokesman insisted that …", "…, while Paz replied that …": what the reporter sets against it, in the
// words of the next speaker.
bool is_of_next_speaker(const Page& page, TokenIndex clause) {
  const Parse& parse = page.parse;
  const Cue* cue = parse[clause].relation == Relation::advcl ? page.cues.verb(parse[clause].lemma) : nullptr;
  if (cue == nullptr || child_of(parse, clause, Relation::ccomp) == kNoToken) return false;
  const std::string_view mark = parse[parse[clause].left_edge].lower;
  if (mark == "while") return cue->quotes();
  const TokenIndex subject = own_subject(parse, clause);
  return cue->kind != Cue::Kind::thought && (mark == "although" || mark == "though") && subject != kNoToken &&
         parse[subject].pos != Pos::pron;
}

// "…, though she admitted that …", "…, although he declined to say when": the same one goes on, in the reporter's
// words.
bool is_speakers_concession(const Page& page, TokenIndex clause, TokenIndex verb) {
  const Parse& parse = page.parse;
  const Token& c = parse[clause];
  const Cue* cue = c.relation == Relation::advcl ? page.cues.verb(c.lemma) : nullptr;
  const bool refuses =
      cue == nullptr && child_of(parse, clause, Relation::xcomp) != kNoToken && page.cues.abstentions.contains(c.lemma);
  if (!refuses && (cue == nullptr || cue->kind == Cue::Kind::thought)) return false;
  const std::string_view mark = parse[c.left_edge].lower;
  const TokenIndex subject = own_subject(parse, clause);
  if ((mark != "although" && mark != "though") || parse[c.left_edge - 1].text != "," || subject == kNoToken)
    return false;
  return parse[subject].pos == Pos::pron && verb_form(parse, clause).tense != Tense::none &&
         is_untold(parse, clause) == is_untold(parse, verb);
}

bool is_told_apart(const Page& page, TokenIndex clause, TokenIndex verb) {
  return is_of_next_speaker(page, clause) || is_speakers_concession(page, clause, verb);
}

bool is_complement(Relation r) {
  return r == Relation::ccomp || r == Relation::xcomp || r == Relation::pcomp;
}

// "They will meet, officials said, a day after the raid", "…, the clerk said, despite the rain": what follows a cue set
// between commas goes on with what was said. The manner ("with a smile") and the occasion ("in a letter") do not.
bool goes_on_behind(const Page& page, TokenIndex verb, TokenIndex child) {
  const Parse& parse = page.parse;
  const Token& c = parse[child];
  const TokenIndex subject = own_subject(parse, verb);
  if (child < verb || subject == kNoToken || parse[c.left_edge - 1].text != ",") return false;
  const TokenIndex first = std::min(parse[subject].left_edge, verb);
  if (first <= page.sentence_of(verb).begin || parse[first - 1].text != "," || page.in_quotation(first - 1))
    return false;
  if (c.relation == Relation::npadvmod) return c.left_edge < child;
  if (c.relation == Relation::advcl) {
    // "…, while voicing concern", "…, as they wept": what the speaker did meanwhile.
    const TokenIndex doer = own_subject(parse, child);
    return child_of(parse, child, Relation::mark) != kNoToken && doer != kNoToken && parse[doer].pos != Pos::pron;
  }
  const TokenIndex object = child_of(parse, child, Relation::pobj);
  if (c.relation != Relation::prep || object == kNoToken || page.story.time_at[object] >= 0) return false;
  if (page.cues.settings.contains(c.lower) || page.cues.phrases.longest(parse, page.story.text, child)) return false;
  return !page.cues.is_of_somebody(parse[object].lemma) && !page.cues.venue_words.contains(parse[object].text);
}

// The cue with its speaker, hearer and adverbs, as far as they stand together, to be cut out of what surrounds it.
TokenSpan cue_phrase(const Page& page, TokenIndex verb, const StatementDraft& draft) {
  const Parse& parse = page.parse;
  TokenSpan span{verb, verb + 1};
  const bool inverted = subject_behind(parse, verb) != kNoToken;
  for (const TokenIndex child : parse.children(verb)) {
    const Relation r = parse[child].relation;
    if (is_complement(r) || r == Relation::punct || r == Relation::parataxis || r == Relation::conj) continue;
    if (r == Relation::advcl && is_reason(parse[parse[child].left_edge].lower)) continue;
    if (goes_on_behind(page, verb, child)) continue;
    // "The vote signals the end, said the mayor": a second subject is what the parser made of the clause.
    const bool bare = r == Relation::advcl && child_of(parse, child, Relation::mark) == kNoToken;
    if (inverted && child < verb && (r == Relation::nsubj || r == Relation::dep || bare)) continue;
    // "with the clerks and two others, the council said": what the parser put before the subject is told.
    const bool holds = r == Relation::nsubj && draft.speaker != child && draft.speaker != kNoToken &&
                       child < draft.speaker && is_under(parse, draft.speaker, child) &&
                       !is_relative_pronoun(parse[draft.speaker]);
    if (holds) continue;
    const TokenSpan part = subtree(parse, child);
    span.begin = std::min(span.begin, part.begin);
    span.end = std::max(span.end, part.end);
  }
  constexpr TokenIndex kNear = 40;
  if (draft.speaker != kNoToken && draft.speaker + kNear > verb && draft.speaker < verb + kNear) {
    const TokenSpan part = noun_phrase(parse, draft.speaker);
    span.begin = std::min(span.begin, part.begin);
    span.end = std::max(span.end, part.end);
  }
  return span;
}

// "If it rains, she said the match would move": the condition stands before the cue and hangs on it.
std::optional<TokenSpan> condition_before(const Page& page, TokenIndex verb) {
  const Parse& parse = page.parse;
  for (const TokenIndex child : parse.children(verb)) {
    const Token& c = parse[child];
    if (child > verb) break;
    const std::string_view mark = parse[c.left_edge].lower;
    if (c.relation != Relation::advcl || (mark != "if" && mark != "unless")) continue;
    if (c.left_edge == page.begin_of_text({page.sentence_of(verb).begin, verb}))
      return page.stripped({c.left_edge, c.right_edge + 1});
  }
  return std::nullopt;
}

// "adding that", without a subject of its own: whoever spoke before goes on.
bool goes_on_with(const Page& page, TokenIndex verb) {
  const Cue* cue = page.cues.verb(page.parse[verb].lemma);
  const bool participle = page.parse[verb].tag == Tag::vbg || page.parse[verb].tag == Tag::vbd;
  return cue != nullptr && cue->goes_on && participle && !page.in_quotation(verb) &&
         own_subject(page.parse, verb) == kNoToken && verb + 1 < page.parse.size() &&
         page.parse[verb + 1].lower == "that";
}

// Where a clause stops being what was said: a coordinated verb of speech in the cue's own tense goes on with the
// speaker's deeds ("said she regretted it and promised to stay out"), and a clause behind a comma that tells when or
// while what happened is the reporter's.
TokenIndex said_until(const Page& page, TokenIndex verb, TokenIndex clause, TokenIndex end) {
  const Parse& parse = page.parse;
  for (const TokenIndex part : coordinated(parse, clause)) {
    for (const TokenIndex child : parse.children(part)) {
      const Token& c = parse[child];
      if (child < clause || c.left_edge <= clause) continue;
      if (c.relation == Relation::conj && c.tag == parse[verb].tag && (c.tag == Tag::vbd || c.tag == Tag::vbg)) {
        const Cue* cue = page.cues.verb(c.lemma);
        if (cue != nullptr && cue->kind != Cue::Kind::thought && is_of_outer(page, child, verb)) {
          end = std::min(end, c.left_edge);
        }
      }
      if (is_second_deed(page, child, part, verb)) end = std::min(end, c.left_edge);
      if (is_speakers_aside(page, child) || goes_on_with(page, child)) end = std::min(end, c.left_edge);
      // "…, even as Paz left", "… even as prices rise" is said.
      const TokenIndex who = own_subject(parse, child);
      const bool even = parse[c.left_edge].lower == "even" && who != kNoToken && !page.story.entities_at(who).empty();
      const TokenIndex mark = c.left_edge + (even ? 1U : 0U);
      if (c.relation == Relation::advcl && parse[mark].relation == Relation::mark &&
          parse[c.left_edge - 1].text == "," && (parse[mark].lower == "after" || parse[mark].lower == "as")) {
        end = std::min(end, c.left_edge);
      }
      const TokenIndex auxiliary = child_of(parse, child, Relation::aux);
      // "ruled that the pact stands but did not rule on its cost"
      const bool did = c.relation == Relation::conj && c.tag == Tag::vb && own_subject(parse, child) == kNoToken &&
                       auxiliary != kNoToken && parse[auxiliary].lower == "did" && parse[verb].tag == Tag::vbd;
      const Cue* unsaid = did && is_negated(parse, child) ? page.cues.verb(c.lemma) : nullptr;
      const bool clause_below = child_of(parse, child, Relation::ccomp) != kNoToken;
      if (unsaid != nullptr && unsaid->kind == Cue::Kind::speech && clause_below) end = std::min(end, c.left_edge);
      if (is_told_apart(page, child, verb)) end = std::min(end, c.left_edge);
    }
  }
  // "… a society with its own rules adding that it …", wherever the parser hung it.
  for (TokenIndex t = clause + 1; t < end; ++t) {
    if (parse[t].tag == Tag::vbg && goes_on_with(page, t)) end = t;
  }
  // "… and promised", "…, however, added": the conjunction goes with it.
  while (end > clause + 1 &&
         (parse[end - 1].relation == Relation::cc || parse[end - 1].text == "," || parse[end - 1].lower == "however"))
    --end;
  return end;
}

// A finite clause of which the parser sees no subject.
bool lacks_subject(const Parse& parse, TokenIndex clause) {
  if (verb_form(parse, clause).tense == Tense::none && verb_form(parse, clause).modal == kNoToken) return false;
  for (const Relation r : {Relation::nsubj, Relation::nsubjpass, Relation::expl, Relation::mark, Relation::csubj}) {
    if (child_of(parse, clause, r) != kNoToken) return false;
  }
  return true;
}

// "the boats that police said the thieves had hidden": the parser gives the pronoun to the cue.
bool lacks_object(const Parse& parse, TokenIndex verb, TokenIndex clause) {
  const TokenIndex pronoun = child_of(parse, verb, Relation::dobj);
  return pronoun != kNoToken && pronoun < verb && is_relative_pronoun(parse[pronoun]) &&
         child_of(parse, clause, Relation::dobj) == kNoToken;
}

// "said on Tuesday Sweden had kept its word": the parser takes the subject for a part of the day; "admitted mending the
// road could take years", "said the chief of the guild, Ana Paz, was away": for an object.
TokenIndex with_lost_subject(const Page& page, TokenIndex verb, TokenIndex clause, TokenIndex begin) {
  const Parse& parse = page.parse;
  if (begin <= verb + 1 || !lacks_subject(parse, clause)) return begin;
  const Token& next = parse[verb + 1];
  const Cue* cue = page.cues.verb(parse[verb].lemma);
  const bool object = next.relation == Relation::dobj || parse[next.head].relation == Relation::dobj ||
                      next.relation == Relation::csubj || next.relation == Relation::xcomp;
  if (cue != nullptr && !cue->hearer && object && next.pos != Pos::adp && page.story.time_at[verb + 1] < 0 &&
      parse[clause].tag != Tag::vbn) {
    return verb + 1;
  }
  if (!is_nominal(parse[begin - 1]) || page.story.time_at[begin - 1] >= 0) return begin;
  TokenIndex first = begin - 1;
  while (first > verb + 1 && page.story.time_at[first - 1] < 0) --first;
  return first > verb + 1 ? first : begin;
}

// "has had", "have grown": as present as "has" and "grow".
bool has_been(const Parse& parse, TokenIndex verb) {
  const VerbForm form = verb_form(parse, verb);
  return form.tense == Tense::present && form.perfect;
}

// "said the pact was signed, but no date was set", "…, and the trip was unlikely to help": what is, beside what was
// said to be. What happens may be the reporter's ("…, and the crowd left", "…, but the crowd was leaving"), and so is
// what "was not clear".
bool is_state_told_on(const Page& page, TokenIndex verb, TokenIndex clause, TokenIndex next) {
  const Parse& parse = page.parse;
  const Token& n = parse[next];
  const TokenIndex subject = own_subject(parse, next);
  if (n.relation != Relation::conj || subject == kNoToken || page.cues.verb(n.lemma) != nullptr) return false;
  if (parse[subject].lower == "it" || parse[subject].pos == Pos::propn ||
      child_of(parse, next, Relation::expl) != kNoToken)
    return false;
  if (parse[verb].tag != Tag::vbd && parse[verb].tag != Tag::vbg) return false;
  if (verb_form(parse, clause).tense != Tense::past || verb_form(parse, next).tense != Tense::past) return false;
  // "… and they were arrested": what was done then.
  if (is_passive(parse, next)) return parse[subject].pos != Pos::pron;
  return n.lemma == "be" || page.cues.wishes.contains(n.lemma) ||
         (parse[subject].pos == Pos::pron && verb_form(parse, next).progressive);
}

// Where what was said ends when the parser hung the rest of it on the cue: a second clause ("says the weir is old and
// the cure is to rebuild it"), the clause above one that it took apart ("a hint to Paz, who they thought has gone
// home"), "not for the millers, but for the weavers".
TokenIndex goes_on_until(const Page& page, TokenIndex verb, TokenIndex clause, TokenIndex end) {
  const Parse& parse = page.parse;
  const auto joins = [&](TokenIndex from, bool over_mark) {
    TokenIndex t = end;
    while (t < from && (parse[t].text == "," || parse[t].pos == Pos::cconj || parse[t].is_space ||
                        (over_mark && page.in_quotation(t) && is_quotation_mark(parse[t]))))
      ++t;
    return t == from;
  };
  for (const TokenIndex child : parse.children(verb)) {
    const Token& c = parse[child];
    if (child < clause || c.left_edge < end || page.in_quotation(child)) continue;
    const TokenIndex subject = own_subject(parse, child);
    const bool but = c.left_edge > 0 && parse[c.left_edge - 1].lower == "but";
    const bool second = c.relation == Relation::ccomp && child != clause;
    const bool theirs =
        subject != kNoToken && (parse[subject].pos == Pos::pron || page.story.entities_at(subject).empty());
    const bool in_same_tense = c.relation == Relation::conj && is_verbal(c) && theirs && !page.cues.verb(c.lemma) &&
                               is_untold(parse, child) && (is_untold(parse, clause) || has_been(parse, clause)) &&
                               (parse[verb].tag == Tag::vbd || parse[subject].pos == Pos::pron);
    const bool contrast = c.pos == Pos::adp && but;
    // "said she was tired, but she would stay", "…, so he remained": all told in the past, as she said it.
    const bool so = parse[c.left_edge].lower == "so" || parse[c.left_edge - 1].lower == "so";
    const bool told_on = c.relation == Relation::conj && c.tag == Tag::vbd && (but || so) && subject != kNoToken &&
                         parse[subject].pos == Pos::pron && !page.cues.verb(c.lemma) && parse[verb].tag == Tag::vbd &&
                         verb_form(parse, clause).tense == Tense::past;
    const bool close = (second || in_same_tense || contrast || told_on) && joins(c.left_edge, false);
    // "says the boy “broke the lamp,” hid it, and fled"
    const bool far =
        ((second && subject == kNoToken) || is_state_told_on(page, verb, clause, child)) && joins(c.left_edge, true);
    if (close || far) end = c.right_edge + 1;
  }
  return end;
}

bool right_clause(const Page& page, TokenIndex verb, TokenIndex clause, StatementDraft& draft) {
  const Parse& parse = page.parse;
  TokenSpan span = subtree(parse, clause);
  if (span.contains(verb)) {
    draft.content = page.without({span}, cue_phrase(page, verb, draft));
    return !draft.content.empty();
  }
  span.begin = std::max(with_lost_subject(page, verb, clause, span.begin), verb + 1);
  // "said this year that costs would rise": when it was said, taken for a part of what was.
  TokenIndex behind = span.begin;
  while (behind < span.end && page.story.time_at[behind] >= 0) ++behind;
  if (behind > span.begin && behind + 1 < span.end && parse[behind].lower == "that") span.begin = behind + 1;
  span.end = std::max(said_until(page, verb, clause, span.end), span.begin + 1);
  // "said he went because …": the parser may hang the reason on the cue.
  for (const TokenIndex child : parse.children(verb)) {
    const Token& c = parse[child];
    if (c.relation != Relation::advcl && c.relation != Relation::ccomp) continue;
    if (c.left_edge < span.end || c.left_edge > span.end + 1 || is_told_apart(page, child, verb)) continue;
    if (is_reason(parse[c.left_edge].lower)) span.end = c.right_edge + 1;
  }
  // "said it was late and that the road was shut": the parser may hang the second clause on the cue.
  for (const TokenIndex child : parse.children(verb)) {
    const TokenIndex mark = child > clause ? child_of(parse, child, Relation::mark) : kNoToken;
    if (parse[child].relation != Relation::conj || mark == kNoToken || parse[mark].lower != "that") continue;
    if (mark == parse[child].left_edge) span.end = std::max(span.end, parse[child].right_edge + 1);
  }
  span.end = goes_on_until(page, verb, clause, span.end);
  finish_quotation(page, span);
  draft.content = {span};
  // "the fire, which police said was set": the fire.
  if (parse[verb].relation == Relation::relcl && span.begin == verb + 1 &&
      (lacks_subject(parse, clause) || lacks_object(parse, verb, clause))) {
    const TokenSpan told = core_phrase(parse, parse[verb].head);
    bool of_it = false;  // "a group whose plan Paz said was dead": not the group
    for (TokenIndex t = told.end; t < verb; ++t) of_it |= parse[t].lower == "whose";
    if (told.end <= verb && parse[told.begin].sentence == parse[verb].sentence && !of_it &&
        !page.in_quotation(told.begin))
      draft.content.insert(draft.content.begin(), told);
  }
  if (const auto condition = condition_before(page, verb)) draft.content.insert(draft.content.begin(), *condition);
  return true;
}

// "With the vote a day away, …": the scene is set by the reporter.
TokenSpan without_setting(const Page& page, TokenSpan span) {
  if (span.size() == 0 || !page.cues.settings.contains(page.parse[span.begin].lower)) return span;
  const TokenIndex end = page.parse[span.begin].right_edge + 1;
  if (end + 1 < span.end && page.parse[end].text == ",") return page.stripped({end, span.end});
  return span;
}

// "The road is open, officials said": all that stands before the cue in the sentence.
bool clause_before(const Page& page, TokenIndex verb, StatementDraft& draft) {
  const TokenSpan phrase = cue_phrase(page, verb, draft);
  const TokenSpan sentence = page.sentence_of(verb);
  if (phrase.begin <= sentence.begin) return false;
  const TokenIndex begin = page.begin_of_text({sentence.begin, phrase.begin});
  draft.content = {page.stripped({begin, phrase.begin})};
  draft.content.front() = without_setting(page, draft.content.front());
  const TokenIndex behind = phrase.end;
  // "The road, officials said, is open."
  if (behind < sentence.end && page.parse[behind].text == "," && behind + 1 < sentence.end) {
    const TokenIndex next = behind + 1;
    const bool goes_on = is_under(page.parse, next, page.parse[verb].head) && !is_under(page.parse, next, verb) &&
                         page.parse[verb].head != verb && page.parse[verb].head > verb;
    if (goes_on) draft.content.push_back(page.stripped({next, sentence.end}));
  }
  // "The road is closed, officials said Friday, because it rained."
  for (const TokenIndex child : page.parse.children(verb)) {
    const Token& c = page.parse[child];
    const bool reason = c.relation == Relation::advcl && is_reason(page.parse[c.left_edge].lower);
    if (child < verb || is_told_apart(page, child, verb)) continue;
    if (reason || goes_on_behind(page, verb, child)) draft.content.push_back({c.left_edge, c.right_edge + 1});
  }
  std::erase_if(draft.content, [](TokenSpan s) { return s.size() == 0; });
  return !draft.content.empty();
}

bool has_mark(const Parse& parse, TokenIndex verb) {
  return child_of(parse, verb, Relation::mark) != kNoToken;
}

// "officials said the leader had agreed": what was said, not who said it.
bool is_reported(const Page& page, TokenIndex verb) {
  const Token& above = page.parse[page.parse[verb].head];
  const Cue* cue = is_verbal(above) ? page.cues.verb(above.lemma) : nullptr;
  return cue != nullptr && cue->clause;
}

// "The deficit will end this year, the budget office reported on Tuesday.": a subject behind a comma, a verb of speech
// and nothing that it could take.
bool closes_sentence(const Page& page, TokenIndex verb, const Cue& cue) {
  const Parse& parse = page.parse;
  const TokenIndex behind = subject_behind(parse, verb);
  const TokenIndex subject = behind != kNoToken ? behind : child_of(parse, verb, Relation::nsubj);
  if (cue.kind != Cue::Kind::speech || !cue.clause || subject == kNoToken) return false;
  // "…, said a former minister": the verb may come first.
  const TokenIndex begin = std::min(parse[subject].left_edge, verb);
  const TokenSpan sentence = page.sentence_of(verb);
  if (begin <= sentence.begin + 2 || parse[begin - 1].text != "," || has_mark(parse, verb)) return false;
  if (is_relative_pronoun(parse[subject]) || page.in_quotation(verb)) return false;
  for (const TokenIndex child : parse.children(verb)) {
    const Relation r = parse[child].relation;
    if (child > verb && child != subject && r != Relation::punct && r != Relation::npadvmod && r != Relation::prep &&
        r != Relation::advmod && r != Relation::dative && !(r == Relation::dobj && cue.hearer)) {
      return false;
    }
  }
  return parse[verb].right_edge + 1 >= trimmed(parse, {verb, sentence.end}).end;
}

// "said in a speech that taxes would fall", "informed the families that …": the parser hangs the clause on the noun
// before it.
TokenIndex displaced_clause(const Page& page, TokenIndex verb, const Cue& cue) {
  const Parse& parse = page.parse;
  const auto on_noun = [&](TokenIndex noun) {
    for (const TokenIndex child : parse.children(noun)) {
      const Relation r = parse[child].relation;
      if (child < noun || (r != Relation::relcl && r != Relation::acl && r != Relation::ccomp)) continue;
      const TokenIndex that = parse[child].left_edge;
      if (parse[that].lower != "that" || parse[that].relation == Relation::nsubj) continue;
      if (own_subject(parse, child) == kNoToken && child_of(parse, child, Relation::expl) == kNoToken) continue;
      if (parse[that].relation == Relation::mark || child_of(parse, child, Relation::dobj) != that) return child;
    }
    return kNoToken;
  };
  bool first = true;
  for (const TokenIndex child : parse.children(verb)) {
    if (child < verb) continue;
    const Relation r = parse[child].relation;
    TokenIndex found = kNoToken;
    if (cue.hearer && (r == Relation::dobj || r == Relation::dative)) found = on_noun(child);
    if (r == Relation::prep || r == Relation::dative) {
      for (const TokenIndex object : parse.children(child)) {
        // "commented on reports that …" tells of what others report.
        const bool theme = parse[child].lower == "on" || page.cues.apart.contains(parse[child].lower);
        const bool occasion = (!theme && page.cues.venues.contains(parse[object].lemma)) ||
                              page.cues.venue_words.contains(parse[object].text) || page.story.mention_at[object] >= 0;
        // "noted with satisfaction that …": the manner of saying so.
        const bool manner = parse[child].lower == "with" && page.story.mention_at[object] < 0;
        // "assured the families during her visit that …"
        const bool meanwhile = parse[child].lower == "during" && first;
        if (found == kNoToken && (occasion || manner || meanwhile)) found = on_noun(object);
        // "said at that moment she was ready"
        const TokenIndex then = page.story.time_at[object] >= 0 || parse[object].lemma == "time"
                                    ? child_of(parse, object, Relation::relcl)
                                    : kNoToken;
        if (found == kNoToken && then != kNoToken && then > object) {
          const TokenIndex who = child_of(parse, then, Relation::nsubj);
          if (who != kNoToken && !is_relative_pronoun(parse[who])) found = then;
        }
      }
    }
    if (found != kNoToken) return found;
    first &= r != Relation::prep;
  }
  return kNoToken;
}

// The child of `verb` below which the token stands; kNoToken where more than prepositions and their nouns is between.
TokenIndex phrase_between(const Parse& parse, TokenIndex noun, TokenIndex verb) {
  TokenIndex t = noun;
  while (parse[t].head != verb) {
    const Relation r = parse[t].relation;
    const bool taped = r == Relation::acl && parse[t].tag == Tag::vbn;  // "in an interview taped before the raid"
    if ((r != Relation::pobj && r != Relation::prep && r != Relation::agent && !taped) || parse[t].head == t)
      return kNoToken;
    t = parse[t].head;
  }
  return t;
}

// "said after the vote that taxes would fall", "said without giving details that …": the clause that the parser hangs
// on the last noun of what stands between, where the cue has nothing else to tell and that noun ("reports that …")
// tells nothing itself.
TokenIndex clause_behind_occasion(const Page& page, TokenIndex verb, const Cue& cue) {
  const Parse& parse = page.parse;
  const TokenIndex subject = child_of(parse, verb, Relation::nsubj);
  if (cue.kind != Cue::Kind::speech || !cue.clause || subject == kNoToken || subject > verb) return kNoToken;
  const TokenIndex first = parse[subject].left_edge;
  if (page.in_quotation(verb) || is_relative_pronoun(parse[subject])) return kNoToken;
  if (first > page.sentence_of(verb).begin && parse[first - 1].pos == Pos::punct) return kNoToken;
  for (const TokenIndex child : parse.children(verb)) {
    const Relation r = parse[child].relation;
    if (r == Relation::ccomp || r == Relation::xcomp || (r == Relation::dobj && !cue.hearer)) return kNoToken;
    // "asked for a sign that", "answered the same way that"
    const bool way = r == Relation::npadvmod && page.story.time_at[child] < 0;
    const bool asks = r == Relation::prep && std::find(cue.prepositions.begin(), cue.prepositions.end(),
                                                       parse[child].lower) != cue.prepositions.end();
    if (child > verb && (way || asks)) return kNoToken;
  }
  constexpr TokenIndex kFar = 16;
  const TokenIndex last = std::min(parse[verb].right_edge, verb + kFar);
  for (TokenIndex that = verb + 2; that < last; ++that) {
    if (parse[that].lower != "that" || parse[that].relation == Relation::det || page.in_quotation(that)) continue;
    for (TokenIndex clause = that + 1; clause <= parse[verb].right_edge; ++clause) {
      const Token& c = parse[clause];
      const bool hung = c.relation == Relation::relcl || c.relation == Relation::acl || c.relation == Relation::ccomp ||
                        c.relation == Relation::advcl;
      if (!hung || c.left_edge != that || !is_verbal(c)) continue;
      const TokenIndex own = own_subject(parse, clause);
      const bool whole = (own != kNoToken && own != that) || child_of(parse, clause, Relation::expl) != kNoToken;
      // "said of the fence that the growers built", "agreed to a plan that …": of the fence, the plan.
      const TokenIndex between = phrase_between(parse, c.head, verb);
      const bool prep = between != kNoToken && parse[between].relation == Relation::prep;
      const bool time = page.story.time_at[c.head] >= 0 || parse[c.head].lemma == "time";  // "for the first time"
      if (prep && is_theme(parse[between], cue) && !time) return kNoToken;
      const bool gap = (!prep && child_of(parse, clause, Relation::dobj) == that) ||
                       parse[that].relation == Relation::nsubj || parse[that].relation == Relation::nsubjpass;
      const Token& noun = parse[c.head];
      const bool told = page.cues.nouns.contains(noun.lemma) && parse[noun.head].lower != "in";
      const bool near = !is_verbal(noun) && verb < c.head && c.head < that;
      return whole && !gap && !told && (near || c.head == verb) ? clause : kNoToken;
    }
  }
  return kNoToken;
}

// "finding it harder to sell", "found the gate broken": no clause that says something.
bool is_small_clause(const Parse& parse, TokenIndex clause) {
  if (child_of(parse, clause, Relation::mark) != kNoToken) return false;
  if (!is_verbal(parse[clause])) return true;
  const VerbForm form = verb_form(parse, clause);
  return form.tense == Tense::none && form.modal == kNoToken;
}

}  // namespace

void finish_quotation(const Page& page, TokenSpan& span) {
  if (span.size() == 0 || page.in_quotation(span.begin)) return;
  const std::int32_t q = page.quotation_at[span.end - 1];
  if (q >= 0) span.end = std::max(span.end, page.quotations[static_cast<std::size_t>(q)].outside.end);
}

namespace {

// "As the mayor hinted at a new toll, the carters left": what the cue tells of stands behind it.
bool has_theme(const Parse& parse, TokenIndex verb, const Cue& cue) {
  for (const TokenIndex child : parse.children(verb)) {
    const bool theirs =
        parse[child].relation == Relation::prep && child > verb &&
        std::find(cue.prepositions.begin(), cue.prepositions.end(), parse[child].lower) != cue.prepositions.end();
    const bool filled =
        child_of(parse, child, Relation::pobj) != kNoToken || child_of(parse, child, Relation::pcomp) != kNoToken;
    if (theirs && filled) return true;
  }
  return false;
}

// "The tariff, she noted, was paid": the cue with its subject between two commas, whatever the parser hung on it.
bool is_inserted(const Page& page, TokenIndex verb, const Cue& cue, const StatementDraft& draft) {
  const Parse& parse = page.parse;
  if (cue.kind != Cue::Kind::speech || !cue.clause || draft.speaker == kNoToken || draft.speaker >= verb) return false;
  const TokenSpan sentence = page.sentence_of(verb);
  const TokenIndex begin = core_phrase(parse, draft.speaker).begin;
  if (draft.speaker + 1 != verb || begin <= sentence.begin + 1 || verb + 3 >= sentence.end) return false;
  return parse[begin - 1].text == "," && parse[verb + 1].text == "," && !page.in_quotation(begin - 1) &&
         !(page.in_quotation(verb + 2) && is_capitalised(parse[verb + 3])) && parse[verb + 2].pos != Pos::cconj &&
         parse[verb].tag != Tag::vbg && parse[begin - 2].pos != Pos::cconj;
}

}  // namespace

bool clause_content(const Page& page, TokenIndex verb, const Cue& cue, StatementDraft& draft) {
  const Parse& parse = page.parse;
  if (child_of(parse, verb, Relation::dobj) != kNoToken && is_inserted(page, verb, cue, draft)) {
    draft.content =
        page.without({page.stripped(page.sentence_of(verb))}, {core_phrase(parse, draft.speaker).begin, verb + 1});
    return !draft.content.empty();
  }
  // "made it clear that …": the parser takes the clause for an adverbial one.
  for (const TokenIndex child : parse.children(verb)) {
    const bool clause = parse[child].relation == Relation::advcl || parse[child].relation == Relation::ccomp;
    if (cue.made_by.empty() || child < verb || !clause || draft.speakers.empty()) continue;
    const TokenIndex that = child_word(parse, child, "that");
    if (that != kNoToken && parse[that].relation == Relation::mark) return right_clause(page, verb, child, draft);
  }
  if (!cue.made_by.empty()) return false;
  TokenIndex before = kNoToken;
  // "told visiting Chancellor Anna Braun that …": the parser takes the guest's participle for the clause.
  const TokenIndex guest = cue.hearer && cue.clause ? visiting_guest(parse, verb) : kNoToken;
  const TokenIndex told = guest == kNoToken ? kNoToken : child_of(parse, parse[guest].head, Relation::ccomp);
  if (told != kNoToken) return right_clause(page, verb, told, draft);
  for (const TokenIndex child : parse.children(verb)) {
    if (parse[child].relation != Relation::ccomp || !cue.clause) continue;
    if (child > verb && cue.finite_clause && is_small_clause(parse, child)) continue;
    if (child > verb) return right_clause(page, verb, child, draft);
    before = child;
  }
  // "Its method is bolder: it posts lists": a verb with its own object takes no clause before it.
  const TokenIndex own = cue.hearer || cue.predicate ? kNoToken : child_of(parse, verb, Relation::dobj);
  if (before != kNoToken && own != kNoToken && own > verb) before = kNoToken;
  // "The row goes on - Paz has vowed to fight": nor does one with an infinitive.
  const TokenIndex deed = cue.infinitive ? child_of(parse, verb, Relation::xcomp) : kNoToken;
  if (before != kNoToken && deed != kNoToken && deed > verb && !page.in_quotation(before)) before = kNoToken;
  if (before != kNoToken) {
    const TokenSpan span = subtree(parse, before);
    if (span.contains(verb)) return right_clause(page, verb, before, draft);
    return clause_before(page, verb, draft);
  }
  if (cue.kind == Cue::Kind::stance) return false;
  if (cue.clause && (!cue.object || child_of(parse, verb, Relation::dobj) == kNoToken)) {
    TokenIndex displaced = displaced_clause(page, verb, cue);
    if (displaced == kNoToken) displaced = clause_behind_occasion(page, verb, cue);
    if (displaced != kNoToken && right_clause(page, verb, displaced, draft)) {
      TokenSpan& first = draft.content.front();
      if (parse[first.begin].lower == "that" && first.size() > 1) ++first.begin;
      return true;
    }
  }
  // "…, Ivanov said, …" and "as the minister put it": the cue hangs on the clause that it reports.
  const Token& v = parse[verb];
  const TokenIndex object = child_of(parse, verb, Relation::dobj);
  const bool as_said = v.relation == Relation::advcl && child_word(parse, verb, "as") != kNoToken &&
                       (object == kNoToken ? cue.clause : cue.quotation && parse[object].lower == "it") &&
                       !has_theme(parse, verb, cue);
  const bool open = cue.clause && child_of(parse, verb, Relation::xcomp) == kNoToken &&
                    (cue.hearer || child_of(parse, verb, Relation::dobj) == kNoToken);
  const bool inserted = open && (v.relation == Relation::parataxis || v.relation == Relation::intj ||
                                 (v.relation == Relation::ccomp && v.head < verb && !has_mark(parse, verb) &&
                                  !is_reported(page, verb) && !has_theme(parse, verb, cue)));
  if (!as_said && !inserted) return closes_sentence(page, verb, cue) && clause_before(page, verb, draft);
  draft.content = qualified_clause(page, v.head, cue_phrase(page, verb, draft), verb);
  return !draft.content.empty();
}

namespace {

// "The gate will stop the carts, she said, but not the mules", "…, and talks went on": what follows the cue and a
// conjunction is still told, unless it speaks itself ("but Paz denied it") or tells in the past beside the present.
bool is_told_on(const Page& page, TokenIndex cue, TokenIndex conjunction) {
  const Parse& parse = page.parse;
  const TokenIndex told = parse[conjunction].head;
  if (cue == kNoToken || told == cue) return false;
  TokenIndex next = kNoToken;
  for (const TokenIndex child : parse.children(told)) {
    if (child > conjunction && next == kNoToken && parse[child].relation == Relation::conj) next = child;
  }
  if (next == kNoToken) return false;
  if (!is_verbal(parse[next])) return true;
  const Cue* speaks = page.cues.verb(parse[next].lemma);
  if (speaks != nullptr && speaks->kind != Cue::Kind::thought) return false;
  if (is_untold(parse, told) != is_untold(parse, next)) return false;
  const TokenIndex subject = own_subject(parse, next);
  const bool of_time = child_of(parse, next, Relation::mark) != kNoToken;  // "but only after he had left"
  const bool of_things = subject != kNoToken && parse[subject].pos != Pos::pron && parse[subject].pos != Pos::propn;
  return of_time || is_untold(parse, next) || of_things;
}

// "Peru backs it; Chile, envoys say, would not": the part of the sentence that the cue stands in.
TokenSpan between_semicolons(const Page& page, TokenSpan whole, TokenSpan hole) {
  const auto ends = [&](TokenIndex t) { return page.parse[t].text == ";" && !page.in_quotation(t); };
  for (TokenIndex t = hole.begin; t-- > whole.begin;) {
    if (ends(t)) return {t + 1, whole.end};
  }
  return whole;
}

// "The road is shut, she said, and left the room": past beside present is the reporter's.
bool is_done_after(const Page& page, TokenIndex cue, TokenIndex begin) {
  const Parse& parse = page.parse;
  const TokenIndex deed = child_of(parse, cue, Relation::conj);
  return deed != kNoToken && parse[deed].left_edge == begin && parse[deed].tag == Tag::vbd &&
         own_subject(parse, deed) == kNoToken && is_untold(parse, parse[cue].head);
}

}  // namespace

std::vector<TokenSpan> qualified_clause(const Page& page, TokenIndex at, TokenSpan hole, TokenIndex cue) {
  const Parse& parse = page.parse;
  const TokenSpan sentence = page.sentence_of(at);
  TokenSpan whole = sentence;
  // Within a quotation or a clause of its own only that one is qualified.
  TokenIndex clause = clause_head(parse, at);
  const Relation r = parse[clause].relation;
  if (r == Relation::relcl || r == Relation::acl || r == Relation::advcl) whole = subtree(parse, clause);
  // "The union said according to the ruling, the vote stands": of what the union said.
  const Token& above = parse[parse[clause].head];
  const Cue* saying = r == Relation::ccomp && is_verbal(above) ? page.cues.verb(above.lemma) : nullptr;
  if (saying != nullptr && saying->quotes() && parse[clause].head < hole.begin)
    whole = {std::max(parse[clause].left_edge, parse[clause].head + 1), subtree(parse, clause).end};
  const bool all = hole.begin <= whole.begin && whole.end <= hole.end;
  if (all || !(whole.begin <= hole.begin && hole.end <= whole.end)) whole = sentence;
  // At the end of a sentence it speaks for the whole of it, in brackets for what they hold.
  if (hole.end + 2 >= sentence.end && hole.begin > sentence.begin && parse[hole.begin - 1].text == ",")
    whole = sentence;
  if (hole.end + 2 < sentence.end) whole = between_semicolons(page, whole, hole);
  if (hole.begin > whole.begin) whole.begin = page.begin_of_text({whole.begin, hole.begin});
  for (TokenIndex t = hole.begin; t-- > whole.begin && hole.end < sentence.end && parse[hole.end].text == ")";) {
    if (parse[t].text == "(") whole.begin = t + 1;
  }
  if (hole.end < whole.end && parse[hole.end].text == ")") whole.end = hole.end;
  std::vector<TokenSpan> spans = page.without({page.stripped(whole)}, hole);
  // "The port was shut and, according to officials, sold": of what follows.
  TokenIndex before = hole.begin;
  while (before > whole.begin && parse[before - 1].text == ",") --before;
  if (spans.size() == 2 && before > whole.begin && before < hole.begin && parse[before - 1].pos == Pos::cconj) {
    spans.erase(spans.begin());
  }
  // "…, according to a count, but she vowed to go on", "…, she said, and left": the reporter goes on.
  if (spans.size() == 2 && parse[spans[1].begin].relation == Relation::cc) {
    if (!is_told_on(page, cue, spans[1].begin)) {
      spans.pop_back();
    } else if (parse[spans[1].begin].lower == "and") {
      spans[1] = page.stripped({spans[1].begin + 1, spans[1].end});
    }
  } else if (spans.size() == 2 && cue != kNoToken && is_done_after(page, cue, spans[1].begin)) {
    spans.pop_back();
  }
  for (const TokenIndex child : parse.children(at)) {
    if (spans.empty() || !is_of_next_speaker(page, child) || !spans.back().contains(parse[child].left_edge)) continue;
    spans.back() = page.stripped({spans.back().begin, parse[child].left_edge});
    if (spans.back().size() == 0) spans.pop_back();
  }
  if (!spans.empty()) spans.front() = without_setting(page, spans.front());
  return spans;
}

}  // namespace dragoman
