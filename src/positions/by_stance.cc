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
    if (all == nullptr || b_.taken[v] || !acts_.is_own_act(v) || is_contrast(v)) return;
    for (const Stance& stance : *all) {
      if (!stance.particle.empty() && child_word(parse_, v, stance.particle) == kNoToken) continue;
      // "backed up the first battalion", "called out the mayor": another verb.
      if (stance.particle.empty() && (has_particle(v, "up") || is_with_particle(v, *all))) continue;
      if (!stance.modal.empty() && !has_modal(v, stance.modal)) continue;
      if (stance.purpose && !acts_.is_purpose(v)) continue;
      if (stance.deed && !acts_.is_done(v)) continue;
      if (stance.going_on && parse_[v].tag != Tag::vbg && parse_[v].relation != Relation::relcl) continue;
      auto matter = arguments_.of(v, stance);
      if (!matter || withholds(v)) continue;
      if (b_.is_open(v)) return;
      std::string name = b_.is_denied(v) ? stance.negated : stance.name;
      if (stance.as && !name.empty()) {
        if (const auto judged = b_.judged(arguments_.called(v).second)) name = "calls it " + *judged;
      }
      // "thinks that Peru should pay": of what it takes other words tell.
      if (name.empty()) continue;
      const Tokens who = doers(v);
      if (std::any_of(who.begin(), who.end(), [&](TokenIndex t) { return b_.is_of_none(t); })) return;
      std::vector<Held> held = b_.holders.of(who, v);
      // "two men were trying to steal a boat": an attempt, and no stance.
      if (stance.going_on) std::erase_if(held, [&](const Held& h) { return is_anybody(h.actor); });
      const TokenIndex content = matter->head;
      // "met to revive the talks": what it is done for, whole.
      if (stance.purpose) matter = Matter{v, Matter::Kind::infinitive};
      const ToldBy by{ToldBy::Word::verb, v, !stance.modal.empty()};
      b_.add(held, name, matter, v, clause_span(parse_, v), by);
      if (matter->kind == Matter::Kind::infinitive && !stance.purpose) further_acts(v, name, *matter, held, by);
      for (const Matter& further : arguments_.further_behind(*matter, stance))
        b_.add(held, name, further, v, clause_span(parse_, v), by);
      b_.taken[v] = true;
      if (matter->kind != Matter::Kind::phrase || content > v) b_.take(content);
      return;
    }
  }

  bool has_particle(TokenIndex v, std::string_view word) const {
    const TokenIndex particle = child_of(parse_, v, Relation::prt);
    return particle != kNoToken && parse_[particle].lower == word;
  }

  // The verb stands with a particle with which it has a sense of its own.
  bool is_with_particle(TokenIndex v, const std::vector<Stance>& senses) const {
    return std::any_of(senses.begin(), senses.end(),
                       [&](const Stance& s) { return !s.particle.empty() && has_particle(v, s.particle); });
  }

  // "in pieces, as opposed to one long bill": not in one bill.
  bool is_contrast(TokenIndex a) const {
    return a > 0 && parse_[a - 1].lower == "as" && parse_[a].lower == "opposed" &&
           parse_[a - 1].sentence == parse_[a].sentence;
  }

  bool is_anybody(Index actor) const {
    const Entity& e = story_.record.entities[actor];
    const bool people = e.type == EntityType::person || e.type == EntityType::group;
    return people && e.anonymous && (e.code.size() <= 3 || e.code.ends_with("CVL"));
  }

  bool has_modal(TokenIndex v, std::string_view modal) const {
    const TokenIndex at = verb_form(parse_, v).modal;
    return at != kNoToken && (parse_[at].lower == modal || parse_[at].lemma == modal);
  }

  // "denied the envoy a visa": a deed.
  bool withholds(TokenIndex v) const {
    const CueLexicon& cues = *story_.lexicon.cues;
    const Cue* cue = cues.verb(parse_[v].lemma);
    if (cue == nullptr || !cue->withholds) return false;
    // "denied the union a hearing"
    const auto& children = parse_.children(v);
    const auto is_object = [&](TokenIndex c) { return c > v && parse_[c].relation == Relation::dobj; };
    if (child_of(parse_, v, Relation::dative) != kNoToken ||
        std::count_if(children.begin(), children.end(), is_object) > 1) {
      return true;
    }
    const Tokens objects = patients(parse_, v);
    return std::any_of(objects.begin(), objects.end(),
                       [&](TokenIndex o) { return cues.withheld.contains(parse_[o].lemma); });
  }

  // "urged Chad to open the border and to free the pilots": each act is a matter of its own.
  void further_acts(TokenIndex v, const std::string& name, const Matter& first, const std::vector<Held>& held,
                    const ToldBy& by) {
    Tokens acts = coordinated(parse_, first.head);
    // "to stop firing and to free the pilots", where the second hangs below the first.
    constexpr TokenIndex kFar = 60;
    for (TokenIndex t = first.head + 2; t <= std::min(parse_[first.head].right_edge, first.head + kFar); ++t) {
      if (parse_[t].tag == Tag::to && parse_[t].relation == Relation::aux && parse_[t - 1].lower == "and") {
        acts.push_back(parse_[t].head);
      }
    }
    for (const TokenIndex act : acts) {
      if (act == first.head || !verb_form(parse_, act).infinitive || b_.taken[act]) continue;
      // "warned it not to build or to dig": the second is denied as well, and not told apart.
      if (is_negated(parse_, act) && child_of(parse_, act, Relation::neg) == kNoToken) continue;
      Matter matter = first;
      matter.head = act;
      b_.add(held, name, matter, v, clause_span(parse_, v), by);
      b_.take(act);
    }
  }

  // "fighters of the front, who", "keeps a tavern in Chile, who": not the front, nor Chile.
  void as_pronoun_fits(TokenIndex verb, Tokens& heads) const {
    const TokenIndex subject = child_of(parse_, clause_lead(parse_, verb), Relation::nsubj);
    if (subject == kNoToken || !is_relative_pronoun(parse_[subject])) return;
    for (TokenIndex& head : heads) head = b_.holders.whom_it_fits(head, parse_[subject].lower, subject);
    if (parse_[subject].lower != "who") return;
    std::erase_if(heads,
                  [&](TokenIndex t) { return parse_[t].name == NameType::gpe || parse_[t].name == NameType::loc; });
  }

  // The agents; of "issued a statement supporting it" those who issue it.
  Tokens doers(TokenIndex v) const {
    Tokens heads = agents(parse_, v);
    as_pronoun_fits(v, heads);
    if (parse_[v].relation != Relation::acl || parse_[v].tag != Tag::vbg || heads.size() != 1) return heads;
    const TokenIndex noun = heads.front();
    if (const TokenIndex paper = paper_above(noun); paper != kNoToken) {
      for (const char* link : {"from", "by"}) {  // "a letter from the guild to the crews, denying it"
        if (const Tokens from = obliques(parse_, paper, link); !from.empty()) return from;
      }
      if (parse_[paper].relation == Relation::dobj) return agents(parse_, parse_[paper].head);
    }
    if (!story_.entities_at(noun).empty() || parse_[noun].relation != Relation::dobj) return heads;
    return agents(parse_, parse_[noun].head);
  }

  // "handed a note to the envoy, objecting to it", "filed a suit in the county court seeking it": the note and the
  // suit, where the parser hangs the participle on who gets it.
  TokenIndex paper_above(TokenIndex noun) const {
    const CueLexicon& cues = *story_.lexicon.cues;
    const auto is_paper = [&](TokenIndex t) {
      return cues.messages.contains(parse_[t].lemma) || cues.papers.contains(parse_[t].lemma) ||
             lexicon_.pleas.contains(parse_[t].lemma);
    };
    TokenIndex at = noun;
    for (int climb = 0; climb < kMaxClimb; ++climb) {
      if (is_paper(at) && is_nominal(parse_[at])) return at;
      const TokenIndex above = parse_[at].head;
      if (above == at) break;
      if (is_verbal(parse_[above])) {
        const TokenIndex object = child_of(parse_, above, Relation::dobj);
        return object != kNoToken && object < noun && is_paper(object) ? object : kNoToken;
      }
      at = above;
    }
    return kNoToken;
  }

  // "the Japanese-controlled islands"
  void participle(TokenIndex v) {
    const auto* all = lexicon_.of(lexicon_.verbs, parse_[v].lemma);
    if (all == nullptr || parse_[v].tag != Tag::vbn) return;
    const TokenIndex noun = parse_[v].head;
    for (const TokenIndex child : parse_.children(v)) {
      if (child > v) break;
      std::vector<Held> held = b_.holders.of({child}, v);
      if (const auto country = b_.holders.country_at(child); held.empty() && country)
        held.push_back({*country, {}, child});
      if (held.empty()) continue;
      for (const Stance& stance : *all) {
        const Matter matter{noun, Matter::Kind::phrase};
        if (!stance.land || !arguments_.is_land(noun, b_.issue_below(matter))) continue;
        b_.add(held, stance.name, matter, v, core_phrase(parse_, noun), {ToldBy::Word::participle});
        return;
      }
    }
  }

  // ---- adjectives

  // "poorly prepared", "how willing they are", "few are ready": less than the word says.
  bool is_lessened(TokenIndex a, TokenIndex subject) const {
    for (const TokenIndex child : parse_.children(a)) {
      const Token& c = parse_[child];
      if (c.relation == Relation::advmod && (c.tag == Tag::wrb || lexicon_.lessened.contains(c.lower))) return true;
    }
    if (lexicon_.lessened.contains(parse_[subject].lower)) return true;
    const Tokens before = premodifiers(parse_, subject);
    return std::any_of(before.begin(), before.end(),
                       [&](TokenIndex t) { return lexicon_.lessened.contains(parse_[t].lower); });
  }

  bool adjective(TokenIndex a) {
    const auto* all = lexicon_.of(lexicon_.adjectives, parse_[a].lower);
    if (all == nullptr || b_.taken[a] || is_contrast(a)) return false;
    // "prepared them for it": a deed.
    if (is_verbal(parse_[a]) && child_of(parse_, a, Relation::dobj) != kNoToken) return false;
    const Relation r = parse_[a].relation;
    TokenIndex verb = parse_[a].head;
    Tokens subjects;
    if (is_verbal(parse_[a]) && child_of(parse_, a, Relation::auxpass) != kNoToken) {
      verb = a;
      subjects = surface_subjects(parse_, a);
    } else if (r == Relation::acomp || r == Relation::oprd || (r == Relation::conj && !is_verbal(parse_[a]))) {
      while (!is_verbal(parse_[verb]) && parse_[verb].head != verb) verb = parse_[verb].head;
      subjects = surface_subjects(parse_, verb);
      // "left the crews angry at it": they are.
      if (const TokenIndex object = child_of(parse_, verb, Relation::dobj); r == Relation::oprd && object != kNoToken)
        subjects = {object};
    } else if (r == Relation::acl || r == Relation::advcl || (r == Relation::amod && a > parse_[a].head)) {
      subjects = surface_subjects(parse_, a);
      // "Chile, interested in the mine, sent a mission"; "clerks willing to help" is of some only.
      if (subjects.empty() && r != Relation::advcl && parse_[parse_[a].left_edge - 1].tag == Tag::comma)
        subjects = {parse_[a].head};
      verb = a;
    } else if (!is_verbal(parse_[a]) && own_subject(parse_, a) != kNoToken) {
      // "is bitterly opposed to", where the parser makes the adjective head of the clause.
      subjects = surface_subjects(parse_, a);
      verb = a;
    }
    as_pronoun_fits(verb, subjects);
    if (subjects.empty() || b_.is_open(verb) || verb_form(parse_, verb).infinitive) return false;
    if (is_lessened(a, subjects.front())) return false;
    for (const Stance& stance : *all) {
      if (!stance.modal.empty() && !has_modal(verb, stance.modal)) continue;
      auto matter = arguments_.of(a, stance);
      if (!matter && verb != a) matter = arguments_.of(verb, stance);
      if (!matter) continue;
      const std::string& name = b_.is_denied(verb) ? stance.negated : stance.name;
      const std::vector<Held> held = b_.holders.of(subjects, a);
      const ToldBy by{ToldBy::Word::adjective, verb};
      b_.add(held, name, matter, a, clause_span(parse_, verb), by);
      if (matter->kind == Matter::Kind::infinitive) further_acts(a, name, *matter, held, by);
      for (const Matter& further : arguments_.further_behind(*matter, stance))
        b_.add(held, name, further, a, clause_span(parse_, verb), by);
      b_.take(matter->head);
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
