#include "who/other_holders.h"

#include "language/syntax.h"
#include "who/backwards.h"
#include "who/office_places.h"
#include "who/phrases.h"
#include "who/role_status.h"
#include "who/roles.h"
#include "who/title_words.h"

#include <algorithm>

namespace dragoman {

namespace {

// The noun behind "of", "for", "to" or "at": whose office it is, or where an envoy is.
TokenIndex told_owner(const Parse& parse, TokenIndex noun) {
  for (const std::string_view preposition : {"of", "for", "to", "at"}) {
    const Tokens owners = obliques(parse, noun, preposition);
    if (owners.size() == 1 && owners[0] > noun) return owners[0];
  }
  return kNoToken;
}

// Whether an earlier description by the same noun told another owner than `of`.
bool was_told_of_another(const EntityBuilder& b, Index person, TokenIndex noun, Index of) {
  constexpr std::uint32_t kFar = 100;  // sentences
  bool other = false;
  backwards(b, noun, kFar, [&](const TokenMention& m) {
    if (m.kind != MentionKind::title || m.entities.size() != 1 || m.entities[0] != person) return false;
    if (b.parse[m.head].lemma != b.parse[noun].lemma) return false;
    const TokenIndex owner = told_owner(b.parse, m.head);
    if (owner == kNoToken) return false;
    const auto& earlier = b.story.entities_at(owner);
    if (std::find(earlier.begin(), earlier.end(), of) != earlier.end()) {
      other = false;
      return true;
    }
    other = other || !earlier.empty() || !is_definite(b.parse, owner);
    return false;
  });
  return other;
}

bool is_of_another(const EntityBuilder& b, Index person, TokenIndex noun, const std::string& office) {
  const TokenIndex owner = told_owner(b.parse, noun);
  if (owner == kNoToken) return false;
  const auto& of = b.story.entities_at(owner);
  if (of.size() != 1 || b.entity(of[0]).anonymous) return false;
  const auto& roles = b.entity(person).roles;
  if (std::any_of(roles.begin(), roles.end(), [&](const Role& role) { return role.of == of[0]; })) return false;
  // "the president of the Senate" of the state's
  const bool of_body = b.entity(of[0]).type == EntityType::organisation && b.notes[of[0]].sector != "GOV";
  const bool of_state = std::any_of(roles.begin(), roles.end(), [&](const Role& role) {
    return role.title == office && !role.of && role.sector == "GOV";
  });
  return (of_body && of_state) || was_told_of_another(b, person, noun, of[0]);
}

bool is_in_another_field(const EntityBuilder& b, Index person, const std::string& office) {
  const std::size_t last = office.rfind(' ');
  if (last == std::string::npos || holds_office(b, b.entity(person), office, Term::any)) return false;
  const std::string kind = office.substr(last);  // with its space
  const auto& roles = b.entity(person).roles;
  return std::any_of(roles.begin(), roles.end(), [&](const Role& role) {
    return is_in_office(role.status) && role.title.ends_with(kind) && !role.title.ends_with(" " + office) &&
           !office.ends_with(" " + role.title);
  });
}

// "The Ohio senator" is not the one from Utah.
bool is_for_another_state(const EntityBuilder& b, Index person, TokenIndex noun) {
  const std::string& seat = b.notes[person].seat;
  if (seat.empty()) return false;
  const std::string told = state_told(b, noun);
  return !told.empty() && told != seat;
}

}  // namespace

bool is_to_come(const Parse& parse, TokenIndex noun) {
  return child_word(parse, noun, "next") != kNoToken || child_word(parse, noun, "future") != kNoToken;
}

bool is_other_holder(const EntityBuilder& b, Index person, TokenIndex noun, const std::string& office) {
  if (b.entity(person).type != EntityType::person || b.entity(person).anonymous) return false;
  return is_of_another(b, person, noun, office) || is_in_another_field(b, person, office) ||
         is_for_another_state(b, person, noun);
}

std::string state_told(const EntityBuilder& b, TokenIndex noun) {
  TokenSpan words;
  std::uint32_t title = 0;
  const TokenIndex floor = b.parse.sentences[b.parse[noun].sentence].begin;
  const bool local = title_ending_at(b, noun + 1, floor, words, title) && b.who.titles[title].local;
  return local ? state_of_office(b, words) : std::string();
}

}  // namespace dragoman
