// A sample of what a store states, drawn at random to be judged.
#pragma once

#include "dragoman/store.h"
#include "judging/items.h"
#include "store/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace dragoman {

struct SampleOptions {
  std::vector<std::string> lists;  // as judged_lists() has them; empty for all
  int size = 100;                  // items, shared evenly among the lists
  std::uint64_t seed = 1;          // the same seed draws the same items from the same store

  bool operator==(const SampleOptions&) const = default;
};

/// An item by where it stands in the store.
struct Drawn {
  std::string list;
  std::int64_t document = 0;
  int number = 0;     // in its list of the record
  std::string month;  // of its first day; empty where it has none
};

/// Items in random order. Within a list they are drawn at even distances from all of it in the order of type and
/// month, so that each type and month has its share.
std::vector<Drawn> draw_sample(Database& database, const SampleOptions& options);

/// An item with its document.
struct DrawnItem {
  JudgedItem item;
  std::string document;  // key: the first 16 digits of its SHA-256
  std::string title, uri, agency, published, month;
};

/// Nothing where the record has no such item: it was read anew since.
std::optional<DrawnItem> load_item(Store& store, const Drawn& drawn);

/// Documents that are no copies, by the first 16 digits of their SHA-256.
std::unordered_map<std::string, std::int64_t> documents_by_key(Database& database);

/// The keys of all that the record of a document states; empty where there is none.
std::vector<std::string> keys_of_document(Store& store, std::int64_t document);

}  // namespace dragoman
