#include "positions/by_noun.h"

#include <algorithm>

namespace dragoman {

namespace {
constexpr TokenIndex kNearObject = 15;  // words from a noun of stance to its second object

// "its 40% interest in the line", "the equity interest", "its interests there": what somebody owns or would lose.
bool is_owned(const Parse& parse, TokenIndex n) {
  if (parse[n].tag == Tag::nns) return true;
  const auto& children = parse.children(n);
  return std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
    const Token& w = parse[c];
    return c < n && (w.relation == Relation::nummod || w.name == NameType::percent || w.relation == Relation::compound);
  });
}

// "the guild's best hope for a loan": what it could hope in, and no stance.
bool is_best(const Parse& parse, TokenIndex n) {
  const auto& children = parse.children(n);
  return std::any_of(children.begin(), children.end(), [&](TokenIndex c) { return c < n && parse[c].lower == "best"; });
}
}  // namespace

// "little support in Oman for the levy", "less interest in it": hardly any.
bool NounStances::is_lessened(TokenIndex n) const {
  const auto& children = parse_.children(n);
  return std::any_of(children.begin(), children.end(),
                     [&](TokenIndex c) { return c < n && lexicon_.lessened.contains(parse_[c].lower); });
}

void NounStances::noun(TokenIndex n) {
  const auto* all = lexicon_.of(lexicon_.nouns, parse_[n].lemma);
  if (all == nullptr || parse_[n].relation == Relation::compound || is_best(parse_, n) || is_lessened(n)) return;
  for (const Stance& stance : *all) {
    if (stance.single && is_owned(parse_, n)) continue;
    if (stance.holder) {
      if (named_for_stance(n, stance)) return;
      continue;
    }
    if (stance.told) {
      if (told_in_clause(n, stance)) return;
      continue;
    }
    if (met_with(n, stance)) return;
    auto matter = matter_of(n, stance);
    TokenIndex carrier = kNoToken;
    const std::vector<Held> held = noun_holders(n, stance, carrier);
    if (held.empty()) continue;
    const bool with = parse_[parse_[n].head].lower == "with" && parse_[n].relation == Relation::pobj;
    if (matter && with) continue;
    bool back = false;
    if (carrier != kNoToken) {
      const Tokens who = agents(parse_, carrier);
      if (std::any_of(who.begin(), who.end(), [&](TokenIndex t) { return b_.is_of_none(t); })) return;
      // "offered no plans to do it", of which only the lack tells: nothing is ruled out by it.
      if (stance.name.empty() && is_denied(n) && parse_[carrier].lemma != "have") return;
      back = takes_back(carrier) != b_.is_denied(carrier);
      if (b_.is_open(carrier)) return;
    }
    // "watches the talks with concern": the matter stands elsewhere.
    if (!matter && carrier != kNoToken && with) {
      const Tokens objects = patients(parse_, carrier);
      if (!objects.empty()) matter = Matter{objects.front(), Matter::Kind::phrase};
    }
    if (!matter) continue;
    const std::string& name = back || is_denied(n) ? stance.negated : stance.name;
    const ToldBy by{ToldBy::Word::noun, carrier};
    const TokenSpan whole = carrier != kNoToken ? clause_span(parse_, carrier) : subtree(parse_, n);
    b_.add(held, name, matter, n, whole, by);
    if (name != stance.name) return;
    second_object(n, stance, held, whole, by);
    if (matter->head > n) b_.take(matter->head);
    return;
  }
}

// "Okoye, a critic of the ban", "is a supporter of the ban": whom the noun names.
bool NounStances::named_for_stance(TokenIndex n, const Stance& stance) {
  const auto matter = matter_of(n, stance);
  // "an advocate and head of the fund": of the second.
  const auto is_joined = [&](TokenIndex c) {
    return parse_[c].relation == Relation::conj && c > n && c < matter->head;
  };
  if (!matter || std::any_of(parse_.children(n).begin(), parse_.children(n).end(), is_joined)) return false;
  Tokens who;
  TokenIndex clause = n;
  const Relation r = parse_[n].relation;
  if (r == Relation::appos) {
    who = {parse_[n].head};
  } else if (r == Relation::attr && is_verbal(parse_[parse_[n].head])) {
    clause = parse_[n].head;
    who = surface_subjects(parse_, clause);
    if (b_.is_open(clause)) return true;
  } else {
    // "the ban's longtime critic Paul Okoye"
    who = appositions(parse_, n);
  }
  const std::vector<Held> held = b_.holders.of(who, n);
  if (held.empty()) return false;
  const bool denied = clause != n && b_.is_denied(clause);
  b_.add(held, denied ? stance.negated : stance.name, matter, n,
         clause == n ? subtree(parse_, n) : clause_span(parse_, clause),
         {ToldBy::Word::noun, clause == n ? kNoToken : clause});
  b_.take(matter->head);
  return true;
}

