#include "store/actor_links.h"

#include "store/person_names.h"
#include "store/report_company.h"
#include "store/rulings.h"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>

#include <fmt/format.h>

namespace dragoman {

namespace {

constexpr std::string_view kPerson = "person ";
constexpr std::size_t kMostOfFamily = 200;  // actors; where more share a surname it says nothing by itself
constexpr std::int64_t kFarMore = 5;        // times as many reports as the next has
constexpr std::int64_t kNearlyAll = 10;     // the same, where the surname alone has to tell
constexpr std::int64_t kKnown = 2;          // reports of who is meant by the surname alone
constexpr std::size_t kFewReports = 20;     // of a surname alone whose company is looked at
constexpr std::size_t kSomeReports = 400;   // of one who bears it

struct Actor {
  std::int64_t id = 0;
  std::string key, given;
  PersonName name;
  std::int64_t reports = 0;
  std::set<std::string> countries, offices;
  std::int64_t one = 0;  // 0: itself
  std::string joined;
};

/// Actors that are one, the first of them with the most reports.
struct Group {
  std::vector<const Actor*> members;
  std::map<const Actor*, std::string> why;
  std::int64_t reports = 0;

  void add(const Actor& actor, std::string reason) {
    members.push_back(&actor);
    why[&actor] = std::move(reason);
    reports += actor.reports;
  }
};

bool share(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& value) { return b.contains(value); });
}

bool countries_differ(const Actor& a, const Actor& b) {
  return !a.countries.empty() && !b.countries.empty() && !share(a.countries, b.countries);
}

std::string reason_of(NameLink link) {
  switch (link) {
    case NameLink::short_name:
      return "short name";
    case NameLink::spelling:
      return "spelling";
    case NameLink::letter:
      return "letter";
    case NameLink::suffix:
      return "suffix";
    default:
      return "middle";
  }
}

bool most_reports_first(const Actor* a, const Actor* b) {
  return a->reports != b->reports ? a->reports > b->reports : a->key < b->key;
}

/// Who stands for the others: the one with a full name, its letters whole, and the most reports.
bool stands_first(const Actor* a, const Actor* b) {
  if (a->name.is_garbled != b->name.is_garbled) return b->name.is_garbled;
  return a->name.is_full() != b->name.is_full() ? a->name.is_full() : most_reports_first(a, b);
}

class Family {
 public:
  Family(const std::vector<Actor>& actors, const RuledActors& ruled, bool people, bool surnames_alone,
         ReportCompany& company)
      : ruled_(ruled), company_(company) {
    std::vector<const Actor*> sorted;
    for (const Actor& actor : actors) sorted.push_back(&actor);
    std::sort(sorted.begin(), sorted.end(), most_reports_first);
    if (!people) {
      bodies(sorted);
      return;
    }
    // Who has a middle name first: it tells whom those without it may be.
    for (const bool detailed : {true, false}) {
      for (const Actor* actor : sorted) {
        if (actor->name.is_full() && is_detailed(actor->name) == detailed) full_name(*actor);
      }
    }
    const std::size_t full = groups_.size();
    for (const Actor* actor : sorted) {
      if (actor->name.is_full()) continue;
      const Bearer found = surnames_alone ? bearer(*actor, full) : Bearer{};
      Group& group = found.group == nullptr ? groups_.emplace_back() : *found.group;
      group.add(*actor, found.why);
    }
  }

  std::vector<Group> take() { return std::move(groups_); }

 private:
  static bool is_detailed(const PersonName& name) {
    return !name.leading.empty() || !name.middle.empty() || !name.suffix.empty();
  }

  static bool is_supported(NameLink link, const Actor& a, const Actor& b) {
    if (link == NameLink::same) return true;
    const bool common = is_common_surname(a.name.surname) || is_common_surname(b.name.surname);
    if (link == NameLink::letter) {
      const bool of_surname = a.name.first == b.name.first;  // in first names it is Eric and Erica
      return !common && (share(a.offices, b.offices) || (of_surname && share(a.countries, b.countries)));
    }
    if (link == NameLink::suffix) return !common && (share(a.offices, b.offices) || share(a.countries, b.countries));
    return !common || share(a.offices, b.offices) || share(a.countries, b.countries);
  }

