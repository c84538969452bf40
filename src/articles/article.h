// One report as it was taken from a page, a feed or an archive: its text and what came with it.
#pragma once

#include <string>

namespace dragoman {

struct Article {
  std::string text;       // UTF-8; paragraphs are parted by a blank line
  std::string title;      // empty where there is none, as all that follow
  std::string published;  // the day and its time, as they are written there
  std::string agency;     // who publishes it
  std::string byline;     // who wrote it
  std::string language;   // ISO 639-1
  std::string link;       // canonical address
};

}  // namespace dragoman
