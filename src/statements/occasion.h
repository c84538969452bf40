// When, where and on what occasion something was said.
#pragma once

#include "statements/page.h"

#include <optional>
#include <string>

namespace dragoman {

/// "joint news conference", "interview with the daily", "Twitter": the words of the occasion without their article;
/// empty when the cue's clause names none.
std::string venue_of(const Page& page, const StatementDraft& draft);

/// The day that the cue's own clause names.
std::optional<DateValue> date_of(const Page& page, const StatementDraft& draft);

/// The place that the cue's own clause names: "said in Geneva".
std::optional<Index> place_of(const Page& page, const StatementDraft& draft);

}  // namespace dragoman
