// Names that nothing in the story shows to be a person's: the recogniser takes many a word with a capital for one.
#pragma once

#include "story/story.h"

namespace dragoman {

/// Takes back persons that bear no title, hold no office and do nothing, and whose names the recogniser does not take
/// for people's, or that are one word and no clause's subject: no word of the name is one that people are given, the
/// name is no surname of the register of office holders, no pronoun speaks of it, nothing beside it tells of somebody,
/// and no event, statement, meeting, position or plan has it.
void drop_bare_names(Story& story);

}  // namespace dragoman
