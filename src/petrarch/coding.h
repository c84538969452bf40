// Events by a user's PETRARCH dictionary, beside those of the project's own lexicon.
#pragma once

#include "dragoman/result.h"
#include "story/story.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// PLOVER types and modes by CAMEO code. Read from lexicon/petrarch/crosswalk.txt.
struct CameoCrosswalk {
  struct Entry {
    std::string cameo;
    EventType type;
    std::string mode;
  };
  std::vector<Entry> entries;  // the longer codes first

  /// The entry whose code is the longest that `cameo` begins with; null for what has no PLOVER type (01, statements).
  const Entry* find(std::string_view cameo) const;
  static Result<CameoCrosswalk> load(const std::filesystem::path& folder);
};

/// Adds to record.events what the dictionary in the lexicon codes, if there is one; each such event names the entry
/// that coded it in `dictionary`.
void find_dictionary_events(Story& story);

}  // namespace dragoman
