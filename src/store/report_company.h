// Who stands in reports beside whom.
#pragma once

#include "store/database.h"

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

namespace dragoman {

class ReportCompany {
 public:
  explicit ReportCompany(Database& database) : db_(database) {}

  /// True when a report names both: there they were told apart.
  bool stand_together(std::int64_t actor, std::int64_t other) const;
  /// The people with a full name whom few reports name, in the reports that name any of these. Nothing where these are
  /// in more than `most` reports.
  std::optional<std::set<std::int64_t>> rare_people_beside(const std::vector<std::int64_t>& actors,
                                                           std::size_t most) const;
  /// The surnames alone in the reports that name one of these whose number of reports has passed the bound of few, up
  /// or down: who is meant by them may have changed.
  std::vector<std::int64_t> surnames_to_tell_again(const std::vector<std::int64_t>& actors) const;

 private:
  Database& db_;
};

}  // namespace dragoman
