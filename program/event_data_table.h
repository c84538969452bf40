// The events of a store in the layouts of POLECAT and ICEWS (tables/event_data.h), for the commands that print them.
#pragma once

#include "dragoman/query.h"
#include "dragoman/store.h"
#include "gazetteer/gazetteer.h"
#include "program/files.h"
#include "tables/event_data.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dragoman {

class EventDataTable {
 public:
  /// Errors (kind setup): the lexicon or the gazetteer cannot be read.
  static Result<std::unique_ptr<EventDataTable>> open(EventLayout layout, const FileChoice& files, bool all_statuses);

  std::string header() const { return data_.header(); }
  /// Adds the rows of all events of a document, or of those with these numbers, counted from 1. Errors: those of the
  /// store, or (kind input) of a record that is damaged.
  Result<void> append(std::string& out, Store& store, std::int64_t document,
                      const std::optional<std::vector<std::int64_t>>& numbers = {});
  /// Adds the rows of the events that answer a question, each as the report tells it that stands for its tellings.
  Result<void> append(std::string& out, Store& store, const std::vector<Fact>& facts);
  /// How many events had no place in it.
  std::size_t left_out() const { return left_out_; }

 private:
  EventDataTable(EventLayout layout, TableWords words, std::unique_ptr<const Gazetteer> gazetteer, bool all_statuses)
      : words_(std::move(words)),
        gazetteer_(std::move(gazetteer)),
        data_(layout, words_, gazetteer_.get()),
        all_statuses_(all_statuses) {}

  TableWords words_;
  std::unique_ptr<const Gazetteer> gazetteer_;
  EventData data_;
  bool all_statuses_;
  std::size_t left_out_ = 0;
};

}  // namespace dragoman
