// The tables of records: events, statements … as columns of Arrow, one row an item.
#pragma once

#include "columns.h"
#include "reading.h"

#include <map>

namespace dragoman::python {

/// Rows of one kind.
struct Table {
  std::shared_ptr<const Schema> schema;
  std::vector<BatchPointer> batches;
};

/// What has been put down of each table.
class Tables {
 public:
  /// `plain`: with texts in place of dictionaries.
  explicit Tables(bool plain);
  Tables(const Tables&) = delete;
  Tables& operator=(const Tables&) = delete;
  void add(const Reading& reading);

  /// By name; begins anew.
  std::map<std::string, Table> take();

 private:
  std::map<std::string, Columns> tables_;
};

}  // namespace dragoman::python
