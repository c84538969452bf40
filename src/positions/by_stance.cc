#include "issues/issues.h"
#include "issues/words.h"
#include "lexicon/lexicon.h"
#include "positions/builder.h"
#include "positions/positions.h"

#include <algorithm>

namespace dragoman {

namespace {

constexpr TokenIndex kNearObject = 15;  // words from a noun of stance to its second object

class StanceFinder {
 public:
  explicit StanceFinder(PositionBuilder& b) : b_(b), story_(b.story), parse_(b.parse), lexicon_(b.lexicon) {}

  void run() {
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      if (story_.boilerplate[t]) continue;
      const Token& token = parse_[t];
      if (is_verbal(token) && token.relation == Relation::amod) {
        participle(t);
      } else if (is_verbal(token) && token.relation != Relation::aux && token.relation != Relation::auxpass) {
        if (!adjective(t)) verb(t);
      } else if (token.pos == Pos::noun) {
        noun(t);
      } else if (token.pos == Pos::adj) {
        adjective(t);
      }
    }
  }

 private:
  const std::vector<Stance>* stances(const StanceLexicon::Stances& of, std::string_view word) const {
    const auto found = of.find(std::string(word));
    return found == of.end() ? nullptr : &found->second;
  }

  // The verbs of what a stance is taken on say nothing more of the holder: "wants to oppose", "fears that it will".
  void take(TokenIndex from) {
    TokenIndex at = from;
    for (int deep = 0; deep < kMaxClimb && at != kNoToken; ++deep) {
      for (const TokenIndex t : coordinated(parse_, at)) b_.taken[t] = true;
      TokenIndex next = kNoToken;
      for (const TokenIndex child : parse_.children(at)) {
        const Relation r = parse_[child].relation;
        if (r == Relation::xcomp || r == Relation::ccomp || r == Relation::pcomp) next = child;
        if (r == Relation::prep && child_of(parse_, child, Relation::pcomp) != kNoToken) {
          next = child_of(parse_, child, Relation::pcomp);
        }
      }
      at = next;
    }
  }

  // ---- verbs

  void verb(TokenIndex v) {
    const auto* all = stances(lexicon_.verbs, parse_[v].lemma);
    if (all == nullptr || b_.taken[v] || !is_own_act(v)) return;
    for (const Stance& stance : *all) {
      if (!stance.particle.empty() && child_word(parse_, v, stance.particle) == kNoToken) continue;
      if (stance.purpose && !is_purpose(v)) continue;
      if (stance.deed && !is_done(v)) continue;
      TokenIndex content = kNoToken;
      const auto issue = object_of(v, stance, content);
      if (!issue) continue;
      std::string name = b_.is_denied(v) ? stance.negated : stance.name;
      if (b_.is_open(v)) return;
      if (content != kNoToken && !stance.against.empty() && is_verbal(parse_[content]) && is_negated(parse_, content)) {
        name = stance.against;
      }
      if (stance.as && !name.empty()) {
        if (const auto judged = b_.judged(called(v).second)) name = "calls it " + *judged;
      }
      b_.add(b_.holders.of(doers(v), v), name, issue, v, clause_span(parse_, v));
      b_.taken[v] = true;
      if (content != kNoToken) take(content);
      return;
    }
  }

  bool is_done(TokenIndex v) const {
    const VerbForm form = verb_form(parse_, v);
    return form.modal == kNoToken && (form.tense == Tense::past || form.tense == Tense::present);
  }

  // "met to revive the talks", "in an effort to revive them"
  bool is_purpose(TokenIndex v) const {
    return parse_[v].relation == Relation::advcl && child_word(parse_, v, "to") != kNoToken;
  }

  // The agents; of "issued a statement supporting it" those who issue it.
  Tokens doers(TokenIndex v) const {
    Tokens heads = agents(parse_, v);
    if (parse_[v].relation != Relation::acl || parse_[v].tag != Tag::vbg || heads.size() != 1) return heads;
    const TokenIndex noun = heads.front();
    if (!story_.entities_at(noun).empty() || parse_[noun].relation != Relation::dobj) return heads;
    return agents(parse_, parse_[noun].head);
  }