// "Kenya's position is that the debt should be forgiven", "its policy is to sell".
bool NounStances::told_in_clause(TokenIndex n, const Stance& stance) {
  const TokenIndex be = parse_[n].head;
  if (parse_[n].relation != Relation::nsubj || parse_[be].lemma != "be" || b_.is_open(be) || b_.is_denied(be))
    return false;
  std::vector<Held> held;
  for (const TokenIndex owner : possessors(parse_, n)) {
    for (const Held& h : b_.holders.of({owner}, n)) held.push_back(h);
  }
  if (held.empty()) held = b_.holders.of(obliques(parse_, n, "of"), n);
  if (held.empty()) return false;
  for (const TokenIndex child : parse_.children(be)) {
    const Relation r = parse_[child].relation;
    if (child < be || (r != Relation::ccomp && r != Relation::xcomp) || !is_verbal(parse_[child])) continue;
    const bool infinitive = verb_form(parse_, child).infinitive;
    if (infinitive ? !stance.infinitive : !stance.clause || child_word(parse_, child, "that") == kNoToken) continue;
    b_.add(held, stance.name, Matter{child, infinitive ? Matter::Kind::infinitive : Matter::Kind::clause}, n,
           clause_span(parse_, be), {ToldBy::Word::noun, be});
    b_.take(child);
    return true;
  }
  return false;
}

// "The plan drew criticism from Chile", "met with opposition from Chile": the plan.
bool NounStances::met_with(TokenIndex n, const Stance& stance) {
  TokenIndex verb = parse_[n].head;
  const Relation r = parse_[n].relation;
  const bool behind = r == Relation::pobj && parse_[verb].lower == "with";
  if (behind) verb = parse_[verb].head;
  if ((!behind && r != Relation::dobj) || !is_verbal(parse_[verb]) || !lexicon_.meeting.contains(parse_[verb].lemma) ||
      (behind && parse_[verb].lemma != "meet")) {
    return false;
  }
  std::vector<Held> held;
  for (const char* preposition : {"from", "of", "by", "in", "among"}) {
    if (held.empty()) held = b_.holders.of(obliques(parse_, n, preposition), n);
  }
  if (held.empty()) held = b_.holders.of(obliques(parse_, verb, "from"), n);
  if (held.empty() || b_.is_open(verb) || b_.is_denied(verb)) return false;
  // "the plan best placed to win support from Chile", "hurdles in getting support from Chile": nobody has given any.
  if (verb_form(parse_, verb).infinitive || parse_[verb].relation == Relation::acl) return false;
  const Tokens about = is_passive(parse_, verb) ? patients(parse_, verb) : agents(parse_, verb);
  if (about.size() != 1 || parse_[about[0]].pos != Pos::noun || !story_.entities_at(about[0]).empty()) return false;
  b_.add(held, stance.name, Matter{about[0], Matter::Kind::phrase}, n, clause_span(parse_, verb),
         {ToldBy::Word::noun, verb});
  return true;
}

// "support for the one and to forging the other"
void NounStances::second_object(TokenIndex n, const Stance& stance, const std::vector<Held>& held, TokenSpan whole,
                                const ToldBy& by) {
  const TokenSpan sentence = parse_.sentences[parse_[n].sentence];
  for (TokenIndex t = n + 1; t < sentence.end && t < n + kNearObject; ++t) {
    if (parse_[t].relation != Relation::conj || parse_[t].pos != Pos::adp || parse_[t - 1].lower != "and") continue;
    if (const auto matter = arguments_.behind(t, stance)) {
      b_.add(held, stance.name, matter, n, {whole.begin, parse_[t].right_edge + 1}, by);
    }
    return;
  }
}

