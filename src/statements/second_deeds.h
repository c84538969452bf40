// What stands at the end of what is reported and is the speaker's own: "said it was late and went home", "denied that
// his men had fired, accusing Mali of lies".
#pragma once

#include "statements/page.h"

namespace dragoman {

/// Whether a second deed within what `saying` reports is of the one who says so: "said he was a puppet and demanded an
/// apology", but not "said the rebels had fled and vowed to fight", which may be the rebels' vow.
bool is_of_outer(const Page& page, TokenIndex deed, TokenIndex saying);

/// The same by the form of the verb, whatever it tells, where it stands beside `told`: "said the border will stay shut
/// but declined to say why", "says he is ill and have sent for a doctor".
bool is_second_deed(const Page& page, TokenIndex deed, TokenIndex told, TokenIndex saying);

/// "He said there was progress, adding that …", "said the deal should stand, voicing regret …", "said he would go,
/// telling reporters: …", "denied that his men had fired, accusing Mali of lies": a participle within what is reported
/// that goes on with whoever reports it.
bool is_speakers_aside(const Page& page, TokenIndex verb);

/// The verb of saying within whose clause the parser hung such a participle; kNoToken where there is none.
TokenIndex said_before(const Page& page, TokenIndex verb);

}  // namespace dragoman
