// What the commands that print tables in POLECAT's and ICEWS's layouts have in common.
#pragma once

#include "program/command.h"
#include "program/terminal.h"
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

/// --all-statuses, laid down in `to`.
inline Flag all_statuses_flag(bool& to) {
  return {"--all-statuses", "", "Of polecat and icews: also events that are requested, hoped, conditional or denied",
          &to};
}
/// An Error (kind usage) where the flag is given with another format.
inline std::optional<Error> check_all_statuses(bool given, const std::string& format) {
  if (!given || event_layout(format)) return std::nullopt;
  return Error{ErrorKind::usage, "", "--all-statuses is about --format polecat and icews; found --format " + format};
}

/// Says on standard error how many events have no place in the table.
inline void tell_left_out(std::size_t events) {
  if (events == 0) return;
  tell("dragoman: {} event{} requested, hoped, conditional or denied {} left out; --all-statuses keeps them\n", events,
       events == 1 ? "" : "s", events == 1 ? "is" : "are");
}

}  // namespace dragoman