  /// Nothing forbids that the actor is one with those of the group.
  bool may_join(const Group& group, const Actor& actor) const {
    return std::none_of(group.members.begin(), group.members.end(), [&](const Actor* member) {
      return ruled_.are_apart(member->id, actor.id) || countries_differ(*member, actor);
    });
  }

  bool stand_together(const Actor& a, const Actor& b) const {
    const bool rarer = a.reports < b.reports;
    return company_.stand_together(rarer ? a.id : b.id, rarer ? b.id : a.id);
  }

  /// How the name is linked to that of a member; nothing where it contradicts any.
  std::optional<NameLink> link_to(const Group& group, const Actor& actor) const {
    std::optional<NameLink> closest;
    if (!may_join(group, actor)) return {};
    for (const Actor* member : group.members) {
      if (member->given != actor.given) return {};
      const NameLink link = name_link(member->name, actor.name);
      if (link == NameLink::none) return {};
      if (link == NameLink::suffix && stand_together(*member, actor)) return {};  // father and son
      if (is_supported(link, *member, actor) && (!closest || link < *closest)) closest = link;
    }
    return closest;
  }

  void full_name(const Actor& actor) {
    Group* most = nullptr;
    NameLink link = NameLink::none;
    std::int64_t next = 0;
    for (Group& group : groups_) {
      const auto to_group = link_to(group, actor);
      if (!to_group) continue;
      if (most == nullptr || group.reports > most->reports) {
        next = most == nullptr ? 0 : most->reports;
        most = &group;
        link = *to_group;
      } else {
        next = std::max(next, group.reports);
      }
    }
    if (most == nullptr || most->reports < kFarMore * next) {
      groups_.emplace_back().add(actor, "");
    } else {
      most->add(actor, reason_of(link));
    }
  }

  /// Who is meant by a surname alone, or with initials, and why; nobody where it cannot be told.
  struct Bearer {
    Group* group = nullptr;
    std::string why;
  };

  Bearer bearer(const Actor& actor, std::size_t full) {
    if (is_first_name(actor.name.surname)) return {};
    std::vector<Group*> bearers;  // most reports first
    for (std::size_t g = 0; g < full; ++g) {
      Group& group = groups_[g];
      const bool bears = std::any_of(group.members.begin(), group.members.end(), [&](const Actor* member) {
        return member->name.surname == actor.name.surname && initials_fit(actor.name, member->name);
      });
      if (bears && may_join(group, actor)) bearers.push_back(&group);
    }
    if (bearers.empty()) return {};
    std::stable_sort(bearers.begin(), bearers.end(),
                     [](const Group* a, const Group* b) { return a->reports > b->reports; });
    const std::int64_t next = bearers.size() > 1 ? bearers[1]->reports : 0;
    if (!is_common_surname(actor.name.surname) && bearers.front()->reports >= std::max(kKnown, kNearlyAll * next))
      return {bearers.front(), actor.name.leading.empty() ? "surname" : "initials"};
    if (in_office(actor, bearers)) return {bearers.front(), "office"};
    Group* group = in_company(actor, bearers);
    return {group, group == nullptr ? "" : "company"};
  }

  /// The one with the most reports alone has an office that stands with the surname; a common surname needs the country
  /// besides.
  static bool in_office(const Actor& actor, const std::vector<Group*>& bearers) {
    const auto holds = [&](const Group* group) {
      return std::any_of(group->members.begin(), group->members.end(), [&](const Actor* member) {
        const bool agrees = !is_common_surname(actor.name.surname) || share(member->countries, actor.countries);
        return agrees && share(member->offices, actor.offices);
      });
    };
    return holds(bearers.front()) && std::none_of(bearers.begin() + 1, bearers.end(), holds);
  }

