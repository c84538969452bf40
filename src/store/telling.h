// What of one telling of an event, a meeting or a statement says whether another report tells of the same: who takes
// part, when it was, and the words in which it is told. It follows from the record and its text alone.
#pragma once

#include "dragoman/record.h"
#include "text/text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// The lists whose items several reports may tell.
enum class TellingList : std::uint8_t { events, meetings, statements };
std::string_view to_string(TellingList list);

/// Somebody who takes part. Names stand as hashes of their folded words.
struct TellingParty {
  enum class Kind : std::uint8_t { named, unnamed, country };
  std::uint32_t name = 0;     // of a person the surname, of a country its code
  std::uint32_t word = 0;     // the name's last word, as it stands among the words of a telling
  std::uint16_t country = 0;  // 0: not known
  Kind kind = Kind::named;
  std::uint16_t given = 0;  // of a person the letter of the first name; 0: not known
};

/// A word in the sentence that tells it, by its stem.
struct TellingWord {
  std::uint32_t stem = 0;  // a hash of 24 bits
  double weight = 0;       // 0 to 1: how rare the word is
  bool in_clause = false;  // it stands in the words that the record quotes as evidence
  bool of_a_name = false;  // of somebody who takes part, or the word that carries the event
  bool is_number = false;
};

struct Telling {
  std::uint32_t type = 0, mode = 0, lemma = 0, place = 0;
  enum class Status : std::uint8_t { done, planned, requested, hoped, conditional, denied };
  Status status = Status::done;
  std::optional<std::pair<std::int32_t, std::int32_t>> dated;  // first and last day, where the text itself tells them
  std::optional<std::int32_t> published;                       // days since 1970-01-01
  std::uint16_t place_country = 0;
  std::vector<TellingParty> actors, recipients;  // who takes part in a meeting and who speaks are actors
  std::vector<std::uint32_t> issue;              // words of what it is about
  std::vector<TellingWord> words;                // in the order of their hashes, each once

  /// The day by which others are sought: of the days that the text tells the one nearest to publication, else the day
  /// of publication.
  std::optional<std::int32_t> day() const;
  /// The words by which others are sought, the rarest ones.
  std::vector<std::uint32_t> sought_by() const;
};

/// Tellings of days further apart are never of one.
inline constexpr std::int32_t kMostDaysBetween = 21;

std::vector<Telling> tellings_of(const Record& record, const Text& text, TellingList list);

/// The bytes in which the store keeps it, and back; nothing for other bytes.
std::string packed_telling(const Telling& telling);
std::optional<Telling> unpacked_telling(std::string_view bytes);

}  // namespace dragoman
