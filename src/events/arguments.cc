#include "events/arguments.h"

#include <algorithm>

namespace dragoman {

namespace {

void add(Tokens& list, const Tokens& more) {
  for (const TokenIndex t : more) {
    if (std::find(list.begin(), list.end(), t) == list.end()) list.push_back(t);
  }
}

// The nouns further up from a word, the nearest first, as long as the links are of these kinds.
Tokens nouns_above(const Parse& parse, TokenIndex t, int steps, std::initializer_list<Relation> links) {
  Tokens out;
  for (; steps > 0 && parse[t].head != t; --steps) {
    if (std::find(links.begin(), links.end(), parse[t].relation) == links.end()) break;
    t = parse[t].head;
    if (parse[t].pos == Pos::noun) out.push_back(t);
  }
  return out;
}

}  // namespace

Arguments::Arguments(const Story& story, const EventLexicon& lexicon)
    : story_(story),
      parse_(story.parse),
      lexicon_(lexicon),
      nouns_(story.parse, *story.lexicon.nouns, [this](TokenIndex t) { return name_at(t); }) {}

Predicate Arguments::predicate_at(TokenIndex t) const {
  const Token& token = parse_[t];
  if (token.pos == Pos::noun) return {t, PredicateKind::noun, support_of(t)};
  if (token.pos == Pos::adj && (token.relation == Relation::acomp || token.relation == Relation::conj)) {
    const TokenIndex copula = parse_[first_conjunct(parse_, t)].head;
    return {t, PredicateKind::adjective, is_verbal(parse_[copula]) ? copula : kNoToken};
  }
  return {t, PredicateKind::verb, kNoToken};
}

// The verb whose subject does what the noun says: "held talks", "a protest was lodged", "is in talks".
TokenIndex Arguments::support_of(TokenIndex n) const {
  const TokenIndex first = first_conjunct(parse_, n);
  const Token& noun = parse_[first];
  TokenIndex verb = noun.head;
  if (noun.relation == Relation::pobj) {
    verb = parse_[noun.head].head;
    const Relation r = parse_[noun.head].relation;
    if (r != Relation::prep || !is_verbal(parse_[verb])) return kNoToken;
    // "in talks", "on strike", "on a visit": the verb adds nothing but a subject.
    const std::string key = std::string(parse_[verb].lemma) + " " + std::string(parse_[noun.head].lower);
    const bool suffered = parse_[noun.head].lower == "under" && story_.lexicon.nouns->undergoing.contains(key);
    return suffered || lexicon_.light_verbs.contains(key) ? verb : kNoToken;
  }
  if (noun.relation != Relation::dobj && noun.relation != Relation::nsubjpass) return kNoToken;
  if (!is_verbal(parse_[verb])) return kNoToken;
  const bool suffered =
      noun.relation == Relation::dobj && story_.lexicon.nouns->undergoing.contains(parse_[verb].lemma);
  return suffered || lexicon_.light_verbs.contains(parse_[verb].lemma) ? verb : kNoToken;
}

const EventFrame* Arguments::frame_of(const Predicate& p) const {
  const auto* frames = lexicon_.find(p.kind, parse_[p.token]);
  if (frames == nullptr) return nullptr;
  for (const EventFrame& frame : *frames) {
    if (fits(frame, p)) return &frame;
  }
  return nullptr;
}

bool Arguments::fits(const EventFrame& frame, const Predicate& p) const {
  if (!frame.particle.empty()) {
    const TokenIndex particle = child_word(parse_, p.token, frame.particle);
    if (particle == kNoToken || particle < p.token) return false;
    const Relation r = parse_[particle].relation;
    const bool next_to_it =
        particle == p.token + 1 && (r == Relation::advmod || r == Relation::prep || r == Relation::npadvmod);
    if (r != Relation::prt && !next_to_it && !is_behind_object(particle, p.token)) return false;
    // "signed on Tuesday": when, and not what they signed on to.
    const TokenIndex day = r == Relation::prep ? child_of(parse_, particle, Relation::pobj) : kNoToken;
    if (day != kNoToken && (parse_[day].name == NameType::date || parse_[day].name == NameType::time)) return false;
  }
  if (!frame.modifier.empty()) {
    const TokenIndex modifier = p.token == 0 ? kNoToken : p.token - 1;
    if (modifier == kNoToken || (parse_[modifier].lower != frame.modifier && parse_[modifier].lemma != frame.modifier))
      return false;
  }
  if (frame.voice != EventFrame::Voice::any &&
      (frame.voice == EventFrame::Voice::passive) != is_passive(parse_, p.token)) {
    return false;
  }
  if (frame.infinitive_below) {
    const Tokens verbs = below(p);
    if (std::none_of(verbs.begin(), verbs.end(), [&](TokenIndex v) { return verb_form(parse_, v).infinitive; }))
      return false;
  }
  if (frame.several_needed && !is_several(p)) return false;
  return std::all_of(frame.conditions.begin(), frame.conditions.end(),
                     [&](const SlotCondition& c) { return holds(c, p); });
}

// "brought the envoy home", "brushed the protest aside": the adverb that belongs to the verb, behind what it is done to.
bool Arguments::is_behind_object(TokenIndex adverb, TokenIndex verb) const {
  const bool out = parse_[adverb].relation == Relation::prep && parse_[adverb].lower == "out";  // "out of the country"
  if (parse_[adverb].relation != Relation::advmod && !out) return false;
  const TokenIndex object = child_of(parse_, verb, Relation::dobj);
  return object != kNoToken && object < adverb && subtree(parse_, object).end == adverb;
}

// "Turkey and Albania held manoeuvres", "the Turkish and Albanian navies": of more than one country.
bool Arguments::is_several(const Predicate& p) const {
  std::vector<Index> found;
  for (const TokenIndex head : fillers(Slot{}, p)) add_direct_party(found, head);
  const auto foreign = [&](Index e) {
    return story_.record.entities[e].country != story_.record.entities[found.front()].country;
  };
  return std::any_of(found.begin(), found.end(), foreign);
}

bool Arguments::is_named(const SlotCondition& c, TokenIndex head) const {
  const auto is = [&](std::string_view lemma) {
    if (std::find(c.words.begin(), c.words.end(), lemma) != c.words.end()) return true;
    return std::any_of(c.classes.begin(), c.classes.end(),
                       [&](std::uint32_t k) { return lexicon_.classes[k].contains(lemma); });
  };
  const bool named = parse_[head].pos == Pos::propn || parse_[head].pos == Pos::noun;  // "Police" keeps its capital
  if (is(parse_[head].lemma) || (named && is(parse_[head].lower))) return true;
  if (head > 0 && parse_[head - 1].head == head &&  // "joint drill"
      std::any_of(c.words.begin(), c.words.end(), [&](const std::string& pair) {
        const std::size_t blank = pair.find(' ');
        return blank != std::string::npos && std::string_view(pair).substr(blank + 1) == parse_[head].lemma &&
               std::string_view(pair).substr(0, blank) == parse_[head - 1].lower;
      })) {
    return true;
  }
  if (!lexicon_.measures.contains(parse_[head].lemma) && parse_[head].pos != Pos::num) return false;
  const Tokens counted = obliques(parse_, head, "of");  // "a series of raids"
  return std::any_of(counted.begin(), counted.end(), [&](TokenIndex t) { return is(parse_[t].lemma); });
}

// "a treaty on border demarcation, which they signed": the clause may be of a noun further up.
void Arguments::add_wider(const Predicate& p, Tokens& heads) const {
  if (p.kind != PredicateKind::verb || parse_[p.token].relation != Relation::relcl || heads.size() != 1) return;
  if (heads[0] != parse_[p.token].head || child_word(parse_, p.token, "which") == kNoToken) return;
  add(heads, nouns_above(parse_, heads[0], 6, {Relation::pobj, Relation::prep, Relation::acl}));
}

bool Arguments::holds(const SlotCondition& c, const Predicate& p) const {
  if (c.slot.kind == Slot::Kind::complement) {
    const Tokens verbs = below(p);
    if (c.any) return !verbs.empty();
    if (c.none) return verbs.empty();
    return std::any_of(verbs.begin(), verbs.end(), [&](TokenIndex v) { return is_named(c, v); });
  }
  Tokens heads = fillers(c.slot, p);
  if (c.slot.kind == Slot::Kind::object && c.names_words()) add_wider(p, heads);
  if (c.any && heads.empty() && c.slot.kind == Slot::Kind::preposition) {  // "from entering"
    const TokenIndex preposition = child_word(parse_, p.token, c.slot.preposition);
    return preposition != kNoToken && parse_[preposition].relation == Relation::prep;
  }
  if (c.any) return !heads.empty();
  if (c.none && heads.empty()) return true;
  return std::any_of(heads.begin(), heads.end(), [&](TokenIndex head) {
    if (c.place && head < story_.place_at.size() && story_.place_at[head] >= 0) return true;
    if (c.actor || c.person || c.people || c.body || c.state) {
      std::vector<Index> found;
      add_mention(found, head);
      for (const TokenIndex named : named_among({head})) add_mention(found, named);
      if (found.empty() && lexicon_.measures.contains(parse_[head].lemma)) {  // "a great number of Syrians"
        for (const TokenIndex counted : obliques(parse_, head, "of")) add_mention(found, counted);
      }
      for (const Index e : found) {
        const EntityType type = story_.record.entities[e].type;
        const bool plural = parse_[head].tag == Tag::nns || parse_[head].tag == Tag::nnps;  // "two Iranians"
        if (c.people &&
            (type == EntityType::person || type == EntityType::group || (type == EntityType::country && plural))) {
          return true;
        }
        if (c.state && (type == EntityType::country || story_.record.entities[e].code.ends_with("GOV"))) return true;
        if (c.actor || (c.person && type == EntityType::person) || (c.body && type != EntityType::country)) return true;
      }
    }
    return is_named(c, head);
  });
}

Tokens Arguments::named_by(const EventFrame& frame, const Predicate& p) const {
  Tokens out;
  for (const SlotCondition& c : frame.conditions) {
    const Slot::Kind kind = c.slot.kind;
    if (!c.names_words() || kind == Slot::Kind::complement || kind == Slot::Kind::clause ||
        kind == Slot::Kind::subject) {
      continue;
    }
    for (const TokenIndex head : fillers(c.slot, p)) {
      if (!is_named(c, head)) continue;
      out.push_back(head);
      if (lexicon_.measures.contains(parse_[head].lemma)) add(out, obliques(parse_, head, "of"));
    }
  }
  return out;
}

Tokens Arguments::below(const Predicate& p) const {
  Tokens out = complements(parse_, p.token);
  if (p.kind == PredicateKind::noun) {
    for (const TokenIndex c : parse_.children(p.token)) {
      if (parse_[c].relation == Relation::acl && verb_form(parse_, c).infinitive) out.push_back(c);
    }
    // The parser often hangs the infinitive of "made an offer to help" on the verb.
    if (p.support != kNoToken && out.empty()) out = complements(parse_, p.support);
  }
  if (p.kind == PredicateKind::adjective && out.empty() && p.support != kNoToken) {
    out = complements(parse_, p.support);
  }
  return out;
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
  } else {
    out.push_back(all_fillers(slot, p));
  }
  for (Tokens& heads : out) heads = without_owned(std::move(heads));
  std::erase_if(out, [](const Tokens& heads) { return heads.empty(); });
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
  if (out.empty()) out.push_back(owner_by_participle(p.token));
  return out;
}

