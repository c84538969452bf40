// Statements that do nothing but pass another one on: "the agency reported that Novak told Paz that …" says no more
// than Novak's statement with the agency in its chain.
#pragma once

#include "statements/page.h"

#include <vector>

namespace dragoman {

/// For each draft, its chain set, the one that it does nothing but pass on, or -1. Relays are what a medium tells, what
/// a body is the source of
/// ("according to the ministry"), and what a speaker says he told someone, where most of it is the words of the other.
std::vector<std::int32_t> find_relays(const Page& page, const std::vector<StatementDraft>& drafts);

/// Takes the relays out of the record, once the rooms that ask who says so have seen them. Their positions go to the
/// statement that they pass on.
void drop_relays(Story& story);

}  // namespace dragoman
