#include "who/joined.h"

#include "language/syntax.h"
#include "who/backwards.h"

#include <algorithm>
#include <optional>

namespace dragoman {

namespace {

// The clause that a word stands in, with those around it as long as it has no subject of its own: "met" of "flew to
// Lima and met Holm" and of "after meeting Holm" belong to whoever flew.
TokenIndex clause_with_subject(const Parse& parse, TokenIndex t) {
  TokenIndex clause = clause_head(parse, t);
  while (own_subject(parse, clause) == kNoToken && parse[clause].head != clause) {
    clause = parent_clause(parse, clause);
  }
  return clause;
}

// The verb whose subject a word is: of its own clause, or of the relative clause that it has, "Ortiz, who met Holm".
TokenIndex verb_of_subject(const Parse& parse, TokenIndex t) {
  if (is_subject(parse, t)) return parse[t].head;
  const TokenIndex relative = child_of(parse, t, Relation::relcl);
  if (relative == kNoToken) return kNoToken;
  const TokenIndex subject = own_subject(parse, relative);
  return subject != kNoToken && (parse[subject].tag == Tag::wp || parse[subject].tag == Tag::wdt) ? relative : kNoToken;
}

// A state or body takes part as what the verb is done to, or behind these; elsewhere it is a place or a topic.
bool takes_part(const Parse& parse, TokenIndex t) {
  const Relation r = parse[t].relation;
  if (r == Relation::dobj || r == Relation::dative) return true;
  const std::string_view before = parse[parse[t].head].lower;
  return r == Relation::pobj && (before == "with" || before == "by" || before == "against");
}

// People also as whom somebody talks to, or calls on: but not "a case like Ortiz's".
bool stands_in_clause(const Parse& parse, TokenIndex t) {
  return parse[t].relation != Relation::pobj || parse[parse[t].head].lower != "like";
}

bool is_owner_or_modifier(const Parse& parse, TokenIndex t) {
  const Relation r = parse[t].relation;
  return r == Relation::poss || r == Relation::compound || r == Relation::amod || r == Relation::nmod;
}

// Who stands with the subject, and where.
struct Partner {
  Index entity = EntityBuilder::kNone;
  TokenIndex at = kNoToken;
};

// The only other of the subject's kind in its clause.
std::optional<Partner> partner_of(const EntityBuilder& b, const TokenMention& subject) {
  if (subject.entities.size() != 1 || b.notes[subject.entities[0]].plural) return std::nullopt;
  const TokenIndex verb = verb_of_subject(b.parse, subject.head);
  if (verb == kNoToken) return std::nullopt;
  const bool people = b.entity(subject.entities[0]).type == EntityType::person;
  constexpr TokenIndex kFar = 80;  // however long a sentence is
  const TokenSpan sentence = b.parse.sentences[b.parse[verb].sentence];
  const TokenIndex begin = std::max(sentence.begin, verb > kFar ? verb - kFar : 0);
  std::optional<Partner> found;
  for (TokenIndex t = begin; t < std::min(sentence.end, verb + kFar); ++t) {
    const std::int32_t at = b.story.mention_at[t];
    if (at < 0) continue;
    const TokenMention& m = b.story.mentions[static_cast<std::size_t>(at)];
    if (m.span.begin != t || m.entities == subject.entities) continue;
    if (is_owner_or_modifier(b.parse, m.head) || clause_with_subject(b.parse, m.head) != verb) continue;
    if (!(people ? stands_in_clause(b.parse, m.head) : takes_part(b.parse, m.head))) continue;
    for (const Index e : m.entities) {
      if ((b.entity(e).type == EntityType::person) != people || (found && found->entity == e)) continue;
      if (found || b.notes[e].plural || e == subject.entities[0]) return std::nullopt;
      found = Partner{e, m.head};
    }
  }
  return found;
}

// The noun behind "and" right behind a mention, of which the one hangs on the other or both on one word, though not by
// coordination; kNoToken where there is none.
TokenIndex noun_behind_and(const EntityBuilder& b, const TokenMention& m) {
  const Parse& parse = b.parse;
  TokenIndex t = m.span.end;
  if (t < parse.size() && parse[t].text == ")") ++t;
  if (t >= parse.size() || parse[t].pos != Pos::cconj || parse[t].lower != "and") return kNoToken;
  constexpr TokenIndex kLongest = 6;
  const TokenIndex end = std::min<TokenIndex>(t + 1 + kLongest, parse.sentences[parse[t].sentence].end);
  for (++t; t < end; ++t) {
    if (const std::int32_t at = b.story.mention_at[t]; at >= 0) {
      const TokenIndex head = b.story.mentions[static_cast<std::size_t>(at)].head;
      if (parse[head].relation == Relation::poss) continue;
      const bool beside = parse[head].head == parse[m.head].head && is_subject(parse, head);
      return beside || parse[m.head].head == head || parse[head].head == m.head ? head : kNoToken;
    }
    if (!is_nominal(parse[t]) && parse[t].pos != Pos::det && parse[t].pos != Pos::adj && parse[t].pos != Pos::num)
      return kNoToken;
  }
  return kNoToken;
}

bool is_met(const EntityBuilder& b, TokenIndex partner) {
  const Parse& parse = b.parse;
  const Token& token = parse[partner];
  if (token.relation == Relation::pobj && parse[token.head].lower == "with") return true;
  const bool done_to = token.relation == Relation::dobj ||
                       (token.relation == Relation::pobj && parse[token.head].relation == Relation::agent);
  return done_to && b.who.meets.contains(parse[clause_head(parse, partner)].lemma);
}

}  // namespace

std::vector<Index> joined_by_clause(const EntityBuilder& b, const TokenMention& subject) {
  const auto partner = partner_of(b, subject);
  return partner ? std::vector<Index>{subject.entities[0], partner->entity} : std::vector<Index>{};
}

std::vector<Index> met_by_clause(const EntityBuilder& b, const TokenMention& subject) {
  const auto partner = partner_of(b, subject);
  return partner && is_met(b, partner->at) ? std::vector<Index>{subject.entities[0], partner->entity}
                                           : std::vector<Index>{};
}

std::vector<Index> listed_at(const EntityBuilder& b, const TokenMention& m) {
  return m.entities.size() > 1 ? m.entities : coordinated_entities(b, m);
}

std::vector<Index> named_together_at(const EntityBuilder& b, const TokenMention& m) {
  std::vector<Index> members = listed_at(b, m);
  return members.size() > 1 ? members : std::vector<Index>{};
}

std::vector<Index> named_side_by_side(const EntityBuilder& b, const TokenMention& m) {
  Tokens heads = coordinated(b.parse, m.head);
  if (heads.size() < 2) {
    const TokenIndex behind = noun_behind_and(b, m);
    if (behind == kNoToken) return {};
    heads.push_back(behind);
  }
  std::vector<Index> members;
  for (const TokenIndex head : heads) {
    const auto& entities = b.story.entities_at(head);
    if (entities.empty()) return {};
    for (const Index e : entities) {
      if (std::find(members.begin(), members.end(), e) == members.end()) members.push_back(e);
    }
  }
  return members.size() > 1 ? members : std::vector<Index>{};
}

std::vector<Index> together_at(const EntityBuilder& b, const TokenMention& m) {
  std::vector<Index> members = named_together_at(b, m);
  return members.empty() ? joined_by_clause(b, m) : members;
}

}  // namespace dragoman
