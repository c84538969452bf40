// What every table of events has in common: one row an actor–recipient pair, coded as the codebooks ask.
#pragma once

#include "dragoman/record.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// Who did it and to whom, in one row; either may be unknown.
struct EventPair {
  std::optional<Index> actor, recipient;
};

/// The rows of an event: each actor with each recipient; what several did to each other (a meeting, an agreement, a
/// fight) has a row each way; where the text names one side alone the other stays empty.
std::vector<EventPair> event_pairs(const Event& event);

/// The codes of an event. An act of cooperation that is still to come is an AGREE (CAMEO 03), as the codebooks ask.
struct EventCodes {
  std::string_view type, mode, cameo;
  int quad = 0;
  double goldstein = 0, score = 0;
};
EventCodes event_codes(const Event& event);

/// CAMEO's role code of somebody: that of the first office, or what the actor's code has behind the country.
std::string sector_of(const Entity& entity);

/// Twelve digits of the text's digest, enough to tell documents apart.
std::string document_digits(const Record& record);

}  // namespace dragoman