// Whom a noun's owner or the word before it names. Not who only says where the target lies ("the Kenya embassy
// bombing"); but what acts for whoever is named: "Syrian government shelling".
NounName Arguments::name_at(TokenIndex t) const {
  if (story_.mention_at[t] < 0) {
    if (!lexicon_.forces.contains(parse_[t].lemma)) return NounName::nobody;
    const Tokens inner = premodifiers(parse_, t);
    const bool named = std::any_of(inner.begin(), inner.end(), [&](TokenIndex i) { return story_.mention_at[i] >= 0; });
    return named ? NounName::others : NounName::nobody;
  }
  if (parse_[t].relation != Relation::poss && is_of_target(t, parse_[t].head)) return NounName::nobody;
  const Entity* entity = only_entity(t);
  if (entity != nullptr && entity->type == EntityType::person) return NounName::person;
  if (entity == nullptr || entity->type != EntityType::country) return NounName::others;
  // "the Kuwait invasion", and not "US strikes", "Kuwaiti": abbreviations and adjectives are of those who act.
  const bool bare = parse_[t].pos == Pos::propn && std::any_of(parse_[t].text.begin(), parse_[t].text.end(),
                                                               [](char c) { return c >= 'a' && c <= 'z'; });
  return bare ? NounName::country : NounName::people;
}

