#include "statements/content.h"

#include "statements/clauses.h"
#include "statements/speakers.h"

#include <algorithm>
#include <optional>

namespace dragoman {

namespace {

// "agreed on Thursday": when, not what.
bool governs_time(const Page& page, TokenIndex preposition) {
  for (const TokenIndex object : page.parse.children(preposition)) {
    if (page.story.time_at[object] >= 0) return true;
  }
  return false;
}

// "called the talks of last week “a waste of time”": whatever the parser takes the quotation for.
bool judged_in_marks(const Page& page, TokenIndex object, TokenIndex end) {
  const std::int32_t q = page.quotation_at[end - 1];
  return q >= 0 && page.quotations[static_cast<std::size_t>(q)].outside.begin > object;
}

TokenIndex clause_end(const Parse& parse, TokenIndex as) {
  return parse[as].relation == Relation::mark ? parse[parse[as].head].right_edge + 1 : parse[as].right_edge + 1;
}

// "described the land as beset by thieves", "described the council in an interview as a relic": the "as" that the
// parser hung on a clause or on the words before it.
TokenIndex displaced_as(const Parse& parse, TokenIndex verb, TokenIndex from) {
  for (const TokenIndex child : parse.children(verb)) {
    if (child < from) continue;
    const Token& c = parse[child];
    if (c.relation == Relation::advcl && c.left_edge == from && parse[from].lower == "as" &&
        (c.tag == Tag::vbn || c.tag == Tag::vbg)) {
      return from;
    }
    if (c.relation != Relation::prep) continue;
    for (const TokenIndex object : parse.children(child)) {
      const TokenIndex as = child_word(parse, object, "as");
      if (as != kNoToken && as > object && parse[as].relation == Relation::prep) return as;
    }
  }
  return kNoToken;
}

bool is_medium(const Page& page, TokenIndex t) {
  const auto& actors = page.story.entities_at(t);
  return !actors.empty() && page.story.record.entities[actors.front()].type == EntityType::media;
}

// "attacked his rival in a speech", "… on Twitter", "… on Radio Tatra"
bool is_occasion(const Page& page, TokenIndex t) {
  return page.cues.venues.contains(page.parse[t].lemma) || page.cues.venue_words.contains(page.parse[t].text) ||
         is_medium(page, t);
}

// "welcomed the move to talk and called for calm": what the parser joined to the infinitive is the next deed.
TokenIndex next_deed(const Page& page, TokenIndex verb, TokenSpan span) {
  for (TokenIndex t = span.begin; t < span.end; ++t) {
    if (page.parse[t].relation != Relation::conj || finite_partner(page.parse, t) != verb) continue;
    TokenIndex end = page.parse[t].left_edge;
    while (end > span.begin + 1 && (page.parse[end - 1].relation == Relation::cc || page.parse[end - 1].text == ","))
      --end;
    return end;
  }
  return span.end;
}

// "promised to open the road after the council voted for it", "offered to pay two weeks ago": when it was said stands
// at the end of what is still to be done.
TokenSpan without_moment(const Page& page, TokenIndex cue, TokenIndex deed, TokenSpan span) {
  const Parse& parse = page.parse;
  if (parse[deed].tag != Tag::vb) return span;
  for (const TokenIndex child : parse.children(deed)) {
    const Token& c = parse[child];
    if (child < deed || c.right_edge + 1 < span.end || page.in_quotation(child)) continue;
    // "urged them to sign after calling the pact a model"
    const TokenIndex doing =
        c.relation == Relation::prep && c.lower == "after" ? child_of(parse, child, Relation::pcomp) : kNoToken;
    const bool told = doing != kNoToken && page.cues.verb(parse[doing].lemma) != nullptr;
    if (told && c.left_edge > deed) return page.stripped({span.begin, c.left_edge});
    if (parse[cue].tag != Tag::vbd) continue;
    const bool clause = c.relation == Relation::advcl && c.tag == Tag::vbd &&
                        (parse[c.left_edge].lower == "after" || parse[c.left_edge].lower == "when");
    const bool moment = c.relation == Relation::npadvmod || c.relation == Relation::advmod;
    const bool ago = moment && parse[c.right_edge].lower == "ago" && page.story.time_at[c.right_edge] >= 0;
    if ((clause || ago) && c.left_edge > deed) return page.stripped({span.begin, c.left_edge});
  }
  return span;
}

// Where a span ends without the time that closes it: "in a talk last week", "at a rally on Monday".
TokenIndex end_before_time(const Page& page, TokenSpan span) {
  TokenIndex end = span.end;
  while (end > span.begin + 1 && page.story.time_at[end - 1] >= 0) --end;
  if (end < span.end && end > span.begin + 1 && page.parse[end - 1].lower == "on") --end;
  return end;
}

// "on Radio Tatra", "on Radio Tatra's “Late Hour”", "on the condition of anonymity": how it reached whoever tells it.
bool is_channel(const Page& page, TokenIndex object) {
  const Parse& parse = page.parse;
  const auto named = [&](TokenIndex t) { return parse[t].pos == Pos::propn && is_medium(page, t); };
  const Tokens owners = possessors(parse, object);
  if (named(object) || (!owners.empty() && named(owners.front()))) return true;
  const TokenIndex of = child_word(parse, object, "of");
  const TokenIndex cover = of == kNoToken ? kNoToken : child_of(parse, of, Relation::pobj);
  return cover != kNoToken && page.cues.covers.contains(parse[cover].lemma);
}

// "in a speech", "at her rally", but not "the targets named in the debate": an occasion of what is spoken of.
bool is_own_occasion(const Page& page, TokenIndex object, bool his) {
  const TokenIndex det = child_of(page.parse, object, Relation::det);
  if (det != kNoToken && page.parse[det].lower != "the") return true;
  const Tokens owners = possessors(page.parse, object);
  return his && !owners.empty() && page.parse[owners.front()].pos == Pos::pron;  // not "in the ministers' meeting"
}

// Where it was said, at the end of an object: "praised the dam during a tour", "unveiled a port in his speech".
TokenSpan without_occasion(const Page& page, const Cue& cue, TokenSpan span, bool said) {
  const Parse& parse = page.parse;
  const TokenIndex end = end_before_time(page, span);
  for (TokenIndex t = span.begin + 1; t < span.end; ++t) {
    const Token& w = parse[t];
    if (page.in_quotation(t) || w.relation != Relation::prep || w.left_edge != t || w.right_edge + 2 < end) continue;
    const TokenIndex object = child_of(parse, t, Relation::pobj);
    if (object == kNoToken) continue;
    // "cited her words on Radio Tatra as a slip"
    const bool judged = std::any_of(parse.tokens.begin() + t, parse.tokens.begin() + span.end,
                                    [](const Token& u) { return u.lower == "as"; });
    if (w.lower == "on" && !said && !judged && is_channel(page, object)) return page.stripped({span.begin, t});
    if (!is_occasion(page, object)) continue;
    // "described the council during a talk as a relic": what is said of it stands behind.
    const bool behind = std::any_of(cue.prepositions.begin(), cue.prepositions.end(), [&](const std::string& p) {
      for (TokenIndex u = t + 1; u < span.end; ++u) {
        if (parse[u].lower == p && !governs_time(page, u)) return true;
      }
      return false;
    });
    const bool holds = said && behind;
    if (w.lower == "during" && !holds) return page.stripped({span.begin, t});
    if ((w.lower != "in" && w.lower != "at") || behind) continue;
    const bool own = is_own_occasion(page, object, !said);
    const bool words = page.cues.messages.contains(parse[w.head].lemma);  // "pointed to a remark in a letter"
    if (own && !words && w.head >= span.begin && is_nominal(parse[w.head])) return page.stripped({span.begin, t});
  }
  return span;
}

// What the reporter adds at the end of an object: "praised the dam, which was built by Oman", "… by calling it a
// model", "… in a speech".
TokenSpan without_gloss(const Page& page, const Cue& cue, TokenSpan span, bool said) {
  const Parse& parse = page.parse;
  for (TokenIndex t = span.begin + 1; t < span.end; ++t) {
    const Token& w = parse[t];
    if (page.in_quotation(t) || w.left_edge <= span.begin || w.right_edge + 2 < span.end) continue;
    const bool comma = parse[w.left_edge - 1].text == ",";
    const bool relative = w.relation == Relation::relcl && comma && is_relative_pronoun(parse[w.left_edge]);
    const bool hung =
        w.relation == Relation::advcl || (w.relation == Relation::acl && page.cues.glosses.contains(w.lemma));
    const bool participle = hung && comma && w.tag == Tag::vbg && w.left_edge == t;
    if (relative || participle) return page.stripped({span.begin, w.left_edge});
    // "explained the plan by calling it a model": how.
    const TokenIndex doing = w.relation == Relation::prep ? child_of(parse, t, Relation::pcomp) : kNoToken;
    const bool telling = w.lower == "by" && doing != kNoToken && page.cues.verb(parse[doing].lemma) != nullptr;
    if (telling && !said && parse[doing].tag == Tag::vbg) return page.stripped({span.begin, t});
  }
  return without_occasion(page, cue, span, said);
}

// "stressed the need of the island to build a harbour", "voiced thanks for its efforts, under the king, to help",
// "announced plans this week to sell": the infinitive right behind the object belongs to it, wherever the parser hung
// it.
TokenIndex end_of_infinitive(const Page& page, TokenSpan span) {
  const Parse& parse = page.parse;
  const TokenSpan sentence = page.sentence_of(span.begin);
  TokenIndex to = span.end;
  while (to + 1 < sentence.end && page.story.time_at[to] >= 0) ++to;
  if (to + 1 < sentence.end && parse[to].text == ",") {
    const TokenIndex inserted = to + 1;
    if (parse[inserted].relation != Relation::prep) return span.end;
    to = parse[inserted].right_edge + 1;
    if (to >= sentence.end || parse[to].text != ",") return span.end;
    ++to;
  }
  if (to + 1 >= sentence.end || parse[to].tag != Tag::to || parse[to].relation != Relation::aux) return span.end;
  const TokenIndex verb = parse[to].head;
  return verb > to ? std::min(parse[verb].right_edge + 1, sentence.end) : span.end;
}

// "claimed their wages were held back": the parser takes the subject for an object and loses the verb behind it.
TokenIndex end_of_lost_clause(const Page& page, TokenIndex cue, TokenSpan span) {
  const Parse& parse = page.parse;
  const TokenIndex last = page.sentence_of(cue).end;
  const TokenIndex object = child_of(parse, cue, Relation::dobj);
  if (object == kNoToken || object + 1 != span.end || core_phrase(parse, object).begin != span.begin) return span.end;
  TokenIndex verb = span.end;
  while (verb + 1 < last && (parse[verb].relation == Relation::aux || parse[verb].relation == Relation::auxpass ||
                             parse[verb].relation == Relation::neg || parse[verb].relation == Relation::advmod)) {
    ++verb;
  }
  if (verb >= last || !is_verbal(parse[verb]) || parse[verb].right_edge >= last) return span.end;
  const VerbForm form = verb_form(parse, verb);
  if ((form.tense == Tense::none && form.modal == kNoToken) || own_subject(parse, verb) != kNoToken) return span.end;
  for (const TokenIndex child : parse.children(verb)) {
    const Relation r = parse[child].relation;
    const bool subject = r == Relation::expl || r == Relation::csubj || r == Relation::csubjpass || r == Relation::mark;
    if (subject || (child < span.end && (r == Relation::cc || r == Relation::ccomp))) return span.end;
  }
  return parse[verb].right_edge + 1;
}

// "charged a fee of $90", "claimed the title", "a fee, which it charged": an object of which the cue is a deed.
bool is_among_deeds(const Parse& parse, TokenIndex object, const Cue& cue) {
  if (cue.deeds_of.empty()) return false;
  if (cue.deeds_of.contains(parse[object].lemma)) return true;
  const TokenSpan whole = noun_phrase(parse, object);
  for (TokenIndex t = whole.begin; t < whole.end; ++t) {
    if ((parse[t].tag == Tag::dollar || parse[t].name == NameType::money) && cue.deeds_of.contains("$")) return true;
  }
  return false;
}

// "attacked the convoy", "recalled the ambassador": deeds, whatever the verb says of words.
bool is_deed(const Page& page, TokenIndex object, const Cue& cue) {
  const Token& o = page.parse[object];
  const auto& actors = page.story.entities_at(object);
  const EntityType type = actors.empty() ? EntityType::organisation : page.story.record.entities[actors.front()].type;
  if (cue.on_things && !actors.empty()) return true;
  // "denied the envoy a visa", "denied access to the camp"
  if (cue.withholds && page.cues.withheld.contains(o.lemma)) return true;
  if (is_among_deeds(page.parse, object, cue)) return true;
  if (!cue.blow) return false;
  const bool land = page.story.place_at[object] >= 0 || o.name == NameType::gpe || o.name == NameType::loc ||
                    o.name == NameType::fac || type == EntityType::country;
  return land || page.cues.targets.contains(o.lemma);
}

// The first preposition behind the object that the cue governs.
TokenIndex told_of(const Parse& parse, TokenIndex verb, const Cue& cue) {
  TokenIndex first = kNoToken;
  const auto look = [&](TokenIndex head) {
    for (const TokenIndex child : parse.children(head)) {
      for (const std::string& p : cue.prepositions) {
        if (child > head && parse[child].relation == Relation::prep && parse[child].lower == p) {
          first = std::min(first, child);
        }
      }
    }
  };
  look(verb);
  for (const TokenIndex child : parse.children(verb)) {
    if (parse[child].relation == Relation::dobj) look(child);
  }
  return first == kNoToken ? 0 : first;
}

// "what the miners call a road", "whom he described as a guest": the reporter's way to say that the word is theirs, and
// no statement, unless it stands in quotation marks.
bool is_naming(const Page& page, TokenIndex verb, const Cue& cue, TokenSpan span) {
  const Parse& parse = page.parse;
  if (!cue.predicate && std::find(cue.prepositions.begin(), cue.prepositions.end(), "as") == cue.prepositions.end())
    return false;
  for (const TokenIndex child : parse.children(verb)) {
    const bool object = child < verb && is_relative_pronoun(parse[child]) && parse[child].lower == "what" &&
                        (parse[child].relation == Relation::dobj || parse[child].relation == Relation::nsubj);
    if (!object) continue;
    for (TokenIndex t = span.begin; t < span.end; ++t) {
      if (page.in_quotation(t)) return false;
    }
    return true;
  }
  return false;
}

// "condemned the raid", "praised the mayor": what is judged, and nothing that was said of it.
bool only_judged(const Page& page, TokenIndex verb, const Cue& cue, TokenSpan span) {
  const Parse& parse = page.parse;
  if (!page.cues.verdicts.contains(cue.act)) return false;
  for (TokenIndex t = span.begin; t < span.end; ++t) {
    if (page.in_quotation(t)) return false;
  }
  // "condemned it as cowardly", "praised them for staying"
  for (TokenIndex t = verb + 1; t <= parse[verb].right_edge; ++t) {
    const Token& w = parse[t];
    const bool doing = w.lower == "for" && child_of(parse, t, Relation::pcomp) != kNoToken;
    if (w.relation == Relation::prep && (w.lower == "as" || doing)) return false;
  }
  // "rejected claims that the count was false"
  for (const TokenIndex object : parse.children(verb)) {
    if (!span.contains(object)) continue;
    for (const TokenIndex below : parse.children(object)) {
      const bool clause = parse[below].relation == Relation::acl || parse[below].relation == Relation::ccomp;
      if (clause && child_word(parse, below, "that") != kNoToken) return false;
    }
  }
  return true;
}

// "lashed out at the mayor": whom the cue's preposition governs is all there is.
bool is_actor_alone(const Page& page, TokenIndex verb, TokenSpan span) {
  const Parse& parse = page.parse;
  for (TokenIndex t = span.begin; t < span.end; ++t) {
    if (parse[t].relation == Relation::pobj && parse[parse[t].head].head == verb)
      return parse[t].left_edge == span.begin && !page.story.entities_at(t).empty();
  }
  return false;
}

// The clause is a relative one of what is missing behind the cue: "an issue that he regards as closed".
bool is_about_antecedent(const Parse& parse, TokenIndex verb) {
  const TokenIndex subject = own_subject(parse, verb);
  return parse[verb].relation == Relation::relcl && subject != kNoToken && !is_relative_pronoun(parse[subject]);
}

// "a guest later identified as Ana Paz, who …", "the miller credited with the rescue": a participle, though the parser
// takes it for a verb in the past. A cue that says something of its object has one.
bool is_participle(const Page& page, TokenIndex verb, const Cue& cue, TokenIndex said_of) {
  const Parse& parse = page.parse;
  const Token& v = parse[verb];
  if ((v.tag != Tag::vbd && v.tag != Tag::vbn) || is_passive(parse, verb)) return false;
  if (child_of(parse, verb, Relation::aux) != kNoToken || is_about_antecedent(parse, verb)) return false;
  const std::string_view link = parse[said_of].lower;
  return link == "as" || (cue.object && cue.kind == Cue::Kind::stance && (link == "with" || !cue.clause));
}

// "murder suspect declared unfit": the same, with a predicate alone.
bool is_participle_of(const Page& page, TokenIndex verb, TokenIndex predicate) {
  const Parse& parse = page.parse;
  const Token& v = parse[verb];
  if ((v.tag != Tag::vbd && v.tag != Tag::vbn) || child_of(parse, verb, Relation::aux) != kNoToken) return false;
  if (parse[predicate].pos != Pos::adj || page.in_quotation(predicate) || is_about_antecedent(parse, verb))
    return false;
  for (TokenIndex t = verb + 1; t < predicate; ++t) {
    if (parse[t].pos != Pos::adv || page.in_quotation(t)) return false;
  }
  return true;
}

// "called the police", "called his brother": nothing is said of whom it names, and nothing in marks.
bool is_phone_call(const Page& page, TokenIndex verb, TokenIndex called) {
  const Parse& parse = page.parse;
  const bool number = parse[called].pos == Pos::num;
  if (is_about_antecedent(parse, verb) || !(is_nominal(parse[called]) || number)) return false;
  if (child_of(parse, verb, Relation::prt) != kNoToken) return false;  // "called out his rival"
  if (!number && page.story.entities_at(called).empty()) return false;
  const TokenSpan whole = subtree(parse, called);
  if (whole.begin <= verb) return false;
  for (TokenIndex t = whole.begin + 1; t <= called; ++t) {
    if (parse[t].pos == Pos::det) return false;
  }
  // "called Paz a liar", "called Paz “unfit”": whatever the parser hung it on.
  for (TokenIndex t = whole.begin; t <= parse[verb].right_edge; ++t) {
    if (page.in_quotation(t)) return false;
  }
  const Pos next = called + 1 < parse.size() ? parse[called + 1].pos : Pos::punct;
  return next != Pos::det && next != Pos::adj && next != Pos::noun && next != Pos::propn;
}

// What stands behind a cue with an object, as far as it has been read.
struct ObjectParts {
  TokenSpan span{kNoToken, 0};
  bool object = false;      // "called | the plan | a mistake"
  bool predicate = false;   // "called the plan | a mistake"
  bool infinitive = false;  // "urged Russia | to act"
  bool said = false;        // "accused him | of lying"

