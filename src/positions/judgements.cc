#include "issues/issues.h"
#include "positions/builder.h"
#include "statements/cues.h"
#include "text/ascii.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace dragoman {

namespace {

// The main clauses of what is stated, one after the other.
class Judgements {
 public:
  explicit Judgements(PositionBuilder& b) : b_(b), story_(b.story), parse_(b.parse), lexicon_(b.lexicon) {}

  void run() {
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      if (story_.boilerplate[t] || b_.taken[t] || !is_verbal(parse_[t])) continue;
      const auto statement = b_.holders.statement_inside(t);
      // "the judge has not ruled that the vote should be held": nothing was said.
      if (!statement || !is_main(t) || !is_said(*statement)) continue;
      const std::vector<Held> speakers = b_.holders.speakers(*statement, t);
      if (speakers.empty() || b_.is_question(t)) continue;
      clause(t, *statement, speakers);
    }
  }

 private:
  bool is_said(Index statement) const {
    const EventStatus status = story_.record.statements[statement].status;
    return status != EventStatus::denied && status != EventStatus::conditional;
  }

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
        if (is_embedded(v)) return false;
        break;
      case Relation::conj:
        return is_verbal(parse_[parse_[v].head]) && depth < kMaxClimb && is_main(parse_[v].head, depth + 1);
      default:
        return false;
    }
    return !verb_form(parse_, v).infinitive;
  }

  // Below a verb of the statement itself, "I do not think that he should", but for "I think that he should".
  bool is_embedded(TokenIndex v) const {
    const TokenIndex above = parse_[v].head;
    const auto inside = b_.holders.statement_inside(above);
    if (!inside || inside != b_.holders.statement_inside(v)) return false;
    const Cue* cue = story_.lexicon.cues->verb(parse_[above].lemma);
    if (cue == nullptr || b_.is_denied(above) || b_.is_open(above)) return true;
    // "the enemies say that it is important": they do.
    const TokenIndex who = own_subject(parse_, above);
    return who != kNoToken && parse_[who].pos == Pos::noun && !story_.entities_at(who).empty() &&
           !b_.holders.is_self(who, *inside);
  }

  void clause(TokenIndex v, Index statement, const std::vector<Held>& speakers) {
    const Tokens subjects = surface_subjects(parse_, v);
    const VerbForm form = verb_form(parse_, v);
    const bool negated = b_.is_denied(v);
    if (there_is_none(v, negated, speakers)) return;
    if (subjects.empty() || is_saying(v) || is_asked(v)) return;
    if (it_is_needed(v, negated, subjects.front(), speakers)) return;
    for (const TokenIndex subject : subjects) {
      if (b_.is_of_few(subject) || parse_[subject].lower == "one") return;
    }
    const bool self =
        std::all_of(subjects.begin(), subjects.end(), [&](TokenIndex s) { return b_.holders.is_self(s, statement); });
    if (demand(v, form, self, subjects.front(), speakers)) return;
    if (!self) return judgement(v, negated, subjects.front(), speakers);
    const bool we = b_.holders.is_we(subjects.front());
    const std::vector<Held> named = we ? speakers : b_.holders.of(subjects, v);
    promise(v, form, negated, we, named.empty() ? speakers : named);
  }

  // "we will rebuild the port", "Peru would not join": what the speakers will do themselves.
  void promise(TokenIndex v, const VerbForm& form, bool negated, bool we, const std::vector<Held>& speakers) {
    // "we would" is a wish in one's own mouth and a promise when it is reported.
    const bool would = form.modal != kNoToken && parse_[form.modal].lower == "would" && !we;
    if ((form.tense != Tense::future && !would) || form.perfect || form.passive || form.progressive) return;
    if (would && is_told_now(v)) return;
    if (has_condition(v) || lexicon_.states.contains(parse_[v].lemma)) return;
    // "I will pay, no problem": it is not the act that is denied.
    if (negated && child_of(parse_, v, Relation::neg) == kNoToken && child_word(parse_, v, "never") == kNoToken) return;
    b_.add(speakers,
           negated ? "refuses"
           : we    ? "pledges"
                   : "plans",
           Matter{v, Matter::Kind::promise}, v, clause_span(parse_, v), {ToldBy::Word::judgement});
    if (child_of(parse_, v, Relation::dobj) == kNoToken) b_.take(v);  // "will build and open the port"
  }

  // "she says she would buy it any day": of what is told in the present, "would" is no plan.
  bool is_told_now(TokenIndex v) const {
    const Token& saying = parse_[parse_[v].head];
    return parse_[v].relation == Relation::ccomp && (saying.tag == Tag::vbz || saying.tag == Tag::vbp);
  }

  // "did not say whether it would back the text"
  bool is_asked(TokenIndex v) const {
    const auto children = parse_.children(v);
    return child_word(parse_, v, "whether") != kNoToken ||
           std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
             return c < v && parse_[c].relation == Relation::mark && parse_[c].lower == "if";
           });
  }

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
    const VerbForm form = verb_form(parse_, v);
    if (what != kNoToken && negated && !compared(what) && form.modal == kNoToken && form.tense != Tense::future &&
        !has_condition(v)) {
      b_.add(speakers, "claims", Matter{v, Matter::Kind::clause}, v, clause_span(parse_, v), {ToldBy::Word::judgement});
    }
    return true;
  }

  // "it is time to end the war", "it is essential for Chad to sign": the act.
  bool it_is_needed(TokenIndex v, bool negated, TokenIndex subject, const std::vector<Held>& speakers) {
    if (parse_[subject].lower != "it" || parse_[v].lemma != "be" || negated || has_condition(v)) return false;
    for (const TokenIndex what : parse_.children(v)) {
      const bool complement = parse_[what].relation == Relation::attr || parse_[what].relation == Relation::acomp;
      if (!complement || !lexicon_.needed.contains(parse_[what].lower)) continue;
      // "a good time to buy", "more important to save than to spend"
      if (child_of(parse_, what, Relation::det) != kNoToken || child_word(parse_, what, "more") != kNoToken) continue;
      for (const TokenIndex head : {what, v}) {
        for (const TokenIndex act : parse_.children(head)) {
          if (act < what || !verb_form(parse_, act).infinitive || lexicon_.asides.contains(parse_[act].lemma)) continue;
          TokenIndex who = own_subject(parse_, act);
          // "it is time for riders, too, to act": where the parser hangs the act higher.
          for (const TokenIndex at : {what, v}) {
            const TokenIndex link = who == kNoToken ? child_word(parse_, at, "for") : kNoToken;
            if (link != kNoToken && what < link && link < act) who = child_of(parse_, link, Relation::pobj);
          }
          const Matter matter{act, Matter::Kind::infinitive, who};
          b_.add(speakers, "calls for", matter, v, clause_span(parse_, v), {ToldBy::Word::judgement});
          return true;
        }
      }
    }
    return false;
  }

  // "Japan needs to recognise", "the talks must go on".
  bool demand(TokenIndex v, const VerbForm& form, bool self, TokenIndex subject, const std::vector<Held>& speakers) {
    const std::string_view word = form.modal != kNoToken ? parse_[form.modal].lower : parse_[v].lemma;
    bool duty = form.modal != kNoToken;
    if (!duty) {
      for (const TokenIndex child : parse_.children(v)) {
        duty |= parse_[child].relation == Relation::xcomp && verb_form(parse_, child).infinitive;
      }
    }
    duty |= word == "need" && form.passive;  // "a road is needed"
    const auto stance = lexicon_.duties.find(word);
    if (!duty || stance == lexicon_.duties.end()) return false;
    // "should the guild object", "it has to do with money"
    if (form.modal != kNoToken && form.modal < subject && subject < v) return true;
    if (has_to_do_with(v) || child_word(parse_, v, "yet") != kNoToken || child_word(parse_, v, "only") != kNoToken)
      return true;  // "has yet to answer"
    // "we must be clear" asks nothing of anybody; "need not" and "would have to" neither.
    if (self || has_condition(v) || (form.modal == kNoToken && (b_.is_denied(v) || form.tense == Tense::past))) {
      return true;
    }
    if (form.perfect || parse_[subject].pos == Pos::pron) return true;
    if (form.progressive && form.modal != kNoToken) return true;  // "they must be joking"
    // "riders will have to pay more" announces it.
    if (form.modal == kNoToken && form.tense == Tense::future) return true;
    if (is_expected(v, form, subject) || b_.is_of_few(subject)) return true;
    // "the port must open and serve all": of the second, too, the subject is the port.
    Matter matter{v, Matter::Kind::demand};
    if (own_subject(parse_, v) == kNoToken) matter = {v, Matter::Kind::infinitive, subject};
    b_.add(speakers, stance->second, matter, v, clause_span(parse_, v), {ToldBy::Word::judgement});
    return true;
  }

  // "it has to do with money": a bearing, and no duty.
  bool has_to_do_with(TokenIndex v) const {
    if (parse_[v].lemma != "have") return false;
    for (const TokenIndex child : parse_.children(v)) {
      const bool to_do = parse_[child].relation == Relation::xcomp && parse_[child].lemma == "do";
      if (to_do && child_word(parse_, child, "with") != kNoToken && child_of(parse_, child, Relation::dobj) == kNoToken)
        return true;
    }
    return false;
  }

  // "the repairs should be done by May", "the clerk should have it soon": likely, and not asked for as in "the mine
  // should be shut".
  bool is_expected(TokenIndex v, const VerbForm& form, TokenIndex subject) const {
    if (form.modal == kNoToken || parse_[form.modal].lower != "should" || b_.is_denied(v)) return false;
    if (parse_[v].lemma == "have") return true;
    if (!story_.entities_at(subject).empty() || parse_[v].lemma == "be") return false;
    return std::any_of(parse_.children(v).begin(), parse_.children(v).end(), [&](TokenIndex child) {
      for (TokenIndex t = parse_[child].left_edge; child > v && t <= parse_[child].right_edge; ++t) {
        if (story_.time_at[t] >= 0) return true;
      }
      return false;
    });
  }

  // "analysts say that the levy hurts traders": scholars, reporters and those whose calling it is to observe tell what
  // they see, and take no side. Residents and dockers do.
  bool is_observer(Index holder) const {
    const Entity& e = story_.record.entities[holder];
    if (e.type != EntityType::person && e.type != EntityType::group) return false;
    return e.code.ends_with("EDU") || e.code.ends_with("MED") || (e.anonymous && is_called_observer(e.name));
  }

  // "political analysts in Oslo", and not "relatives of the analyst".
  bool is_called_observer(std::string_view name) const {
    const std::string lower = ascii_lower(name);
    const std::vector<std::string_view> words = split_at_blanks(lower);
    const auto link = std::find_if(words.begin(), words.end(), [](std::string_view w) {
      return w == "of" || w == "in" || w == "from" || w == "at";
    });
    if (link == words.begin()) return false;
    std::string_view head = *std::prev(link);
    if (head.ends_with('s')) head.remove_suffix(1);
    return lexicon_.observers.contains(head);
  }

  void judgement(TokenIndex v, bool negated, TokenIndex subject, const std::vector<Held>& speakers) {
    if (has_condition(v)) return;  // "it will be a failure if nobody comes"
    const auto& actors = story_.entities_at(subject);
    if (!actors.empty() && story_.record.entities[actors.front()].type == EntityType::person) return;
    if (parse_[subject].pos == Pos::pron) return;
    const Matter matter{subject, Matter::Kind::phrase};
    if (parse_[v].lemma == "be" || parse_[v].lemma == "remain" || parse_[v].lemma == "constitute") {
      for (const TokenIndex what : parse_.children(v)) {
        const Relation r = parse_[what].relation;
        if (r != Relation::attr && r != Relation::acomp && !(r == Relation::dobj && v < what)) continue;
        const auto called = b_.judged(what);
        if (!called) continue;
        b_.add(speakers, (negated ? "denies it is " : "calls it ") + *called, matter, v, clause_span(parse_, v),
               {ToldBy::Word::judgement});
        return;
      }
    }
    const auto found = lexicon_.judging_verbs.find(parse_[v].lemma);
    if (found == lexicon_.judging_verbs.end() || !actors.empty()) return;
    const std::string& with = found->second;
    if ((with.empty() ? child_of(parse_, v, Relation::dobj) : child_word(parse_, v, with)) == kNoToken) return;
    // "the board violated the rules" tells what somebody did.
    if (verb_form(parse_, v).tense == Tense::past && !negated) return;
    std::vector<Held> opponents = speakers;
    std::erase_if(opponents, [&](const Held& h) { return is_observer(h.actor); });
    b_.add(opponents, negated ? "defends" : "opposes", matter, v, clause_span(parse_, v), {ToldBy::Word::judgement});
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
