// Who stands in reports beside whom, of a store that does not change meanwhile.
#pragma once

#include "store/database.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dragoman {

class ReportCompany {
 public:
  explicit ReportCompany(Database& database) : db_(database) {}

  /// True when a report names both: there they were told apart. Quick where the first is in few reports.
  bool stand_together(std::int64_t actor, std::int64_t other) const;
  /// The reports that name any of these. Nothing where there are more than `most`.
  std::optional<std::set<std::int64_t>> reports_of(const std::vector<std::int64_t>& actors, std::size_t most);
  /// The people with a full name whom few reports name, in these reports.
  std::set<std::int64_t> rare_people_in(const std::set<std::int64_t>& reports);
  /// True when one of these reports names a person.
  bool name_person(const std::set<std::int64_t>& reports, std::int64_t person);
  /// The surnames alone in the reports that name one of these whose number of reports has passed the bound of few, up
  /// or down: who is meant by them may have changed.
  std::vector<std::int64_t> surnames_to_tell_again(const std::vector<std::int64_t>& actors) const;
  /// Forgets what was looked up where it is much.
  void trim();

 private:
  Database& db_;
  // What was looked up.
  std::map<std::pair<std::int64_t, std::size_t>, std::vector<std::int64_t>> reports_;  // by actor and bound
  std::unordered_map<std::int64_t, std::vector<std::int64_t>> rare_people_;            // by report
  std::unordered_map<std::int64_t, std::vector<std::int64_t>> of_person_;              // reports
};

}  // namespace dragoman
