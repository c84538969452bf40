#include "output/summary_who.h"

#include "output/plain.h"
#include "record/names.h"

#include <algorithm>
#include <set>

namespace dragoman {

namespace {

void append_part(std::string& all, std::string_view separator, const std::string& part) {
  if (part.empty()) return;
  all += (all.empty() ? "" : std::string(separator)) + part;
}

class Who {
 public:
  Who(const Record& record, const SummaryWords& words)
      : record_(record), words_(words), acts_(record.entities.size(), false) {
    for (const Event& e : record.events) {
      for (const auto* some : {&e.actors, &e.recipients, &e.sources}) mark(*some);
    }
    for (const Statement& s : record.statements) {
      for (const auto* some : {&s.speakers, &s.addressees, &s.chain}) mark(*some);
    }
    for (const Meeting& m : record.meetings) mark(m.participants);
    for (const Position& p : record.positions) acts_[p.actor] = true;
    for (const AgendaItem& a : record.agenda) mark(a.participants);
  }

  WhoLines lines() const {
    WhoLines out;
    std::set<std::string> told;
    const auto once = [&](std::string& line, const std::string& part) {
      if (told.insert(part).second) append_part(line, ", ", part);
    };
    for (Index i = 0; i < record_.entities.size(); ++i) {
      const Entity& e = record_.entities[i];
      const bool proper = has_proper_name(e);
      if (words_.is_of_register(i)) once(out.by_register, plain_line(e.name));
      if (!acts_[i]) {
        if (proper && is_called(e)) once(out.only_named, only_named(e));
      } else if (!proper) {
        once(out.not_named, unnamed(e));
      } else if (e.type == EntityType::country) {
        once(out.countries, plain_line(e.name));
      } else {
        (e.type == EntityType::person ? out.people : out.bodies).push_back(line_of(i));
      }
    }
    return out;
  }

 private:
  /// Those who do, say or suffer something.
  void mark(const std::vector<Index>& ids) {
    for (const Index i : ids) acts_[i] = true;
  }

  /// Whether the report calls it by a name, and not by a noun ("the Foreign Ministry's subcontractors").
  static bool is_called(const Entity& e) {
    return std::any_of(e.mentions.begin(), e.mentions.end(),
                       [](const Mention& m) { return m.kind == MentionKind::name || m.kind == MentionKind::metonym; });
  }

  std::string offices(const Entity& e) const {
    std::string out;
    for (const Role& r : e.roles) {
      const bool of_itself = !r.of || record_.entities[*r.of].name == e.name;
      append_part(out, ", ",
                  office_with_status(to_string(r.status), plain_line(r.title)) +
                      (of_itself ? "" : " of " + plain_line(record_.entities[*r.of].name)));
    }
    return out;
  }

  /// The country, where no office is told to be its own.
  std::string country_of(const Entity& e) const {
    const auto names_it = [&](const Role& r) {
      return r.of && record_.entities[*r.of].type == EntityType::country &&
             record_.entities[*r.of].country == e.country;
    };
    if (e.country.empty() || std::any_of(e.roles.begin(), e.roles.end(), names_it)) return "";
    return words_.country(e.country);
  }

  std::string line_of(Index entity) const {
    const Entity& e = record_.entities[entity];
    std::string about = offices(e);
    append_part(about, ", ", country_of(e));
    append_part(about, " · ", e.code);
    const std::string name = words_.is_of_register(entity) ? words_.label(entity) : plain_line(e.name);
    return name + (about.empty() ? "" : " — " + about);
  }

  /// With the country, where the words do not tell it: "officials (Sudan)", but "Sudanese officials".
  std::string unnamed(const Entity& e) const {
    constexpr std::size_t kStem = 4;  // letters that a country and the word for its people begin with
    const std::string name = words_.name(e), country = words_.country(e.country);
    if (country.empty() || name.find(country.substr(0, kStem)) != std::string::npos) return name;
    return name + " (" + country + ")";
  }

  std::string only_named(const Entity& e) const {
    const std::string about = offices(e);
    return plain_line(e.name) + (about.empty() ? "" : " (" + about + ")");
  }

  const Record& record_;
  const SummaryWords& words_;
  std::vector<bool> acts_;
};

}  // namespace

WhoLines who_lines(const Record& record, const SummaryWords& words) {
  return Who(record, words).lines();
}

}  // namespace dragoman
