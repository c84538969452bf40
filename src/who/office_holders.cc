#include "who/office_holders.h"

#include "language/syntax.h"
#include "who/backwards.h"
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
  if (child_word(parse_, t, "new") != kNoToken) return std::nullopt;
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
    if (!same) continue;
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

std::optional<Index> OfficeHolders::named_next(TokenIndex t, const std::string& country, bool diplomat,
                                               bool of_body) const {
  constexpr std::uint32_t kLead = 2, kNear = 3;
  constexpr TokenIndex kFar = 120;
  const std::uint32_t sentence = parse_[t].sentence;
  const bool subject = parse_[first_conjunct(parse_, t)].relation == Relation::nsubj;
  if ((country.empty() && !of_body) || nouns_.is_plural(t) || sentence > kLead || (!subject && !diplomat))
    return std::nullopt;
  TokenIndex next = parse_.sentences[sentence].end;
  for (const TokenIndex end = std::min<TokenIndex>(parse_.size(), next + kFar);
       next < end && parse_[next].sentence <= sentence + kNear; ++next) {
    const std::int32_t at = b_.story.mention_at[next];
    if (at < 0) continue;
    const TokenMention& m = b_.story.mentions[static_cast<std::size_t>(at)];
    if (m.entities.size() != 1 || b_.entity(m.entities[0]).type != EntityType::person) continue;
    const Entity& e = b_.entity(m.entities[0]);
    if (!is_first(m) || !is_subject(parse_, m.head) ||
        (!country.empty() && !e.country.empty() && e.country != country)) {
      return std::nullopt;
    }
    if (diplomat) {
      const auto title = e.roles.empty() ? std::nullopt : b_.who.title_phrases.find(e.roles.front().title);
      return title && b_.who.titles[*title].abroad ? std::optional(m.entities[0]) : std::nullopt;
    }
    const bool bare = e.roles.empty() && appositions(parse_, m.head).empty() && e.name.find(' ') != std::string::npos;
    return bare ? std::optional(m.entities[0]) : std::nullopt;
  }
  return std::nullopt;
}

bool OfficeHolders::is_first(const TokenMention& m) const {
  const auto first = first_at_.find(m.entities[0]);
  return first != first_at_.end() && first->second == m.span.begin;
}

}  // namespace dragoman
