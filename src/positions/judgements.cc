#include "issues/issues.h"
#include "positions/builder.h"
#include "statements/cues.h"

#include <algorithm>

namespace dragoman {

namespace {

// The main clauses of what is stated, one after the other.
class Judgements {
 public:
  explicit Judgements(PositionBuilder& b) : b_(b), story_(b.story), parse_(b.parse), lexicon_(b.lexicon) {}

  void run() {
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      if (story_.boilerplate[t] || b_.taken[t] || !is_verbal(parse_[t]) || !is_main(t)) continue;
      const auto statement = b_.holders.statement_inside(t);
      if (!statement) continue;
      const std::vector<Held> speakers = b_.holders.speakers(*statement);
      if (speakers.empty() || b_.is_question(t)) continue;
      clause(t, *statement, speakers);
    }
  }

 private:
  bool is_main(TokenIndex v, int depth = 0) const {
    switch (parse_[v].relation) {
      case Relation::root:
      case Relation::parataxis:
        break;
      case Relation::ccomp:
        // "how we will do it" tells no more than that it was spoken of.
        for (const TokenIndex child : parse_.children(v)) {
          if (parse_[child].tag == Tag::wrb || parse_[child].tag == Tag::wp) return false;
        }
        break;
      case Relation::conj:
        return is_verbal(parse_[parse_[v].head]) && depth < kMaxClimb && is_main(parse_[v].head, depth + 1);
      default:
        return false;
    }
    return !verb_form(parse_, v).infinitive;
  }

  void clause(TokenIndex v, Index statement, const std::vector<Held>& speakers) {
    const Tokens subjects = surface_subjects(parse_, v);
    const VerbForm form = verb_form(parse_, v);
    const bool negated = b_.is_denied(v);
    if (there_is_none(v, negated, speakers)) return;
    if (subjects.empty() || is_saying(v) || is_asked(v)) return;
    for (const TokenIndex subject : subjects) {
      if (parse_[subject].lower == "nobody" || parse_[subject].lower == "one") return;
    }
    const bool self =
        std::all_of(subjects.begin(), subjects.end(), [&](TokenIndex s) { return b_.holders.is_self(s, statement); });
    if (demand(v, form, negated, self, speakers)) return;
    // "we would" is a wish in one's own mouth and a promise when it is reported.
    const bool would =
        form.modal != kNoToken && parse_[form.modal].lower == "would" && !b_.holders.is_we(subjects.front());
    if (self) {
      if (form.tense != Tense::future && !would) return;
      // "it would have dire consequences": of the deed, not of who speaks.
      if (has_condition(v) || (would && parse_[v].lemma == "have")) return;
      b_.add(speakers, negated ? "rules out" : b_.with_ending("pledges", v), b_.matter_of(v), v,
             clause_span(parse_, v));
      return;
    }
    judgement(v, negated, subjects.front(), speakers);
  }

  // "did not say whether it would back the text"
  bool is_asked(TokenIndex v) const { return child_word(parse_, v, "whether") != kNoToken; }

  // "I must say that …": what is said has its own clause.
  bool is_saying(TokenIndex v) const {
    const Cue* cue = story_.lexicon.cues->verb(parse_[v].lemma);
    return cue != nullptr && cue->kind == Cue::Kind::speech && child_of(parse_, v, Relation::ccomp) != kNoToken;
  }

  bool has_condition(TokenIndex v) const {
    for (const TokenIndex verb : {v, first_conjunct(parse_, v)}) {
      for (const TokenIndex child : parse_.children(verb)) {
        if (parse_[child].relation == Relation::advcl && child_word(parse_, child, "if") != kNoToken) return true;
      }
    }
    return false;
  }