Tokens Arguments::all_fillers(const Slot& slot, const Predicate& p) const {
  const TokenIndex t = p.token;
  Tokens out;
  switch (slot.kind) {
    case Slot::Kind::subject:
      if (p.kind == PredicateKind::verb) {
        if (const TokenIndex deed = deed_above(t); deed != kNoToken) return {deed};
        out = behind_boilerplate(own_purpose(agents(parse_, t), t));
        if (out.empty()) out = doers_behind_adjunct(t);
        if (out.empty()) {  // "was denied a visa by Mali", where the parser hangs the doer on the visa
          for (const TokenIndex object : retained_object(t)) add(out, obliques(parse_, object, "by"));
        }
        if (judges_intent(t, out)) return {};
        out = without_people(std::move(out), t);
        // "was detained by the police along with his son": the son was, too.
        return is_passive(parse_, t) ? out : with_added(std::move(out), t);
      }
      if (p.kind == PredicateKind::adjective) return p.support == kNoToken ? out : surface_subjects(parse_, p.support);
      return out;
    case Slot::Kind::object:
      if (p.kind != PredicateKind::verb) return out;
      if (out = retained_object(t); !out.empty()) return out;
      if (out = behind_particle(t); !out.empty()) return out;
      return with_added(with_companions(without_people(patients(parse_, t), t), t), t);
    case Slot::Kind::dative:
      if (!retained_object(t).empty()) return surface_subjects(parse_, t);
      if (out = datives(parse_, p.support == kNoToken ? t : p.support); out.empty()) out = first_of_two_objects(t);
      return out;
    case Slot::Kind::answer:
      for (const TokenIndex noun : obliques(parse_, t, "in", true)) {
        if (!lexicon_.answers.contains(parse_[noun].lemma)) continue;
        add(out, obliques(parse_, noun, "to"));
        add(out, obliques(parse_, noun, "for"));
        add(out, obliques(parse_, noun, "against"));
      }
      return out;
    case Slot::Kind::attribute:
      return p.kind == PredicateKind::verb ? predicated(t) : out;
    case Slot::Kind::clause:
      for (const TokenIndex verb : below(p)) {
        if (parse_[parse_[verb].left_edge].lower == "what") continue;  // "lamented what the writers called a loss"
        if (is_passive(parse_, verb)) {  // "asked that five soldiers be posted": not of the soldiers
          add(out, agents(parse_, verb));
          continue;
        }
        for (const TokenIndex c : parse_.children(verb)) {
          if (parse_[c].relation == Relation::nsubj) add(out, coordinated(parse_, c));
        }
      }
      return out;
    case Slot::Kind::preposition:
      out = obliques(parse_, t, slot.preposition, p.kind == PredicateKind::verb && !is_left(slot.preposition, t));
      if (slot.preposition == "to") out = without_post(std::move(out));
      if (slot.preposition == "for") out = of_first_phrase(std::move(out), t);
      if (out.empty() && p.kind == PredicateKind::verb) out = of_imposed(t, slot.preposition);
      if (out.empty() && p.kind == PredicateKind::verb && is_passive(parse_, t)) {
        for (const TokenIndex subject : patients(parse_, t)) add(out, obliques(parse_, subject, slot.preposition));
      }
      if (out.empty() && p.kind == PredicateKind::verb) {  // "walked out of the talks"
        const TokenIndex particle = t + 1;
        if (particle < parse_.size() && parse_[particle].head == t && !is_nominal(parse_[particle])) {
          out = obliques(parse_, particle, slot.preposition);
        }
      }
      if (p.support != kNoToken && out.empty()) out = obliques(parse_, p.support, slot.preposition);
      if (out.empty() && slot.preposition == "from") out = behind_out_of(p.support == kNoToken ? t : p.support);
      if (out.empty() && p.kind == PredicateKind::verb) {
        for (const TokenIndex object : patients(parse_, t)) {
          // "rejection and condemnation of"
          if (out.empty() && parse_[object].relation == Relation::conj)
            out = obliques(parse_, object, slot.preposition);
          // "a series of raids on"
          if (slot.preposition == "of" || !lexicon_.measures.contains(parse_[object].lemma)) continue;
          for (const TokenIndex counted : obliques(parse_, object, "of")) {
            add(out, obliques(parse_, counted, slot.preposition));
          }
        }
      }
      if (out.empty() && lexicon_.far_prepositions.contains(slot.preposition) && !is_left(slot.preposition, t)) {
        far(p.support == kNoToken ? t : p.support, slot.preposition, 3, out);
      }
      return out;
    case Slot::Kind::complement:
    case Slot::Kind::purpose:
    case Slot::Kind::within:
      return out;
  }
  return out;
}

