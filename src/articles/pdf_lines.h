// Lines of printed pages as a text: without running heads, page numbers and the hyphens of line ends.
#pragma once

#include <string>
#include <vector>

namespace dragoman {

struct PdfLine {
  std::string text;
  double left = 0, right = 0, top = 0, bottom = 0;  // on the page, from its upper left corner
  double page_height = 0;
  int page = 0;
};

/// `lines` stand in the order in which they are read. Paragraphs are parted by blank lines.
std::string text_of_lines(std::vector<PdfLine> lines);

}  // namespace dragoman