  /// The one beside whom somebody whom few reports name stands in reports, and beside the surname too, where nobody
  /// does so beside another bearer alone.
  Group* in_company(const Actor& actor, const std::vector<Group*>& bearers) {
    const auto reports = company_.reports_of({actor.id}, kFewReports);
    if (!reports) return nullptr;
    const auto beside = company_.rare_people_in(*reports);
    if (beside.empty()) return nullptr;
    std::map<std::int64_t, std::vector<Group*>> of;  // to each of the people the bearers beside whom they stand
    for (Group* group : bearers) {
      std::vector<std::int64_t> members;
      for (const Actor* member : group->members) members.push_back(member->id);
      const auto with = company_.reports_of(members, kSomeReports);
      if (!with) return nullptr;
      for (const std::int64_t one : beside) {
        if (one != actor.id && company_.name_person(*with, one)) of[one].push_back(group);
      }
    }
    std::set<Group*> alone;
    for (const auto& [one, groups] : of) {
      if (groups.size() == 1) alone.insert(groups.front());
    }
    return alone.size() == 1 ? *alone.begin() : nullptr;
  }

  /// Bodies of one name, apart by country; one without a country is that of the country that has nearly all reports.
  void bodies(const std::vector<const Actor*>& sorted) {
    for (const bool with_country : {true, false}) {
      for (const Actor* actor : sorted) {
        if (actor->countries.empty() == with_country) continue;
        Group* most = nullptr;
        std::int64_t next = 0;
        for (Group& group : groups_) {
          if (!may_join(group, *actor)) continue;
          if (most == nullptr || group.reports > most->reports) {
            next = most == nullptr ? 0 : most->reports;
            most = &group;
          } else {
            next = std::max(next, group.reports);
          }
        }
        const bool clear = most != nullptr && most->reports >= kFarMore * next;
        (clear ? *most : groups_.emplace_back()).add(*actor, "form");
      }
    }
  }

  const RuledActors& ruled_;
  ReportCompany& company_;
  std::vector<Group> groups_;
};

/// Makes groups one of whose members a user said that they are.
void join_ruled(std::vector<Group>& groups, const RuledActors& ruled) {
  if (ruled.same().empty()) return;
  std::map<std::int64_t, std::size_t> group_of;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    for (const Actor* actor : groups[g].members) group_of[actor->id] = g;
  }
  const auto group = [&](std::int64_t actor) -> std::optional<std::size_t> {
    const auto found = group_of.find(actor);
    return found == group_of.end() ? std::nullopt : std::optional(found->second);
  };
  for (const auto& [a, b] : ruled.same()) {
    const auto to = group(a), from = group(b);
    if (!to || !from || to == from) continue;
    const bool apart = std::any_of(ruled.apart().begin(), ruled.apart().end(), [&](const auto& pair) {
      const auto x = group(pair.first), y = group(pair.second);
      return (x == to && y == from) || (x == from && y == to);
    });
    if (apart) continue;
    for (const std::size_t g : {*to, *from}) {
      for (auto& [actor, why] : groups[g].why) {
        if (why.empty()) why = "ruling";
      }
    }
    for (const Actor* actor : groups[*from].members) {
      groups[*to].add(*actor, groups[*from].why[actor]);
      group_of[actor->id] = *to;
    }
    groups[*from] = {};
  }
}

/// The actors of a family, with `given` those alone whose first names have this form.
std::vector<Actor> actors_of(Database& db, const std::string& family, const std::string* given) {
  Query& query =
      db.cached(fmt::format("SELECT id, key, name, given, one, joined FROM actors WHERE family = ?{} ORDER BY key",
                            given == nullptr ? "" : " AND given IS ?"));
  query.bind(1, family);
  if (given != nullptr) query.bind_text_or_null(2, *given);
  std::vector<Actor> actors;
  while (query.step()) {
    Actor& actor = actors.emplace_back();
    actor.id = query.integer(0);
    actor.key = query.text(1);
    actor.name = person_name(query.text(2));
    actor.given = query.text(3);
    actor.one = query.integer(4);
    actor.joined = query.text(5);
  }
  Query& traits = db.cached("SELECT trait, times FROM actor_traits WHERE actor = ?");
  for (Actor& actor : actors) {
    traits.bind(1, actor.id);
    while (traits.step()) {
      const std::string_view trait = traits.text(0);
      const std::size_t blank = trait.find(' ');
      if (blank == std::string_view::npos)
        actor.reports = traits.integer(1);
      else
        (trait.starts_with("country") ? actor.countries : actor.offices).emplace(trait.substr(blank + 1));
    }
  }
  return actors;
}

