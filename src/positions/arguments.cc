#include "positions/arguments.h"

#include "issues/issues.h"
#include "issues/words.h"

#include <algorithm>

namespace dragoman {

std::optional<Index> StanceArguments::object_of(TokenIndex v, const Stance& stance, TokenIndex& content) const {
  const bool asked = child_word(parse_, v, "on") != kNoToken || child_word(parse_, v, "upon") != kNoToken;
  if (stance.object_infinitive && (!stance.on || asked)) {
    for (const TokenIndex child : parse_.children(v)) {
      const Relation r = parse_[child].relation;
      if (child < v || (r != Relation::xcomp && r != Relation::ccomp && r != Relation::advcl)) continue;
      if (!verb_form(parse_, child).infinitive) continue;
      content = child;
      return b_.matter_of(child);
    }
  }
  if (stance.infinitive || stance.gerund || stance.clause) {
    for (const TokenIndex child : parse_.children(v)) {
      const Relation r = parse_[child].relation;
      if (r != Relation::xcomp && r != Relation::ccomp && r != Relation::advcl) continue;
      const VerbForm form = verb_form(parse_, child);
      const bool infinitive = form.infinitive && stance.infinitive && child > v;
      const bool gerund = stance.gerund && r == Relation::xcomp && parse_[child].tag == Tag::vbg;
      const bool clause = stance.clause && r == Relation::ccomp && !form.infinitive;
      if (!infinitive && !gerund && !clause) continue;
      content = child;
      if (std::find(stance.without.begin(), stance.without.end(), parse_[child].lemma) != stance.without.end()) {
        return std::nullopt;
      }
      const auto issue = clause ? b_.issue_of_clause(child) : gerund ? issue_of(story_, child) : b_.matter_of(child);
      if (issue) return issue;
    }
  }
  for (const std::string& preposition : stance.prepositions) {
    for (const TokenIndex child : parse_.children(v)) {
      if (parse_[child].relation != Relation::prep || parse_[child].lower != preposition) continue;
      if (const auto issue = issue_behind(child, content)) return issue;
    }
    // "pushed back against it", where it hangs on the particle.
    const TokenIndex particle = stance.particle.empty() ? kNoToken : child_word(parse_, v, stance.particle);
    if (particle != kNoToken) {
      const TokenIndex below = child_word(parse_, particle, preposition);
      if (below == kNoToken) continue;
      if (const auto issue = issue_behind(below, content)) return issue;
    }
    // "accused Iran of arming rebels", where the phrase hangs on the object.
    for (const TokenIndex child : parse_.children(v)) {
      if (parse_[child].relation != Relation::dobj) continue;
      for (const TokenIndex below : parse_.children(child)) {
        if (parse_[below].relation != Relation::prep || parse_[below].lower != preposition) continue;
        if (stance.object && story_.entities_at(child).empty()) continue;
        if (const auto issue = issue_behind(below, content)) return issue;
      }
    }
  }
  if (stance.object) return direct_object(v, stance, content);
  return std::nullopt;
}

std::optional<Index> StanceArguments::issue_behind(TokenIndex preposition, TokenIndex& content) const {
  for (const TokenIndex object : parse_.children(preposition)) {
    const Relation r = parse_[object].relation;
    if (r != Relation::pobj && r != Relation::pcomp) continue;
    content = object;
    if (const auto issue = issue_of(story_, object)) return issue;
  }
  return std::nullopt;
}

std::optional<Index> StanceArguments::direct_object(TokenIndex v, const Stance& stance, TokenIndex& content) const {
  if (stance.as) return issue_called(v, stance);
  for (TokenIndex object : patients(parse_, v)) {
    if (is_person_pronoun(object)) continue;
    if (object < v && object == antecedent(parse_, v)) object = nearest_conjunct(parse_, object, v);
    if (stance.claim && lexicon_.of(lexicon_.nouns, parse_[object].lemma) == nullptr) continue;
    const auto issue = issue_of_object(v, object);
    if (!issue || (stance.land && !is_land(object, *issue))) continue;
    if (object > v) content = object;
    return issue;
  }
  return std::nullopt;
}

bool StanceArguments::is_person_pronoun(TokenIndex t) const {
  const Token& token = parse_[t];
  return token.tag == Tag::prp && token.lower != "it" && token.lower != "them";
}

// "the treaty … and the parliament ratified it": what the sentence or the one before spoke of is meant before an
// actor is.
std::optional<Index> StanceArguments::issue_of_object(TokenIndex v, TokenIndex object) const {
  if (parse_[object].lower != "it" || story_.entities_at(object).empty()) return issue_of(story_, object);
  if (const auto said = spoken_of_before(v, 0)) return said;
  if (const auto said = spoken_of_before(v, 1)) return said;
  return issue_of(story_, object);
}

// The last subject that is no actor, in this sentence or `back` sentences before; also an object of another verb.
std::optional<Index> StanceArguments::spoken_of_before(TokenIndex t, std::uint32_t back) const {
  const TokenIndex verb = t;
  const std::uint32_t sentence = parse_[t].sentence;
  while (t-- > 0 && parse_[t].sentence + back >= sentence) {
    const Relation r = parse_[t].relation;
    const bool subject = r == Relation::nsubj || r == Relation::nsubjpass;
    const bool object = r == Relation::dobj && parse_[t].head != verb;
    if ((!subject && !object) || !story_.entities_at(t).empty()) continue;
    if (story_.issue_at[t] >= 0) return static_cast<Index>(story_.issue_at[t]);
  }
  return std::nullopt;
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

// A stance of its own when the word judges ("calls it a threat").
std::optional<Index> StanceArguments::issue_called(TokenIndex v, const Stance& stance) const {
  const auto [object, what] = called(v);
  if (object == kNoToken || what == kNoToken) return std::nullopt;
  if (stance.judging && !b_.judged(what)) return std::nullopt;
  if (!story_.entities_at(object).empty() && stance.judging) return std::nullopt;
  return issue_of(story_, object);
}

bool StanceArguments::is_land(TokenIndex object, Index issue) const {
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
  const auto parent = story_.record.issues[issue].parent;
  if (!parent) return false;
  const auto& topics = story_.lexicon.issues->topics;
  return std::any_of(topics.begin(), topics.end(), [&](const Topic& topic) {
    return topic.context == "territory" && topic.name == story_.record.issues[*parent].label;
  });
}

}  // namespace dragoman
