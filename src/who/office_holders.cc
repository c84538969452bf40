#include "who/office_holders.h"

#include "language/syntax.h"
#include "text/ascii.h"
#include "who/backwards.h"
#include "who/descriptions.h"
#include "who/other_holders.h"
#include "who/phrases.h"
#include "who/role_status.h"

#include <algorithm>

namespace dragoman {

OfficeHolders::OfficeHolders(EntityBuilder& b, const NounPhrases& nouns) : b_(b), parse_(b.parse), nouns_(nouns) {
  for (const TokenMention& m : b_.story.mentions) {
    if (m.entities.size() != 1) continue;
    auto& first = first_at_.try_emplace(m.entities[0], m.span.begin).first->second;
    first = std::min(first, m.span.begin);
  }
}

std::optional<Index> OfficeHolders::same_office(TokenIndex t, const Title& title, const std::string& country) {
  if (nouns_.is_plural(t) || nouns_.is_determined(t, "a") || nouns_.is_determined(t, "an")) return std::nullopt;
  if (country.empty() && parse_[t].text == parse_[t].lower && !is_definite(parse_, t)) return std::nullopt;
  if (child_word(parse_, t, "new") != kNoToken || is_to_come(parse_, t)) return std::nullopt;
  if (role_status(b_, {t, t + 1}, parse_.sentences[parse_[t].sentence].begin) != RoleStatus::current)
    return std::nullopt;
  std::optional<Index> found;
  for (Index e = 0; e < b_.story.record.entities.size(); ++e) {
    const Entity& person = b_.entity(e);
    if (person.type != EntityType::person || person.anonymous) continue;
    if (!country.empty() && !person.country.empty() && person.country != country) continue;
    const bool same = std::any_of(person.roles.begin(), person.roles.end(), [&](const Role& role) {
      return role.title == title.name && is_in_office(role.status) &&
             (country.empty() || role.country.empty() || role.country == country);
    });
    if (!same || is_other_holder(b_, e, t, title.name)) continue;
    if (found) return std::nullopt;
    found = e;
  }
  if (found && !country.empty()) {
    Entity& person = b_.entity(*found);
    person.country = country;
    for (Role& role : person.roles) {
      if (role.country.empty() && role.title == title.name) role.country = country;
    }
  }
  return found;
}

// Within the first sentences of the report, past what is no part of it.
bool OfficeHolders::is_in_the_lead(TokenIndex t) const {
  constexpr int kLead = 2;
  int before = 0;
  for (std::uint32_t s = 0; s < parse_[t].sentence && before <= kLead; ++s) {
    if (!b_.story.boilerplate[parse_.sentences[s].begin]) ++before;
  }
  return before <= kLead;
}

// "a police officer said": one more of whom nothing but that is told.
bool OfficeHolders::introduces_another(TokenIndex t) const {
  if (!is_subject(parse_, t) || parse_[t].tag != Tag::nn || is_definite(parse_, t)) return false;
  const auto noun = b_.who.noun_phrases.find(parse_[t].lower);
  return (noun && b_.who.nouns[*noun].kind == ActorNoun::Kind::people) ||
         b_.who.title_phrases.find(parse_[t].lower).has_value();
}

// Whether the name is that of one who may be described so: nothing else is said of who bears it, and what is known of
// the bearer agrees.
bool OfficeHolders::may_be(const Unnamed& whom, const TokenMention& m) const {
  const Index index = m.entities[0];
  const Entity& e = b_.entity(index);
  const bool told = !e.country.empty() && !b_.notes[index].by_context;
  if (!whom.country.empty() && told && e.country != whom.country) return false;
  if (whom.diplomat) {
    const auto title = e.roles.empty() ? std::nullopt : b_.who.title_phrases.find(e.roles.front().title);
    return title && b_.who.titles[*title].abroad;
  }
  if (e.name.find(' ') == std::string::npos || is_of_other_gender(b_, index, parse_[whom.head].lower)) return false;
  for (const Role& role : e.roles) {
    if (!is_titled(role, whom.office)) return false;
  }
  for (const TokenIndex beside : appositions(parse_, m.head)) {
    if (parse_[beside].tag != Tag::cd && e.roles.empty()) return false;  // "Ana Paz, a nurse", but "Ana Paz, 54"
  }
  const bool known = std::any_of(b_.registered.begin(), b_.registered.end(),
                                 [&](const auto& holder) { return holder.second == index; });
  return !known || !e.roles.empty();
}

// A singular without an article in the first sentence is a headline's.
std::optional<Index> OfficeHolders::of_headline(const Unnamed& whom) const {
  constexpr std::uint32_t kLead = 3;
  const TokenIndex t = whom.head;
  if (parse_[t].sentence != 0 || whom.office.empty() || nouns_.is_plural(t)) return std::nullopt;
  for (const TokenIndex c : parse_.children(t)) {
    const Relation r = parse_[c].relation;
    if (r == Relation::det || r == Relation::poss || r == Relation::nummod) return std::nullopt;
  }
  const std::string office = ascii_lower(whom.office);  // "Pastor" of a headline is written as a name
  std::optional<Index> found;
  for (const TokenMention& m : b_.story.mentions) {
    const std::uint32_t sentence = parse_[m.head].sentence;
    if (sentence == 0 || sentence > kLead || m.kind != MentionKind::name || m.entities.size() != 1) continue;
    const Entity& e = b_.entity(m.entities[0]);
    const bool told = !e.country.empty() && !b_.notes[m.entities[0]].by_context;
    const bool of_another = !whom.country.empty() && told && e.country != whom.country;
    if (e.type != EntityType::person || e.anonymous || of_another || found == m.entities[0]) continue;
    const bool beside = m.span.begin > 0 && parse_[m.span.begin - 1].lower == office;
    const bool same = beside || std::any_of(e.roles.begin(), e.roles.end(),
                                            [&](const Role& role) { return is_titled(role, office); });
    if (!same) continue;
    if (found) return std::nullopt;
    found = m.entities[0];
  }
  return found;
}

std::optional<Index> OfficeHolders::named_next(const Unnamed& whom) const {
  if (const auto named = of_headline(whom)) return named;
  constexpr std::uint32_t kNear = 3;
  constexpr TokenIndex kFar = 120;
  const TokenIndex t = whom.head;
  const std::uint32_t sentence = parse_[t].sentence;
  const bool subject = parse_[first_conjunct(parse_, t)].relation == Relation::nsubj;
  if (nouns_.is_plural(t) || !is_in_the_lead(t) || (!subject && !whom.diplomat)) return std::nullopt;
  const bool has_owner = !whom.country.empty() || whom.of_body;
  TokenIndex next = parse_.sentences[sentence].end;
  for (const TokenIndex end = std::min<TokenIndex>(parse_.size(), next + kFar);
       next < end && parse_[next].sentence <= sentence + kNear; ++next) {
    if (introduces_another(next)) return std::nullopt;
    const std::int32_t at = b_.story.mention_at[next];
    if (at < 0) continue;
    const TokenMention& m = b_.story.mentions[static_cast<std::size_t>(at)];
    if (m.entities.size() != 1 || b_.entity(m.entities[0]).type != EntityType::person) continue;
    if (!is_first(m) || !is_subject(parse_, m.head) || !may_be(whom, m)) return std::nullopt;
    // Of an office that the country or body has but once the name alone is enough; others go on speaking.
    const TokenIndex verb = parse_[t].head;
    const bool leads = parse_[verb].head == verb;  // and is not only spoken of
    const bool goes_on = leads && speaks(b_, t) && speaks(b_, m.head);
    const bool is_once = has_owner && is_definite(parse_, t);
    return goes_on || is_once || whom.diplomat ? std::optional(m.entities[0]) : std::nullopt;
  }
  return std::nullopt;
}

bool OfficeHolders::is_first(const TokenMention& m) const {
  const auto first = first_at_.find(m.entities[0]);
  return first != first_at_.end() && first->second == m.span.begin;
}

}  // namespace dragoman
