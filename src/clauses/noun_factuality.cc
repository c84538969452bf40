// Factuality of what nouns tell: by their own modifiers and clauses, and by the verb they stand with.
#include "clauses/event_status.h"
#include "clauses/factuality.h"
#include "language/syntax.h"

#include <algorithm>

namespace dragoman {

bool FactualityReader::is_definite(TokenIndex noun) const {
  for (const TokenIndex child : parse_.children(noun)) {
    if (child > noun) break;
    const Token& c = parse_[child];
    if (c.relation == Relation::poss) return true;
    if (c.relation == Relation::det &&
        (c.lower == "the" || c.lower == "this" || c.lower == "these" || c.lower == "that" || c.lower == "those"))
      return true;
  }
  return false;
}

// "US raids", "Malian aid": a name before it says whose.
bool FactualityReader::is_somebodys(TokenIndex noun) const {
  const Tokens before = premodifiers(parse_, noun);
  return std::any_of(before.begin(), before.end(), [&](TokenIndex t) {
    const NameType name = parse_[t].name;
    return name == NameType::gpe || name == NameType::norp || name == NameType::org;
  });
}

// "a demand", "a claim": what somebody has said, whatever becomes of that which it is about.
bool FactualityReader::is_of_speech(TokenIndex noun) const {
  const Signature* about = nullptr;
  for (const Link& link : {kInfinitive, kClause}) {
    if (about == nullptr) about = lexicon_.find(parse_, noun, link);
  }
  return about != nullptr && about->affirmed == Effect::open &&
         (about->open == EventStatus::requested || about->open == EventStatus::reported);
}

std::optional<Factuality> FactualityReader::of_own_clause(TokenIndex n, int depth) const {
  if (const auto told = by_clause_on(n, n, depth)) return told;
  // "talks between Chad and Niger planned for May": the parser hangs it on the last name.
  for (const TokenIndex preposition : parse_.children(n)) {
    if (parse_[preposition].relation != Relation::prep || preposition < n) continue;
    const TokenIndex name = child_of(parse_, preposition, Relation::pobj);
    if (name == kNoToken) continue;
    for (const TokenIndex each : coordinated(parse_, name)) {
      if (parse_[each].pos != Pos::propn) continue;
      if (const auto told = by_clause_on(each, n, depth)) return told;
    }
  }
  return std::nullopt;
}

// Of a clause on `noun` that tells of `event`; where the two differ only one in which it is done to the event.
std::optional<Factuality> FactualityReader::by_clause_on(TokenIndex noun, TokenIndex event, int depth) const {
  for (const TokenIndex c : parse_.children(noun)) {
    const Relation r = parse_[c].relation;
    if (c < noun || !is_verbal(parse_[c]) || (r != Relation::acl && r != Relation::relcl)) continue;
    const bool participle = r == Relation::acl && parse_[c].tag == Tag::vbn;
    if (participle) {
      const auto word = lexicon_.modifiers.find(parse_[c].lemma);
      if (word != lexicon_.modifiers.end()) return Factuality{word->second, false, false, c};
    }
    const auto relative = [&](Relation subject) {
      const TokenIndex s = r == Relation::relcl ? child_of(parse_, c, subject) : kNoToken;
      return s != kNoToken && is_relative_pronoun(parse_[s]);
    };
    // "which is to be held"
    const TokenIndex below_be = parse_[c].lemma == "be" ? child_of(parse_, c, Relation::xcomp) : kNoToken;
    const TokenIndex verb = below_be == kNoToken ? c : below_be;
    const bool passive = participle || relative(Relation::nsubjpass) ||
                         (below_be != kNoToken && relative(Relation::nsubj) && is_passive(parse_, below_be));
    const bool does = noun == event && !passive && relative(Relation::nsubj);
    if (!does && !passive) continue;
    const Signature* signature = lexicon_.find(parse_, verb, does ? kSubject : kObject);
    if (signature == nullptr) continue;
    const Factuality own = of(verb, depth + 1);
    if (signature->affirmed == Effect::open || (signature->affirmed == Effect::fails && !is_fact(own.status))) continue;
    const Factuality out = below(verb, own, *signature);
    if (!out.unsaid && !is_fact(out.status)) return out;
  }
  return std::nullopt;
}

Factuality FactualityReader::of_noun(TokenIndex n, int depth) const {
  const Token& noun = parse_[n];
  for (const TokenIndex child : parse_.children(n)) {
    const Relation r = parse_[child].relation;
    if (r != Relation::amod && r != Relation::det && r != Relation::compound) continue;
    const auto word = lexicon_.modifiers.find(parse_[child].lemma);
    if (word != lexicon_.modifiers.end()) return {word->second, false, false, child};
  }
  if (const auto told = of_own_clause(n, depth)) return *told;
  const TokenIndex head = noun.head;
  if (head == n) return {};
  const bool verbal = is_verbal(parse_[head]);
  switch (noun.relation) {
    case Relation::dobj:
    case Relation::nsubjpass:
    case Relation::attr: {
      if (const Signature* signature = lexicon_.find(parse_, head, kObject)) {
        // "refused a demand", "dismissed the accusation": it had been made.
        if (depth == 0 && signature->affirmed == Effect::fails && is_of_speech(n)) return {};
        return governed(head, *signature, depth);
      }
      if (!verbal) return {};
      Factuality out = of(head, depth + 1);
      // "the US raid is not linked to it": what is denied is not the raid.
      if (noun.relation == Relation::nsubjpass && out.status == EventStatus::denied && is_somebodys(n)) return {};
      // "may discuss the attack": that it happened is known before it is told.
      if (noun.relation != Relation::attr && is_definite(n) && out.status != EventStatus::planned) return {};
      return out;
    }
    case Relation::nsubj: {
      if (const auto told = by_predicate(head, depth)) return *told;
      const bool known_noun = is_definite(n);
      if (const Signature* signature = lexicon_.find(parse_, head, kSubject)) {
        Factuality out = governed(head, *signature, depth);
        // "the raid was no surprise", "the strike may be illegal": that it happened is known before it is judged.
        const bool judged = known_noun && (child_of(parse_, head, Relation::attr) != kNoToken ||
                                           child_of(parse_, head, Relation::acomp) != kNoToken);
        return judged && !is_fact(out.status) && out.status != EventStatus::planned ? Factuality{} : out;
      }
      Factuality out = verbal ? of(head, depth + 1) : Factuality{};
      // "the attack could bring", "US raids did not bring": known before it is told.
      const bool known = known_noun || (out.status == EventStatus::denied && is_somebodys(n));
      if (out.status == EventStatus::ongoing || (known && out.status != EventStatus::planned))
        out.status = EventStatus::happened;
      return out;
    }
    case Relation::conj:
      return of(head, depth + 1);
    case Relation::pobj:
      return below_preposition(head, n, is_definite(n), depth);
    default:
      return {};
  }
}

// "A strike is inevitable", "the talks are unlikely to take place": what an adjective says of its subject, unless that
// is only what it does: "the strike is likely to hurt exports".
std::optional<Factuality> FactualityReader::by_predicate(TokenIndex verb, int depth) const {
  const TokenIndex adjective = child_of(parse_, verb, Relation::acomp);
  if (adjective == kNoToken || !is_verbal(parse_[verb])) return std::nullopt;
  const Signature* signature = lexicon_.find(parse_, adjective, kSubject);
  if (signature == nullptr) return std::nullopt;
  for (const TokenIndex holder : {adjective, verb}) {
    for (const TokenIndex c : parse_.children(holder)) {
      const Relation r = parse_[c].relation;
      if (c < adjective || (r != Relation::xcomp && r != Relation::advcl && r != Relation::ccomp)) continue;
      if (lexicon_.find(parse_, c, kSubject) == nullptr && !is_passive(parse_, c)) return std::nullopt;
    }
  }
  return governed(adjective, *signature, depth);
}

}  // namespace dragoman
