// The next speaker's clause within what the one before him says.
#pragma once

#include "language/parse.h"

#include <functional>

namespace dragoman {

/// "Mali has said that it will stay, and Togo said it was ready": the parser joins the second clause to what Mali says.
/// Where its verb `says` something too, has a named subject and a clause of its own, it goes to the first verb of
/// saying.
void mend_second_speakers(Parse& parse, const std::function<bool(const Token& verb)>& says);

}  // namespace dragoman
