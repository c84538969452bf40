// Who passed a statement on: "X, according to Y, said that Z told W …".
#pragma once

#include "statements/page.h"

#include <vector>

namespace dragoman {

/// Sets the chain of each draft, outermost first. The drafts stand in the order of their contents.
void set_chains(const Page& page, std::vector<StatementDraft>& drafts);

}  // namespace dragoman
