// One document as it came in, before anything is known of it.
#pragma once

#include <string>
#include <vector>

namespace dragoman {

struct Document {
  std::string uri;                      // path, "-" for standard input, or what the JSON line says
  std::string text;                     // UTF-8
  std::string title, agency, language;  // empty when not given
  std::string link;                     // canonical address; empty when not given
  std::string published;                // YYYY-MM-DD, with a time YYYY-MM-DDTHH:MM; or empty
  bool published_is_metadata =
      false;                       // from the file itself; false when the user gave it, with --published or the like
  std::string byline;              // who wrote it; empty when not given
  std::vector<std::string> notes;  // what a user should know of how it was had: a day that could not be read …
};

}  // namespace dragoman
