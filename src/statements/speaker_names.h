// By whose names a speaker is known: one person under several offices, the name beside an office or a body, and those
// who say it along with somebody.
#pragma once

#include "statements/page.h"

namespace dragoman {

bool is_person(const Page& page, TokenIndex t);
bool is_named_person(const Page& page, TokenIndex t);

/// An office in the singular without an article or owner: "chairwoman" in "Ana Paz and guild chairwoman said".
bool is_office(const Page& page, TokenIndex head);

/// The person whose name ends the phrase that a body or an office begins: "Harbour Union spokeswoman Ana Paz said",
/// "the envoy at the league Ana Paz said"; kNoToken where there is none.
TokenIndex named_behind(const Page& page, TokenIndex head, TokenIndex verb);

/// Keeps one of two subjects that are one speaker: "the news agency Fonet said", "former mayor of Oslo and current
/// envoy to the league Ana Paz said", "Ana Paz and guild chairwoman said".
void drop_own_offices(const Page& page, TokenIndex verb, Tokens& heads);

/// "the island's largest party, the Harbour Union, said": the name in apposition to a body's common noun; else `head`.
TokenIndex named_beside(const Page& page, TokenIndex head);

/// "Ana Paz, along with Kai Berg and others, said": those who say it with her.
Tokens partners(const Parse& parse, TokenIndex head);

}  // namespace dragoman
