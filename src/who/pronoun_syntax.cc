#include "who/pronoun_syntax.h"

#include "language/syntax.h"
#include "statements/cues.h"
#include "who/backwards.h"

#include <algorithm>

namespace dragoman {

bool PronounSyntax::governs(TokenIndex candidate, TokenIndex pronoun) const {
  if (!is_subject(parse_, candidate) || parse_[candidate].sentence != parse_[pronoun].sentence) return false;
  // "Chad will leave if the talks fail, its envoy said": what the envoy's clause is about.
  const Token& p = parse_[pronoun];
  const TokenIndex said = p.relation == Relation::poss && is_subject(parse_, p.head) ? parse_[p.head].head : kNoToken;
  const Token& verb = parse_[parse_[candidate].head];
  if (said != kNoToken && verb.relation == Relation::ccomp && verb.head == said) return true;
  return is_under(parse_, pronoun, parse_[candidate].head);
}

bool PronounSyntax::is_said_of(TokenIndex candidate, TokenIndex pronoun) const {
  if (parse_[candidate].sentence != parse_[pronoun].sentence) return false;
  return std::any_of(parse_.children(candidate).begin(), parse_.children(candidate).end(), [&](TokenIndex clause) {
    if (parse_[clause].relation != Relation::relcl || !is_under(parse_, pronoun, clause)) return false;
    const TokenIndex subject = child_of(parse_, clause, Relation::nsubj);
    return subject != kNoToken && is_relative_pronoun(parse_[subject]);
  });
}

bool PronounSyntax::shares_clause(TokenIndex pronoun, TokenIndex other) const {
  const Token& p = parse_[pronoun];
  if (p.tag == Tag::prp_poss || p.lower.ends_with("self")) return false;
  TokenIndex head = p.head;
  if (is_subject(parse_, pronoun)) {  // "the police let them march": the verb above has them for its object
    if (p.lower != "them" && p.lower != "him") return false;
    head = parse_[head].head;
  }
  if (parse_[head].pos == Pos::adp) head = parse_[head].head;  // "Mori met with him"
  if (is_subject(parse_, other) && parse_[other].head == head) return true;
  // "he thanked Paz for supporting him": she supports.
  if (parse_[head].relation == Relation::pcomp && parse_[parse_[head].head].lower == "for") return false;
  // "called her to thank her", "received him, welcoming him": nor with the subject that is understood.
  if (!is_verbal(parse_[head])) return false;
  const Tokens subjects = surface_subjects(parse_, head);
  return std::any_of(subjects.begin(), subjects.end(), [&](TokenIndex s) {
    const auto& entities = b_.story.entities_at(s);
    return s == other || (!entities.empty() && entities == b_.story.entities_at(other));
  });
}

bool PronounSyntax::is_thanked_for(TokenIndex other, TokenIndex pronoun) const {
  if (parse_[pronoun].tag != Tag::prp_poss || parse_[other].relation != Relation::dobj) return false;
  const TokenIndex verb = parse_[other].head;
  return std::any_of(parse_.children(verb).begin(), parse_.children(verb).end(), [&](TokenIndex child) {
    return child > other && parse_[child].lower == "for" && is_under(parse_, pronoun, child);
  });
}

bool PronounSyntax::owns_apposition(TokenIndex pronoun, TokenIndex other) const {
  const Token& owned = parse_[parse_[pronoun].head];
  return parse_[pronoun].relation == Relation::poss && owned.relation == Relation::appos && owned.head == other;
}

bool PronounSyntax::same_coordination(TokenIndex pronoun, TokenIndex other) const {
  return parse_[pronoun].tag == Tag::prp && first_conjunct(parse_, pronoun) == first_conjunct(parse_, other);
}

TokenIndex PronounSyntax::nearest_subject(TokenIndex pronoun) const {
  constexpr int kDeepest = 40;
  TokenIndex at = pronoun;
  for (int depth = 0; depth < kDeepest && parse_[at].head != at; ++depth) {
    at = parse_[at].head;
    if (!is_verbal(parse_[at])) continue;
    for (const TokenIndex child : parse_.children(at)) {
      if (!is_subject(parse_, child) || child >= pronoun) continue;
      return is_relative_pronoun(parse_[child]) ? antecedent(parse_, at) : child;
    }
  }
  return kNoToken;
}

TokenIndex PronounSyntax::subject_behind(TokenIndex pronoun) const {
  constexpr int kDeepest = 8;
  TokenIndex at = pronoun;
  bool apart = false;  // a phrase or clause of its own lies between
  for (int depth = 0; depth < kDeepest && parse_[at].head != at; ++depth) {
    const Relation r = parse_[at].relation;
    apart = apart || r == Relation::prep || r == Relation::advcl || r == Relation::csubj;
    at = parse_[at].head;
    if (!is_verbal(parse_[at]) || at < pronoun) continue;
    const TokenIndex subject = own_subject(parse_, at);
    if (subject == kNoToken) continue;
    if (subject <= pronoun) {
      if (subject == pronoun || r != Relation::prep) continue;
      return kNoToken;
    }
    return apart && !is_under(parse_, pronoun, subject) ? subject : kNoToken;
  }
  return kNoToken;
}

bool PronounSyntax::is_speaker(TokenIndex t) const {
  if (!is_subject(parse_, t)) return false;
  const Cue* cue = b_.story.lexicon.cues->verb(parse_[parse_[t].head].lemma);
  return cue != nullptr && cue->kind == Cue::Kind::speech;
}

bool PronounSyntax::is_quoted(TokenIndex t) const {
  const Quotation* last = last_quotation(t);
  return last != nullptr && last->inside.contains(t);
}

const Quotation* PronounSyntax::last_quotation(TokenIndex t) const {
  const auto behind = std::upper_bound(b_.quotations.begin(), b_.quotations.end(), t,
                                       [](TokenIndex x, const Quotation& q) { return x < q.inside.begin; });
  return behind == b_.quotations.begin() ? nullptr : &*(behind - 1);
}

std::vector<Index> PronounSyntax::speaker_around(TokenIndex t) const {
  if (!is_quoted(t)) return {};
  const Quotation& quotation = *last_quotation(t);
  constexpr TokenIndex kReach = 10;
  const auto subject_in = [&](TokenIndex begin, TokenIndex end) -> std::vector<Index> {
    for (TokenIndex s = begin; s < end && s < parse_.size(); ++s) {
      const auto& who = b_.story.entities_at(s);
      if (who.size() != 1 || parse_[s].relation != Relation::nsubj) continue;
      if (is_speaker(s)) return who;
    }
    return {};
  };
  auto speaker = subject_in(quotation.outside.end, quotation.outside.end + kReach);
  if (!speaker.empty()) return speaker;
  const TokenIndex begin = quotation.outside.begin;
  return subject_in(begin - std::min(begin, kReach), begin);
}

TokenSpan PronounSyntax::words_of_speaker(TokenIndex t) const {
  const Quotation* last = is_speaker(t) ? last_quotation(t) : nullptr;
  constexpr TokenIndex kNear = 3;
  const bool beside = last != nullptr && t >= last->outside.end && t < last->outside.end + kNear;
  return beside ? last->inside : TokenSpan{};
}

TokenSpan PronounSyntax::rest_of_clause(TokenIndex t) const {
  if (parse_[t].tag != Tag::prp || !is_subject(parse_, t)) return {};
  const TokenIndex verb = parse_[t].head;
  constexpr TokenIndex kLongest = 80;
  return verb < t ? TokenSpan{} : TokenSpan{verb + 1, std::min(parse_[verb].right_edge + 1, verb + kLongest)};
}

TokenSpan PronounSyntax::clause_said_before(TokenIndex t) const {
  if (parse_[t].tag != Tag::prp || !is_subject(parse_, t)) return {};
  const TokenIndex said = child_of(parse_, parse_[t].head, Relation::ccomp);
  if (said == kNoToken || said > t || !is_speaker(t)) return {};
  return {parse_[said].left_edge, std::min(parse_[said].right_edge + 1, t)};
}

std::uint32_t PronounSyntax::distance(TokenIndex other, TokenIndex pronoun) const {
  const std::uint32_t from = parse_[other].sentence, to = parse_[pronoun].sentence;
  std::uint32_t count = to - from;
  if (is_quoted(pronoun)) return count;
  for (std::uint32_t s = from + 1; s < to; ++s) {
    const TokenSpan sentence = parse_.sentences[s];
    if (is_quoted(sentence.begin + 1) && is_quoted(sentence.begin + sentence.size() / 2)) --count;
  }
  return count;
}

}  // namespace dragoman
