// Names that nothing in the story shows to be a person's: the recogniser takes many a word with a capital for one.
#pragma once

#include "story/story.h"

namespace dragoman {

/// Takes back persons of one word that bear no title, hold no office and do nothing: the name is none that people are
/// given and no surname of the register of office holders, no pronoun speaks of it, it is no clause's subject, and no
/// event, statement, meeting, position or plan has it.
void drop_bare_names(Story& story);

}  // namespace dragoman
