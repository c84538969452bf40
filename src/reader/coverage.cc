#include "reader/coverage.h"

#include "clauses/signatures.h"
#include "events/arguments.h"
#include "language/syntax.h"
#include "meetings/words.h"
#include "positions/stances.h"
#include "statements/cues.h"

#include <algorithm>
#include <array>

namespace dragoman {

namespace {

constexpr std::size_t kExamples = 3;

// CAMEO's roles of those whose acts are politics.
constexpr std::array<std::string_view, 11> kActing = {"GOV", "MIL", "REB", "COP", "LEG", "JUD",
                                                      "OPP", "SPY", "UAF", "IGO", "PTY"};

bool can_act(const Entity& entity) {
  if (entity.type == EntityType::country) return true;
  constexpr std::size_t kPart = 3;
  for (std::size_t at = 0; at + kPart <= entity.code.size(); at += kPart) {
    if (std::find(kActing.begin(), kActing.end(), std::string_view(entity.code).substr(at, kPart)) != kActing.end())
      return true;
  }
  return false;
}

class Clauses {
 public:
  explicit Clauses(const Story& story) : story_(story), parse_(story.parse), arguments_(story, *story.lexicon.events) {}

  // Verbs that say something of somebody: no auxiliary, no copula, no participle before a noun, no prefix ("re-elect").
  bool is_clause(TokenIndex t) const {
    const Token& token = parse_[t];
    const bool word = !token.lower.empty() && token.lower[0] >= 'a' && token.lower[0] <= 'z';
    if (story_.boilerplate[t] || token.pos != Pos::verb || !word || token.lemma == "be") return false;
    if (t + 1 < parse_.size() && parse_[t + 1].text == "-" && parse_[t + 1].begin == token.end) return false;
    return token.relation != Relation::amod && token.relation != Relation::aux && token.relation != Relation::auxpass &&
           token.relation != Relation::compound;
  }

  bool names_actor(const Tokens& heads) const {
    return std::any_of(heads.begin(), heads.end(), [&](TokenIndex head) {
      const auto& entities = story_.entities_at(head);
      return std::any_of(entities.begin(), entities.end(), [&](Index e) { return can_act(story_.record.entities[e]); });
    });
  }

  bool is_decided(TokenIndex verb) const {
    return fits_frame(verb) || is_cue(verb) || is_stance(verb) || is_meeting(verb) || governs(verb) || lends(verb);
  }

  std::string name(TokenIndex verb) const {
    std::string out(parse_[verb].lemma);
    if (const TokenIndex particle = child_of(parse_, verb, Relation::prt); particle != kNoToken) {
      out += " ";
      out += parse_[particle].lower;
    }
    return out;
  }

  std::string example(TokenIndex verb) const {
    TokenSpan span = clause_span(parse_, verb);
    if (!span.contains(verb)) span = {verb, verb + 1};
    std::string out;
    for (const char c : story_.text.view(parse_[span.begin].begin, parse_[span.end - 1].end)) {
      const bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
      if (!blank || (!out.empty() && out.back() != ' ')) out += blank ? ' ' : c;
    }
    return out;
  }

 private:
  bool fits_frame(TokenIndex t) const { return arguments_.frame_of(arguments_.predicate_at(t)) != nullptr; }

  bool is_cue(TokenIndex verb) const { return story_.lexicon.cues->verb(parse_[verb].lemma) != nullptr; }

  bool is_stance(TokenIndex verb) const {
    const auto* stances = StanceLexicon::of(story_.lexicon.stances->verbs, parse_[verb].lemma);
    return stances != nullptr && std::any_of(stances->begin(), stances->end(), [&](const Stance& s) {
             return s.particle.empty() || child_word(parse_, verb, s.particle) != kNoToken;
           });
  }

  bool is_meeting(TokenIndex verb) const {
    const std::string lemma(parse_[verb].lemma);
    return story_.lexicon.meetings->verbs.contains(lemma) || story_.lexicon.meetings->visit_verbs.contains(lemma);
  }

  // "managed to attack": what happened is said below it.
  bool governs(TokenIndex verb) const {
    if (complements(parse_, verb).empty()) return false;
    constexpr std::array<Link::Kind, 3> kKinds = {Link::Kind::infinitive, Link::Kind::gerund, Link::Kind::clause};
    return std::any_of(kKinds.begin(), kKinds.end(), [&](Link::Kind kind) {
      return story_.lexicon.signatures->find(parse_, verb, Link{kind, {}}) != nullptr;
    });
  }

  // "made an attack"
  bool lends(TokenIndex verb) const {
    if (!story_.lexicon.events->light_verbs.contains(parse_[verb].lemma)) return false;
    const Tokens objects = patients(parse_, verb);
    return std::any_of(objects.begin(), objects.end(), [&](TokenIndex object) {
      if (parse_[object].pos != Pos::noun) return false;
      const std::string lemma(parse_[object].lemma);
      return fits_frame(object) || story_.lexicon.cues->nouns.contains(lemma) ||
             story_.lexicon.stances->nouns.contains(lemma) || story_.lexicon.meetings->nouns.contains(lemma);
    });
  }

  const Story& story_;
  const Parse& parse_;
  const Arguments arguments_;
};

}  // namespace

void Coverage::count(const Story& story) {
  const Clauses clauses(story);
  for (TokenIndex t = 0; t < story.parse.size(); ++t) {
    if (!clauses.is_clause(t)) continue;
    const bool agent = clauses.names_actor(agents(story.parse, t));
    if (!agent && !clauses.names_actor(patients(story.parse, t))) continue;
    Share& share = agent ? agent_ : patient_;
    ++share.clauses;
    if (clauses.is_decided(t)) {
      ++share.decided;
    } else {
      add_gap(clauses.name(t), 1, {clauses.example(t)});
    }
  }
}

void Coverage::add_gap(std::string_view verb, std::size_t times, const std::vector<std::string>& examples) {
  auto known = gaps_.find(verb);
  if (known == gaps_.end()) known = gaps_.emplace(verb, Gap{std::string(verb), 0, {}}).first;
  Gap& gap = known->second;
  gap.times += times;
  for (const std::string& example : examples) {
    if (gap.examples.size() < kExamples) gap.examples.push_back(example);
  }
}

void Coverage::add(const Coverage& other) {
  agent_.clauses += other.agent_.clauses;
  agent_.decided += other.agent_.decided;
  patient_.clauses += other.patient_.clauses;
  patient_.decided += other.patient_.decided;
  for (const auto& [verb, gap] : other.gaps_) add_gap(verb, gap.times, gap.examples);
}

std::vector<Gap> Coverage::gaps(std::size_t least) const {
  std::vector<Gap> out;
  for (const auto& [verb, gap] : gaps_) {
    if (gap.times >= least) out.push_back(gap);
  }
  std::stable_sort(out.begin(), out.end(), [](const Gap& a, const Gap& b) { return a.times > b.times; });
  return out;
}

}  // namespace dragoman
