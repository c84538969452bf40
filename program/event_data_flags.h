// What the commands that print tables in POLECAT's and ICEWS's layouts have in common.
#pragma once

#include "tables/event_data.h"

#include <optional>
#include <string>

#include <fmt/format.h>

namespace dragoman {

/// The layout that a value of --format stands for, or nothing.
inline std::optional<EventLayout> event_layout(const std::string& format) {
  if (format == "polecat") return EventLayout::polecat;
  if (format == "icews") return EventLayout::icews;
  return std::nullopt;
}

/// Says on standard error how many events have no place in the table.
inline void tell_left_out(std::size_t events) {
  if (events == 0) return;
  fmt::print(stderr,
             "dragoman: {} event{} requested, hoped, conditional or denied {} left out; --all-statuses keeps them\n",
             events, events == 1 ? "" : "s", events == 1 ? "is" : "are");
}

}  // namespace dragoman
