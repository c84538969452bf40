// What a record states, item by item, under keys that verdicts are kept by.
//
// A key is made of the item's core and of where it stands: "events:s3:ACCUSE|Egypt>Ethiopia|happened". An item keeps
// its verdict for as long as its core stays as it was, and asks for a new one when it changes.
#pragma once

#include "dragoman/record.h"
#include "text/text.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

struct JudgedItem {
  std::string list;        // events, statements, positions, meetings, agenda, persons
  std::size_t number = 0;  // in its list, from 1 on
  std::string key;
  std::string says;      // what is to be judged, in words
  std::string words;     // that state it
  std::string sentence;  // in which they stand
  double confidence = 1;
};

/// The order in which lists are counted.
std::vector<std::string_view> judged_lists();

/// All that the record states, list by list. Of persons those that are named.
std::vector<JudgedItem> judged_items(const Record& record, const Text& text);

}  // namespace dragoman
