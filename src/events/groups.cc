#include "events/groups.h"

#include "language/syntax.h"
#include "story/members.h"
#include "who/pairs.h"

#include <algorithm>
#include <string>
#include <utility>

namespace dragoman {

namespace {

bool stands_for_country(const Token& people) {
  return people.tag == Tag::nns || people.lemma == "force" || people.lemma == "mission";
}

}  // namespace

// "U.S. and Beninese officials", where the mention begins behind "and".
bool Groups::is_named_in_part(Index group) {
  const auto head = first_heads_.of(group);
  if (!head) return false;
  const std::string& name = story_.record.entities[group].name;
  for (const TokenIndex before : premodifiers(parse_, *head)) {
    const Tokens list = coordinated(parse_, before);
    const TokenIndex last = list.back();
    if (list.size() < 2 || last > *head || name.starts_with(parse_[before].text)) continue;
    if (name.starts_with(parse_[last].text)) return true;
  }
  return false;
}

// "Togolese and Beninese officials agreed": the two with each other, and with whoever else took part. "Both U.S. and
// Beninese officials objected": a group with the name "Beninese officials", which is of both countries.
void Groups::apart_by_country(bool mutual, std::vector<Index>& actors) {
  std::vector<Index> out;
  for (const Index actor : actors) {
    std::vector<Index> countries;
    if (mutual || is_named_in_part(actor)) countries = sides_of_group(story_, first_heads_, actor);
    if (countries.empty()) countries.push_back(actor);
    for (const Index e : countries) {
      if (!holds(out, e)) out.push_back(e);
    }
  }
  actors = std::move(out);
}

// "help for people in Mali", "troops for the force in Mali": the country stands for those of its people who have no
// name.
void Groups::people_of_country(Participants& recipients) {
  for (Participant& r : recipients) {
    const std::optional<Index> e = r.entity();
    if (!e || !story_.record.entities[*e].anonymous) continue;
    const auto first = first_heads_.of(*e);
    if (!first || !stands_for_country(parse_[*first])) continue;
    std::vector<Index> countries;
    for (const TokenIndex place : obliques(parse_, *first, "in")) arguments_.add_mention(countries, place);
    if (countries.empty()) continue;
    r = Participant::of_entity(countries.front());
    for (auto c = countries.begin() + 1; c != countries.end(); ++c) recipients.push_back(Participant::of_entity(*c));
    return;
  }
}

// "refused to let the helicopters land": nobody is refused but those who fly them.
void Groups::drop_things(Participants& recipients) {
  std::erase_if(recipients, [&](const Participant& r) {
    if (!r.entity() || !story_.record.entities[*r.entity()].anonymous) return false;
    const auto head = first_heads_.of(*r.entity());
    return head && lexicon_.things.contains(parse_[*head].lemma);
  });
}

}  // namespace dragoman