  // Not what someone else is asked or made to do ("urged Chad to back the plan"), nor what is only thought of
  // ("considers backing it").
  bool is_own_act(TokenIndex v) const {
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
        if (r != Relation::pcomp && form.infinitive && is_controlled(at, governor)) return false;
        at = governor;
      } else if (r == Relation::conj) {
        at = head;
      } else {
        return true;
      }
    }
    return true;
  }

  // The infinitive's doer is not the governor's.
  bool is_controlled(TokenIndex v, TokenIndex governor) const {
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
  bool asks_others(TokenIndex verb) const {
    const auto* all = stances(lexicon_.verbs, parse_[verb].lemma);
    return all != nullptr && std::any_of(all->begin(), all->end(), [](const Stance& s) { return s.object_infinitive; });
  }

  std::optional<Index> object_of(TokenIndex v, const Stance& stance, TokenIndex& content) const {
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

  std::optional<Index> issue_behind(TokenIndex preposition, TokenIndex& content) const {
    for (const TokenIndex object : parse_.children(preposition)) {
      const Relation r = parse_[object].relation;
      if (r != Relation::pobj && r != Relation::pcomp) continue;
      content = object;
      if (const auto issue = issue_of(story_, object)) return issue;
    }
    return std::nullopt;
  }

  std::optional<Index> direct_object(TokenIndex v, const Stance& stance, TokenIndex& content) const {
    if (stance.as) return issue_called(v, stance);
    for (TokenIndex object : patients(parse_, v)) {
      if (is_person_pronoun(object)) continue;
      if (object < v && object == antecedent(parse_, v)) object = nearest_conjunct(parse_, object, v);
      if (stance.claim && stances(lexicon_.nouns, parse_[object].lemma) == nullptr) continue;
      const auto issue = issue_of_object(v, object);
      if (!issue || (stance.land && !is_land(object, *issue))) continue;
      if (object > v) content = object;
      return issue;
    }
    return std::nullopt;
  }

  bool is_person_pronoun(TokenIndex t) const {
    const Token& token = parse_[t];
    return token.tag == Tag::prp && token.lower != "it" && token.lower != "them";
  }

  // "the treaty … and the parliament ratified it": what the sentence or the one before spoke of is meant before an
  // actor is.
  std::optional<Index> issue_of_object(TokenIndex v, TokenIndex object) const {
    if (parse_[object].lower != "it" || story_.entities_at(object).empty()) return issue_of(story_, object);
    if (const auto said = spoken_of_before(v, 0)) return said;
    if (const auto said = spoken_of_before(v, 1)) return said;
    return issue_of(story_, object);
  }

  // The last subject that is no actor, in this sentence or `back` sentences before; there also an object.
  std::optional<Index> spoken_of_before(TokenIndex t, std::uint32_t back) const {
    const std::uint32_t sentence = parse_[t].sentence;
    while (t-- > 0 && parse_[t].sentence + back >= sentence) {
      const Relation r = parse_[t].relation;
      const bool subject = r == Relation::nsubj || r == Relation::nsubjpass;
      const bool object = r == Relation::dobj && parse_[t].sentence < sentence;
      if ((!subject && !object) || !story_.entities_at(t).empty()) continue;
      if (story_.issue_at[t] >= 0) return static_cast<Index>(story_.issue_at[t]);
    }
    return std::nullopt;
  }

  // "considers the desert its own land", "regards it as a province", "called the order grave", "an area it considers
  // its own": what is called so, and the word that calls it.
  std::pair<TokenIndex, TokenIndex> called(TokenIndex v) const {
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
  std::optional<Index> issue_called(TokenIndex v, const Stance& stance) const {
    const auto [object, what] = called(v);
    if (object == kNoToken || what == kNoToken) return std::nullopt;
    if (stance.judging && !b_.judged(what)) return std::nullopt;
    if (!story_.entities_at(object).empty() && stance.judging) return std::nullopt;
    return issue_of(story_, object);
  }

  bool is_land(TokenIndex object, Index issue) const {
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

  // "the Japanese-controlled islands", "Iranian-backed militias".
  void participle(TokenIndex v) {
    const auto* all = stances(lexicon_.verbs, parse_[v].lemma);
    if (all == nullptr || parse_[v].tag != Tag::vbn) return;
    const TokenIndex noun = parse_[v].head;
    for (const TokenIndex child : parse_.children(v)) {
      if (child > v) break;
      std::vector<Held> held = b_.holders.of({child}, v);
      if (const auto country = b_.holders.country_at(child); held.empty() && country) held.push_back({*country, {}});
      if (held.empty()) continue;
      for (const Stance& stance : *all) {
        const auto issue = issue_of(story_, noun);
        if (!stance.object || !issue || (stance.land && !is_land(noun, *issue))) continue;
        b_.add(held, stance.name, issue, v, core_phrase(parse_, noun));
        return;
      }
    }
  }

  // ---- adjectives

  bool adjective(TokenIndex a) {
    const auto* all = stances(lexicon_.adjectives, parse_[a].lower);
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
      auto issue = object_of(a, stance, content);
      if (!issue && verb != a) issue = object_of(verb, stance, content);
      if (!issue) continue;
      const std::string& name = b_.is_denied(verb) ? stance.negated : stance.name;
      b_.add(b_.holders.of(subjects, a), name, issue, a, clause_span(parse_, verb));
      if (content != kNoToken) take(content);
      return true;
    }
    return false;
  }

  // ---- nouns

  void noun(TokenIndex n) {
    const auto* all = stances(lexicon_.nouns, parse_[n].lemma);
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
      b_.add(held, name, issue, n, whole);
      if (name != stance.name) return;
      second_object(n, stance, held, *issue, whole);
      if (content != kNoToken && content > n) take(content);
      return;
    }
  }

  // "support for the one and to forging the other"
  void second_object(TokenIndex n, const Stance& stance, const std::vector<Held>& held, Index first, TokenSpan whole) {
    const TokenSpan sentence = parse_.sentences[parse_[n].sentence];
    for (TokenIndex t = n + 1; t < sentence.end && t < n + kNearObject; ++t) {
      if (parse_[t].relation != Relation::conj || parse_[t].pos != Pos::adp || parse_[t - 1].lower != "and") continue;
      TokenIndex content = kNoToken;
      const auto issue = issue_behind(t, content);
      if (issue && *issue != first) b_.add(held, stance.name, issue, n, {whole.begin, parse_[t].right_edge + 1});
      return;
    }
  }

  // "dropped its opposition", "gave up its claim"
  bool takes_back(TokenIndex carrier) const {
    std::string verb(parse_[carrier].lemma);
    const TokenIndex particle = child_of(parse_, carrier, Relation::prt);
    if (particle != kNoToken) verb += " " + std::string(parse_[particle].lower);
    const auto lends = lexicon_.carriers.find(verb);
    return lends != lexicon_.carriers.end() && lends->second;
  }

  bool is_denied(TokenIndex n) const {
    const TokenIndex det = child_of(parse_, n, Relation::det);
    return det != kNoToken && parse_[det].lower == "no";
  }

  std::optional<Index> noun_object(TokenIndex n, const Stance& stance, TokenIndex& content) const {
    for (const std::string& preposition : stance.prepositions) {
      for (const TokenIndex at : {n, parse_[n].head}) {
        if (at != n && (!is_verbal(parse_[at]) || parse_[n].relation != Relation::dobj)) continue;
        for (const TokenIndex child : parse_.children(at)) {
          if (child < n || parse_[child].relation != Relation::prep || parse_[child].lower != preposition) continue;
          if (const auto issue = issue_behind(child, content)) return issue;
        }
      }
      // "worry in Japan about the tests", where the second phrase hangs on the first.
      for (const TokenIndex child : parse_.children(n)) {
        if (parse_[child].relation != Relation::prep) continue;
        for (const TokenIndex object : parse_.children(child)) {
          for (const TokenIndex below : parse_.children(object)) {
            if (parse_[below].relation != Relation::prep || parse_[below].lower != preposition) continue;
            if (preposition == "of") continue;
            if (const auto issue = issue_behind(below, content)) return issue;
          }
        }
      }
    }
    if (stance.infinitive) {
      for (const TokenIndex child : parse_.children(n)) {
        const Relation r = parse_[child].relation;
        if (child < n || (r != Relation::acl && r != Relation::relcl) || !verb_form(parse_, child).infinitive) continue;
        content = child;
        if (const auto issue = issue_of(story_, child)) return issue;
      }
    }
    return std::nullopt;
  }

  std::vector<Held> noun_holders(TokenIndex n, TokenIndex& carrier) const {
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
    const Token& noun = parse_[n];
    TokenIndex verb = noun.relation == Relation::dobj || noun.relation == Relation::nsubjpass ? noun.head : kNoToken;
    if (noun.relation == Relation::pobj && parse_[noun.head].lower == "to" &&
        is_verbal(parse_[parse_[noun.head].head]) &&
        lexicon_.carriers.contains(std::string(parse_[parse_[noun.head].head].lemma))) {
      verb = parse_[noun.head].head;  // "repeated to the envoy its support", where the parser joins the two
    } else if (noun.relation == Relation::pobj &&
               (parse_[noun.head].lower == "in" || parse_[noun.head].lower == "with")) {
      verb = parse_[noun.head].head;
      const bool in = parse_[noun.head].lower == "in";
      if (!is_verbal(parse_[verb]) || (in && !lexicon_.standing.contains(std::string(parse_[verb].lemma)))) {
        verb = kNoToken;
      }
    } else if (verb != kNoToken && !lexicon_.carriers.contains(std::string(parse_[verb].lemma))) {
      verb = kNoToken;
    }
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

  PositionBuilder& b_;
  Story& story_;
  const Parse& parse_;
  const StanceLexicon& lexicon_;
};

}  // namespace

void find_stances(PositionBuilder& b) {
  StanceFinder(b).run();
}

}  // namespace dragoman
