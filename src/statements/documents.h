// Whose words a document holds that the report has named before: "said in a statement … the statement added".
#pragma once

#include "statements/page.h"

#include <vector>

namespace dragoman {

/// Gives drafts whose speaker is a definite document without an owner ("the statement said") the speakers of the
/// nearest one before that spoke in such a document or through one. The drafts stand in the order of their contents.
void find_documents_owners(const Page& page, std::vector<StatementDraft>& drafts);

}  // namespace dragoman