// "was granted asylum", "was handed a fine": what was given stays the object, and the subject is whom it was given.
Tokens Arguments::retained_object(TokenIndex verb) const {
  if (!is_verbal(parse_[verb]) || !is_passive(parse_, verb)) return {};
  const TokenIndex object = child_of(parse_, verb, Relation::dobj);
  if (object == kNoToken || object < verb || parse_[object].pos != Pos::noun) return {};
  const auto* frames = lexicon_.find(PredicateKind::verb, parse_[verb]);
  const auto gives = [](const EventFrame& frame) {
    return std::any_of(frame.recipients.begin(), frame.recipients.end(),
                       [](const Slot& slot) { return slot.kind == Slot::Kind::dative; });
  };
  const bool given = frames != nullptr && std::any_of(frames->begin(), frames->end(), gives);
  return given ? coordinated(parse_, object) : Tokens{};
}

// "handed a colonel a fine": the parser takes whom it was given to for an object of its own.
Tokens Arguments::first_of_two_objects(TokenIndex verb) const {
  Tokens objects;
  for (const TokenIndex c : parse_.children(verb)) {
    if (parse_[c].relation == Relation::dobj) objects.push_back(c);
  }
  return objects.size() == 2 && objects[0] > verb && is_verbal(parse_[verb]) ? coordinated(parse_, objects[0])
                                                                             : Tokens{};
}