/// What is written of an actor that is linked.
struct Link {
  std::int64_t actor = 0, one = 0;
  std::string joined;
};

/// The links of the groups that are not written so.
void add_changes(std::vector<Group> groups, std::vector<Link>& changes) {
  for (Group& group : groups) {
    if (group.members.empty()) continue;
    const Actor& first = **std::min_element(group.members.begin(), group.members.end(), stands_first);
    for (const Actor* actor : group.members) {
      const bool alone = group.members.size() == 1;
      const std::int64_t one = alone ? 0 : first.id;
      const std::string& why = group.why[actor].empty() ? group.why[&first] : group.why[actor];
      const std::string joined = alone || actor == &first ? "" : why;
      if (actor->one == one && actor->joined == joined) continue;
      changes.push_back({actor->id, one, joined});
    }
  }
}

bool is_large(Database& db, const std::string& family) {
  Query& query = db.cached("SELECT count(*) FROM (SELECT 1 FROM actors WHERE family = ?1 LIMIT ?2)");
  query.bind(1, family);
  query.bind(2, static_cast<std::int64_t>(kMostOfFamily + 1));
  std::size_t count = 0;
  query.first([&](const Query& row) { count = static_cast<std::size_t>(row.integer(0)); });
  return count > kMostOfFamily;
}

/// The groups of families, with the actors that they are made of; in large ones those of the forms of a first name, and
/// nobody is joined by the surname alone.
class Families {
 public:
  Families(Database& database, const RuledActors& ruled, ReportCompany& company)
      : db_(database), ruled_(ruled), company_(company) {}

  void add(const ActorFamily& of) {
    const bool people = of.family.starts_with(kPerson);
    const bool whole = !people || !is_large(db_, of.family);
    if (whole) return add(of.family, nullptr, people);
    for (const std::string& given : std::set<std::string>{"", of.given}) add(of.family, &given, people);
  }

  std::vector<Group> groups;

 private:
  void add(const std::string& family, const std::string* given, bool people) {
    if (!done_.insert({family, given == nullptr ? "" : *given}).second) return;
    const auto& actors = actors_.emplace_back(actors_of(db_, family, given));
    for (Group& group : Family(actors, ruled_, people, given == nullptr, company_).take())
      groups.push_back(std::move(group));
  }

  Database& db_;
  const RuledActors& ruled_;
  ReportCompany& company_;
  std::set<ActorFamily> done_;
  std::deque<std::vector<Actor>> actors_;
};

/// Of these families, those that rulings join to them among them.
void add_changes(Database& db, const std::set<ActorFamily>& of, const RuledActors& ruled, ReportCompany& company,
                 std::vector<Link>& changes) {
  Families families(db, ruled, company);
  for (const ActorFamily& family : of) families.add(family);
  join_ruled(families.groups, ruled);
  add_changes(std::move(families.groups), changes);
}

std::vector<Link> changes_of(Database& db, const std::set<ActorFamily>& of) {
  const RuledActors ruled(db);
  ReportCompany company(db);
  std::vector<Link> changes;
  add_changes(db, ruled.with_related(of), ruled, company, changes);
  return changes;
}

