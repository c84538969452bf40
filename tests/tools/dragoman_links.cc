// Prints what the weights of lexicon/links/weights.txt are fitted to, as eval/fit_links.py asks for it:
// dragoman_links STORE < PAIRS
//
// A line of PAIRS is a list of the store and the numbers of two of its rows: "events 12 40". For each comes one line of
// JSON with the clues of the two (those that are absent are left out), or null where they cannot be one:
//
//   {"always":1.0,"words alike":0.43,"same lemma":1.0}
#include "program/files.h"
#include "store/database.h"
#include "store/telling_links.h"

#include <iostream>

#include <nlohmann/json.hpp>

using namespace dragoman;

namespace {

std::optional<Telling> telling(Database& db, const std::string& list, std::int64_t row) {
  Query& query = db.cached("SELECT clues FROM tellings WHERE list = ? AND fact = ?");
  query.bind(1, list);
  query.bind(2, row);
  std::optional<Telling> found;
  query.first([&](const Query& q) { found = unpacked_telling(q.blob(0)); });
  return found;
}

nlohmann::ordered_json clues_of(const std::optional<Telling>& a, const std::optional<Telling>& b) {
  const auto clues = a && b ? link_clues(*a, *b) : std::nullopt;
  if (!clues) return nullptr;
  nlohmann::ordered_json out;
  for (std::size_t i = 0; i < kLinkClues; ++i) {
    if ((*clues)[i] != 0) out[std::string(to_string(static_cast<LinkClue>(i)))] = (*clues)[i];
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return cannot_run({ErrorKind::usage, "", "usage: dragoman_links STORE < PAIRS"});
  const auto db = Database::open(argv[1], Database::Mode::read);
  if (!db) return cannot_run(db.error());
  std::string list;
  for (std::int64_t a = 0, b = 0; std::cin >> list >> a >> b;)
    std::cout << clues_of(telling(**db, list, a), telling(**db, list, b)) << "\n";
}