// "dropped its opposition", "gave up its claim"
bool NounStances::takes_back(TokenIndex carrier) const {
  std::string verb(parse_[carrier].lemma);
  const TokenIndex particle = child_of(parse_, carrier, Relation::prt);
  if (particle != kNoToken) verb += " " + std::string(parse_[particle].lower);
  const auto lends = lexicon_.carriers.find(verb);
  return lends != lexicon_.carriers.end() && lends->second;
}

bool NounStances::is_denied(TokenIndex n) const {
  const TokenIndex det = child_of(parse_, n, Relation::det);
  return det != kNoToken && parse_[det].lower == "no";
}

std::optional<Matter> NounStances::matter_of(TokenIndex n, const Stance& stance) const {
  const TokenIndex above = parse_[n].head;
  const bool object = parse_[n].relation == Relation::dobj && is_verbal(parse_[above]);
  for (const std::string& preposition : stance.prepositions) {
    if (preposition == "for" && stance.infinitive) {
      if (auto matter = act_of_somebody(n, object ? above : n)) return matter;
    }
    for (const TokenIndex at : {n, above}) {
      if (at != n && !object) continue;
      for (const TokenIndex child : parse_.children(at)) {
        if (child < n || parse_[child].relation != Relation::prep || parse_[child].lower != preposition) continue;
        if (const auto matter = arguments_.behind(child, stance)) return matter;
      }
    }
    // "worry in Japan about the tests", where the second phrase hangs on the first.
    for (const TokenIndex child : parse_.children(n)) {
      // "hopes of riders in Oman": where they are.
      if (parse_[child].relation != Relation::prep || preposition == "of" || preposition == "in") continue;
      for (const TokenIndex object_of : parse_.children(child)) {
        for (const TokenIndex below : parse_.children(object_of)) {
          if (parse_[below].relation != Relation::prep || parse_[below].lower != preposition) continue;
          if (const auto matter = arguments_.behind(below, stance)) return matter;
        }
      }
    }
  }
  for (const TokenIndex child : parse_.children(n)) {
    if (child < n) continue;
    if (const auto matter = arguments_.clause_below(n, child, stance)) return matter;
    // "the readiness of Oman to talk", where the act hangs on whose keenness it is.
    if (parse_[child].relation != Relation::prep || !stance.infinitive) continue;
    for (const TokenIndex owner : parse_.children(child)) {
      for (const TokenIndex below : parse_.children(owner)) {
        if (parse_[owner].relation != Relation::pobj || below < owner) continue;
        if (verb_form(parse_, below).infinitive && parse_[below].relation != Relation::relcl) {
          return Matter{below, Matter::Kind::infinitive};
        }
      }
    }
  }
  // "voiced its readiness to talk": the parser may hang it on the verb.
  if (!object || !stance.infinitive) return std::nullopt;
  for (const TokenIndex child : parse_.children(above)) {
    const Relation r = parse_[child].relation;
    if (child < n || (r != Relation::advcl && r != Relation::xcomp)) continue;
    if (verb_form(parse_, child).infinitive && parse_[child].left_edge <= parse_[n].right_edge + 1) {
      return Matter{child, Matter::Kind::infinitive};
    }
  }
  return std::nullopt;
}

// "the need for the board to act": the act, with who shall do it.
std::optional<Matter> NounStances::act_of_somebody(TokenIndex n, TokenIndex above) const {
  for (const TokenIndex at : {n, above}) {
    for (const TokenIndex act : parse_.children(at)) {
      if (act < n || !is_verbal(parse_[act]) || !verb_form(parse_, act).infinitive) continue;
      const TokenIndex who = own_subject(parse_, act);
      if (who != kNoToken && who > n && parse_[parse_[act].left_edge].lower == "for")
        return Matter{act, Matter::Kind::infinitive, who};
    }
  }
  const TokenIndex link = child_word(parse_, n, "for");
  const TokenIndex who = link == kNoToken ? kNoToken : child_of(parse_, link, Relation::pobj);
  if (who == kNoToken || story_.entities_at(who).empty()) return std::nullopt;
  for (const TokenIndex at : {who, n, above}) {
    for (const TokenIndex act : parse_.children(at)) {
      const Relation r = parse_[act].relation;
      if (act < who || !is_verbal(parse_[act]) || !verb_form(parse_, act).infinitive || r == Relation::conj) continue;
      if (parse_[act].left_edge != parse_[link].right_edge + 1 && at != who) continue;
      if (own_subject(parse_, act) == kNoToken) return Matter{act, Matter::Kind::infinitive, who};
    }
  }
  return std::nullopt;
}

