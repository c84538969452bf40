#include "positions/builder.h"

#include "issues/issues.h"
#include "issues/phrase.h"

#include <algorithm>

namespace dragoman {

namespace {
constexpr std::size_t kNear = 12;  // positions before one among which the same may stand
}

PositionBuilder::PositionBuilder(Story& s)
    : story(s),
      parse(s.parse),
      lexicon(*s.lexicon.stances),
      holders(s),
      taken(s.parse.size(), false),
      actors_(s.record.issues.size(), false) {
  own_issue_.assign(s.record.entities.size(), -1);
  for (TokenIndex t = 0; t < parse.size(); ++t) {
    if (story.issue_at[t] < 0 || story.entities_at(t).empty()) continue;
    if (story.entities_at(t).size() == 1) own_issue_[story.entities_at(t).front()] = story.issue_at[t];
    const EntityType type = story.record.entities[story.entities_at(t).front()].type;
    if (type == EntityType::person || type == EntityType::country || type == EntityType::group)
      actors_[static_cast<std::size_t>(story.issue_at[t])] = true;
  }
}

std::optional<Index> PositionBuilder::matter_of(TokenIndex verb) const {
  const TokenIndex theme = theme_head(story, *story.lexicon.issues, verb);
  // "descends on Europe" tells where.
  if (theme != kNoToken && parse[theme].relation == Relation::pobj &&
      (parse[theme].name == NameType::gpe || parse[theme].name == NameType::loc)) {
    return std::nullopt;
  }
  const auto issue = issue_of(story, verb);
  return issue && is_actor(*issue) ? std::nullopt : issue;
}

void PositionBuilder::add(const std::vector<Held>& held, const std::string& stance, std::optional<Index> issue,
                          TokenIndex where, TokenSpan evidence) {
  if (!issue || stance.empty()) return;
  if (!evidence.contains(where)) evidence = {where, where + 1};
  for (const Held& h : held) {
    const auto is_own = [&](Index e) { return own_issue_[e] == static_cast<std::int32_t>(*issue); };
    if (is_own(h.actor) || (h.by && is_own(*h.by))) continue;  // nobody takes a stance on himself
    Position p;
    p.actor = h.actor;
    if (h.by != h.actor) p.by = h.by;
    p.issue = issue;
    p.stance = stance;
    p.statement = holders.statement_at(where);
    p.evidence = story.evidence(evidence);
    const auto& all = story.record.positions;
    const auto near = all.end() - static_cast<std::ptrdiff_t>(std::min<std::size_t>(all.size(), kNear));
    const bool told = std::any_of(near, all.end(), [&](const Position& q) {
      return q.actor == p.actor && q.issue == p.issue && q.stance == p.stance &&
             q.evidence.sentence == p.evidence.sentence;
    });
    if (!told) story.record.positions.push_back(std::move(p));
  }
}

void PositionBuilder::take(TokenIndex from) {
  TokenIndex at = from;
  for (int deep = 0; deep < kMaxClimb && at != kNoToken; ++deep) {
    for (const TokenIndex t : coordinated(parse, at)) taken[t] = true;
    TokenIndex next = kNoToken;
    for (const TokenIndex child : parse.children(at)) {
      const Relation r = parse[child].relation;
      if (r == Relation::xcomp || r == Relation::ccomp || r == Relation::pcomp) next = child;
      if (r == Relation::prep && child_of(parse, child, Relation::pcomp) != kNoToken) {
        next = child_of(parse, child, Relation::pcomp);
      }
    }
    at = next;
  }
}

std::optional<std::string> PositionBuilder::judged(TokenIndex predicate) const {
  const Token& word = parse[predicate];
  if (word.pos == Pos::adj || word.pos == Pos::verb) {
    if (!lexicon.judged_adjectives.contains(std::string(word.lower))) return std::nullopt;
    return std::string(word.lower);
  }
  std::string called;
  if (lexicon.judged_nouns.contains(std::string(word.lemma))) called = word.lemma;
  for (const TokenIndex before : premodifiers(parse, predicate)) {
    const std::string modifier(parse[before].lower);
    if (called.empty() && lexicon.judged_adjectives.contains(modifier))
      called = modifier + " " + std::string(word.lemma);
  }
  if (called.empty()) return std::nullopt;
  const bool vowel = std::string_view("aeio").find(called.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + called;
}

std::string PositionBuilder::with_ending(std::string stance, TokenIndex content) const {
  if (stance.empty() || content == kNoToken || !is_verbal(parse[content])) return stance;
  if (!lexicon.endings.contains(std::string(parse[content].lemma)) || is_negated(parse, content)) return stance;
  const bool noun = stance.ends_with(" for") || stance.ends_with(" on") || stance.ends_with(" out");
  return stance + ((verb_form(parse, content).infinitive || stance == "pledges") && !noun ? " to end" : " ending");
}

bool PositionBuilder::is_denied(TokenIndex verb) const {
  if (is_negated(parse, verb)) return true;
  for (const TokenIndex at : {verb, first_conjunct(parse, verb)}) {
    if (child_word(parse, at, "neither") != kNoToken || child_word(parse, at, "nor") != kNoToken) return true;
  }
  return false;
}

bool PositionBuilder::is_question(TokenIndex at) const {
  const TokenSpan sentence = parse.sentences[parse[at].sentence];
  for (TokenIndex t = sentence.end; t-- > sentence.begin;) {
    if (parse[t].is_space || parse[t].tag == Tag::close_quote) continue;
    return parse[t].text == "?";
  }
  return false;
}

bool PositionBuilder::is_open(TokenIndex verb) const {
  if (is_question(verb)) return true;
  TokenIndex at = verb;
  for (int climb = 0; climb < kMaxClimb; ++climb) {
    for (const TokenIndex child : parse.children(at)) {
      const Token& c = parse[child];
      if (c.relation == Relation::mark && (c.lower == "if" || c.lower == "whether" || c.lower == "unless")) return true;
      if (c.tag == Tag::md && climb == 0 && !(c.lower == "can" && is_negated(parse, at)) &&
          (c.lower == "could" || c.lower == "may" || c.lower == "might" || c.lower == "can" || c.lower == "should" ||
           c.lower == "must")) {
        return true;
      }
    }
    if (parse[at].head == at) break;
    at = parse[at].head;
  }
  return false;
}

std::optional<Index> PositionBuilder::issue_of_clause(TokenIndex verb) const {
  for (const TokenIndex child : parse.children(verb)) {
    const Relation r = parse[child].relation;
    if (r != Relation::nsubj && r != Relation::nsubjpass) continue;
    if (!story.entities_at(child).empty()) continue;
    if (parse[child].pos == Pos::pron && !is_relative_pronoun(parse[child])) continue;
    if (const auto issue = issue_of(story, child)) return issue;
  }
  return issue_of(story, verb);
}

}  // namespace dragoman
