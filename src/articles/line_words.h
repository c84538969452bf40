// Lines that stand around a story in a mail, and above one in a text: lexicon/articles/lines.txt.
#pragma once

#include "dragoman/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

class LineWords {
 public:
  static Result<LineWords> load(const std::filesystem::path& folder);

  /// "Fwd: …" and "Re: …": the length of the prefix, 0 where there is none.
  std::size_t forwarded_prefix(std::string_view subject) const;
  std::size_t answered_prefix(std::string_view subject) const;
  /// "Forwarded message", which stands above a message within a message.
  bool is_mark(std::string_view line) const;
  /// "On Tuesday Ann Lee wrote:", which stands above what is answered.
  bool is_above_quotation(std::string_view line) const;
  /// "Eds: UPDATES with reply", which a desk writes to editors.
  bool is_desk_note(std::string_view line) const;
  /// "Photo: the envoys"
  bool is_caption(std::string_view line) const;

 private:
  std::vector<std::string> forwarded_, answered_, marks_, quoted_, desk_, captions_;
};

}  // namespace dragoman
