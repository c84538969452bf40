// Which place each mention stands for, by what is known of the places and what else the document names.
#pragma once

#include "where/candidates.h"
#include "where/mentions.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dragoman {

/// For each mention its place, an open one when nothing tells which place of the name, or nothing when it may be none.
/// `countries` are the codes of the countries that the document speaks of, once for each mention; `home` what its words
/// say of where it is at home. A name stands for one place throughout, unless what is named beside it says otherwise.
std::vector<std::optional<PlaceCandidate>> resolve_places(const std::vector<PlaceMention>& mentions,
                                                          const std::vector<std::string_view>& countries,
                                                          const std::unordered_map<std::string_view, double>& home,
                                                          CandidateFinder& finder);

}  // namespace dragoman
