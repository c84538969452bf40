// Bodies and groups that a story speaks of in other words each time: "the Election Commission", "the EC", "the
// commission"; "hundreds of protesters", "the protesters". All before one compete, and "somebody new".
#pragma once

#include "who/builder.h"

namespace dragoman {

/// Joins bodies and groups that are likely enough one: mentions, offices and what is known of them.
void join_coreferent(EntityBuilder& b);

}  // namespace dragoman
