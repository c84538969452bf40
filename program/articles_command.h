// `dragoman articles`: what would be read.
#pragma once

#include "articles/reader.h"
#include "program/command.h"

#include <map>
#include <vector>

namespace dragoman {

Command articles_command();

/// The flags that say what the inputs hold: --input-format, --published, --date-order, --date-from, --column.
struct InputFlags {
  std::string format = "auto", published, date_order, date_from;
  std::vector<std::string> columns;

  std::vector<Flag> flags();
  /// An Error (kind usage) says what was found and expected.
  Result<InputOptions> options() const;
};

/// Words of a text: what stands between blanks.
std::size_t count_words(std::string_view text);

/// ", 3 set aside; not read, by kind: 2 JPEG image, 2 PDF": how many files were no reports, and the kinds of these and
/// of those that cannot be read. Empty where there are none.
std::string by_kind(std::size_t aside, const std::map<std::string, std::size_t>& not_read);
/// What to do about documents without a known day, for a message.
inline constexpr const char* kHowToDate =
    "--date-order dmy or mdy reads 12/03/2019, --date-from filename takes the day from names such as "
    "2015-02-21-lima.txt, "
    "--published gives one for all";

}  // namespace dragoman
