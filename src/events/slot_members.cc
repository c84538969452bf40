// Who belongs with the heads in a slot, and who only seems to: companions, lists, second phrases, purposes.
#include "events/arguments.h"
#include "events/token_lists.h"
#include "story/members.h"

#include <algorithm>

namespace dragoman {

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

// "was kidnapped with her driver", "were jailed along with two others": it was done to them as well.
Tokens Arguments::with_companions(Tokens heads, TokenIndex verb) const {
  const auto suffers = [&](TokenIndex t) { return !story_.entities_at(t).empty() || is_description(t); };
  if (!is_seized(verb) || std::none_of(heads.begin(), heads.end(), suffers)) return heads;
  Tokens beside = obliques(parse_, verb, "with");
  for (const TokenIndex c : parse_.children(verb)) {  // "along with"
    const TokenIndex adverb = addition_at(c);
    if (adverb != kNoToken && adverb > verb) add_tokens(beside, behind_with(adverb));
  }
  for (const TokenIndex t : beside) {
    const Entity* entity = only_entity(t);
    if ((entity != nullptr && entity->type == EntityType::person) || is_description(t)) add_tokens(heads, {t});
  }
  return heads;
}

// "were shot", "was detained": people are done harm to by force.
bool Arguments::is_seized(TokenIndex verb) const {
  const auto* frames = is_passive(parse_, verb) ? lexicon_.find(PredicateKind::verb, parse_[verb]) : nullptr;
  return frames != nullptr && std::any_of(frames->begin(), frames->end(), [](const EventFrame& frame) {
           return frame.is_done_by_subject() && (frame.type == EventType::assault || frame.type == EventType::coerce);
         });
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
      // "Togo, which along with Benin condemned it"
      while (before > follows && (is_relative_pronoun(parse_[before]) || parse_[before].text == ",")) --before;
      if (before != follows && before != core_end(follows)) continue;
      for (const TokenIndex t : behind_with(c)) {
        if (!story_.entities_at(t).empty() || is_description(t)) add_tokens(added, {t});
      }
    }
  };
  for (const TokenIndex head : heads) {
    if (parse_[head].pos == Pos::pron) continue;
    add_behind(head, head);
    add_behind(verb, head);
  }
  if (is_seized(verb)) {  // "was detained by the police along with his son": the son was, too
    for (const TokenIndex doer : agents(parse_, verb)) {
      add_behind(doer, doer);
      add_behind(verb, doer);
    }
  }
  add_tokens(heads, added);
  return heads;
}

// "Togo joined Benin in condemning it", "in trying to stop it": Benin did, too.
Tokens Arguments::joined(TokenIndex verb) const {
  if (parse_[verb].relation == Relation::xcomp && parse_[parse_[verb].head].relation == Relation::pcomp)
    verb = parse_[verb].head;
  const TokenIndex in = parse_[verb].head;
  if (parse_[verb].relation != Relation::pcomp || parse_[in].lower != "in") return {};
  const TokenIndex join = parse_[in].head;
  return is_verbal(parse_[join]) && parse_[join].lemma == "join" ? patients(parse_, join) : Tokens{};
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
    if (named.empty() && parse_[head].tag == Tag::nns) named = obliques(parse_, head, "as");    // "such as"
    if (named.empty() && parse_[head].tag == Tag::nns) named = obliques(parse_, head, "like");  // "rulers like A and B"
    std::erase_if(named, [&](TokenIndex t) {
      // "Ghana's Paul Okoye", where the parser lists the country too.
      const bool owns = child_of(parse_, t, Relation::case_) != kNoToken && t != named.back();
      return owns || !is_named_one(t);
    });
    if (named.size() < 2) out.push_back(head);
    add_tokens(out, named);
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

// "Farmers' Party (FP) chairman Paul Okoye", where the parser takes party and chairman for two: it is the chairman.
Tokens Arguments::with_bearers(Tokens heads) const {
  Tokens out;
  for (const TokenIndex head : heads) {
    const TokenIndex bearer = bearer_behind(head);
    add_tokens(out, {bearer == kNoToken ? head : bearer});
  }
  return out;
}

// "met his colleague, Paul Okoye, as well as Anna Kask", where the parser takes what follows for an apposition.
Tokens Arguments::with_listed(Tokens heads) const {
  Tokens listed;
  for (const TokenIndex head : heads) {
    for (const TokenIndex c : parse_.children(head)) {
      const TokenIndex as = parse_[c].left_edge - 1;
      if (parse_[c].relation != Relation::appos || as < head + 2 || parse_[as].lower != "as") continue;
      if (parse_[as - 1].lower == "well" && !story_.entities_at(c).empty()) listed.push_back(c);
    }
  }
  add_tokens(heads, listed);
  return heads;
}

// The person whose office at the body is named right behind it; kNoToken where there is none.
TokenIndex Arguments::bearer_behind(TokenIndex body) const {
  constexpr TokenIndex kLongest = 12;
  const Entity* entity = only_entity(body);
  if (entity == nullptr || entity->anonymous || entity->type != EntityType::organisation) return kNoToken;
  TokenIndex t = body + 1;
  const auto inside = [&] { return t < parse_.size() && t - body < kLongest; };
  if (inside() && parse_[t].text == "(") {
    while (inside() && parse_[t].text != ")") ++t;
    ++t;
  }
  bool office = false;
  for (; inside() && parse_[t].sentence == parse_[body].sentence; ++t) {
    const Token& token = parse_[t];
    if (token.pos != Pos::noun && token.pos != Pos::propn && token.pos != Pos::adj && token.text != "-") break;
    const Entity* named = only_entity(t);
    const bool person = named != nullptr && named->type == EntityType::person && has_name(*named);
    const bool beside = token.head == parse_[body].head || token.head == body;
    if (person && beside && token.pos == Pos::propn) return office || !named->roles.empty() ? t : kNoToken;
    office |= token.pos == Pos::noun;
  }
  return kNoToken;
}

// "Okoye of the Workers' Party, who backs it": of parties, bodies and countries one does not say "who".
Tokens Arguments::with_person(Tokens heads, TokenIndex verb) const {
  const TokenIndex clause = clause_lead(parse_, verb);
  if (heads.size() != 1 || parse_[clause].relation != Relation::relcl || heads[0] != parse_[clause].head) return heads;
  if (child_word(parse_, clause, "who") == kNoToken) return heads;
  const Entity* body = only_entity(heads[0]);
  if (body == nullptr || (body->type != EntityType::organisation && body->type != EntityType::country)) return heads;
  TokenIndex above = heads[0];
  for (int i = 0; i < 4 && parse_[above].head != above; ++i) {
    const Relation r = parse_[above].relation;
    if (r != Relation::pobj && r != Relation::prep && r != Relation::appos && r != Relation::conj && r != Relation::acl)
      break;
    above = parse_[above].head;
    const Entity* entity = is_nominal(parse_[above]) ? only_entity(above) : nullptr;
    if (entity != nullptr && (entity->type == EntityType::person || entity->type == EntityType::group)) return {above};
  }
  return heads;
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
  // "the pact with Togo, which Paz criticised"
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

}  // namespace dragoman
