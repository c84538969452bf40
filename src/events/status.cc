#include "events/status.h"

#include "language/syntax.h"

#include <optional>

namespace dragoman {

namespace {

class Status {
 public:
  Status(const Parse& parse, const EventLexicon& lexicon) : parse_(parse), lexicon_(lexicon) {}

  EventStatus of(TokenIndex t, int depth) const { return is_verbal(parse_[t]) ? of_verb(t, depth) : of_noun(t, depth); }

 private:
  // What a governing word makes of what is below it; nullopt when it is no such word.
  std::optional<std::optional<EventStatus>> governed_by(TokenIndex t) const {
    const auto it = lexicon_.governors.find(parse_[t].lemma);
    if (it == lexicon_.governors.end()) return std::nullopt;
    return it->second.makes;
  }

  bool has_condition(TokenIndex verb) const {
    for (const TokenIndex child : parse_.children(verb)) {
      const Token& c = parse_[child];
      if (c.relation == Relation::mark && (c.lower == "if" || c.lower == "unless" || c.lower == "whether")) return true;
      if (c.relation == Relation::advcl && child_word(parse_, child, "if") != kNoToken) return true;
    }
    return false;
  }

  // "said it would": the content of something said.
  bool is_told_in_past(TokenIndex v) const {
    const TokenIndex lead = first_conjunct(parse_, clause_head(parse_, v));
    if (parse_[lead].relation != Relation::ccomp || parse_[lead].head == lead) return false;
    const VerbForm above = verb_form(parse_, parse_[lead].head);
    return above.tense == Tense::past || above.tense == Tense::present;
  }

  // "denied that it had bombed the town"
  bool is_denied_above(TokenIndex v) const {
    const TokenIndex lead = first_conjunct(parse_, v);
    const TokenIndex above = parse_[lead].head;
    return parse_[lead].relation == Relation::ccomp && lexicon_.denials.contains(parse_[above].lemma) &&
           !is_negated(parse_, above);
  }

  // "rejected accusations that it backs the rebels", "the claim that it had bombed".
  std::optional<EventStatus> in_claim(TokenIndex v) const {
    const Relation r = parse_[v].relation;
    const TokenIndex noun = parse_[v].head;
    if ((r != Relation::acl && r != Relation::ccomp && r != Relation::relcl) || parse_[noun].pos != Pos::noun)
      return {};
    const TokenIndex that = child_word(parse_, v, "that");
    if (that == kNoToken || parse_[that].relation != Relation::mark) return {};
    const auto made = governed_by(noun);
    if (!made || *made != EventStatus::reported) return {};
    const auto above = governed_by(parse_[noun].head);
    return above && *above == EventStatus::denied ? EventStatus::denied : EventStatus::reported;
  }

  // "when he meets", "until the summit takes place".
  bool in_future_clause(TokenIndex v) const {
    if (parse_[v].relation != Relation::advcl && parse_[v].relation != Relation::pcomp &&
        parse_[v].relation != Relation::ccomp) {
      return false;
    }
    for (const TokenIndex c : parse_.children(v)) {
      if (c > v) break;
      const Relation r = parse_[c].relation;
      if ((r == Relation::mark || r == Relation::advmod) && lexicon_.future_clauses.contains(parse_[c].lower))
        return true;
    }
    return false;
  }

  EventStatus of_verb(TokenIndex v, int depth) const {
    const VerbForm form = verb_form(parse_, v);
    const bool negated = is_negated(parse_, v);
    if (has_condition(v)) return EventStatus::conditional;
    if ((form.tense != Tense::none || form.modal != kNoToken) && is_denied_above(v)) return EventStatus::denied;
    if (form.tense != Tense::none && form.modal == kNoToken) {
      if (const auto claimed = in_claim(v)) return *claimed;
    }
    if (form.modal != kNoToken && parse_[form.modal].lower == "would" && is_told_in_past(v)) {
      return negated ? EventStatus::denied : EventStatus::planned;  // the future as it was told
    }
    if (form.tense == Tense::present && !form.perfect && in_future_clause(v)) return EventStatus::planned;
    if (form.modal != kNoToken) return negated ? EventStatus::denied : EventStatus::conditional;
    if (form.tense == Tense::future) return negated ? EventStatus::denied : EventStatus::planned;
    if (form.tense == Tense::past || (form.tense == Tense::present && form.perfect)) {
      return negated ? EventStatus::denied : EventStatus::happened;
    }
    // "the visit saw both sides sign it"
    if (form.tense == Tense::present && !negated && parse_[v].relation == Relation::ccomp &&
        child_word(parse_, v, "that") == kNoToken && parse_[v].tag != Tag::vbz) {
      const TokenIndex above = parse_[v].head;
      const auto made = governed_by(above);
      if (made && !*made && is_verbal(parse_[above])) return of(above, depth + 1);
    }
    if (form.tense == Tense::present) return negated ? EventStatus::denied : EventStatus::ongoing;
    if (negated) return EventStatus::denied;
    return below(v, depth);
  }

