#include "who/occupations.h"

#include "language/syntax.h"
#include "who/role_status.h"
#include "who/title_words.h"

#include <algorithm>

namespace dragoman {

void add_occupation(EntityBuilder& b, Index person, const ActorNoun& noun, TokenSpan words, TokenSpan evidence,
                    const std::string& country, std::optional<Index> of) {
  if (!noun.office) return;
  Entity& e = b.entity(person);
  if (e.type != EntityType::person || e.anonymous) return;
  words = in_full(b, words);
  const bool shared = words.begin > 1 && b.parse[words.begin - 1].text == "-" &&
                      b.parse[words.begin - 2].lower == "co" && !b.parse[words.begin - 2].space_after;
  if (shared) words.begin -= 2;  // "co-driver"
  Role role;
  for (TokenIndex t = words.begin; t < words.end; ++t) {
    if (t > words.begin && b.parse[t - 1].space_after) role.title += " ";
    role.title += b.parse[t].lower;
  }
  const auto same = [&](const Role& known) { return known.title == role.title || known.sector == noun.sector; };
  if (std::any_of(e.roles.begin(), e.roles.end(), same)) return;
  role.sector = noun.sector;
  role.country = country;
  role.of = of;
  role.evidence = b.story.evidence(evidence);
  role.status = role_status(b, words, b.parse.sentences[b.parse[words.begin].sentence].begin);
  b.notes[person].title_words.emplace_back(e.roles.size(), words);
  e.roles.push_back(std::move(role));
}

bool is_half_of_a_word(const EntityBuilder& b, TokenIndex t) {
  if (t < 2) return false;
  const Token& hyphen = b.parse[t - 1];
  const Token& first = b.parse[t - 2];
  if (hyphen.text != "-" || hyphen.space_after || first.space_after) return false;
  const auto is_small = [](const Token& token) { return token.text == token.lower; };
  if (is_small(first) != is_small(b.parse[t])) return false;  // "list-MP Ana Paz"
  return first.lower != "co" && !b.who.status_before.longest(b.parse, b.story.text, t - 2);
}

}  // namespace dragoman
