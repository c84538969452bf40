// A record as a person wants to read it: who, what, when, where and who said so, each with the words of the report.
#pragma once

#include "dragoman/record.h"
#include "text/by_word.h"
#include "text/text.h"

#include <map>
#include <string>

namespace dragoman {

struct SummaryStyle {
  int width = 100;                                                 // columns
  bool colour = false;                                             // bold and dim by ANSI escapes
  std::map<std::string, std::string, std::less<>> countries = {};  // "Japan" by "JPN"
  WordSet envisaged = {};                                          // stances by which something is only hoped or feared
};

/// Appends the summary of one document, with a blank line at its end. Control characters of the document are shown as
/// blanks, so that no text can steer a terminal.
void append_summary(std::string& out, const Record& record, const Text& text, const SummaryStyle& style);

}  // namespace dragoman
