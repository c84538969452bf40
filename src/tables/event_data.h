// Events in the layouts of POLECAT and ICEWS, so that programs made for these load them: one row an actor–recipient
// pair, tab-separated, UTF-8, one line of names, no quoting, no tab or line end in a value.
//
// POLECAT writes None for what is not known, ICEWS nothing. What has not happened (requested, hoped, conditional,
// denied) has no place in either and is left out unless asked for; cooperation that is planned is an AGREE (CAMEO 03),
// as the codebooks ask. An event's day is that of its date, the first of a longer time, or that of publication.
#pragma once

#include "dragoman/record.h"
#include "gazetteer/gazetteer.h"
#include "tables/table_words.h"
#include "text/text.h"

#include <string>
#include <utility>
#include <vector>

namespace dragoman {

enum class EventLayout { polecat, icews };

/// Numbers of GeoNames with their rows in the gazetteer, in order.
using PlaceRows = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

class EventData {
 public:
  /// `gazetteer` tells towns from the counties and states around them; without one these columns stay empty. Both
  /// outlive this.
  EventData(EventLayout layout, const TableWords& words, const Gazetteer* gazetteer);

  /// The names of the columns, with the end of the line.
  std::string header() const;
  /// Adds the rows of one document; gives how many of its events have no place in the table.
  std::size_t append(std::string& out, const Record& record, const Generator& generator, const Text& text,
                     bool all_statuses) const;
  /// The same of some of its events alone.
  std::size_t append(std::string& out, const Record& record, const Generator& generator, const Text& text,
                     bool all_statuses, const std::vector<Index>& events) const;

 private:
  EventLayout layout_;
  const TableWords& words_;
  const Gazetteer* gazetteer_;
  PlaceRows rows_;
};

}  // namespace dragoman
