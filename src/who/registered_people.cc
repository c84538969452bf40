#include "who/registered_people.h"

#include "who/role_status.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace dragoman {

namespace {

class Registered {
 public:
  explicit Registered(EntityBuilder& b) : b_(b) {}

  // Full name, country and office from the register, by the name or else by a shorter one that the report has too.
  void consult(Index index) {
    if (b_.entity(index).type != EntityType::person || consult(index, b_.entity(index).name)) return;
    const std::string whole = b_.entity(index).name;
    if (std::count(whole.begin(), whole.end(), ' ') < 2) return;
    for (const TokenMention& m : b_.story.mentions) {
      if (m.kind != MentionKind::name || m.span.size() != 2 || m.entities.size() != 1 || m.entities[0] != index)
        continue;
      if (const std::string name = b_.words(m.span); name != whole) {
        consult(index, name);
        return;
      }
    }
  }

 private:
  // Where name and office agree with it and the date allows it.
  bool consult(Index index, const std::string& name) {
    Entity& e = b_.entity(index);
    const std::string surname(surname_of(name));
    const std::string key = person_key(name), surname_key = person_key(surname);
    const auto found = b_.who.holders_by_surname.find(surname_key);
    if (found == b_.who.holders_by_surname.end()) return false;
    const std::string& latest = b_.story.record.document.published.latest;
    const std::string& earliest = b_.story.record.document.published.earliest;
    const Holder* match = nullptr;
    const std::string home = key == surname_key ? most_named(found->second, index) : std::string();
    for (const std::uint32_t h : found->second) {
      const Holder& holder = b_.who.holders[h];
      const bool same_name = holder.key == key;
      const bool same_office = has_role(index, holder.office);
      if (!same_name && !(key == surname_key && same_office)) continue;
      if (!e.country.empty() && holder.country != e.country) continue;
      if (!home.empty() && holder.country != home) continue;
      const bool in_time =
          (latest.empty() || holder.from <= latest) && (earliest.empty() || holder.to.empty() || holder.to >= earliest);
      if (same_name && same_office && in_time) {
        match = &holder;
        break;
      }
      if (in_time && (match == nullptr || same_office)) match = &holder;
      if (same_name && match == nullptr) match = &holder;
    }
    if (match == nullptr) return false;
    b_.registered.emplace(static_cast<std::uint32_t>(match - b_.who.holders.data()), index);
    if (b_.who.country_by_code.contains(match->country)) {
      if (e.country.empty()) e.country = match->country;
      for (Role& role : e.roles) {
        if (role.country.empty() && !role.of && role.sector == "GOV") role.country = match->country;
        if (role.title != match->office) continue;
        if (role.country.empty()) role.country = match->country;
        const bool over = !match->to.empty() && !earliest.empty() && match->to < earliest;
        if (over && role.country == match->country && is_in_office(role.status)) role.status = RoleStatus::former;
      }
    }
    if (key == surname_key) e.name = match->name;
    if (b_.notes[index].sector.empty()) {
      b_.notes[index].sector = !match->of_body ? "GOV" : match->country == "UNO" ? "UNO" : "IGO";
    }
    return true;
  }

  bool has_role(Index e, const std::string& title) const {
    const auto& roles = b_.entity(e).roles;
    return std::any_of(roles.begin(), roles.end(), [&](const Role& r) { return r.title == title; });
  }

  // Of the countries whose holders bear that surname and office, "King Abdullah", the one that the report speaks of
  // most; empty where there is but one.
  std::string most_named(const std::vector<std::uint32_t>& holders, Index person) const {
    std::map<std::string, int> named;
    for (const std::uint32_t h : holders) {
      if (has_role(person, b_.who.holders[h].office)) named.emplace(b_.who.holders[h].country, 0);
    }
    if (named.size() < 2) return {};
    for (const TokenMention& m : b_.story.mentions) {
      for (const Index e : m.entities) {
        const auto country = named.find(b_.entity(e).country);
        if (country != named.end()) ++country->second;
      }
    }
    const auto most =
        std::max_element(named.begin(), named.end(), [](const auto& x, const auto& y) { return x.second < y.second; });
    return most->second > 0 ? most->first : std::string();
  }

  EntityBuilder& b_;
};

// "secretary" of "Secretary Paz", who is the secretary of state.
bool is_short_for(const std::string& title, const std::string& office) {
  return title == "secretary" && (office.starts_with("secretary ") || office.ends_with(" secretary"));
}

}  // namespace

void end_registered_offices(EntityBuilder& b) {
  const Published& published = b.story.record.document.published;
  if (published.earliest.empty()) return;
  // Of a day that was inferred from who is in office, the one before has left by then.
  const bool inferred = published.basis == PublishedBasis::inferred;
  for (Entity& e : b.story.record.entities) {
    if (!e.is_named_person() || e.roles.empty()) continue;
    const auto found = b.who.holders_by_surname.find(person_key(surname_of(e.name)));
    if (found == b.who.holders_by_surname.end()) continue;
    const std::string key = person_key(e.name);
    for (Role& role : e.roles) {
      bool held = false, over = true, in_term = false;
      std::string office;
      for (const std::uint32_t h : found->second) {
        const Holder& holder = b.who.holders[h];
        const bool same = holder.office == role.title || is_short_for(role.title, holder.office);
        if (!same || holder.key != key || holder.country != role.country) continue;
        held = true;
        if (office.empty()) office = holder.office;
        if (holder.to.empty() || !(holder.to < published.earliest || (inferred && holder.to == published.earliest)))
          over = false;
        const bool until = holder.to.empty() || published.latest <= holder.to;
        if (holder.from <= published.earliest && !published.latest.empty() && until) in_term = true;
      }
      if (!held) continue;
      if (over && is_in_office(role.status)) role.status = RoleStatus::former;
      const bool twice =
          std::any_of(e.roles.begin(), e.roles.end(), [&](const Role& other) { return other.title == office; });
      if (!twice && (over || in_term)) role.title = office;
    }
  }
}

void find_registered(EntityBuilder& b) {
  Registered people(b);
  for (Index e = 0; e < b.story.record.entities.size(); ++e) people.consult(e);
}

}  // namespace dragoman
