// A page: what it says as tables of values, and the same for reading.
#pragma once

#include "dossier/address.h"
#include "dossier/html.h"
#include "output/table.h"

#include <string>
#include <utility>
#include <vector>

namespace dragoman::web {

/// Rows under a name. The first table of a page is its CSV; all are in its JSON.
struct Table {
  std::string name;  // "events"
  std::vector<Row> rows;
  Row empty = {};  // the names of its columns, for a table without rows
};

struct Page {
  std::string title;  // says what the page shows: "Japan and Russia, 2016"
  std::string lead;   // a sentence below it; may be empty
  std::string part;   // of the site, for its navigation: "events"
  Address address;    // under which it stays
  std::vector<Table> tables;
  Html body;
  bool charts = false;                                          // needs the charts' scripts
  std::string calendar;                                         // its .ics, where it has one
  std::string verdicts;                                         // its .tsv, of judges
  std::string see_other;                                        // an address to go to instead; else empty
  std::vector<std::pair<std::string, std::string>> facts = {};  // further values of its JSON
};

/// The page with masthead, navigation, twins and how to cite it.
struct Frame {
  std::string base;         // path below which the site is, without its last stroke
  std::string store;        // name of the store's file
  std::string version;      // of the page's own files, for their addresses
  bool has_charts = false;  // d3 is there
};
std::string html_page(const Frame& frame, const Page& page);
std::string json_page(const Frame& frame, const Page& page);
/// The table of that name, or the first. Empty text for a page without tables.
std::string csv_page(const Page& page, std::string_view table);

/// A plain page that says what went wrong.
std::string error_page(const Frame& frame, int status, std::string_view heading, std::string_view message);

}  // namespace dragoman::web
