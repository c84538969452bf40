// How sure it is that a name is a person's. The recogniser takes many a word with a capital for somebody's name: that
// of a ship, a village, a newspaper.
#pragma once

#include "story/story.h"

namespace dragoman {

/// Gives each named person a `confidence` and says `why`, from the name's words, what stands beside it, and what part
/// the person has in the record. Takes back persons who are less sure than lexicon/confidence asks for, unless an
/// event, statement, meeting, position, plan or office names them.
void weigh_persons(Story& story);

}  // namespace dragoman
