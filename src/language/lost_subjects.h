// Subjects that the parser gives to a phrase before their verb.
#pragma once

#include "language/parse.h"

namespace dragoman {

/// Gives a finite verb without a subject the one that stands before it, which the parser has hung elsewhere:
///   "The union - made up of nurses - urged": on the participle behind it;
///   "At the session, Ana Paz, a lawyer, accused": as another name of what the phrase before it names;
///   "In May, Ana Paz accused": as a time;
///   "In May Peru accused": as one name with the time;
///   "They denied the charge and the papers reported": as a second charge.
void mend_lost_subjects(Parse& parse);

}  // namespace dragoman
