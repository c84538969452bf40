// Where what was said ends, of all that the grammar hangs below its cue: whoever passed it on and the reporter have
// the last words of many a sentence.
#pragma once

#include "statements/page.h"

#include <vector>

namespace dragoman {

/// Cuts who passed it on off the end: "…, the minister said, according to the ministry".
void cut_attributions(const Page& page, std::vector<StatementDraft>& drafts);

/// Cuts off what the reporter remarks on it: "…, apparently meaning that …", "…, a charge the rebels denied", "…, which
/// Chile rejects".
void cut_remarks(const Page& page, std::vector<StatementDraft>& drafts);

/// Takes in a quotation that goes on with the sentence behind its cue: "The weir is old, she said, “and full of rats”".
void go_on_in_quotations(const Page& page, std::vector<StatementDraft>& drafts);

/// Takes in what goes on behind a quotation that ends in the middle of a clause: "vowed “no mercy” for thieves".
void go_on_behind_quotations(const Page& page, std::vector<StatementDraft>& drafts);

}  // namespace dragoman
