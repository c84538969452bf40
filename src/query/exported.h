// What an export of a store holds: its tables, their columns and the columns' types.
#pragma once

#include "dragoman/query.h"
#include "store/database.h"

#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

struct ExportedColumn {
  std::string name;
  std::string type;     // as Frictionless names it: string, integer, number, date, array
  std::string sql;      // of its value; that of an array is JSON
  std::string of = {};  // the table whose id it is
  bool key = false;     // it is, alone or with others, what a row is known by
};

struct ExportedTable {
  std::string name, from, order;
  std::vector<ExportedColumn> columns;
};

/// The tables in that format. What is a list in a row is an array in JSON Lines and a table of its own in CSV.
std::vector<ExportedTable> exported_tables(Database& database, ExportFormat format);

/// The description of the files for programs that know Frictionless data packages: datapackage.json.
std::string data_package(const std::vector<ExportedTable>& tables, ExportFormat format);

}  // namespace dragoman
