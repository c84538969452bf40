// The tables of records: events, statements … as columns of Arrow, one row an item.
#pragma once

#include "columns.h"
#include "reading.h"

#include <map>

namespace dragoman::python {

/// What has been put down of each table.
class Tables {
 public:
  Tables();
  Tables(const Tables&) = delete;
  Tables& operator=(const Tables&) = delete;
  void add(const Reading& reading);

  struct Table {
    std::shared_ptr<const Schema> schema;
    std::vector<BatchPointer> batches;
  };
  /// By name; begins anew.
  std::map<std::string, Table> take();

 private:
  std::map<std::string, Columns> tables_;
};

}  // namespace dragoman::python
