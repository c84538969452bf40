// The whole store counted through once: what the front page and the overviews show without asking anew.
#pragma once

#include "dragoman/query.h"
#include "store/database.h"

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace dragoman::web {

struct MonthCount {
  std::string month;                    // 2016-12
  std::array<std::int64_t, 4> quads{};  // happenings of each quad class
};

struct PairCount {
  std::string a, b;  // codes of countries, a before b
  std::array<std::int64_t, 4> quads{};
  std::int64_t all() const { return quads[0] + quads[1] + quads[2] + quads[3]; }
};

struct ActorCount {
  std::string key, name, type, country;
  std::int64_t documents = 0;
};

struct PlaceCount {
  std::string name, folded, country;
  double lat = 0, lon = 0;
  std::int64_t facts = 0;
};

struct Summary {
  std::int64_t documents = 0, copies = 0;
  std::string first_day, last_day;           // of publication
  std::array<std::int64_t, 5> facts{};       // rows of each list
  std::array<std::int64_t, 5> happenings{};  // of each list, what several reports tell once
  std::vector<MonthCount> months;            // of what took place, in order, those without events left out
  std::vector<PairCount> pairs;              // most first, at most 500
  std::vector<ActorCount> actors;            // most documents first, at most 300 of each kind: person, country, body
  std::vector<PlaceCount> places;            // with coordinates, most facts first, at most 500
  std::vector<std::pair<std::string, std::int64_t>> types;  // of events, most first
  std::vector<IssueCount> issues;                           // most documents first, at most 200
  std::unordered_map<std::string, std::int64_t> by_key;     // documents by document_key()
  std::vector<std::int64_t> newest;                         // documents published last, no copies, at most 8

  std::int64_t facts_of(FactList list) const { return facts[static_cast<std::size_t>(list)]; }
  std::int64_t happenings_of(FactList list) const { return happenings[static_cast<std::size_t>(list)]; }
};

/// The time grows with the store: some seconds for 100,000 documents.
Summary count_store(Database& database);

}  // namespace dragoman::web
