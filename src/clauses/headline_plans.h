// Headlines tell what is planned in the infinitive: "Peruvian leader to visit Kenya".
#pragma once

#include "language/parse.h"

#include <functional>

namespace dragoman {

/// The parser takes such a headline for a noun with a clause behind it: the leader who is to be visited. Where
/// `is_somebody` holds for the noun, the infinitive is made the headline's verb and the noun its subject.
void mend_headline_plans(Parse& parse, const std::function<bool(const Token&)>& is_somebody);

}  // namespace dragoman
