// Headlines leave out the auxiliary of the passive: "Mayor accused of fraud".
#pragma once

#include "language/parse.h"

#include <functional>

namespace dragoman {

/// Whether that sentence is a headline: one of the first two, a line of its own, and without a mark at its end.
/// Archives put a full stop behind the title, which counts as one all the same where it has no article and no date.
bool is_headline(const Parse& parse, std::size_t sentence);

/// Headlines tell what has been done in the present ("Mali sues Niger"), so that a form in the past without an object
/// is a participle there: what the parser takes for its subject is whom it was done to. `takes_object` says of a verb
/// that it is done to somebody, or, where an infinitive stands behind it, that it is said to whoever is to act: "Mali
/// urged to free hostages".
void mend_headline_passives(Parse& parse, const std::function<bool(const Token&, bool to_act)>& takes_object);

}  // namespace dragoman
