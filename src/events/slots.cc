// The heads in a slot, looked for on the ways that lexicon/clauses/slots.txt and nouns.txt name.
#include "events/arguments.h"
#include "events/token_lists.h"

#include <algorithm>

namespace dragoman {

namespace {

// "launched a series of raids on Monday on": when, and not on what.
void drop_days(const Parse& parse, Tokens& heads) {
  std::erase_if(heads,
                [&](TokenIndex t) { return parse[t].name == NameType::date || parse[t].name == NameType::time; });
}

}  // namespace

Tokens Arguments::fillers(const Slot& slot, const Predicate& p) const {
  std::vector<Tokens> all = ways(slot, p);
  return all.empty() ? Tokens{} : std::move(all.front());
}

// A noun's doers and targets may stand in several places, of which the first that names somebody counts.
std::vector<Tokens> Arguments::ways(const Slot& slot, const Predicate& p) const {
  std::vector<Tokens> out;
  if (p.kind == PredicateKind::noun && slot.kind == Slot::Kind::subject) {
    out = noun_agents(p);
  } else if (p.kind == PredicateKind::noun && slot.kind == Slot::Kind::object) {
    out = nouns_.patients(p.token, p.support);
    if (out.empty() && p.support != kNoToken) out = nouns_.patients_beside(p.token, p.support);
    if (out.empty()) out = patients_right_behind(p.token);
    if (out.empty()) out.push_back(doers_behind(p.token, "into"));
    if (out.back().empty()) out.push_back(targeted_by(p.token));
  } else {
    out.push_back(all_fillers(slot, p));
  }
  for (Tokens& heads : out) heads = with_listed(with_bearers(without_owned(std::move(heads))));
  std::erase_if(out, [](const Tokens& heads) { return heads.empty(); });
  return out;
}

Tokens Arguments::all_fillers(const Slot& slot, const Predicate& p) const {
  const bool verb = p.kind == PredicateKind::verb;
  switch (slot.kind) {
    case Slot::Kind::subject:
      if (p.kind == PredicateKind::adjective && p.support != kNoToken) return surface_subjects(parse_, p.support);
      return verb ? doers(slot, p) : Tokens{};
    case Slot::Kind::object:
      return verb ? along_first("object", slot, p) : Tokens{};
    case Slot::Kind::dative:
      return along_first("dative", slot, p);
    case Slot::Kind::preposition: {
      Tokens out = along_first(slot.preposition, slot, p);
      return out.empty() && slot.preposition == "between" ? pair_before(p) : out;
    }
    case Slot::Kind::answer:
      return answered(p.token);
    case Slot::Kind::heeder:
      return heeding(p);
    case Slot::Kind::attribute:
      return verb ? predicated(p.token) : Tokens{};
    case Slot::Kind::clause: {
      Tokens out = acting_below(p);
      return out.empty() ? accused_in(p) : out;
    }
    case Slot::Kind::proviso:
      return acting_in_proviso(p);
    case Slot::Kind::complement:
    case Slot::Kind::purpose:
    case Slot::Kind::within:
      return {};
  }
  return {};
}

// "The Malian-Chadian pact was signed": the pact between Mali and Chad.
Tokens Arguments::pair_before(const Predicate& p) const {
  const Tokens nouns = p.kind == PredicateKind::verb ? patients(parse_, p.token) : Tokens{p.token};
  for (const TokenIndex noun : nouns) {
    for (const TokenIndex second : premodifiers(parse_, noun)) {
      for (const TokenIndex first : premodifiers(parse_, second)) {
        const bool joined = is_hyphen(parse_[first + 1]);
        if (joined && story_.mention_at[first] >= 0 && story_.mention_at[second] >= 0) return {first, second};
      }
    }
  }
  return {};
}

Tokens Arguments::doers(const Slot& slot, const Predicate& p) const {
  Tokens out = along_first("subject", slot, p);
  if (judges_intent(p.token, out)) return {};
  add_tokens(out, joined(p.token));
  out = with_person(without_people(std::move(out), p.token), p.token);
  return is_seized(p.token) ? out : with_added(std::move(out), p.token);
}

// The first of the slot's ways that leads to a phrase counts.
Tokens Arguments::along_first(std::string_view name, const Slot& slot, const Predicate& p) const {
  for (const SlotPath path : paths_.of(name)) {
    Tokens out = along(path, slot, p);
    if (name == "on" || name == "in" || name == "at") {
      drop_days(parse_, out);
      std::erase_if(out, [&](TokenIndex t) { return lexicon_.linking.contains(parse_[t].lemma); });
    }
    if (!out.empty()) return out;
  }
  return {};
}

// What one of the ways of slots.txt leads to.
Tokens Arguments::along(SlotPath path, const Slot& slot, const Predicate& p) const {
  const TokenIndex t = p.token;
  const bool verb = p.kind == PredicateKind::verb;
  const std::string& word = slot.preposition;
  Tokens out;
  switch (path) {
    case SlotPath::deed_above: {
      const TokenIndex deed = deed_above(t);
      return deed == kNoToken ? out : Tokens{deed};
    }
    case SlotPath::subject:
      return behind_boilerplate(own_purpose(agents(parse_, t), t));
    case SlotPath::by_behind_adjunct:
      out = doers_behind_adjunct(t);
      return out.empty() ? doers_behind_complement(t) : out;
    case SlotPath::by_on_gift:
      for (const TokenIndex object : retained_object(t)) add_tokens(out, obliques(parse_, object, "by"));
      return out;
    case SlotPath::gift:
      return retained_object(t);
    case SlotPath::behind_particle:
      return behind_particle(t);
    case SlotPath::object:
      out = patients(parse_, t);
      if (out.empty()) out = before_its_name(t);
      return with_added(with_companions(with_person(without_people(std::move(out), t), t), t), t);
    case SlotPath::called:
      return verb ? what_is_called(word, t) : out;
    case SlotPath::receiver:
      return retained_object(t).empty() ? out : surface_subjects(parse_, t);
    case SlotPath::dative:
      return datives(parse_, p.support == kNoToken ? t : p.support);
    case SlotPath::first_object:
      return first_of_two_objects(t);
    case SlotPath::phrase:
      out = obliques(parse_, t, word, verb && !is_left(word, t));
      if (out.empty()) out = doers_behind(t, word);
      if (word == "as" && out.empty()) out = adjectives_behind(t, word);
      if (word == "to") out = without_post(std::move(out));
      if (word == "for") out = of_first_phrase(std::move(out), t);
      return out;
    case SlotPath::imposed:
      return verb ? of_imposed(t, word) : out;
    case SlotPath::patient_phrase:
      if (!verb) return out;
      for (const TokenIndex before : patients(parse_, t)) {
        if (before < t) add_tokens(out, obliques(parse_, before, word));
      }
      return out;
    case SlotPath::particle: {
      const TokenIndex particle = t + 1;
      const bool beside = verb && particle < parse_.size() && parse_[particle].head == t;
      return beside && !is_nominal(parse_[particle]) ? obliques(parse_, particle, word) : out;
    }
    case SlotPath::support:
      if (p.support == kNoToken) return out;
      out = obliques(parse_, p.support, word);
      // "In Lima, she was due to meet him": where it is told of, and no part of what she is.
      if (p.kind == PredicateKind::adjective) std::erase_if(out, [&](TokenIndex o) { return o < p.support; });
      return out;
    case SlotPath::out_of:
      return behind_out_of(p.support == kNoToken ? t : p.support);
    case SlotPath::in_front_of:
      for (const TokenIndex front : obliques(parse_, p.support == kNoToken ? t : p.support, "in")) {
        if (parse_[front].lower == "front") add_tokens(out, obliques(parse_, front, "of"));
      }
      return out;
    case SlotPath::joined_object:
      if (!verb) return out;
      for (const TokenIndex object : patients(parse_, t)) {
        if (out.empty() && parse_[object].relation == Relation::conj) out = obliques(parse_, object, word);
      }
      for (const TokenIndex c : parse_.children(t)) {  // which the parser coordinates with the verb
        const bool object = parse_[c].relation == Relation::conj && parse_[c].pos == Pos::noun;
        if (out.empty() && object) out = obliques(parse_, c, word);
      }
      return out;
    case SlotPath::counted_object:
      if (!verb || word == "of") return out;
      for (const TokenIndex object : patients(parse_, t)) {
        if (!lexicon_.measures.contains(parse_[object].lemma)) continue;
        for (const TokenIndex counted : obliques(parse_, object, "of"))
          add_tokens(out, obliques(parse_, counted, word));
      }
      return out;
    case SlotPath::far:
      if (!is_left(word, t)) far(p.support == kNoToken ? t : p.support, word, 3, out);
      return out;
  }
  return out;
}

// "painted him as unfit".
Tokens Arguments::adjectives_behind(TokenIndex governor, std::string_view preposition) const {
  Tokens out;
  for (const TokenIndex c : parse_.children(governor)) {
    if (parse_[c].lower != preposition || c < governor) continue;
    for (const TokenIndex a : parse_.children(c)) {
      if (a > c && parse_[a].pos == Pos::adj) out.push_back(a);
    }
  }
  return out;
}

// Whose act is answered: "in response to Mali's raid", "in retaliation for it".
Tokens Arguments::answered(TokenIndex word) const {
  Tokens out;
  for (const TokenIndex noun : obliques(parse_, word, "in", true)) {
    if (!lexicon_.answers.contains(parse_[noun].lemma)) continue;
    for (const std::string_view preposition : {"to", "for", "against"})
      add_tokens(out, obliques(parse_, noun, preposition));
  }
  return out;
}

// Who does what a noun asks for: "at the request of Togo, Mali freed", "in response to a plea from Togo, Mali sent".
Tokens Arguments::heeding(const Predicate& p) const {
  if (p.kind != PredicateKind::noun || parse_[p.token].relation != Relation::pobj) return {};
  TokenIndex preposition = parse_[p.token].head;
  const TokenIndex answer = parse_[preposition].head;
  if (parse_[preposition].lower == "to" && lexicon_.answers.contains(parse_[answer].lemma)) {
    preposition = parse_[answer].head;
    if (parse_[preposition].lower != "in") return {};
  } else if (parse_[preposition].lower == "on") {  // "on the orders of", and not "commented on Togo's request"
    if (parse_[p.token].tag != Tag::nns || obliques(parse_, p.token, "of").empty()) return {};
  } else if (parse_[preposition].lower != "at" && parse_[preposition].lower != "upon") {
    return {};
  }
  const TokenIndex verb = parse_[preposition].head;
  if (parse_[preposition].relation != Relation::prep || !is_verbal(parse_[verb])) return {};
  return dragoman::agents(parse_, verb);
}

// "demanded that the envoy be sent home", "ordered them freed": asked of whoever is to do it.
bool Arguments::is_to_be_done(TokenIndex verb) const {
  if (own_subject(parse_, verb) == kNoToken) return false;
  const bool bare = parse_[verb].tag == Tag::vbn && parse_[verb].relation == Relation::ccomp &&
                    child_of(parse_, verb, Relation::aux) == kNoToken;
  return bare || is_passive(parse_, verb);
}

// Who acts in the clause below: "demanded that Kenya leave".
Tokens Arguments::acting_below(const Predicate& p) const {
  Tokens out;
  Tokens verbs = below(p);
  if (verbs.empty() || p.kind == PredicateKind::noun) add_tokens(verbs, below_object(p));
  for (const TokenIndex verb : verbs) {
    if (parse_[parse_[verb].left_edge].lower == "what") continue;  // "lamented what the writers called a loss"
    // "asked that five soldiers be posted", "ordered them freed": not of the soldiers
    if (is_passive(parse_, verb)) add_tokens(out, agents(parse_, verb));
    const bool implicated = lexicon_.implicating.contains(parse_[verb].lemma);  // "whether they are linked to it"
    if (!implicated && (is_passive(parse_, verb) || is_to_be_done(verb))) continue;
    for (const TokenIndex c : parse_.children(verb)) {
      const Relation r = parse_[c].relation;
      if (r == Relation::nsubj || (implicated && r == Relation::nsubjpass)) add_tokens(out, coordinated(parse_, c));
    }
  }
  return out;
}

// "filed a suit alleging that Mali broke the pact", "the suit, which accuses Mali", "the suit alleges that Mali did".
Tokens Arguments::accused_in(const Predicate& p) const {
  Tokens verbs;
  const auto add_below = [&](TokenIndex above) {
    for (const TokenIndex c : parse_.children(above)) {
      const Relation r = parse_[c].relation;
      if (c > p.token && (r == Relation::acl || r == Relation::relcl || r == Relation::advcl)) verbs.push_back(c);
    }
  };
  if (p.kind == PredicateKind::verb) {
    const Tokens objects = patients(parse_, p.token);
    const auto is_suit = [&](TokenIndex t) { return lexicon_.suits.contains(parse_[t].lemma); };
    if (std::none_of(objects.begin(), objects.end(), is_suit)) return {};
    for (const TokenIndex object : objects) add_below(object);
  }
  add_below(p.token);
  if (p.support != kNoToken) add_below(p.support);
  if (p.kind == PredicateKind::noun && parse_[p.token].relation == Relation::nsubj)
    verbs.push_back(parse_[p.token].head);
  Tokens out;
  for (const TokenIndex verb : verbs) {
    // "the audit found that Mali had paid nothing"
    const bool found = p.kind == PredicateKind::noun && verb == parse_[p.token].head;
    const bool alleges = lexicon_.alleging.contains(parse_[verb].lemma);
    if ((!alleges && !(found && lexicon_.findings.contains(parse_[verb].lemma))) || is_passive(parse_, verb)) continue;
    add_tokens(out, acting_below({verb, PredicateKind::verb, kNoToken}));
    if (out.empty() && parse_[verb].lemma == "accuse") add_tokens(out, patients(parse_, verb));
  }
  return out;
}

// "threatened to close the border unless Kenya left": who would have to act, or not to act, for it not to come to that.
Tokens Arguments::acting_in_proviso(const Predicate& p) const {
  Tokens out;
  Tokens told{p.token};
  add_tokens(told, below(p));
  for (const TokenIndex verb : told) {
    for (const TokenIndex c : parse_.children(verb)) {
      if (parse_[c].relation != Relation::advcl || c < p.token) continue;
      const TokenIndex mark = child_of(parse_, c, Relation::mark);
      if (mark == kNoToken || (parse_[mark].lower != "if" && parse_[mark].lower != "unless")) continue;
      if (own_subject(parse_, c) != kNoToken) add_tokens(out, agents(parse_, c));
    }
  }
  return out;
}

// What is asked for by a noun: "repeated its request that Kenya leave", "its call for Kenya to leave", where the parser
// may hang the clause on the verb.
Tokens Arguments::below_object(const Predicate& p) const {
  Tokens out;
  const auto add_clauses = [&](TokenIndex above) {
    for (const TokenIndex c : parse_.children(above)) {
      const Relation r = parse_[c].relation;
      if (c < above || (r != Relation::acl && r != Relation::ccomp && r != Relation::advcl && r != Relation::relcl))
        continue;
      const TokenIndex mark = child_of(parse_, c, Relation::mark);
      if (mark == kNoToken || own_subject(parse_, c) == kNoToken) continue;
      if (parse_[mark].lower == "that" || (parse_[mark].lower == "for" && verb_form(parse_, c).infinitive))
        out.push_back(c);
    }
  };
  if (p.kind == PredicateKind::noun) add_clauses(p.token);
  if (p.kind != PredicateKind::verb) return out;
  bool asks = false;
  for (const TokenIndex object : patients(parse_, p.token)) {
    if (parse_[object].pos != Pos::noun || !lexicon_.asking.contains(parse_[object].lemma)) continue;
    asks = true;
    add_clauses(object);
  }
  if (asks && out.empty()) add_clauses(p.token);
  if (out.empty()) out = feared(p);
  return out;
}

// "voiced concern that Mali would leave", "made charges that Mali had paid them": whoever acts there is worried about.
// The parser may take "that" for a pronoun.
Tokens Arguments::feared(const Predicate& p) const {
  Tokens out;
  for (const TokenIndex object : patients(parse_, p.token)) {
    if (parse_[object].pos != Pos::noun || !lexicon_.worries.contains(parse_[object].lemma)) continue;
    for (const TokenIndex c : parse_.children(object)) {
      const Relation r = parse_[c].relation;
      const bool clause = r == Relation::acl || r == Relation::ccomp || r == Relation::relcl;
      if (c < object || !clause || parse_[parse_[c].left_edge].lower != "that") continue;
      const TokenIndex subject = own_subject(parse_, c);
      const bool acts = subject != kNoToken && parse_[subject].lower != "that";
      if (acts && !lexicon_.hardship.contains(parse_[c].lemma)) out.push_back(c);
    }
  }
  return out;
}

std::vector<Tokens> Arguments::noun_agents(const Predicate& p) const {
  std::vector<Tokens> out = nouns_.agents(p.token, p.support);
  if (!out.empty()) return out;
  const TokenIndex first = first_conjunct(parse_, p.token);
  if (first != p.token && parse_[first].pos == Pos::noun) {  // "Chilean army and navy activity"
    Tokens shared = premodifiers(parse_, first);
    std::erase_if(shared, [&](TokenIndex t) { return story_.mention_at[t] < 0; });
    if (!shared.empty()) out.push_back(std::move(shared));
  }
  if (out.empty()) out.push_back(doers_in_clause(p.token));
  if (out.back().empty()) out.push_back(owner_by_participle(p.token));
  return out;
}

// Whom a noun's owner or the word before it names. Not who only says where the target lies ("the Togo embassy
// bombing"); but what acts for whoever is named: "Syrian government shelling".
NounName Arguments::name_at(TokenIndex t) const {
  if (story_.mention_at[t] < 0) {
    if (!lexicon_.forces.contains(parse_[t].lemma)) return NounName::nobody;
    const Tokens inner = premodifiers(parse_, t);
    const bool named = std::any_of(inner.begin(), inner.end(), [&](TokenIndex i) { return story_.mention_at[i] >= 0; });
    return named ? NounName::others : NounName::nobody;
  }
  if (parse_[t].relation != Relation::poss && is_of_target(t, parse_[t].head)) return NounName::nobody;
  // "the Togolese Embassy bombing": what is hit stands before the deed as a country does.
  if (parse_[t].relation != Relation::poss && lexicon_.targets.contains(parse_[t].lower)) return NounName::country;
  const Entity* entity = only_entity(t);
  if (entity != nullptr && entity->type == EntityType::person) return NounName::person;
  if (entity == nullptr || entity->type != EntityType::country) return NounName::others;
  // "the Kuwait invasion", and not "US strikes", "Kuwaiti": abbreviations and adjectives are of those who act.
  const bool name = parse_[t].pos == Pos::propn && parse_[t].relation != Relation::amod;
  const bool bare =
      name && std::any_of(parse_[t].text.begin(), parse_[t].text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return bare ? NounName::country : NounName::people;
}

// "the Togo embassy bombing": what is named nearer is what it is done to, and the name says where that is.
bool Arguments::is_of_target(TokenIndex name, TokenIndex noun) const {
  for (const TokenIndex between : premodifiers(parse_, noun)) {
    if (between <= name || parse_[between].pos != Pos::noun || story_.mention_at[between] >= 0) continue;
    if (lexicon_.targets.contains(parse_[between].lemma)) return true;
  }
  return false;
}

// "the ministers of Poland, Latvia and Hungary", where the parser coordinates the last with the ministers.
Tokens Arguments::without_owned(Tokens heads) const {
  if (heads.size() < 2 || parse_[heads[0]].tag != Tag::nns) return heads;
  const Tokens owners = obliques(parse_, heads[0], "of");
  const auto is_country = [&](TokenIndex t) {
    const Entity* entity = only_entity(t);
    return entity != nullptr && entity->type == EntityType::country;
  };
  if (owners.empty() || !is_country(owners.front())) return heads;
  std::erase_if(heads, [&](TokenIndex t) { return t > owners.front() && is_country(t); });
  return heads;
}

}  // namespace dragoman
