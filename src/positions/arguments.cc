#include "positions/arguments.h"

#include "issues/issues.h"
#include "issues/words.h"

#include <algorithm>

namespace dragoman {

namespace {

bool holds(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_question_word(const Token& t) {
  return t.tag == Tag::wrb || t.tag == Tag::wp || t.tag == Tag::wdt || t.lower == "whether" || t.lower == "if";
}

}  // namespace

std::optional<Matter> StanceArguments::of(TokenIndex v, const Stance& stance) const {
  auto matter = found(v, stance);
  if (!matter || matter->kind == Matter::Kind::phrase) return matter;
  if (matter->who != kNoToken && matter->link != kNoToken) return matter;  // "whom it accused of spying"
  // "the pact that Peru tried to stop": the act is done to what the relative clause hangs on.
  const TokenIndex lead = clause_lead(parse_, v), subject = child_of(parse_, v, Relation::nsubj);
  const bool has_own = subject != kNoToken && !is_relative_pronoun(parse_[subject]);
  if (matter->kind == Matter::Kind::clause) {
    // "an act that Peru believes broke the pact": its subject stands above.
    const bool above = parse_[lead].relation == Relation::relcl && has_own &&
                       std::none_of(parse_.children(lead).begin(), parse_.children(lead).end(),
                                    [&](TokenIndex t) { return t < lead && parse_[t].tag == Tag::wrb; });
    return above ? std::nullopt : matter;
  }
  if (is_asked_what(lead, v)) return std::nullopt;
  if (parse_[lead].relation != Relation::relcl || !has_own || is_intransitive(matter->head)) return matter;
  for (const TokenIndex child : parse_.children(lead)) {
    // "fields where it wants to help", "signs that it wants to leave"
    if (child < lead && (parse_[child].tag == Tag::wrb || parse_[child].relation == Relation::mark)) return matter;
  }
  // "a club whose chairman vowed to walk out", "a state with which it refused to talk": nothing is left out.
  for (TokenIndex t = parse_[lead].left_edge; t < subject; ++t) {
    if (parse_[t].tag == Tag::wp_poss || (is_relative_pronoun(parse_[t]) && parse_[t].relation == Relation::pobj))
      return matter;
  }
  matter->gap = with_its_noun(antecedent(parse_, v));
  // "the reason that it refuses to sign", "the areas that it wants to go into": what is done is not done to these.
  if (matter->gap != kNoToken &&
      (lexicon_.circumstances.contains(parse_[matter->gap].lemma) || ends_open(matter->head)))
    return std::nullopt;
  return matter->gap == kNoToken ? std::nullopt : matter;
}

// "told them that they want what it sells": not them.
bool StanceArguments::has_own_object(TokenIndex v) const {
  return std::any_of(parse_.children(v).begin(), parse_.children(v).end(), [&](TokenIndex c) {
    return c > v && (parse_[c].relation == Relation::dobj || parse_[c].relation == Relation::ccomp);
  });
}

// "go into", "talk about": what it is done to stands above, behind the preposition.
bool StanceArguments::ends_open(TokenIndex act) const {
  return std::any_of(parse_.children(act).begin(), parse_.children(act).end(), [&](TokenIndex c) {
    return c > act && parse_[c].relation == Relation::prep && parse_.children(c).empty();
  });
}

// "what they want to do with it", "whom it wants to send": the matter is not told.
bool StanceArguments::is_asked_what(TokenIndex lead, TokenIndex v) const {
  for (const TokenIndex clause : {lead, v}) {
    for (const TokenIndex child : parse_.children(clause)) {
      const Token& c = parse_[child];
      if (child < v && c.tag == Tag::wp && (c.relation == Relation::dobj || c.relation == Relation::pobj)) return true;
    }
  }
  return false;
}

// "a pact with Iran, which Peru rejected": the pact.
TokenIndex StanceArguments::with_its_noun(TokenIndex name) const {
  if (name == kNoToken || parse_[name].relation != Relation::pobj || story_.entities_at(name).empty()) return name;
  const TokenIndex noun = parse_[parse_[name].head].head;
  return parse_[noun].pos == Pos::noun && noun < name ? noun : name;
}

// Something is done to somebody or something already, or nothing can be.
bool StanceArguments::is_intransitive(TokenIndex act) const {
  for (const TokenIndex child : parse_.children(act)) {
    const Relation r = parse_[child].relation;
    if (r == Relation::dobj) return !is_relative_pronoun(parse_[child]);
    if (r == Relation::ccomp || r == Relation::xcomp || r == Relation::attr || r == Relation::acomp) return true;
  }
  return false;
}

std::optional<Matter> StanceArguments::found(TokenIndex v, const Stance& stance) const {
  if (stance.object_infinitive) {
    if (const auto matter = asked(v, stance)) return matter;
  }
  if (stance.participle) {
    if (const auto matter = small_clause(v)) return matter;
  }
  if (stance.infinitive || stance.gerund || stance.clause) {
    // "should the mill fail, riders fear that the bridge may close": what follows before what precedes.
    for (const bool behind : {true, false}) {
      for (const TokenIndex child : parse_.children(v)) {
        if ((child > v) != behind) continue;
        if (const auto matter = clause_below(v, child, stance)) return matter;
      }
    }
  }
  if (const auto matter = behind_prepositions(v, stance)) return matter;
  return stance.object ? direct_object(v, stance) : std::nullopt;
}

// An act of which it is no stance; "wants to see it built" is one of the building.
bool StanceArguments::is_left_out(TokenIndex act, const Stance& stance) const {
  if (parse_[act].lemma == "see") {
    for (const TokenIndex child : parse_.children(act)) {
      const Relation r = parse_[child].relation;
      const bool question = std::any_of(parse_.children(child).begin(), parse_.children(child).end(),
                                        [&](TokenIndex t) { return is_question_word(parse_[t]); });
      if (child > act && (r == Relation::ccomp || r == Relation::xcomp) && !question) return false;
    }
  }
  return holds(stance.without, parse_[act].lemma);
}

// "urged Serbia to sign", "called on Serbia to sign", "wants Serbia to sign".
std::optional<Matter> StanceArguments::asked(TokenIndex v, const Stance& stance) const {
  TokenIndex link = kNoToken;
  for (const std::string& word : stance.asked_behind) {
    if (link == kNoToken) link = child_word(parse_, v, word);
  }
  const bool linked = !stance.asked_behind.empty();
  if (linked && link == kNoToken) return std::nullopt;
  for (const TokenIndex child : parse_.children(v)) {
    const Relation r = parse_[child].relation;
    if (child < v || (r != Relation::xcomp && r != Relation::ccomp && r != Relation::advcl)) continue;
    if (!verb_form(parse_, child).infinitive || is_left_out(child, stance)) continue;
    Matter matter{child, Matter::Kind::infinitive};
    matter.who = own_subject(parse_, child);
    for (const TokenIndex below : parse_.children(v)) {
      if (matter.who != kNoToken || below > child) break;
      const Relation is = parse_[below].relation;
      if (is == Relation::dobj || is == Relation::dative) matter.who = below;
      if (below == link && linked) matter.who = child_of(parse_, link, Relation::pobj);
    }
    if (matter.who == kNoToken && is_passive(parse_, v)) {
      const Tokens whom = patients(parse_, v);
      if (!whom.empty()) matter.who = whom.front();
    }
    if (matter.who == kNoToken || is_relative_pronoun(parse_[matter.who])) {
      matter.who = kNoToken;
      if (!linked && !stance.infinitive) continue;
    }
    return matter;
  }
  return std::nullopt;
}

// "wants the results annulled"
std::optional<Matter> StanceArguments::small_clause(TokenIndex v) const {
  for (const TokenIndex child : parse_.children(v)) {
    const Token& c = parse_[child];
    const bool participle = c.tag == Tag::vbn || c.tag == Tag::vbd;
    if (child < v || c.relation != Relation::ccomp || !participle) continue;
    bool bare = own_subject(parse_, child) != kNoToken;
    for (const TokenIndex below : parse_.children(child)) {
      const Relation r = parse_[below].relation;
      bare &= r != Relation::aux && r != Relation::auxpass && r != Relation::mark && r != Relation::dobj;
    }
    if (bare) return Matter{child, Matter::Kind::demand};
  }
  return std::nullopt;
}

std::optional<Matter> StanceArguments::clause_below(TokenIndex head, TokenIndex child, const Stance& stance) const {
  const Token& c = parse_[child];
  const bool noun = is_nominal(parse_[head]);
  const bool below =
      noun ? c.relation == Relation::acl || c.relation == Relation::ccomp || c.relation == Relation::relcl
           : c.relation == Relation::xcomp || c.relation == Relation::ccomp || c.relation == Relation::advcl;
  const bool predicate = is_verbal(c) || own_subject(parse_, child) != kNoToken;
  if (!below || !predicate || is_left_out(child, stance)) return std::nullopt;
  const VerbForm form = verb_form(parse_, child);
  for (const TokenIndex word : parse_.children(child)) {
    // "fears what will come", "knows how to do it"
    if (word >= child || !is_question_word(parse_[word]) || parse_[word].lower == "that") continue;
    const bool relative =
        is_relative_pronoun(parse_[word]) && parse_[clause_lead(parse_, head)].relation == Relation::relcl;
    if (!relative) return std::nullopt;
  }
  if (form.infinitive) {
    const bool own = child_of(parse_, child, Relation::nsubj) == kNoToken;
    if (!stance.infinitive || child < head || !own) return std::nullopt;
    // "offered troops to guard the port"
    const TokenIndex object = child_of(parse_, head, Relation::dobj);
    if (object != kNoToken && object < child && !noun) return std::nullopt;
    return Matter{child, Matter::Kind::infinitive};
  }
  // "denied closing it", "denied having closed it"
  const bool perfect = std::any_of(parse_.children(child).begin(), parse_.children(child).end(), [&](TokenIndex t) {
    return t < child && parse_[t].relation == Relation::aux && parse_[t].tag == Tag::vbg;
  });
  if (stance.gerund && (c.tag == Tag::vbg || perfect) && c.relation == Relation::xcomp) {
    return Matter{child, Matter::Kind::gerund};
  }
  if (!stance.clause || c.relation == Relation::advcl || c.relation == Relation::relcl ||
      (is_verbal(c) && form.participle)) {
    return std::nullopt;
  }
  // "believed help from the fund would come", where the parser takes the help for what was believed.
  const bool own_verb = !noun && parse_[head].relation != Relation::acl && parse_[head].relation != Relation::amod;
  const TokenIndex object = own_verb && child > head ? child_of(parse_, head, Relation::dobj) : kNoToken;
  const bool torn = object != kNoToken && parse_[object].pos != Pos::pron && is_verbal(c) &&
                    own_subject(parse_, child) == kNoToken && parse_[object].right_edge < c.left_edge &&
                    parse_[c.left_edge - 1].tag != Tag::comma && child_of(parse_, child, Relation::expl) == kNoToken &&
                    form.tense != Tense::none;
  if (torn) return Matter{child, Matter::Kind::clause, object};
  if (is_verbal(c) && surface_subjects(parse_, child).empty()) return std::nullopt;
  if (noun && child_word(parse_, child, "that") == kNoToken) return std::nullopt;
  // "The dam is old, it promises aid": a sentence of its own before a verb that has its object.
  const bool has_own = child_of(parse_, head, Relation::dobj) != kNoToken ||
                       std::any_of(parse_.children(head).begin(), parse_.children(head).end(),
                                   [&](TokenIndex t) { return t > head && parse_[t].relation == Relation::xcomp; });
  if (child < head && has_own) return std::nullopt;
  return Matter{child, Matter::Kind::clause};
}

std::optional<Matter> StanceArguments::behind(TokenIndex preposition, const Stance& stance) const {
  for (const TokenIndex object : parse_.children(preposition)) {
    const Token& o = parse_[object];
    if (o.relation == Relation::pobj) {
      if (story_.time_at[object] >= 0 || !fits(object, stance)) continue;
      return Matter{object, Matter::Kind::phrase};
    }
    if (o.relation != Relation::pcomp || o.tag != Tag::vbg || holds(stance.without, o.lemma)) continue;
    // "argues for the state paying it"
    const bool asks = parse_[o.left_edge].tag == Tag::wp;  // "at what it is doing"
    return Matter{object, Matter::Kind::gerund, asks ? kNoToken : child_of(parse_, object, Relation::nsubj)};
  }
  return std::nullopt;
}

std::vector<Matter> StanceArguments::further_behind(const Matter& first, const Stance& stance) const {
  std::vector<Matter> out;
  const TokenIndex preposition = parse_[first.head].head;
  if (first.who != kNoToken || parse_[preposition].relation != Relation::prep) return out;
  for (TokenIndex at = preposition; at != kNoToken;) {
    TokenIndex next = kNoToken;
    for (const TokenIndex c : parse_.children(at)) {
      if (c > at && parse_[c].relation == Relation::conj && parse_[c].pos == Pos::adp) next = c;
    }
    if (next == kNoToken || !holds(stance.prepositions, parse_[next].lower)) break;
    if (const auto matter = behind(next, stance)) out.push_back(*matter);
    at = next;
  }
  return out;
}

// "called for Peru to open the port", "is pushing for the council to meet", "appealed for more people to join": the
// act, with who shall do it, wherever the parser hangs it.
std::optional<Matter> StanceArguments::asked_for(TokenIndex v, std::string_view preposition) const {
  for (const TokenIndex child : parse_.children(v)) {
    if (child < v) continue;
    const Token& c = parse_[child];
    const bool clause = c.relation == Relation::advcl || c.relation == Relation::xcomp || c.relation == Relation::ccomp;
    if (clause && verb_form(parse_, child).infinitive && parse_[c.left_edge].lower == preposition) {
      const TokenIndex who = own_subject(parse_, child);
      if (who != kNoToken) return Matter{child, Matter::Kind::infinitive, who};
    }
    if (c.relation != Relation::prep || c.lower != preposition) continue;
    const TokenIndex who = child_of(parse_, child, Relation::pobj);
    if (who == kNoToken) continue;
    // On whom it is asked of ("appealed for more people to join"), or on the verb.
    for (const TokenIndex above : {v, who}) {
      for (const TokenIndex act : parse_.children(above)) {
        const Relation r = parse_[act].relation;
        const bool hung = above == v ? r == Relation::xcomp : r == Relation::acl || r == Relation::relcl;
        if (act < who || !hung || !verb_form(parse_, act).infinitive || own_subject(parse_, act) != kNoToken) continue;
        if (above == who && story_.entities_at(who).empty()) continue;  // "called for a plan to rebuild"
        return Matter{act, Matter::Kind::infinitive, who};
      }
    }
  }
  return std::nullopt;
}

std::optional<Matter> StanceArguments::behind_prepositions(TokenIndex v, const Stance& stance) const {
  const TokenIndex particle = stance.particle.empty() ? kNoToken : child_word(parse_, v, stance.particle);
  const TokenIndex object = child_of(parse_, v, Relation::dobj);
  for (const std::string& preposition : stance.prepositions) {
    if (preposition == "for" && object == kNoToken) {
      if (auto matter = asked_for(v, preposition)) return matter;
    }
    // On the verb; "pushed back against it" on the particle; "accused Iran of arming rebels" on the object.
    for (const TokenIndex at : {v, particle, object}) {
      if (at == kNoToken) continue;
      for (const TokenIndex child : parse_.children(at)) {
        // "is troubled by the levy": the parser takes it for who does something.
        const bool linked = parse_[child].relation == Relation::prep || parse_[child].relation == Relation::agent;
        if (!linked || parse_[child].lower != preposition || child < v) continue;
        const bool somebody = object != kNoToken && object < child && parse_[object].pos != Pos::num &&
                              (!story_.entities_at(object).empty() || preposition == "from" || !stance.object);
        if (at == object && !somebody) continue;
        // "called the reason for the strike absurd": the object's own.
        if (at == object && preposition == "for" && !stance.object && story_.entities_at(object).empty()) continue;
        auto matter = behind(child, stance);
        if (!matter) continue;
        if (at == v && object == kNoToken && is_passive(parse_, v) &&
            (preposition == "of" || preposition == "for" || preposition == "from")) {
          // "was accused of arming rebels", "was criticised for it": whom it is said of.
          const Tokens whom = patients(parse_, v);
          if (whom.size() != 1 || is_relative_pronoun(parse_[whom.front()])) continue;
          if (preposition == "for" && stance.object && story_.entities_at(whom.front()).empty()) continue;
          matter->who = whom.front();
          matter->link = child;
        } else if (somebody && (preposition == "to" || parse_[object].lower == "you")) {
          continue;  // "committed troops to it", "thank you for it"
        } else if (somebody && stance.name.ends_with(" " + preposition)) {
          // "pushed the council for a vote" pushes for the vote; "called him a liar for it" does not call for it.
          if (child_of(parse_, v, Relation::oprd) != kNoToken) continue;
        } else if (somebody) {
          // "whom it accused of theft", "which it urged to leave": whom the clause is about.
          matter->who = is_relative_pronoun(parse_[object]) ? antecedent_of(parse_, object) : object;
          matter->link = child;
          if (matter->who == kNoToken) return std::nullopt;
        } else if (object != kNoToken && object < child) {
          continue;
        }
        return matter;
      }
    }
  }
  return std::nullopt;
}

// "a truce and a vote, both of which Peru rejects": the truce and the vote.
TokenIndex StanceArguments::whole_of_which(TokenIndex v) const {
  const TokenIndex noun = antecedent(parse_, v);
  for (const TokenIndex child : parse_.children(v)) {
    const Token& c = parse_[child];
    if (noun == kNoToken || child > v || (c.lower != "both" && c.lower != "all")) continue;
    if (c.relation != Relation::dobj && c.relation != Relation::dep && c.relation != Relation::nsubjpass) continue;
    const TokenIndex of = child_word(parse_, child, "of");
    const TokenIndex which = of == kNoToken ? of : child_of(parse_, of, Relation::pobj);
    if (which != kNoToken && is_relative_pronoun(parse_[which])) return first_conjunct(parse_, noun);
  }
  return kNoToken;
}

// "Chad accuses it of arming rebels, which Sudan denies": not the rebels, but what the clause tells.
TokenIndex StanceArguments::which_of_clause(TokenIndex v, const Stance& stance) const {
  if (parse_[v].relation != Relation::relcl || !lexicon_.resuming_pronoun.contains(stance.name)) return kNoToken;
  const TokenIndex which = child_of(parse_, v, Relation::dobj);
  if (which == kNoToken || which > v || parse_[which].lower != "which") return kNoToken;
  if (which == 0 || parse_[which - 1].tag != Tag::comma) return kNoToken;
  return lexicon_.resuming.contains(parse_[parse_[v].head].lemma) ? kNoToken : which;  // "the charge, which"
}

bool StanceArguments::is_somebody(TokenIndex object) const {
  const auto& entities = story_.entities_at(object);
  return is_nominal(parse_[object]) && entities.size() == 1 &&
         story_.record.entities[entities.front()].type == EntityType::person;
}

bool StanceArguments::fits(TokenIndex object, const Stance& stance) const {
  const Token& o = parse_[object];
  if (holds(stance.without, o.lemma)) return false;
  if (o.tag == Tag::prp && o.lower != "it" && o.lower != "them") return false;
  if (!is_nominal(o) && !is_relative_pronoun(o)) return false;  // "more than that"
  // "has not said which plan it backs", "what share it backs"
  for (const TokenIndex word : parse_.children(object)) {
    if (word < object && (parse_[word].tag == Tag::wdt || parse_[word].tag == Tag::wp)) return false;
  }
  // "two million", but "two of the reefs"
  const bool number = o.name == NameType::money || o.name == NameType::percent || o.pos == Pos::num;
  if (number && child_word(parse_, object, "of") == kNoToken) return false;
  if (stance.things && !takes_up(object, stance)) {
    for (const Index e : story_.entities_at(object)) {
      const EntityType type = story_.record.entities[e].type;
      if (type != EntityType::organisation && type != EntityType::media) return false;
    }
  }
  if (stance.only.empty() || holds(stance.only, o.lemma)) return true;
  // "did not recognise the passenger": somebody without a name is none of them.
  const auto& named = story_.entities_at(object);
  return !stance.things && std::any_of(named.begin(), named.end(), [&](Index e) {
    return story_.record.entities[e].type != EntityType::person || !story_.record.entities[e].anonymous;
  });
}

std::optional<Matter> StanceArguments::direct_object(TokenIndex v, const Stance& stance) const {
  if (stance.as) return matter_called(v, stance);
  if (const TokenIndex which = which_of_clause(v, stance); which != kNoToken)
    return Matter{which, Matter::Kind::phrase};
  if (const TokenIndex whole = whole_of_which(v); whole != kNoToken) return Matter{whole, Matter::Kind::phrase};
  for (TokenIndex object : patients(parse_, v)) {
    if (stance.things && is_somebody(object)) return std::nullopt;  // "welcomed the minister and his team"
    if (object < v && object == antecedent(parse_, v)) {
      if (has_own_object(v)) continue;
      object = nearest_conjunct(parse_, object, v);
      if (!stance.land) object = with_its_noun(object);
    }
    if (!takes_up(object, stance)) object = resolved(v, object);
    if (!fits(object, stance)) continue;
    if (stance.claim && lexicon_.of(lexicon_.nouns, parse_[object].lemma) == nullptr) continue;
    const Matter matter{object, Matter::Kind::phrase};
    if (stance.land && !is_land(object, b_.issue_below(matter))) continue;
    return matter;
  }
  return std::nullopt;
}

// "Chad accused it of theft. Sudan denied it": the theft, whoever the pronoun could stand for.
bool StanceArguments::takes_up(TokenIndex object, const Stance& stance) const {
  const Token& o = parse_[object];
  return (o.lower == "it" || o.lower == "this" || o.lower == "that") && lexicon_.resuming_pronoun.contains(stance.name);
}

// "the treaty … and the parliament ratified it": what the sentence or the one before spoke of is meant before an
// actor is.
TokenIndex StanceArguments::resolved(TokenIndex v, TokenIndex object) const {
  if (parse_[object].lower != "it" || story_.entities_at(object).empty()) return object;
  const TokenIndex here = spoken_of_before(v, 0, object);
  if (here != kNoToken) return here;
  const TokenIndex main = said_of_before(object), any = main == kNoToken ? spoken_of_before(v, 1, object) : main;
  return any == kNoToken ? object : any;
}

bool StanceArguments::agrees(TokenIndex noun, TokenIndex pronoun) const {
  const Tag tag = parse_[noun].tag;
  return (tag == Tag::nns || tag == Tag::nnps) == (parse_[pronoun].lower == "them");
}

bool StanceArguments::is_thing_spoken_of(TokenIndex t) const {
  const Relation r = parse_[t].relation;
  return (r == Relation::nsubj || r == Relation::nsubjpass || r == Relation::dobj) && story_.entities_at(t).empty() &&
         story_.issue_at[t] >= 0;
}

TokenIndex StanceArguments::said_of_before(TokenIndex pronoun) const {
  const std::uint32_t sentence = parse_[pronoun].sentence;
  if (sentence == 0) return kNoToken;
  const TokenSpan before = parse_.sentences[sentence - 1];
  for (TokenIndex t = before.begin; t < before.end; ++t) {
    const bool main = parse_[first_conjunct(parse_, parse_[t].head)].relation == Relation::root;
    // "None denied it": a thing has more than one word, "the draft".
    const bool named = parse_[t].pos == Pos::noun && core_phrase(parse_, t).size() > 1;
    const bool thing = named && is_thing_spoken_of(t) && story_.time_at[t] < 0;
    if (main && thing && agrees(t, pronoun)) return t;
  }
  return kNoToken;
}

// The last subject that is no actor, in this sentence or `back` sentences before; also an object of another verb.
TokenIndex StanceArguments::spoken_of_before(TokenIndex verb, std::uint32_t back, TokenIndex pronoun) const {
  const std::uint32_t sentence = parse_[verb].sentence;
  for (TokenIndex t = verb; t-- > 0 && parse_[t].sentence + back >= sentence;) {
    const bool own = parse_[t].relation == Relation::dobj && parse_[t].head == verb;
    if (!own && is_thing_spoken_of(t) && agrees(t, pronoun)) return t;
  }
  return kNoToken;
}

// "considers the desert its own land", "regards it as a province", "called the order grave", "an area it considers
// its own": what is called so, and the word that calls it.
std::pair<TokenIndex, TokenIndex> StanceArguments::called(TokenIndex v) const {
  TokenIndex object = kNoToken, what = kNoToken;
  for (const TokenIndex child : parse_.children(v)) {
    const Token& c = parse_[child];
    if (c.relation == Relation::dobj) object = child;
    if (c.relation == Relation::oprd || (c.relation == Relation::amod && child > v)) what = child;
    if (c.relation == Relation::prep && c.lower == "as") {
      for (const TokenIndex below : parse_.children(child)) {
        if (parse_[below].relation != Relation::punct) what = below;
      }
    }
    if (c.relation == Relation::ccomp && !verb_form(parse_, child).infinitive) {
      what = child;
      object = child_of(parse_, child, Relation::nsubj);
    }
  }
  const TokenIndex before = parse_[v].relation == Relation::relcl ? parse_[v].head : kNoToken;
  if (what == kNoToken && before != kNoToken && object != kNoToken && !possessors(parse_, object).empty()) {
    return {before, object};
  }
  if (what != kNoToken && object == kNoToken) {
    // "the order grave": a noun that the parser takes for a modifier of what it is called.
    for (const TokenIndex noun : premodifiers(parse_, what)) object = noun;
    for (const TokenIndex noun : parse_.children(what)) {
      if (parse_[noun].relation == Relation::compound && parse_[noun].pos == Pos::noun) object = noun;
    }
  }
  return {object, what};
}

// "considers it necessary to act", "called it a mistake that they went": the act, and not what "it" could stand for.
std::optional<Matter> StanceArguments::judged_act(TokenIndex v, TokenIndex what) const {
  for (const TokenIndex above : {what, v}) {
    for (const TokenIndex act : parse_.children(above)) {
      const Relation r = parse_[act].relation;
      const bool below = r == Relation::advcl || r == Relation::xcomp || r == Relation::ccomp || r == Relation::relcl ||
                         r == Relation::acl;
      if (act <= what || !below || !is_verbal(parse_[act])) continue;
      if (verb_form(parse_, act).infinitive) return Matter{act, Matter::Kind::infinitive, own_subject(parse_, act)};
      if (child_word(parse_, act, "that") != kNoToken && r != Relation::relcl && own_subject(parse_, act) != kNoToken)
        return Matter{act, Matter::Kind::clause};
    }
  }
  return std::nullopt;
}

// What is called so, alone where the word judges ("calls it a threat"), else with what it is called.
std::optional<Matter> StanceArguments::matter_called(TokenIndex v, const Stance& stance) const {
  auto [object, what] = called(v);
  if (object == kNoToken || what == kNoToken) return std::nullopt;
  // "a road that it sees as a lifeline": the road.
  if (is_relative_pronoun(parse_[object]) && parse_[object].tag != Tag::wp) {
    object = antecedent_of(parse_, object);
    if (object == kNoToken) return std::nullopt;
  }
  // "what it sees as a trap", "sees itself as a bridge"
  if (parse_[object].tag == Tag::wp || parse_[object].lower.ends_with("self") ||
      parse_[object].lower.ends_with("selves"))
    return std::nullopt;
  if (stance.judging || b_.judged(what)) {
    if (b_.judged(what) && parse_[object].lower == "it") {
      if (auto matter = judged_act(v, what)) return matter;
    }
    if (!b_.judged(what) || (!story_.entities_at(object).empty() && stance.judging)) return std::nullopt;
    return Matter{object, Matter::Kind::phrase};
  }
  if (!is_nominal(parse_[what]) || is_relative_pronoun(parse_[what])) return std::nullopt;
  Matter matter{what, Matter::Kind::phrase, object};
  const TokenIndex above = parse_[what].head;
  if (parse_[above].lower == "as" && parse_[above].relation == Relation::prep) matter.link = above;
  return matter;
}

bool StanceArguments::is_land(TokenIndex object, std::optional<Index> issue) const {
  if (parse_[object].tag == Tag::prp) return false;  // "signed the maps and held them aloft"
  // "held the Elysee": a seat that stands for who sits there.
  const std::int32_t mention = story_.mention_at[object];
  if (mention >= 0 && story_.mentions[static_cast<std::size_t>(mention)].kind == MentionKind::metonym) return false;
  if (is_relative_pronoun(parse_[object])) {
    object = antecedent_of(parse_, object);
    if (object == kNoToken) return false;
  }
  if (story_.place_at[object] >= 0 || parse_[object].name == NameType::gpe || parse_[object].name == NameType::loc) {
    return true;
  }
  for (const Index e : story_.entities_at(object)) {
    if (story_.record.entities[e].type == EntityType::country) return true;
  }
  if (!issue) return false;
  const auto parent = story_.record.issues[*issue].parent;
  if (!parent) return false;
  const auto& topics = story_.lexicon.issues->topics;
  return std::any_of(topics.begin(), topics.end(), [&](const Topic& topic) {
    return topic.context == "territory" && topic.name == story_.record.issues[*parent].label;
  });
}

}  // namespace dragoman
