// Two whom one clause joins: "Ortiz met Holm", "Ortiz flew to Lima for talks with Holm", "Chad accused Kenya".
#pragma once

#include "who/builder.h"

#include <vector>

namespace dragoman {

/// Whom a mention is the subject of a clause with, and the only other of its kind in it: two people, or two countries
/// or bodies, in the order of the text. Empty where it is no subject, or others are in the clause.
std::vector<Index> joined_by_clause(const EntityBuilder& b, const TokenMention& subject);

/// The same where they are together: "Ortiz held talks with Holm", "was received by Holm", not "Ortiz blamed Holm".
std::vector<Index> met_by_clause(const EntityBuilder& b, const TokenMention& subject);

/// Those that a mention stands for, or, where that is one, all that it is coordinated with.
std::vector<Index> listed_at(const EntityBuilder& b, const TokenMention& m);

/// All whom a mention names together: those that it stands for, or that it is coordinated with. Empty where it is one
/// alone.
std::vector<Index> named_together_at(const EntityBuilder& b, const TokenMention& m);

/// All whom a mention is named side by side with, people and bodies alike: "the bank and its governor"; also where the
/// parser hangs one of two on the other, "the Union (TU) and its donors". Empty where one of them stands for nobody.
std::vector<Index> named_side_by_side(const EntityBuilder& b, const TokenMention& m);

/// The same as named_together_at, or else the two whom its clause joins.
std::vector<Index> together_at(const EntityBuilder& b, const TokenMention& m);

}  // namespace dragoman