// "handed in their weapons", "voted down the treaty": the parser takes the particle for a preposition.
Tokens Arguments::behind_particle(TokenIndex verb) const {
  const TokenIndex particle = verb + 1;
  if (!is_verbal(parse_[verb]) || particle >= parse_.size() || parse_[particle].head != verb) return {};
  const Relation r = parse_[particle].relation;
  if (r != Relation::prt && r != Relation::prep) return {};
  if (child_of(parse_, verb, Relation::dobj) != kNoToken || is_passive(parse_, verb)) return {};
  const auto* frames = lexicon_.find(PredicateKind::verb, parse_[verb]);
  const auto names_it = [&](const EventFrame& frame) { return frame.particle == parse_[particle].lower; };
  if (frames == nullptr || std::none_of(frames->begin(), frames->end(), names_it)) return {};
  const TokenIndex object = child_of(parse_, particle, Relation::pobj);
  return object == kNoToken ? Tokens{} : coordinated(parse_, object);
}

// "pulled its troops out of Mali", "walked out of the talks": from there.
Tokens Arguments::behind_out_of(TokenIndex verb) const {
  const TokenIndex out = child_word(parse_, verb, "out");
  if (out == kNoToken || out < verb) return {};
  Tokens left = obliques(parse_, out, "of");
  return !left.empty() || out + 1 >= parse_.size() || parse_[out + 1].lower != "of" ? left
                                                                                    : obliques(parse_, verb, "of");
}

// "gave it to the ambassador of Ghana to Togo": where he is posted is given nothing.
Tokens Arguments::without_post(Tokens heads) const {
  if (heads.size() < 2 || parse_[heads[0]].relation != Relation::pobj) return heads;
  const Entity* envoy = only_entity(heads[0]);
  if (envoy == nullptr || envoy->type != EntityType::person) return heads;
  std::erase_if(heads, [&](TokenIndex t) {
    const Entity* post = only_entity(t);
    return t != heads[0] && parse_[t].relation == Relation::pobj && post != nullptr &&
           post->type == EntityType::country;
  });
  return heads;
}

// "thanks for Ghana's support for him": of two such phrases beside each other the second belongs to the first;
// "For his part he thanked" is no such phrase.
Tokens Arguments::of_first_phrase(Tokens heads, TokenIndex predicate) const {
  std::erase_if(heads, [&](TokenIndex t) {
    return t < predicate && parse_[t].relation == Relation::pobj && parse_[parse_[t].head].head == predicate;
  });
  if (heads.size() < 2) return heads;
  const TokenIndex phrase = parse_[*std::min_element(heads.begin(), heads.end())].head;
  std::erase_if(heads, [&](TokenIndex t) {
    return parse_[t].relation == Relation::pobj && parse_[t].head != phrase &&
           parse_[parse_[t].head].relation != Relation::conj;
  });
  return heads;
}

