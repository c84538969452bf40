#include "positions/by_noun.h"

#include "issues/issues.h"

namespace dragoman {

namespace {
constexpr TokenIndex kNearObject = 15;  // words from a noun of stance to its second object
}

// ---- nouns
void NounStances::noun(TokenIndex n) {
  const auto* all = lexicon_.of(lexicon_.nouns, parse_[n].lemma);
  if (all == nullptr || parse_[n].relation == Relation::compound) return;
  for (const Stance& stance : *all) {
    TokenIndex content = kNoToken;
    auto issue = noun_object(n, stance, content);
    TokenIndex carrier = kNoToken;
    std::vector<Held> held = noun_holders(n, carrier);
    if (held.empty()) continue;
    if (issue && parse_[parse_[n].head].lower == "with" && parse_[n].relation == Relation::pobj) continue;
    bool back = false;
    if (carrier != kNoToken) {
      back = takes_back(carrier) != b_.is_denied(carrier);
      if (b_.is_open(carrier)) return;
    }
    // "watches the talks with concern", "presses its claims": the issue stands elsewhere.
    if (!issue && carrier != kNoToken && parse_[parse_[n].head].lower == "with") {
      for (const TokenIndex object : patients(parse_, carrier)) {
        if (!issue) issue = issue_of(story_, object);
      }
    }
    if (!issue) continue;
    const std::string& name = back || is_denied(n) ? stance.negated : stance.name;
    const TokenSpan whole = carrier != kNoToken ? clause_span(parse_, carrier) : subtree(parse_, n);
    b_.add(held, b_.with_ending(name, content), issue, n, whole);
    if (name != stance.name) return;
    second_object(n, stance, held, *issue, whole);
    if (content != kNoToken && content > n) b_.take(content);
    return;
  }
}

// "support for the one and to forging the other"
void NounStances::second_object(TokenIndex n, const Stance& stance, const std::vector<Held>& held, Index first,
                                TokenSpan whole) {
  const TokenSpan sentence = parse_.sentences[parse_[n].sentence];
  for (TokenIndex t = n + 1; t < sentence.end && t < n + kNearObject; ++t) {
    if (parse_[t].relation != Relation::conj || parse_[t].pos != Pos::adp || parse_[t - 1].lower != "and") continue;
    TokenIndex content = kNoToken;
    const auto issue = arguments_.issue_behind(t, content);
    if (issue && *issue != first) b_.add(held, stance.name, issue, n, {whole.begin, parse_[t].right_edge + 1});
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

std::optional<Index> NounStances::noun_object(TokenIndex n, const Stance& stance, TokenIndex& content) const {
  for (const std::string& preposition : stance.prepositions) {
    for (const TokenIndex at : {n, parse_[n].head}) {
      if (at != n && (!is_verbal(parse_[at]) || parse_[n].relation != Relation::dobj)) continue;
      for (const TokenIndex child : parse_.children(at)) {
        if (child < n || parse_[child].relation != Relation::prep || parse_[child].lower != preposition) continue;
        if (const auto issue = arguments_.issue_behind(child, content)) return issue;
      }
    }
    // "worry in Japan about the tests", where the second phrase hangs on the first.
    for (const TokenIndex child : parse_.children(n)) {
      if (parse_[child].relation != Relation::prep) continue;
      for (const TokenIndex object : parse_.children(child)) {
        for (const TokenIndex below : parse_.children(object)) {
          if (parse_[below].relation != Relation::prep || parse_[below].lower != preposition) continue;
          if (preposition == "of") continue;
          if (const auto issue = arguments_.issue_behind(below, content)) return issue;
        }
      }
    }
  }
  if (stance.clause) {
    for (const TokenIndex child : parse_.children(n)) {
      const Relation r = parse_[child].relation;
      if (child < n || (r != Relation::acl && r != Relation::ccomp)) continue;
      if (child_word(parse_, child, "that") == kNoToken || verb_form(parse_, child).infinitive) continue;
      content = child;
      if (const auto issue = b_.issue_of_clause(child)) return issue;
    }
  }
  if (stance.infinitive) {
    for (const TokenIndex at : {n, parse_[n].head}) {
      for (const TokenIndex child : parse_.children(at)) {
        const Relation r = parse_[child].relation;
        // "voiced its readiness to talk": the parser may hang it on the verb.
        const bool beside =
            at != n && r == Relation::advcl && parse_[child].left_edge == n + 1 && is_verbal(parse_[at]);
        const bool own = at == n && child > n && (r == Relation::acl || r == Relation::relcl);
        if ((!own && !beside) || !verb_form(parse_, child).infinitive) continue;
        content = child;
        if (const auto issue = issue_of(story_, child)) return issue;
      }
    }
  }
  return std::nullopt;
}

// The verb that lends the noun its subject: "expressed concern", "spoke in favour", "watches with concern".
TokenIndex NounStances::carrier_of(TokenIndex n) const {
  const Token& noun = parse_[n];
  const auto is_carrier = [&](TokenIndex verb) {
    return is_verbal(parse_[verb]) && lexicon_.carriers.contains(std::string(parse_[verb].lemma));
  };
  if (noun.relation == Relation::dobj || noun.relation == Relation::nsubjpass) {
    return is_carrier(noun.head) ? noun.head : kNoToken;
  }
  if (noun.relation != Relation::pobj) return kNoToken;
  const std::string_view preposition = parse_[noun.head].lower;
  const TokenIndex verb = parse_[noun.head].head;
  if (!is_verbal(parse_[verb])) return kNoToken;
  if (preposition == "with") return verb;
  if (preposition == "in") return lexicon_.standing.contains(std::string(parse_[verb].lemma)) ? verb : kNoToken;
  // "repeated to the envoy its support", where the parser joins the two.
  return preposition == "to" && is_carrier(verb) ? verb : kNoToken;
}

std::vector<Held> NounStances::noun_holders(TokenIndex n, TokenIndex& carrier) const {
  std::vector<Held> held;
  for (const TokenIndex owner : possessors(parse_, n)) {
    // Not when the owner is part of a name that the noun heads.
    if (story_.mention_at[n] >= 0 && story_.mention_at[n] == story_.mention_at[owner]) continue;
    for (const Held& h : b_.holders.of({owner}, n)) held.push_back(h);
  }
  for (const TokenIndex before : premodifiers(parse_, n)) {
    if (const auto country = b_.holders.country_at(before); country && held.empty()) {
      held.push_back({*country, std::nullopt});
    }
  }
  const TokenIndex verb = carrier_of(n);
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
