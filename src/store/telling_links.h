// How likely two reports tell of one event, meeting or statement: the log odds, as the sum of weighted clues
// (lexicon/links/weights.txt, fitted by eval/fit_links.py to pairs that were judged from the texts).
#pragma once

#include "store/telling.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

enum class LinkClue : std::uint8_t {
  always,
  words_alike,         // cosine of the words of both sentences, rare ones counting more
  words_contained,     // how much of the shorter one's words the other has
  words_shared,        // how many, by weight
  words_beside_names,  // the same without the names of those who take part
  clause_words,        // of those in the words quoted as evidence
  rare_words,          // how many words that are no names and not common
  same_lemma,
  same_actors,
  actors_of_one_country,  // one side is the country, the other acts for it
  actors_differ,
  actors_unnamed,
  actors_beside,  // each has one by name that the other has not
  nobody_acts,    // in either
  actors_in_one,  // somebody acts in one, nobody in the other
  same_recipients,
  recipients_of_one_country,
  recipients_differ,
  recipients_unnamed,
  actor_named,  // the words of the other telling name who acts in this one, and nobody acts in it
  recipient_named,
  days_between,  // of publication, where a telling has no day of its own
  neither_dated,
  both_dated,
  planned_and_done,
  both_open,  // planned in one and hoped for, asked for or conditional in the other
  same_mode,
  same_issue,
  number_in_common,
  place_differs,
  same_place,
  same_day_and_parties,  // both texts tell the day, and the same people and bodies by name, two of them at least
};
inline constexpr std::size_t kLinkClues = 32;
std::string_view to_string(LinkClue clue);

using LinkClues = std::array<double, kLinkClues>;

/// The clues of a pair; nothing where the two cannot be one: type, status, or the countries that do it to each other
/// differ, or the days exclude each other. The order of the two does not matter.
std::optional<LinkClues> link_clues(const Telling& a, const Telling& b);

/// The log odds, rounded to four places so that sums are the same everywhere.
double link_score(const LinkClues& clues, TellingList list);
/// From so much on two tellings are one.
double link_threshold(TellingList list);
/// True where both are told in words that agree beyond the names of those who take part. Without, nothing is one by a
/// day and names, unless both texts tell the day and the same two or more by name.
bool words_agree(const LinkClues& clues, TellingList list);

/// The parts of a score, the greatest first: "words shared 1.20, same actors 0.98, always -2.10".
std::string link_parts(const LinkClues& clues, TellingList list);

}  // namespace dragoman
