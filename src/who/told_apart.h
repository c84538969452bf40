// What stands behind a common noun and tells those it is said of from others of their kind.
#pragma once

#include "story/story.h"

namespace dragoman {

/// The end of the noun's description: behind "of the Dockers' Union" of "members of the Dockers' Union of Togo met",
/// behind "in Lomé" of "police in Lomé arrested"; right behind the noun where nothing tells them apart.
TokenIndex end_of_description(const Story& story, TokenIndex noun);

}  // namespace dragoman
