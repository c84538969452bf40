// Words of a document as they may stand in a line of a terminal, a table or a calendar.
#pragma once

#include <string>
#include <string_view>

namespace dragoman {

/// In one line: white space becomes single blanks, control and direction characters are left out.
std::string plain_line(std::string_view s);

}  // namespace dragoman
