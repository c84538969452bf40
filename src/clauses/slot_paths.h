// Where around a verb, noun or adjective the slots of its entry are looked for, read from lexicon/clauses/slots.txt:
// "lifted sanctions imposed on Mali" has Mali in the slot "on", though "on" hangs on no word of the entry.
#pragma once

#include "dragoman/result.h"
#include "text/by_word.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// One way from a predicate to the heads in a slot; slots.txt says what each leads to.
enum class SlotPath : std::uint8_t {
  // to the subject
  deed_above,
  subject,
  by_behind_adjunct,
  by_on_gift,
  // to the object
  gift,
  behind_particle,
  object,
  called,
  // to the dative
  receiver,
  dative,
  first_object,
  // to what a preposition links
  phrase,
  imposed,
  patient_phrase,
  particle,
  support,
  out_of,
  in_front_of,
  joined_object,
  counted_object,
  far
};

/// The path that the words say; nothing for other words.
std::optional<SlotPath> slot_path(std::string_view words);

struct SlotPaths {
  ByWord<std::vector<SlotPath>> slots;  // in the order in which they are tried
  std::vector<SlotPath> prepositions;   // of prepositions that have no entry

  /// Those of "subject", "object", "dative" or a preposition.
  const std::vector<SlotPath>& of(std::string_view slot) const;
  /// Reads slots.txt of the folder.
  static Result<SlotPaths> load(const std::filesystem::path& folder);
};

}  // namespace dragoman