/// The same for all families: one after the other, so that memory holds one at a time, and those together at the end
/// that rulings join.
std::vector<Link> all_changes(Database& db) {
  const RuledActors ruled(db);
  ReportCompany company(db);
  std::vector<Link> changes;
  std::set<ActorFamily> of_one, together;
  const auto end_family = [&] {
    if (ruled.relate_others(of_one))
      together.merge(of_one);
    else
      add_changes(db, of_one, ruled, company, changes);
    of_one.clear();
    company.trim();
  };
  Query forms = db.prepare("SELECT DISTINCT family, given FROM actors WHERE family IS NOT NULL ORDER BY family, given");
  while (forms.step()) {
    if (!of_one.empty() && of_one.begin()->family != forms.text(0)) end_family();
    of_one.insert({std::string(forms.text(0)), std::string(forms.text(1))});
  }
  end_family();
  add_changes(db, ruled.with_related(std::move(together)), ruled, company, changes);
  return changes;
}

}  // namespace

ActorFamily actor_family(std::string_view type, std::string_view name, bool of_one_document) {
  if (of_one_document || type == "country") return {};
  if (type != "person") return {"body " + body_family(name), ""};
  const PersonName parts = person_name(name);
  if (parts.surname.empty()) return {};
  return {std::string(kPerson) + surname_family(parts.surname), first_letter_class(parts)};
}

std::set<ActorFamily> families_of(Database& database, const std::vector<std::int64_t>& actors) {
  std::set<ActorFamily> families;
  Query& find = database.cached("SELECT family, given FROM actors WHERE id = ? AND family IS NOT NULL");
  for (const std::int64_t actor : actors) {
    find.bind(1, actor);
    find.first([&](const Query& row) { families.insert({std::string(row.text(0)), std::string(row.text(1))}); });
  }
  return families;
}

namespace {

void write_links(Database& database, const std::vector<Link>& links) {
  Query& set = database.cached("UPDATE actors SET one = ?, joined = ? WHERE id = ?");
  for (const Link& link : links) {
    link.one == 0 ? set.bind_null(1) : set.bind(1, link.one);
    set.bind_text_or_null(2, link.joined);
    set.bind(3, link.actor);
    set.run();
  }
}

}  // namespace

std::set<ActorFamily> with_ruled_families(Database& database, const std::set<ActorFamily>& families) {
  return RuledActors(database).with_related(families);
}

void link_families(Database& database, const std::set<ActorFamily>& families, SumChanges& sums) {
  const std::vector<Link> links = changes_of(database, families);
  for (const Link& link : links) sums.before_actor(database, link.actor);
  write_links(database, links);
}

void link_all_actors(Database& database) {
  write_links(database, all_changes(database));
}

std::vector<std::int64_t> wrongly_linked_actors(Database& database) {
  std::vector<std::int64_t> wrong;
  for (const Link& link : all_changes(database)) wrong.push_back(link.actor);
  return wrong;
}

constexpr std::string_view kTraits =
    "SELECT actor, 'entities' AS trait, count(*) AS times FROM entities WHERE anonymous = 0 AND type <> 'country' "
    "GROUP BY "
    "actor UNION ALL SELECT actor, 'country ' || country, count(*) FROM entities WHERE anonymous = 0 AND type <> "
    "'country' AND country IS NOT NULL GROUP BY actor, country UNION ALL SELECT actor, 'office ' || title, count(*) "
    "FROM "
    "roles GROUP BY actor, title";

std::string_view wrong_traits_sql() {
  static const std::string kSql = fmt::format(
      "SELECT * FROM (SELECT * FROM ({0}) EXCEPT SELECT actor, trait, times FROM actor_traits) UNION ALL SELECT * FROM "
      "(SELECT actor, trait, times FROM actor_traits EXCEPT SELECT * FROM ({0}))",
      kTraits);
  return kSql;
}

void count_traits(Database& database) {
  database.run("DELETE FROM actor_traits");
  database.run(fmt::format("INSERT INTO actor_traits(actor, trait, times) {}", kTraits));
}

std::vector<std::int64_t> actors_one_with(Database& database, std::int64_t actor) {
  Query& query = database.cached(
      "SELECT id FROM actors WHERE one = (SELECT one FROM actors WHERE id = ?1) ORDER BY id <> one, id");
  query.bind(1, actor);
  auto all = query.integers();
  if (all.empty()) all.push_back(actor);
  return all;
}

}  // namespace dragoman
