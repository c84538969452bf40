// Where a text names places: spans of tokens, before it is decided what places they are.
#pragma once

#include "story/story.h"
#include "where/candidates.h"

#include <string>
#include <vector>

namespace dragoman {

struct PlaceMention {
  TokenSpan span;
  std::string name;           // as the gazetteer is asked
  bool abbreviation = false;  // a state's letters behind a comma
  std::int32_t inside = -1;   // the mention right behind it that says where it is: "Alexandria, Louisiana"
  bool is_apposed = false;    // and that one is no more than that: not "In Dover, Delaware voted"
  bool in_list = false;       // the mention behind goes on the list that it stands in: "Texas, Georgia and Ohio"
  bool certain = true;        // the recogniser or the lexicon says so: a place even if nothing is known of it
  bool has_article = false;   // "the Delta": no town
  bool is_weak = false;       // a place only if it lies among others of the document
  bool is_witness = false;    // no place of the report's, but it tells namesakes apart (where/home.h)
  bool listed = true;         // false: a country or a seat that acts, unless it turns out to be another place
};

/// In text order.
std::vector<PlaceMention> find_place_mentions(const Story& story, CandidateFinder& finder);

}  // namespace dragoman