  // An infinitive, a participle or a gerund: what it stands under decides.
  EventStatus below(TokenIndex v, int depth) const {
    const Token& verb = parse_[v];
    if (depth > kMaxClimb || verb.head == v) return EventStatus::happened;
    const TokenIndex head = verb.head;
    const Token& h = parse_[head];
    const bool infinitive = child_word(parse_, v, "to") != kNoToken;
    switch (verb.relation) {
      case Relation::conj:
        return of(head, depth + 1);
      case Relation::xcomp:
      case Relation::ccomp:
      case Relation::acl:
      case Relation::oprd:
        if (infinitive && h.lemma == "be") return is_to_be(head);
        if (const auto made = governed_by(head)) {
          if (!*made) return of(head, depth + 1);
          return **made;
        }
        if (verb.relation == Relation::acl) return infinitive ? EventStatus::hoped : EventStatus::happened;
        return infinitive ? EventStatus::hoped : of(head, depth + 1);
      case Relation::advcl:
        return infinitive ? EventStatus::hoped : of(head, depth + 1);
      case Relation::pcomp:
      case Relation::pobj: {
        // "accused Iran of arming", "prevented them from signing", "after meeting", "by raising"
        if (h.lower == "after" || h.lower == "since" || h.lower == "by" || h.lower == "following")
          return EventStatus::happened;
        if (h.lower == "before" || h.lower == "without") {
          return h.lower == "without" ? EventStatus::denied : EventStatus::planned;
        }
        if (const auto made = governed_by(h.head)) return *made ? **made : of(h.head, depth + 1);
        if (h.lower == "for") {  // "blamed them for holding"
          return is_verbal(parse_[h.head]) && !patients(parse_, h.head).empty() ? EventStatus::happened
                                                                                : EventStatus::hoped;
        }
        return h.lower == "in" || h.lower == "with" || h.lower == "while" ? of(h.head, depth + 1) : EventStatus::hoped;
      }
      default:
        return infinitive ? EventStatus::hoped : EventStatus::happened;
    }
  }

  // "the minister is to meet": fixed; "the aim is to meet": as the subject has it.
  EventStatus is_to_be(TokenIndex copula) const {
    const TokenIndex subject = child_of(parse_, copula, Relation::nsubj);
    if (subject == kNoToken) return EventStatus::hoped;
    const auto made = governed_by(subject);
    if (made && *made) return **made;
    const bool acts = parse_[subject].pos == Pos::propn || parse_[subject].pos == Pos::pron || !made;
    return !acts ? EventStatus::hoped : is_negated(parse_, copula) ? EventStatus::denied : EventStatus::planned;
  }

  EventStatus of_noun(TokenIndex n, int depth) const {
    const Token& noun = parse_[n];
    for (const TokenIndex child : parse_.children(n)) {
      const std::string_view w = parse_[child].lemma;
      const Relation r = parse_[child].relation;
      if (r != Relation::amod && r != Relation::det && r != Relation::compound) continue;
      if (const auto it = lexicon_.modifiers.find(w); it != lexicon_.modifiers.end()) return it->second;
    }
    if (depth > kMaxClimb || noun.head == n) return EventStatus::happened;
    const TokenIndex head = noun.head;
    const Token& h = parse_[head];
    switch (noun.relation) {
      case Relation::dobj:
      case Relation::nsubjpass:
        if (const auto made = governed_by(head)) {
          if (!*made) return of(head, depth + 1);
          return **made;
        }
        return is_verbal(h) ? of(head, depth + 1) : EventStatus::happened;
      case Relation::nsubj: {
        const EventStatus verb = of(head, depth + 1);
        return verb == EventStatus::ongoing ? EventStatus::happened : verb;
      }
      case Relation::conj:
        return of(head, depth + 1);
      case Relation::pobj:
        if (h.lower == "of" && lexicon_.measures.contains(parse_[h.head].lemma)) return of_noun(h.head, depth + 1);
        if (h.lower == "before" || (h.lower == "of" && head > 0 && parse_[head - 1].lower == "ahead"))
          return EventStatus::planned;
        if (h.lower == "without") return EventStatus::denied;
        if (h.lower == "after" || h.lower == "following" || h.lower == "during" || h.lower == "at" ||
            h.lower == "since") {
          return EventStatus::happened;
        }
        if (const auto made = governed_by(h.head);
            made && *made && n > h.head &&  // not "In talks with them she promised"

            (h.lower == "for" || h.lower == "to" || h.lower == "from" || h.lower == "in" || h.lower == "on")) {
          return **made;
        }
        return EventStatus::happened;
      default:
        return EventStatus::happened;
    }
  }

  const Parse& parse_;
  const EventLexicon& lexicon_;
};

}  // namespace

EventStatus status_of(const Story& story, const EventLexicon& lexicon, TokenIndex trigger) {
  return Status(story.parse, lexicon).of(trigger, 0);
}

}  // namespace dragoman
