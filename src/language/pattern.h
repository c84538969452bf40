// Regular expressions in Python's notation, as spaCy's tokenizers store them, run by PCRE2.
#pragma once

#include "dragoman/result.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

class Pattern {
 public:
  struct Found {
    std::size_t begin = 0, end = 0;
  };

  /// Memory for matching; one per thread.
  class Workspace {
   public:
    Workspace();
    ~Workspace();
    Workspace(Workspace&&) noexcept;
    Workspace& operator=(Workspace&&) noexcept;

   private:
    friend class Pattern;
    struct Impl;
    std::unique_ptr<Impl> impl_;
  };

  Pattern();
  ~Pattern();
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;

  /// An Error (kind setup) says what PCRE2 could not read. An empty expression matches nothing.
  static Result<Pattern> compile(std::string_view python_expression);

  /// The first match in valid UTF-8 from byte `start` on. Look-behind sees what lies before `start`. A search that
  /// would take too long ends without a match.
  std::optional<Found> search(std::string_view text, std::size_t start, Workspace& workspace) const;
  /// A match that begins at byte 0.
  std::optional<Found> match(std::string_view text, Workspace& workspace) const;

 private:
  std::optional<Found> run(std::string_view text, std::size_t start, unsigned options, Workspace& workspace) const;

  struct Code;
  std::unique_ptr<Code> code_;
};

}  // namespace dragoman