// "lifted the sanctions imposed on Togo by the union": on whom they were.
Tokens Arguments::of_imposed(TokenIndex verb, std::string_view preposition) const {
  Tokens out;
  if (preposition != "on" && preposition != "against") return out;
  for (const TokenIndex object : patients(parse_, verb)) {
    for (const TokenIndex c : parse_.children(object)) {
      if (c > object && parse_[c].relation == Relation::acl && is_passive(parse_, c)) {
        add(out, obliques(parse_, c, preposition));
      }
    }
  }
  return out;
}

// "were freed early in the day by soldiers", "were held in Lima by rebels": the parser hangs the doers on the time or
// the place.
Tokens Arguments::doers_behind_adjunct(TokenIndex verb) const {
  Tokens out;
  if (!is_passive(parse_, verb)) return out;
  const auto adjunct = [&](TokenIndex t) {
    const bool time = (t < story_.time_at.size() && story_.time_at[t] >= 0) || parse_[t].name == NameType::date ||
                      parse_[t].name == NameType::time;
    const bool manner = parse_[t].relation == Relation::pobj && parse_[parse_[t].head].lower == "with" &&
                        story_.mention_at[t] < 0;  // "received with honours by the king"
    return time || manner || (t < story_.place_at.size() && story_.place_at[t] >= 0);
  };
  const TokenIndex last = std::min<TokenIndex>(parse_[verb].right_edge + 1, parse_.size());
  for (TokenIndex t = verb + 1; t < last && out.empty(); ++t) {
    if (parse_[t].lower != "by" || parse_[t].relation != Relation::prep || !adjunct(parse_[t].head)) continue;
    for (const TokenIndex doer : obliques(parse_, parse_[t].head, "by")) {
      if (story_.mention_at[doer] >= 0) out.push_back(doer);
    }
  }
  return out;
}

// "was kidnapped with her driver", "were jailed along with two others": it was done to them as well.
Tokens Arguments::with_companions(Tokens heads, TokenIndex verb) const {
  const auto suffers = [&](TokenIndex t) { return !story_.entities_at(t).empty() || is_description(t); };
  if (!is_passive(parse_, verb) || std::none_of(heads.begin(), heads.end(), suffers)) return heads;
  const auto* frames = lexicon_.find(PredicateKind::verb, parse_[verb]);
  const auto harms = [](const EventFrame& frame) {
    return frame.type == EventType::assault || frame.type == EventType::coerce;
  };
  if (frames == nullptr || std::none_of(frames->begin(), frames->end(), harms)) return heads;
  for (const TokenIndex t : obliques(parse_, verb, "with")) {
    const Entity* entity = only_entity(t);
    if ((entity != nullptr && entity->type == EntityType::person) || is_description(t)) add(heads, {t});
  }
  return heads;
}

// "welcomed the decision to send troops", "rejected an offer to talk": who judges it is not who would do it, and who
// that is stands elsewhere.
bool Arguments::judges_intent(TokenIndex verb, const Tokens& doers) const {
  const TokenIndex noun = parse_[verb].head, judge = parse_[noun].head;
  if (parse_[verb].relation != Relation::acl || parse_[noun].relation != Relation::dobj || doers.empty()) return false;
  if (!verb_form(parse_, verb).infinitive || !is_verbal(parse_[judge]) || doers != agents(parse_, judge)) return false;
  return lexicon_.judging.contains(parse_[judge].lemma);
}

// "Togo, along with Benin, condemned it", "drove out the army together with its allies": the phrase goes with the noun
// that it follows.
Tokens Arguments::with_added(Tokens heads, TokenIndex verb) const {
  Tokens added;
  const auto add_behind = [&](TokenIndex governor, TokenIndex follows) {
    for (const TokenIndex child : parse_.children(governor)) {
      const TokenIndex c = addition_at(child);
      if (c == kNoToken || c <= follows) continue;
      TokenIndex before = c - 1;
      if (parse_[before].text == ",") --before;
      if (before != follows && before != core_end(follows)) continue;
      for (const TokenIndex t : behind_with(c)) {
        if (!story_.entities_at(t).empty() || is_description(t)) add(added, {t});
      }
    }
  };
  for (const TokenIndex head : heads) {
    if (parse_[head].pos == Pos::pron) continue;
    add_behind(head, head);
    add_behind(verb, head);
  }
  if (is_passive(parse_, verb)) {
    for (const TokenIndex doer : agents(parse_, verb)) {
      add_behind(doer, doer);
      add_behind(verb, doer);
    }
  }
  add(heads, added);
  return heads;
}

