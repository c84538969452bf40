// Whose plan "the plan" is: what somebody makes by words or rulings, where an earlier sentence says who that is.
#include "events/told_before.h"
#include "language/syntax.h"

#include <algorithm>

namespace dragoman {

namespace {

constexpr std::uint32_t kSentencesToAuthor = 6;

// The words before the noun that tell one plan from another: "the tax plan".
Tokens distinctions(const Parse& parse, TokenIndex noun) {
  Tokens out = premodifiers(parse, noun);
  std::erase_if(out, [&](TokenIndex t) { return parse[t].relation != Relation::compound; });
  return out;
}

// "propose" and "proposal", "rule" and "ruling": the deed and what comes of it have their stem in common.
bool has_stem_of(std::string_view noun, std::string_view verb) {
  constexpr std::size_t kShortest = 3, kEnding = 2;
  if (verb.size() < kShortest || noun.size() < verb.size()) return noun == verb;
  const std::size_t stem = std::max(kShortest, verb.size() - kEnding);
  return noun.substr(0, stem) == verb.substr(0, stem);
}

}  // namespace

// "the plan", "this ruling", with nothing beside it that says whose it is.
bool ToldBefore::is_known_work(TokenIndex noun) const {
  if (parse_[noun].pos != Pos::noun || story_.mention_at[noun] >= 0) return false;
  if (!lexicon_.authored.contains(parse_[noun].lemma)) return false;
  bool definite = false;
  for (const TokenIndex c : parse_.children(noun)) {
    const Token& child = parse_[c];
    const Relation r = child.relation;
    if (r == Relation::det) {
      definite = child.lower.starts_with("th");  // the, this, that, these, those
    } else if (r != Relation::amod && r != Relation::compound && r != Relation::punct && r != Relation::advmod) {
      return false;
    }
    if (c < noun && story_.mention_at[c] >= 0) return false;
  }
  return definite;
}

bool ToldBefore::is_same_work(TokenIndex before, TokenIndex noun) const {
  if (parse_[before].tag != parse_[noun].tag || parse_[before].lemma != parse_[noun].lemma) return false;
  const Tokens there = distinctions(parse_, before), here = distinctions(parse_, noun);
  return here.empty() || std::any_of(here.begin(), here.end(), [&](TokenIndex t) {
           return std::any_of(there.begin(), there.end(),
                              [&](TokenIndex o) { return parse_[o].lower == parse_[t].lower; });
         });
}

// "Diaz's plan", "a plan by Diaz", "announced a plan", "a plan drawn up by Diaz", "a plan that Diaz announced".
std::vector<Index> ToldBefore::authors_by_noun(TokenIndex noun) const {
  std::vector<Index> out;
  const auto add = [&](const Tokens& heads) {
    for (const TokenIndex head : heads) {
      if (out.empty()) arguments_.add_party(out, head);
    }
  };
  add(possessors(parse_, noun));
  add(obliques(parse_, noun, "by"));
  for (const TokenIndex c : parse_.children(noun)) {
    if (parse_[c].relation != Relation::acl && parse_[c].relation != Relation::relcl) continue;
    if (is_passive(parse_, c) || lexicon_.authoring.contains(parse_[c].lemma)) add(agents(parse_, c));
  }
  const Token& first = parse_[first_conjunct(parse_, noun)];
  if (first.relation != Relation::dobj && first.relation != Relation::nsubjpass) return out;
  if (lexicon_.authoring.contains(parse_[first.head].lemma)) add(agents(parse_, first.head));
  return out;
}

// "proposed it … the proposal"
std::vector<Index> ToldBefore::authors_by_verb(TokenIndex verb, TokenIndex noun) const {
  std::vector<Index> out;
  if (!is_verbal(parse_[verb]) || !has_stem_of(parse_[noun].lemma, parse_[verb].lemma)) return out;
  for (const TokenIndex head : agents(parse_, verb)) arguments_.add_party(out, head);
  return out;
}

void ToldBefore::author_of_object(const EventFrame& frame, const Predicate& p, Participants& recipients) const {
  if (frame.type != EventType::accuse && frame.type != EventType::reject && frame.type != EventType::support) return;
  for (const Slot& slot : frame.recipients) {
    for (const TokenIndex noun : arguments_.fillers(slot, p)) {
      if (!is_known_work(noun)) continue;
      for (TokenIndex t = std::min(noun, p.token); t-- > 0;) {
        if (parse_[noun].sentence - parse_[t].sentence > kSentencesToAuthor) return;
        const bool same = is_same_work(t, noun);
        const std::vector<Index> authors = same ? authors_by_noun(t) : authors_by_verb(t, noun);
        if (!authors.empty()) {
          recipients = participants_of(authors);
          return;
        }
        // "a plan": another one, of nobody known.
        if (same && arguments_.has_indefinite_article(t)) return;
      }
    }
  }
}

}  // namespace dragoman
