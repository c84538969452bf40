// Where a report is at home, by what names no place itself: the words of a country's daily life and the places in the
// names of bodies.
#pragma once

#include "story/story.h"
#include "where/mentions.h"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace dragoman {

/// How much the words of the report speak for each country: every sign once, shared by the countries that have it.
std::unordered_map<std::string_view, double> home_countries(const Story& story);

/// States and towns in the names of bodies, where `places` do not have them already, in text order: witnesses for
/// namesakes. States ("Virginia Commonwealth University"), and towns that begin the body's name and are among the
/// places, are places themselves.
std::vector<PlaceMention> find_witnesses(const Story& story, const std::vector<PlaceMention>& places,
                                         CandidateFinder& finder);

}  // namespace dragoman