  // "there are no problems any more"
  bool there_is_none(TokenIndex v, bool negated, const std::vector<Held>& speakers) {
    if (parse_[v].lemma != "be" || child_of(parse_, v, Relation::expl) == kNoToken) return false;
    const TokenIndex what = child_of(parse_, v, Relation::attr);
    // "there is no bigger threat" denies no threat.
    const auto compared = [&](TokenIndex noun) {
      for (const TokenIndex before : premodifiers(parse_, noun)) {
        if (parse_[before].tag == Tag::jjr) return true;
      }
      return false;
    };
    if (what != kNoToken && negated && !compared(what) && verb_form(parse_, v).modal == kNoToken) {
      b_.add(speakers, "claims there is none", issue_of(story_, what), v, clause_span(parse_, v));
    }
    return true;
  }

  // "Japan needs to recognise", "the talks must go on".
  bool demand(TokenIndex v, const VerbForm& form, bool negated, bool self, const std::vector<Held>& speakers) {
    TokenIndex act = v;
    bool duty = form.modal != kNoToken && lexicon_.duties.contains(std::string(parse_[form.modal].lower));
    if (!duty && lexicon_.duties.contains(std::string(parse_[v].lemma))) {
      for (const TokenIndex child : parse_.children(v)) {
        if (parse_[child].relation != Relation::xcomp || !verb_form(parse_, child).infinitive) continue;
        act = child;
        duty = true;
      }
    }
    if (!duty || has_condition(v)) return false;
    if (self) return true;  // "we must be clear" asks nothing of anybody
    auto issue = b_.matter_of(act);
    if (!issue) issue = b_.issue_of_clause(act);
    if (!issue && act != v) issue = b_.issue_of_clause(v);  // "the blockade has to end"
    if (!issue || b_.is_actor(*issue)) return true;
    // "should oppose protectionism": what others are to oppose, the speaker opposes.
    std::string name = negated ? "opposes" : b_.with_ending("demands", act);
    if (const auto* own = lexicon_.of(lexicon_.verbs, parse_[act].lemma); own != nullptr && !negated) {
      const std::string& stance = own->front().name;
      if (stance == "opposes" || stance == "rejects" || stance == "condemns") name = stance;
    }
    b_.add(speakers, name, issue, v, clause_span(parse_, v));
    return true;
  }

  void judgement(TokenIndex v, bool negated, TokenIndex subject, const std::vector<Held>& speakers) {
    const auto& actors = story_.entities_at(subject);
    if (!actors.empty() && story_.record.entities[actors.front()].type == EntityType::person) return;
    const auto issue = b_.issue_of_clause(v);
    if (!issue) return;
    if (parse_[v].lemma == "be" || parse_[v].lemma == "remain" || parse_[v].lemma == "constitute") {
      for (const TokenIndex what : parse_.children(v)) {
        const Relation r = parse_[what].relation;
        if (r != Relation::attr && r != Relation::acomp && !(r == Relation::dobj && v < what)) continue;
        const auto called = b_.judged(what);
        if (!called) continue;
        b_.add(speakers, (negated ? "denies it is " : "calls it ") + *called, issue, v, clause_span(parse_, v));
        return;
      }
    }
    const auto found = lexicon_.judging_verbs.find(std::string(parse_[v].lemma));
    if (found == lexicon_.judging_verbs.end() || !actors.empty()) return;
    const Judgement& verb = found->second;
    if (verb.with.empty() && child_of(parse_, v, Relation::dobj) == kNoToken) return;
    if (!verb.with.empty() && child_word(parse_, v, verb.with) == kNoToken) return;
    // "might improve" backs nothing yet.
    const TokenIndex modal = verb_form(parse_, v).modal;
    const bool perhaps = modal != kNoToken && (parse_[modal].lower == "may" || parse_[modal].lower == "might");
    if (!verb.bad && (negated || perhaps)) return;
    b_.add(speakers, !verb.bad ? "supports" : negated ? "defends" : "opposes", issue, v, clause_span(parse_, v));
  }

  PositionBuilder& b_;
  Story& story_;
  const Parse& parse_;
  const StanceLexicon& lexicon_;
};

}  // namespace

void find_judgements(PositionBuilder& b) {
  Judgements(b).run();
}

}  // namespace dragoman
