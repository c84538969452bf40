// A reader of the store for one request at a time, and what pages need of a fact beyond the fact itself.
#pragma once

#include "dossier/address.h"
#include "dragoman/store.h"
#include "query/facts.h"
#include "query/question.h"
#include "store/database.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman::web {

/// Somebody with the key under which the store has him in all reports.
struct Bearer {
  std::string key, name, type, country;
  std::string office;  // as the report gives it
};

/// A fact with what pages show of it.
struct Line {
  Fact fact;
  std::map<std::string, std::vector<Bearer>, std::less<>> roles;
  int number = 0;         // in its record, from 1 on
  double confidence = 1;  // 1 where the record, of an earlier version, does not say

  /// "v3": the fact in its report's record.
  std::string mark() const { return letter_of(fact.list) + std::to_string(number); }
};

class Reading {
 public:
  /// `countries` are the names of countries by their codes; they outlive it.
  Reading(std::unique_ptr<Store> store, const std::map<std::string, std::string, std::less<>>& countries)
      : store_(std::move(store)), countries_(countries) {}

  Store& store() { return *store_; }
  Database& db() { return store_->database(); }

  std::optional<Line> line(FactList list, std::int64_t id);
  Line line(Fact fact);
  std::vector<Line> lines(FactList list, const std::vector<std::int64_t>& ids);

  /// The name that stands under a key; empty for none.
  std::string name_of(std::string_view key);
  /// A country's name by its code; the code where it is none that is known.
  std::string country_name(std::string_view code);

 private:
  std::unique_ptr<Store> store_;
  const std::map<std::string, std::string, std::less<>>& countries_;
};

/// "3f2a…": the first 16 digits of a document's SHA-256.
std::string document_key(std::string_view sha);
/// "person_anna_novak" for "person anna novak", as addresses have it, and back.
std::string key_segment(std::string_view key);
std::string key_of(std::string_view segment);
/// The number that tellings of one happening share, as addresses have it, and back.
std::string happening_segment(std::int64_t happening);
std::optional<std::int64_t> happening_of_segment(std::string_view segment);

/// Where a fact is shown for good: an event, meeting or plan on a page of its own, the rest in their report.
Address address_of(const Line& line);
/// The words of the fact in its report.
Address words_of(const Line& line);
Address address_of(const Bearer& bearer);

}  // namespace dragoman::web