// "along" or "together" of "along with", of which the parser makes either word the head; kNoToken for others.
TokenIndex Arguments::addition_at(TokenIndex t) const {
  if (lexicon_.additions.contains(parse_[t].lower)) return t;
  const bool added = parse_[t].lower == "with" && t > 0 && lexicon_.additions.contains(parse_[t - 1].lower);
  return added ? t - 1 : kNoToken;
}

Tokens Arguments::behind_with(TokenIndex adverb) const {
  const TokenIndex with = adverb + 1;
  if (with >= parse_.size() || parse_[with].lower != "with") return {};
  const TokenIndex object = child_of(parse_, with, Relation::pobj);
  return object == kNoToken ? Tokens{} : coordinated(parse_, object);
}

// The last token of what hangs on a noun before the words that add others to it.
TokenIndex Arguments::core_end(TokenIndex noun) const {
  TokenIndex end = noun;
  for (const TokenIndex c : parse_.children(noun)) {
    if (c > noun && addition_at(c) == kNoToken) end = std::max(end, parse_[c].right_edge);
  }
  while (end > noun && parse_[end].text == ",") --end;
  return end;
}

// "with countries including Chile and Peru": those that are named; one name alone stands beside the rest.
Tokens Arguments::named_among(const Tokens& heads) const {
  Tokens out;
  for (const TokenIndex head : heads) {
    Tokens named;
    if (parse_[head].tag == Tag::nns) named = obliques(parse_, head, "including");
    if (named.empty() && parse_[head].tag == Tag::nns) named = obliques(parse_, head, "as");  // "such as"
    std::erase_if(named, [&](TokenIndex t) {
      // "Ghana's Paul Okoye", where the parser lists the country too.
      const bool owns = child_of(parse_, t, Relation::case_) != kNoToken && t != named.back();
      return owns || !is_named_one(t);
    });
    if (named.size() < 2) out.push_back(head);
    add(out, named);
  }
  return out;
}

// "demanded the withdrawal of troops from Mali": what is left is no party to the demand.
bool Arguments::is_left(std::string_view preposition, TokenIndex verb) const {
  if (preposition != "from") return false;
  for (const TokenIndex object : patients(parse_, verb)) {
    for (const NounWay& way : story_.lexicon.nouns->of(parse_[object].lemma).patient) {
      if (way.preposition == preposition) return true;
    }
  }
  return false;
}

// "burned flags to protest": things do nothing, so that the infinitive behind them is the deed of whoever used them.
Tokens Arguments::own_purpose(Tokens heads, TokenIndex verb) const {
  const TokenIndex above = parse_[verb].head;
  if (parse_[verb].relation != Relation::xcomp || heads.size() != 1 || parse_[heads[0]].pos != Pos::noun) return heads;
  if (parse_[heads[0]].relation != Relation::dobj || parse_[heads[0]].head != above) return heads;
  if (story_.mention_at[heads[0]] >= 0 || is_description(heads[0])) return heads;
  return agents(parse_, above);
}

// "a report on migrants, which Hungary criticised": of people one says "who".
Tokens Arguments::without_people(Tokens heads, TokenIndex verb) const {
  const TokenIndex clause = clause_lead(parse_, verb);
  if (heads.size() != 1 || parse_[clause].relation != Relation::relcl || heads[0] != parse_[clause].head) return heads;
  if (child_word(parse_, clause, "which") == kNoToken) return heads;
  const auto is_people = [&](TokenIndex t) {
    const Entity* entity = only_entity(t);
    return (entity != nullptr && entity->type == EntityType::person) || lexicon_.humans.contains(parse_[t].lemma);
  };
  const TokenIndex t = heads[0];
  // "the pact with Iran, which Trump criticised"
  const TokenIndex linked = parse_[t].relation == Relation::pobj ? parse_[parse_[t].head].head : t;
  if (lexicon_.documents.contains(parse_[linked].lemma)) return {linked};
  if (!is_people(t)) return heads;
  // "ministers from Kenya, which Ghana criticised"
  for (TokenIndex before = std::min(parse_[clause].left_edge, clause); before > t; --before) {
    if (!story_.entities_at(before).empty() && !is_people(before) && is_under(parse_, before, t)) return {before};
  }
  for (const TokenIndex noun : nouns_above(parse_, t, 4, {Relation::pobj, Relation::prep})) {
    if (!is_people(noun)) return {noun};
  }
  return {};
}

