#include "who/homes.h"

#include "who/context.h"
#include "who/home_candidates.h"
#include "who/office_places.h"
#include "who/roles.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace dragoman {

namespace {

class Homes {
 public:
  explicit Homes(EntityBuilder& b) : b_(b) {}

  void run() {
    by_place();
    by_body();
    std::vector<bool> open;
    for (Index i = 0; i < b_.story.record.entities.size(); ++i) open.push_back(is_open(i));
    const HomeCandidates candidates(b_, open);
    const auto decide = [&](auto&& is_one) {
      for (Index i = 0; i < open.size(); ++i) {
        if (open[i] && is_one(b_.entity(i))) weigh(candidates, i);
      }
    };
    decide([](const Entity& e) { return e.type == EntityType::organisation; });
    decide([](const Entity& e) { return e.is_named_person(); });
    decide([](const Entity& e) { return e.type != EntityType::organisation && !e.is_named_person(); });
  }

 private:
  bool is_open(Index i) const {
    const Entity& e = b_.entity(i);
    const EntityBuilder::Note& note = b_.notes[i];
    if (e.type == EntityType::country || e.type == EntityType::media || !note.known_code.empty() || note.of_no_country)
      return false;
    if (e.anonymous && note.sector == "MED") return false;  // "told reporters in Lima", who may be of anywhere
    return e.country.empty() || note.by_context;
  }

  void weigh(const HomeCandidates& candidates, Index i) {
    auto found = candidates.candidates_of(i);
    if (!found) {
      if (!b_.entity(i).country.empty()) b_.entity(i).country_chance = kByContext;
      return;
    }
    const auto best = std::max_element(found->candidates.begin(), std::prev(found->candidates.end()),
                                       [](const auto& x, const auto& y) { return x.chance < y.chance; });
    const bool enough = best->chance >= b_.who.homes.least[static_cast<std::size_t>(found->form)];
    set_country(i, enough ? best->country : std::string());
    constexpr double kSteps = 100, kMost = 0.99;  // 1 is for what words tell
    if (enough) b_.entity(i).country_chance = std::min(kMost, std::round(best->chance * kSteps) / kSteps);
    if (b_.home_cases != nullptr) b_.home_cases->push_back(std::move(*found));
  }

  // With the offices of a state that have none; a lawyer of Peru is nobody's attorney for that.
  void set_country(Index i, const std::string& country) {
    Entity& e = b_.entity(i);
    for (Role& role : e.roles) {
      if (!role.country.empty() && role.country == e.country && e.country != country) role.country.clear();
      if (role.country.empty() && is_of_a_state(role)) role.country = country;
    }
    e.country = country;
  }

  bool is_of_a_state(const Role& role) const {
    const auto title = b_.who.title_phrases.find(role.title);
    const bool of_body = !title || b_.who.titles[*title].of_body || b_.who.titles[*title].of_bodies_alone;
    return is_of_state(role.sector) && !role.of && !of_body;
  }

  // Who holds an office in a body of a state whose country is known is of it.
  void by_body() {
    for (Index i = 0; i < b_.story.record.entities.size(); ++i) {
      const Entity& e = b_.entity(i);
      if (!e.is_named_person() || (!e.country.empty() && !b_.notes[i].by_context)) continue;
      for (const Role& role : e.roles) {
        if (!role.of || !is_of_state(b_.notes[*role.of].sector)) continue;
        const std::string country = b_.entity(*role.of).country;
        if (!b_.who.country_by_code.contains(country) || b_.notes[*role.of].by_context) continue;
        set_country(i, country);
        b_.notes[i].by_context = false;
        break;
      }
    }
  }

  // "Senator Ana Paz of Ohio", "Luis Rojas, the mayor of Voi": in which country the place is that an office is of.
  void by_place() {
    std::map<TokenIndex, TokenSpan> places;
    for (const TokenSpan place : b_.story.place_names) places.emplace(place.begin, place);
    const auto place_of = [&](TokenIndex of) {
      if (b_.parse[of].lower != "of") return std::string();
      TokenIndex end = of + 2;
      const std::uint32_t country = b_.country_at(of + 1, &end);
      // "of Peru" is of no town of that name, "of Georgia" may be of the state.
      if (country != EntityBuilder::kNone && country_of_state(b_, {of + 1, end}).empty())
        return b_.who.known[country].country;
      const auto place = places.find(of + 1);
      return place == places.end() ? std::string() : country_of_town(b_, place->second);
    };
    for (const TokenMention& m : b_.story.mentions) {
      if (m.entities.size() != 1 || (m.kind != MentionKind::name && m.kind != MentionKind::title)) continue;
      const Entity& e = b_.entity(m.entities[0]);
      const bool open = e.is_named_person() && e.country.empty() && !e.roles.empty();
      if (!open || !std::all_of(e.roles.begin(), e.roles.end(),
                                [](const Role& r) { return !is_post(r) || (is_of_state(r.sector) && !r.of); }))
        continue;
      if (const std::string country = place_of(m.span.end); !country.empty()) b_.give_country(m.entities[0], country);
    }
  }

  EntityBuilder& b_;
};

}  // namespace

void find_homes(EntityBuilder& b) {
  Homes(b).run();
}

}  // namespace dragoman
