#include "issues/issues.h"
#include "positions/acts.h"
#include "positions/arguments.h"
#include "positions/builder.h"
#include "positions/by_noun.h"
#include "statements/cues.h"

#include <algorithm>

namespace dragoman {

namespace {

class StanceFinder {
 public:
  explicit StanceFinder(PositionBuilder& b)
      : b_(b), acts_(b), arguments_(b), nouns_(b), story_(b.story), parse_(b.parse), lexicon_(b.lexicon) {}

  void run() {
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      if (story_.boilerplate[t]) continue;
      const Token& token = parse_[t];
      if (is_verbal(token) && token.relation == Relation::amod) {
        participle(t);
      } else if (is_verbal(token) && token.relation != Relation::aux && token.relation != Relation::auxpass) {
        if (!adjective(t)) verb(t);
      } else if (token.pos == Pos::noun) {
        nouns_.noun(t);
      } else if (token.pos == Pos::adj) {
        adjective(t);
      }
    }
  }

 private:
  // ---- verbs

  void verb(TokenIndex v) {
    const auto* all = lexicon_.of(lexicon_.verbs, parse_[v].lemma);
    if (all == nullptr || b_.taken[v] || !acts_.is_own_act(v)) return;
    for (const Stance& stance : *all) {
      if (!stance.particle.empty() && child_word(parse_, v, stance.particle) == kNoToken) continue;
      if (stance.purpose && !acts_.is_purpose(v)) continue;
      if (stance.deed && !acts_.is_done(v)) continue;
      TokenIndex content = kNoToken;
      const auto issue = arguments_.object_of(v, stance, content);
      if (!issue) continue;
      // "warned that Oman would not sign": what it will not do is told by the clause itself.
      if (content != kNoToken && !stance.against.empty() && is_verbal(parse_[content]) && is_negated(parse_, content) &&
          !verb_form(parse_, content).infinitive && parse_[content].tag != Tag::vbg) {
        continue;
      }
      if (withholds(v)) continue;
      std::string name = b_.is_denied(v) ? stance.negated : stance.name;
      if (b_.is_open(v)) return;
      if (content != kNoToken && !stance.against.empty() && is_verbal(parse_[content]) && is_negated(parse_, content)) {
        name = stance.against;
      }
      if (stance.as && !name.empty()) {
        if (const auto judged = b_.judged(arguments_.called(v).second)) name = "calls it " + *judged;
      }
      const std::vector<Held> held = b_.holders.of(doers(v), v);
      b_.add(held, b_.with_ending(name, content), issue, v, clause_span(parse_, v));
      if (content != kNoToken && is_verbal(parse_[content])) further_acts(v, name, *issue, content, held);
      b_.taken[v] = true;
      if (content != kNoToken) b_.take(content);
      return;
    }
  }

  // "denied the envoy a visa": a deed.
  bool withholds(TokenIndex v) const {
    const CueLexicon& cues = *story_.lexicon.cues;
    const Cue* cue = cues.verb(parse_[v].lemma);
    if (cue == nullptr || !cue->withholds) return false;
    const Tokens objects = patients(parse_, v);
    return std::any_of(objects.begin(), objects.end(),
                       [&](TokenIndex o) { return cues.withheld.contains(std::string(parse_[o].lemma)); });
  }

  // "urged Chad to open the border and to free the pilots": each act has its own issue.
  void further_acts(TokenIndex v, const std::string& name, Index first, TokenIndex content,
                    const std::vector<Held>& held) {
    if (!verb_form(parse_, content).infinitive) return;
    Tokens acts = coordinated(parse_, content);
    // "to stop firing and to free the pilots", where the second hangs below the first.
    constexpr TokenIndex kFar = 60;
    for (TokenIndex t = content + 2; t <= std::min(parse_[content].right_edge, content + kFar); ++t) {
      if (parse_[t].tag == Tag::to && parse_[t].relation == Relation::aux && parse_[t - 1].lower == "and") {
        acts.push_back(parse_[t].head);
      }
    }
    for (const TokenIndex act : acts) {
      if (act == content || !verb_form(parse_, act).infinitive || is_negated(parse_, act)) continue;
      const auto issue = b_.matter_of(act);
      if (issue && *issue != first) b_.add(held, b_.with_ending(name, act), issue, v, clause_span(parse_, v));
    }
  }

  // The agents; of "issued a statement supporting it" those who issue it.
  Tokens doers(TokenIndex v) const {
    Tokens heads = agents(parse_, v);
    if (parse_[v].relation != Relation::acl || parse_[v].tag != Tag::vbg || heads.size() != 1) return heads;
    const TokenIndex noun = heads.front();
    if (!story_.entities_at(noun).empty() || parse_[noun].relation != Relation::dobj) return heads;
    return agents(parse_, parse_[noun].head);
  }

  // "the Japanese-controlled islands", "Iranian-backed militias".
  void participle(TokenIndex v) {
    const auto* all = lexicon_.of(lexicon_.verbs, parse_[v].lemma);
    if (all == nullptr || parse_[v].tag != Tag::vbn) return;
    const TokenIndex noun = parse_[v].head;
    for (const TokenIndex child : parse_.children(v)) {
      if (child > v) break;
      std::vector<Held> held = b_.holders.of({child}, v);
      if (const auto country = b_.holders.country_at(child); held.empty() && country) held.push_back({*country, {}});
      if (held.empty()) continue;
      for (const Stance& stance : *all) {
        const auto issue = issue_of(story_, noun);
        if (!stance.object || !issue || (stance.land && !arguments_.is_land(noun, *issue))) continue;
        b_.add(held, stance.name, issue, v, core_phrase(parse_, noun));
        return;
      }
    }
  }

  // ---- adjectives

  bool adjective(TokenIndex a) {
    const auto* all = lexicon_.of(lexicon_.adjectives, parse_[a].lower);
    if (all == nullptr || b_.taken[a]) return false;
    const Relation r = parse_[a].relation;
    TokenIndex verb = parse_[a].head;
    Tokens subjects;
    if (is_verbal(parse_[a]) && child_of(parse_, a, Relation::auxpass) != kNoToken) {
      verb = a;
      subjects = surface_subjects(parse_, a);
    } else if (r == Relation::acomp || r == Relation::oprd || (r == Relation::conj && !is_verbal(parse_[a]))) {
      while (!is_verbal(parse_[verb]) && parse_[verb].head != verb) verb = parse_[verb].head;
      subjects = surface_subjects(parse_, verb);
    } else if (r == Relation::acl || r == Relation::advcl || r == Relation::amod) {
      subjects = surface_subjects(parse_, a);
      verb = a;
    }
    if (subjects.empty() || b_.is_open(verb) || verb_form(parse_, verb).infinitive) return false;
    for (const Stance& stance : *all) {
      TokenIndex content = kNoToken;
      auto issue = arguments_.object_of(a, stance, content);
      if (!issue && verb != a) issue = arguments_.object_of(verb, stance, content);
      if (!issue) continue;
      const std::string& name = b_.is_denied(verb) ? stance.negated : stance.name;
      b_.add(b_.holders.of(subjects, a), b_.with_ending(name, content), issue, a, clause_span(parse_, verb));
      if (content != kNoToken) b_.take(content);
      return true;
    }
    return false;
  }

  PositionBuilder& b_;
  const Acts acts_;
  const StanceArguments arguments_;
  NounStances nouns_;
  const Story& story_;
  const Parse& parse_;
  const StanceLexicon& lexicon_;
};

}  // namespace

void find_stances(PositionBuilder& b) {
  StanceFinder(b).run();
}

}  // namespace dragoman
