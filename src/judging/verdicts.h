// Verdicts on items, and what they say: precision with its interval, agreement between judges.
//
// A file of verdicts has a line an item, its values parted by tabs: document, key, verdict (R, P, W or nothing), class
// of fault, judge, comment; what stands behind is for people. Lines whose verdict is none of the three are passed over,
// so that a table may have a heading and open lines. A later line replaces an earlier one of the same judge and item.
#pragma once

#include "dragoman/result.h"

#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dragoman {

/// The document's key (the first 16 digits of its SHA-256) and the item's.
using ItemId = std::pair<std::string, std::string>;

struct Verdict {
  char value = 'R';  // R right in its core, P core right and a slot beside it wrong, W wrong
  std::string fault, comment;
};

struct Verdicts {
  std::map<std::string, std::map<ItemId, Verdict>> judges;
  std::set<ItemId> open;  // items of tables without a verdict

  /// Takes a file's lines; `judge` is who judged where a line does not say. An Error (kind input) names the line whose
  /// verdict is one of no kind.
  Result<void> add(std::string_view lines, const std::string& judge, const std::string& file);
};

/// A line of a file of verdicts, with its end.
std::string verdict_line(const ItemId& item, const Verdict& verdict, std::string_view judge);

struct Precision {
  std::int64_t right = 0, partly = 0, wrong = 0;

  std::int64_t all() const { return right + partly + wrong; }
  double lenient() const { return all() == 0 ? 0 : static_cast<double>(right + partly) / static_cast<double>(all()); }
  double strict() const { return all() == 0 ? 0 : static_cast<double>(right) / static_cast<double>(all()); }
};

/// From the lower to the upper bound in which the share lies with 95 of 100 chances (Wilson's interval).
std::pair<double, double> wilson(std::int64_t good, std::int64_t all);

/// Krippendorff's alpha for nominal values: 1 is full agreement, 0 is what chance gives. Units are what several judged;
/// nothing when no unit has two verdicts, or all verdicts are the same.
struct Agreement {
  std::int64_t units = 0;     // with two verdicts or more
  std::int64_t agreeing = 0;  // in which all agree
  double alpha = 1;
  bool defined = false;
};
Agreement agreement(const std::vector<std::vector<char>>& units);
/// Of all judges of the verdicts.
Agreement agreement(const Verdicts& verdicts);

/// Counts by list; an item's list stands before the first colon of its key. With several judges each verdict counts.
std::map<std::string, Precision> precision(const std::map<ItemId, Verdict>& verdicts);

}  // namespace dragoman