// The verb that lends the noun its subject: "expressed concern", "spoke in favour", "watches with concern".
TokenIndex NounStances::carrier_of(TokenIndex n, const Stance& stance) const {
  const Token& noun = parse_[n];
  const auto is_carrier = [&](TokenIndex verb) {
    return is_verbal(parse_[verb]) && (lexicon_.carriers.contains(parse_[verb].lemma) || is_own_carrier(verb, stance));
  };
  // "voiced thanks and support"
  const TokenIndex lead = noun.relation == Relation::conj ? first_conjunct(parse_, n) : n;
  if (parse_[lead].relation == Relation::dobj || parse_[lead].relation == Relation::nsubjpass) {
    return is_carrier(parse_[lead].head) ? parse_[lead].head : kNoToken;
  }
  if (noun.relation != Relation::pobj) return kNoToken;
  const std::string_view preposition = parse_[noun.head].lower;
  TokenIndex verb = parse_[noun.head].head;
  // "followed the talks with concern", where it hangs on the talks.
  if (preposition == "with" && parse_[verb].relation == Relation::dobj) verb = parse_[verb].head;
  if (!is_verbal(parse_[verb])) return kNoToken;
  if (preposition == "with") return lexicon_.watching.contains(parse_[verb].lemma) ? verb : kNoToken;
  if (preposition == "in") return lexicon_.standing.contains(parse_[verb].lemma) ? verb : kNoToken;
  // "repeated to the envoy its support", where the parser joins the two.
  return preposition == "to" && is_carrier(verb) ? verb : kNoToken;
}

bool NounStances::is_own_carrier(TokenIndex verb, const Stance& stance) const {
  return std::find(stance.carriers.begin(), stance.carriers.end(), parse_[verb].lemma) != stance.carriers.end();
}

std::vector<Held> NounStances::noun_holders(TokenIndex n, const Stance& stance, TokenIndex& carrier) const {
  const TokenIndex verb = carrier_of(n, stance);
  // "Peru's need of water" is no stance; "stressed the need to save it" is.
  if (!stance.carriers.empty()) {
    if (verb == kNoToken || !is_own_carrier(verb, stance)) return {};
    carrier = verb;
    return b_.holders.of(agents(parse_, verb), n);
  }
  std::vector<Held> held;
  for (const TokenIndex owner : possessors(parse_, n)) {
    // Not when the owner is part of a name that the noun heads.
    if (story_.mention_at[n] >= 0 && story_.mention_at[n] == story_.mention_at[owner]) continue;
    for (const Held& h : b_.holders.of({owner}, n)) held.push_back(h);
  }
  for (const TokenIndex before : premodifiers(parse_, n)) {
    if (const auto country = b_.holders.country_at(before); country && held.empty()) {
      held.push_back({*country, std::nullopt, before});
    }
  }
  // "the readiness of Oman", "the rejection of the plan by Sudan"
  const bool of = std::find(stance.prepositions.begin(), stance.prepositions.end(), "of") != stance.prepositions.end();
  if (held.empty() && !of) held = b_.holders.of(obliques(parse_, n, "of"), n);
  if (held.empty()) held = b_.holders.of(obliques(parse_, n, "by"), n);
  if (verb != kNoToken) {
    std::vector<Held> subject = b_.holders.of(agents(parse_, verb), n);
    carrier = verb;
    // "reiterated the United States' support": the holder is the possessor, voiced by the subject.
    if (held.empty()) return subject;
    for (Held& h : held) {
      if (subject.size() == 1) h.by = subject.front().by;
    }
    return held;
  }
  for (const char* preposition : {"in", "among", "from"}) {
    if (held.empty()) held = b_.holders.of(obliques(parse_, n, preposition), n);
  }
  return held;
}

}  // namespace dragoman
