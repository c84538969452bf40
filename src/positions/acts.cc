#include "positions/acts.h"

#include <algorithm>

namespace dragoman {

bool Acts::is_done(TokenIndex v) const {
  const VerbForm form = verb_form(parse_, v);
  return form.modal == kNoToken && (form.tense == Tense::past || form.tense == Tense::present);
}

// "met to revive the talks", "in an effort to revive them"
bool Acts::is_purpose(TokenIndex v) const {
  if (parse_[v].relation != Relation::advcl || !verb_form(parse_, v).infinitive) return false;
  // "went on to promote it": what came next.
  const TokenIndex above = parse_[v].head, particle = child_word(parse_, above, "on");
  return parse_[above].lemma != "go" || particle == kNoToken || particle > v;
}

// Not what someone else is asked or made to do ("urged Chad to back the plan"), nor what is only thought of
// ("considers backing it").
bool Acts::is_own_act(TokenIndex v) const {
  if (verb_form(parse_, v).imperative) return false;
  TokenIndex at = v;
  for (int climb = 0; climb < kMaxClimb; ++climb) {
    const Relation r = parse_[at].relation;
    const VerbForm form = verb_form(parse_, at);
    if (form.tense != Tense::none || form.modal != kNoToken) return true;
    const TokenIndex head = parse_[at].head;
    if (head == at) return true;
    if (r == Relation::xcomp || r == Relation::ccomp || r == Relation::advcl || r == Relation::pcomp) {
      const TokenIndex governor = r == Relation::pcomp ? parse_[head].head : head;
      const std::string lemma(parse_[governor].lemma);
      if (lexicon_.duties.contains(lemma) || lexicon_.open.contains(lemma)) return false;
      // "is willing to back it" and "is expected to" tell of the will; "blamed for backing it", "accused of it" of what
      // others say.
      if (r == Relation::xcomp && (parse_[governor].pos == Pos::adj || is_passive(parse_, governor))) return false;
      // "delegates bound to vote for him", "men paid to back it"
      if (r == Relation::xcomp && parse_[governor].tag == Tag::vbn && parse_[governor].relation == Relation::acl)
        return false;
      // "met, with Canada calling for a vote": a clause of its own.
      if (r == Relation::pcomp && parse_[head].lower == "with" && own_subject(parse_, at) != kNoToken) return true;
      if (r == Relation::pcomp && !is_own_doing(head, governor)) return false;
      if (r != Relation::pcomp && form.infinitive && is_controlled(at, governor)) return false;
      at = governor;
    } else if (r == Relation::acl && form.infinitive) {
      return false;  // "a plan to oppose it"
    } else if (r == Relation::conj) {
      at = head;
    } else {
      return true;
    }
  }
  return true;
}

// "ended the talks by rejecting the text", "after rejecting it".
bool Acts::is_own_doing(TokenIndex preposition, TokenIndex governor) const {
  const std::string_view word = parse_[preposition].lower;
  if (!is_verbal(parse_[governor])) return false;
  return word == "by" || word == "in" || word == "after" || word == "before" || word == "while" || word == "at";
}

// The infinitive's doer is not the governor's.
bool Acts::is_controlled(TokenIndex v, TokenIndex governor) const {
  if (child_of(parse_, v, Relation::nsubj) != kNoToken) return true;
  const bool asks = asks_others(governor);
  for (const TokenIndex child : parse_.children(governor)) {
    const Relation r = parse_[child].relation;
    if (child > v) break;
    if (r == Relation::dative) return true;
    if (r == Relation::dobj && (parse_[v].relation != Relation::advcl || asks)) return true;
    if (r == Relation::prep && asks && (parse_[child].lower == "on" || parse_[child].lower == "upon")) return true;
  }
  return false;
}

bool Acts::asks_others(TokenIndex verb) const {
  const auto* all = lexicon_.of(lexicon_.verbs, parse_[verb].lemma);
  return all != nullptr && std::any_of(all->begin(), all->end(), [](const Stance& s) { return s.object_infinitive; });
}

}  // namespace dragoman
