#include "who/register_terms.h"

#include <algorithm>

namespace dragoman {

const Holder* holder_then(const EntityBuilder& b, const std::string& office, const std::string& country) {
  const Published& published = b.story.record.document.published;
  if (published.earliest.empty() || published.latest.empty()) return nullptr;
  const auto holders = b.who.holders_by_office.find(office_key(country, office));
  if (holders == b.who.holders_by_office.end()) return nullptr;
  const Holder* holder = nullptr;
  for (const std::uint32_t index : holders->second) {
    const Holder& h = b.who.holders[index];
    if (h.from > published.earliest || (!h.to.empty() && h.to < published.latest)) continue;
    const bool same = holder == nullptr || holder->term == h.term;  // or another spelling
    if (!same && surname_of(holder->name) != surname_of(h.name)) return nullptr;
    if (holder == nullptr) holder = &h;
  }
  return holder;
}

bool held_once(const EntityBuilder& b, Index person, std::uint32_t title, std::string country, const std::string& day) {
  const Title& office = b.who.titles[title];
  if (country.empty()) country = office.country;
  if (country.empty()) country = b.entity(person).country;
  if (country.empty()) country = b.home_country();
  const auto holders = b.who.holders_by_office.find(office_key(country, office.name));
  if (holders == b.who.holders_by_office.end()) return false;
  const std::string key = person_key(b.entity(person).name);
  return std::any_of(holders->second.begin(), holders->second.end(), [&](std::uint32_t h) {
    const Holder& holder = b.who.holders[h];
    const bool over = !holder.to.empty() && (day.empty() || holder.to <= day);
    return over && holder.key == key;
  });
}

}  // namespace dragoman
