// Headlines leave out the auxiliary of the passive: "Mayor accused of fraud".
#pragma once

#include "language/parse.h"

#include <functional>

namespace dragoman {

/// Whether that sentence is a line of its own at the beginning of the text that no stop ends; archives put one behind
/// the title, which has no articles all the same.
bool is_headline(const Parse& parse, std::size_t sentence);

/// Headlines tell what has been done in the present ("Mali sues Niger"), so that a form in the past without an object
/// is a participle there: what the parser takes for its subject is whom it was done to. `takes_object` says of a verb
/// that it is done to somebody. Only lines without a full stop at the beginning of the text are headlines.
void mend_headline_passives(Parse& parse, const std::function<bool(const Token&)>& takes_object);

}  // namespace dragoman