  TokenIndex stranded = kNoToken;  // "a threat they warned | of"
};

// Whether an object belongs to the content; `parts` hears what stands within it. Nothing where the object shows that
// the cue tells of no words at all.
std::optional<bool> takes_object(const Page& page, TokenIndex child, const Cue& cue, ObjectParts& parts) {
  const Parse& parse = page.parse;
  const Token& c = parse[child];
  if (is_relative_pronoun(c)) return false;
  if (is_deed(page, child, cue)) {
    if (cue.on_things) return false;  // "threatened Mali with sanctions" goes on
    return std::nullopt;
  }
  const bool judges = cue.act == "judge" || cue.act == "describe";
  if (judges && (c.lower == "itself" || c.lower == "themselves")) return std::nullopt;
  for (const TokenIndex inner : parse.children(child)) {
    if (inner <= child) continue;
    for (const std::string& p : cue.prepositions) {
      const bool spoken = (p == "of" || p == "about") && !cue.object && !cue.hearer;  // "spoke a dialect of the north"
      parts.said |= parse[inner].lower == p && !spoken;
    }
    // "called the offer “a step back”": the parser takes it for an apposition.
    parts.predicate |= cue.predicate && parse[inner].relation == Relation::appos && page.in_quotation(inner);
  }
  parts.object = true;
  return true;
}

// "a threat she warned about in her speech": a preposition whose object stands before the cue. "a talk that she pointed
// to as a model" tells something of it.
bool is_stranded(const Parse& parse, TokenIndex preposition) {
  for (const TokenIndex child : parse.children(preposition)) {
    const Token& c = parse[child];
    const bool object = c.relation == Relation::pobj && c.pos == Pos::adv;  // "what she speaks of most"
    const bool other =
        c.relation == Relation::prep || c.relation == Relation::advmod || c.relation == Relation::npadvmod;
    if (child > preposition && ((!object && !other) || c.lower == "as")) return false;
  }
  return true;
}

// The same of another word behind the cue: its predicate, an infinitive, a preposition of its own.
bool takes_complement(const Page& page, TokenIndex child, const Cue& cue, ObjectParts& parts) {
  const Parse& parse = page.parse;
  const Token& c = parse[child];
  const bool alone = child_of(parse, c.head, Relation::dobj) == kNoToken;
  if (c.relation == Relation::oprd || c.relation == Relation::ccomp) {
    const bool told = !alone || !(is_phone_call(page, c.head, child) || is_participle_of(page, c.head, child));
    parts.predicate |= cue.predicate && told;
    return parts.predicate;
  }
  if (c.relation == Relation::xcomp || (c.relation == Relation::advcl && (parts.object || parts.said))) {
    const bool to =
        c.relation == Relation::xcomp || (parse[c.left_edge].tag == Tag::to && parse[c.left_edge - 1].text != ",");
    const bool take = to && (cue.object_infinitive || (cue.predicate && c.tag != Tag::vbg));
    parts.infinitive |= take;
    return take;
  }
  if (c.relation != Relation::prep && c.relation != Relation::dative) return false;
  const bool take = std::any_of(cue.prepositions.begin(), cue.prepositions.end(),
                                [&](const std::string& p) { return c.lower == p && !governs_time(page, child); });
  if (take && parse[c.head].relation == Relation::relcl && is_stranded(parse, child)) {
    parts.stranded = child;
    return false;
  }
  if (take && alone && !parts.predicate && is_participle(page, c.head, cue, child)) return false;
  parts.said |= take;
  return take;
}

std::optional<ObjectParts> object_parts(const Page& page, TokenIndex verb, const Cue& cue) {
  ObjectParts parts;
  for (const TokenIndex child : page.parse.children(verb)) {
    if (child < verb) continue;
    const bool object = page.parse[child].relation == Relation::dobj;
    const std::optional<bool> take =
        object ? takes_object(page, child, cue, parts) : takes_complement(page, child, cue, parts);
    if (!take) return std::nullopt;
    if (!*take) continue;
    const TokenSpan part = subtree(page.parse, child);
    parts.span.begin = std::min(parts.span.begin, std::max(part.begin, verb + 1));
    parts.span.end = std::max(parts.span.end, part.end);
    if (object && cue.predicate) parts.predicate |= judged_in_marks(page, child, part.end);
  }
  return parts;
}

// "confirmed the plan": without more that is no statement, and "to Radio Tatra" is left to it.
bool is_bare(const Page& page, const Cue& cue, TokenSpan rest) {
  constexpr TokenIndex kShort = 2;
  return rest.size() <= kShort && page.cues.tellings.contains(cue.act);
}

// What the parser hangs on the cue and yet belongs to what stands behind it.
void take_in_what_follows(const Page& page, TokenIndex verb, const Cue& cue, ObjectParts& parts) {
  const Parse& parse = page.parse;
  TokenSpan& span = parts.span;
  // "called for progress at the summit", "described abuse by guards in the camps": what stands right behind the object
  // goes with it, an occasion or a time does not.
  for (const TokenIndex child : parse.children(verb)) {
    const Token& c = parse[child];
    if (c.relation != Relation::prep || c.left_edge != span.end || governs_time(page, child)) continue;
    const TokenIndex object_of = child_of(parse, child, Relation::pobj);
    const bool occasion = object_of != kNoToken && is_occasion(page, object_of);
    // "railed at the judge in a speech for his ruling"
    const TokenIndex next = c.right_edge + 1;
    const bool theme = next < parse.size() && parse[next].relation == Relation::prep && parse[next].lower == "for";
    if (occasion && (parts.object || (!theme && is_own_occasion(page, object_of, true)))) continue;
    // "confirmed the plan to Reuters": who heard it.
    if (child == to_medium(page, verb, cue) && !is_bare(page, cue, span)) continue;
    span.end = c.right_edge + 1;
  }
  // "described the talks as useful and the mood as good": the second pair hangs on the cue.
  for (const TokenIndex child : parse.children(verb)) {
    const Token& c = parse[child];
    const bool pair = parts.said && c.relation == Relation::conj && is_nominal(c) && c.left_edge > 0 &&
                      parse[c.left_edge - 1].pos == Pos::cconj && c.left_edge == span.end + 1;
    const std::string_view link =
        parse[span.begin].lower == "as" || cue.prepositions.empty() ? "as" : std::string_view(cue.prepositions.front());
    for (TokenIndex t = child + 1; pair && t <= c.right_edge; ++t) {
      if (parse[t].lower == link && parse[t].relation == Relation::prep) span.end = c.right_edge + 1;
    }
  }
}

// "recounted the incident on Facebook", "confirmed the plan to Radio Tatra", where the parser hangs it on the incident.
void leave_out_medium(const Page& page, TokenIndex verb, const Cue& cue, TokenSpan& span) {
  const Parse& parse = page.parse;
  const TokenIndex to = to_medium(page, verb, cue);
  for (TokenIndex t = span.begin + 1; t < span.end; ++t) {
    if (parse[t].relation != Relation::prep || parse[t].right_edge + 1 != span.end) continue;
    const TokenIndex medium = child_of(parse, t, Relation::pobj);
    if (medium == kNoToken) continue;
    const bool on = parse[t].lower == "on" && page.cues.venue_words.contains(parse[medium].text);
    if (on || (t == to && !is_bare(page, cue, {span.begin, t}))) span.end = t;
  }
}

// "the kind of storm she warned about in her speech": the kind of storm. Not "the year he spoke of".
bool antecedent_content(const Page& page, TokenIndex verb, const ObjectParts& parts, StatementDraft& draft) {
  const Parse& parse = page.parse;
  const TokenIndex noun = parse[verb].head, clause = parse[verb].left_edge;
  const TokenSpan core = core_phrase(parse, noun);
  if (core.end > clause || page.in_quotation(noun) || !is_nominal(parse[noun])) return false;
  if (page.story.time_at[noun] >= 0 || page.cues.frames.contains(parse[noun].lemma)) return false;
  // "the men who built the hall, whom she spoke of": not of the hall.
  const auto& named = page.story.entities_at(noun);
  const bool thing = named.empty() ? parse[noun].pos == Pos::propn
                                   : page.story.record.entities[named.front()].type != EntityType::person &&
                                         page.story.record.entities[named.front()].type != EntityType::group;
  if (parse[clause].lower == "whom" && thing) return false;
  if (parts.stranded == draft.cue_span.end) ++draft.cue_span.end;
  draft.content = {phrase_before(page, core, clause)};
  return true;
}

// The object with what the cue says of it: "called the plan a mistake", "accused him of lying", "urged Russia to act".
bool object_content(const Page& page, TokenIndex verb, const Cue& cue, StatementDraft& draft) {
  const Parse& parse = page.parse;
  std::optional<ObjectParts> parts = object_parts(page, verb, cue);
  if (!parts) return false;
  if (parts->span.end == 0) return parts->stranded != kNoToken && antecedent_content(page, verb, *parts, draft);
  TokenSpan& span = parts->span;
  if (is_naming(page, verb, cue, span)) return false;
  const auto& links = cue.prepositions;
  if (parts->object && !parts->said && std::find(links.begin(), links.end(), "as") != links.end()) {
    const TokenIndex as = displaced_as(parse, verb, span.end);
    parts->said = as != kNoToken;
    if (parts->said) span.end = std::max(span.end, clause_end(parse, as));
  }
  const bool object = parts->object, predicate = parts->predicate, infinitive = parts->infinitive, said = parts->said;
  const bool comma = parse[verb].left_edge > 0 && parse[parse[verb].left_edge - 1].text == ",";
  const bool aside = parse[verb].tag == Tag::vbg &&
                     (parse[verb].relation == Relation::advcl || (parse[verb].relation == Relation::acl && comma));
  if (object && cue.finite_object && aside) return false;
  if (object && cue.hearer && !cue.object && !infinitive && !said) return false;
  if (!(object && cue.object) && !(predicate && cue.predicate) && !(infinitive && cue.object_infinitive) && !said) {
    return false;
  }
  span = without_occasion(page, cue, span, said);  // "unveiled a port in his speech at the fair"
  take_in_what_follows(page, verb, cue, *parts);
  if (predicate && !said && !infinitive) draft.act = cue.predicate_act;
  // A preposition that the cue governs is the cue's, not the content's: "called for | calm".
  if (!object && said) {
    if (span.begin == draft.cue_span.end) ++draft.cue_span.end;
    ++span.begin;
  }
  // "hinted at it in a talk", where the parser loses the pronoun: when, and not what.
  const TokenIndex within = child_of(parse, span.begin, Relation::pobj);
  if (!object && said && span.begin < span.end && parse[span.begin].relation == Relation::prep && within != kNoToken &&
      is_occasion(page, within)) {
    return false;
  }
  // "informed the envoy about his trip": whom they tell is the addressee.
  if (object && said && cue.hearer && !infinitive) span.begin = std::max(span.begin, told_of(parse, verb, cue));
  span.end = next_deed(page, verb, span);
  for (const TokenIndex child : parse.children(verb)) {
    const bool deed = infinitive && parse[child].relation == Relation::xcomp;
    if (deed && child > verb && span.contains(child)) span = without_moment(page, verb, child, span);
  }
  leave_out_medium(page, verb, cue, span);
  if (span.begin >= span.end) return false;
  if (!predicate && !infinitive && (said ? !object && cue.blow && is_actor_alone(page, verb, span) : object) &&
      only_judged(page, verb, cue, span)) {
    return false;
  }
  span = without_gloss(page, cue, span, said);
  if (!infinitive && (object ? cue.object && !said : said)) span.end = end_of_infinitive(page, span);
  if (object && cue.clause && !cue.hearer && !predicate && !said && !infinitive)
    span.end = end_of_lost_clause(page, verb, span);
  while (span.end > span.begin + 1 && parse[span.end - 1].relation == Relation::cc) --span.end;
  finish_quotation(page, span);
  draft.content = {span};
  return true;
}

// "is said to be ill", "was praised for it": the subject with the rest.
bool passive_content(const Page& page, TokenIndex verb, const Cue& cue, StatementDraft& draft) {
  const Parse& parse = page.parse;
  TokenIndex subject = kNoToken;
  TokenSpan rest{kNoToken, 0};
  for (const TokenIndex child : parse.children(verb)) {
    const Token& c = parse[child];
    if (c.relation == Relation::nsubjpass && c.lower != "it" && !is_relative_pronoun(c)) subject = child;
    bool take = child > verb && (c.relation == Relation::xcomp || c.relation == Relation::oprd);
    if (child > verb && c.relation == Relation::prep) {
      for (const std::string& p : cue.prepositions) take |= c.lower == p;
    }
    if (!take) continue;
    const TokenSpan part = subtree(parse, child);
    rest.begin = std::min(rest.begin, std::max(part.begin, verb + 1));
    rest.end = std::max(rest.end, part.end);
  }
  const bool alone = rest.end == 0;
  if (subject != kNoToken && is_deed(page, subject, cue)) return false;
  if (subject == kNoToken || (alone && (draft.speaker == kNoToken || !cue.object))) return false;
  if (cue.hearer && !cue.object) {
    if (alone) return false;
    draft.content = {rest};
    return true;
  }
  if (alone && only_judged(page, verb, cue, subtree(parse, subject))) return false;
  draft.content = {subtree(parse, subject)};
  if (!alone) draft.content.push_back(rest);
  return true;
}

}  // namespace

TokenSpan phrase_before(const Page& page, TokenSpan core, TokenIndex clause) {
  constexpr TokenIndex kLong = 12;
  const TokenSpan whole = page.stripped({core.begin, clause});
  return whole.size() <= kLong && core.begin < clause ? whole : core;
}

TokenIndex to_medium(const Page& page, TokenIndex verb, const Cue& cue) {
  const Parse& parse = page.parse;
  // "denied ties to Radio Tatra", "promised a hall to Radio Tatra"
  if (page.cues.answers.contains(cue.act) || page.cues.undertakings.contains(cue.act)) return kNoToken;
  const TokenIndex object = child_of(parse, verb, Relation::dobj);
  if (object == kNoToken || object < verb) return kNoToken;
  bool tied = false;  // "the sale of the mill to Radio Tatra"
  for (TokenIndex t = parse[object].left_edge; t <= parse[verb].right_edge; ++t) {
    if (is_verbal(parse[t]) && t != object) return kNoToken;
    tied |= page.cues.ties.contains(parse[t].lemma);
    if (parse[t].lower != "to" || parse[t].relation == Relation::aux) continue;
    const TokenIndex medium = child_of(parse, t, Relation::pobj);
    if (!tied && t > object && medium != kNoToken && is_medium(page, medium)) return t;
    tied = false;  // "the visit to Peru to Radio Tatra"
  }
  return kNoToken;
}

bool find_content(const Page& page, TokenIndex verb, const Cue& cue, StatementDraft& draft) {
  const Parse& parse = page.parse;
  for (const TokenIndex child : parse.children(verb)) {
    const TokenIndex saying = child_of(parse, child, Relation::pcomp);
    if (saying != kNoToken && quoting_verb(parse, saying) == verb) return false;  // what it quotes stands there
  }
  const bool passive = is_passive(parse, verb) && child_of(parse, verb, Relation::nsubjpass) != kNoToken;
  if ((cue.clause || cue.quotation) && !(passive && !cue.hearer) && clause_content(page, verb, cue, draft)) return true;
  if (passive) {
    if (passive_content(page, verb, cue, draft)) return true;
    return cue.clause && clause_content(page, verb, cue, draft);
  }
  if (object_content(page, verb, cue, draft)) return true;
  for (const TokenIndex child : parse.children(verb)) {
    if (child < verb || parse[child].relation != Relation::xcomp) continue;
    const bool gerund = parse[child].tag == Tag::vbg;
    if (gerund ? !cue.gerund : !cue.infinitive) continue;
    TokenSpan span = subtree(parse, child);
    // "the mill that she promised to look at": the parser hangs the pronoun on what is to be done.
    const Token& pronoun = parse[span.begin];
    if (span.contains(verb) && is_relative_pronoun(pronoun) && pronoun.lower != "what") span.begin = verb + 1;
    if (span.contains(verb)) continue;
    span.end = next_deed(page, verb, span);
    span = without_moment(page, verb, child, span);
    draft.content = {span};
    // "to work on trade and, in particular, the ports": what the parser could not join goes on behind the "and".
    if (parse[span.end - 1].relation == Relation::cc) {
      const TokenIndex rest = child_of(parse, verb, Relation::dep);
      if (rest != kNoToken && rest > span.end) draft.content.front().end = parse[rest].right_edge + 1;
    }
    return true;
  }
  if (!cue.gerund) return false;
  const TokenIndex of_doing = child_of(parse, verb, Relation::pcomp);
  if (of_doing == kNoToken || of_doing < verb) return false;
  draft.content = {subtree(parse, of_doing)};
  return true;
}

}  // namespace dragoman