// "raids on villages that killed ten": the clause is of the deed, and not of what it hit.
TokenIndex Arguments::deed_above(TokenIndex verb) const {
  const TokenIndex clause = clause_lead(parse_, verb);
  if (parse_[clause].relation != Relation::relcl || is_passive(parse_, verb)) return kNoToken;
  if (!lexicon_.harms.contains(parse_[verb].lemma) && parse_[verb].lemma != "leave") return kNoToken;
  const bool person = child_word(parse_, clause, "who") != kNoToken;
  const TokenIndex head = parse_[clause].head;
  if (person || lexicon_.violence.contains(parse_[head].lemma)) return kNoToken;
  for (const TokenIndex noun : nouns_above(parse_, head, 6, {Relation::pobj, Relation::prep, Relation::conj})) {
    if (lexicon_.violence.contains(parse_[noun].lemma)) return noun;
  }
  return kNoToken;
}

// "found him guilty", "held Iran responsible", "let free four men": the parser makes a clause of the adjective, or
// hangs it on the noun.
Tokens Arguments::predicated(TokenIndex verb) const {
  Tokens out = attributes(parse_, verb);
  TokenIndex object = kNoToken;
  for (const TokenIndex c : parse_.children(verb)) {
    if (c < verb) continue;
    if (parse_[c].relation == Relation::ccomp) out.push_back(c);
    if (parse_[c].relation != Relation::dobj) continue;
    if (object != kNoToken) out.push_back(c);  // "branded the law an outrage"
    object = c;
    for (const TokenIndex a : parse_.children(c)) {
      if (parse_[a].relation == Relation::amod && (a > c || a == verb + 1)) out.push_back(a);
    }
  }
  return out;
}

// "the Kenya embassy bombing": what is named nearer is what it is done to, and the name says where that is.
bool Arguments::is_of_target(TokenIndex name, TokenIndex noun) const {
  for (const TokenIndex between : premodifiers(parse_, noun)) {
    if (between <= name || parse_[between].pos != Pos::noun || story_.mention_at[between] >= 0) continue;
    if (lexicon_.targets.contains(parse_[between].lemma)) return true;
  }
  return false;
}

// A byline or bullet that the parser took for the subject: what hangs on it is what is meant.
Tokens Arguments::behind_boilerplate(const Tokens& heads) const {
  Tokens out;
  for (const TokenIndex head : heads) {
    if (!story_.boilerplate[head]) {
      out.push_back(head);
      continue;
    }
    for (const TokenIndex c : parse_.children(head)) {
      if (!story_.boilerplate[c] && is_nominal(parse_[c])) add(out, coordinated(parse_, c));
    }
  }
  return out;
}

// "Russia's reported deployment", where the parser takes the participle for a verb.
Tokens Arguments::owner_by_participle(TokenIndex noun) const {
  const TokenIndex verb = parse_[noun].head;
  if (parse_[noun].relation != Relation::dobj || noun != verb + 1) return {};
  for (const TokenIndex c : parse_.children(verb)) {
    if (parse_[c].relation == Relation::nsubj && child_of(parse_, c, Relation::case_) != kNoToken) return {c};
  }
  return {};
}

// A phrase that the parser hung on a noun further down: "filed a suit in a Paris court against the prince".
void Arguments::far(TokenIndex head, std::string_view preposition, int depth, Tokens& out) const {
  if (depth == 0) return;
  for (const TokenIndex c : parse_.children(head)) {
    if (!out.empty()) return;
    const Relation r = parse_[c].relation;
    if (c < head || (r != Relation::dobj && r != Relation::prep && r != Relation::pobj && r != Relation::conj))
      continue;
    if (r == Relation::conj && is_verbal(parse_[c])) continue;
    out = obliques(parse_, c, preposition);
    if (out.empty()) far(c, preposition, depth - 1, out);
  }
}

}  // namespace dragoman
