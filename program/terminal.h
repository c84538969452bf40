// What the program needs to know of where its output goes.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

namespace dragoman {

/// Columns of the terminal, at most 110 for the sake of reading; 100 when it is none.
int terminal_width(std::FILE* stream);
bool is_terminal(std::FILE* stream);
/// True on a terminal that knows colours, unless NO_COLOR is set.
bool wants_colour(std::FILE* stream);

/// One line on standard error that says how far the work is, rewritten in place. It shows nothing when standard error
/// is no terminal, nor in the first second.
class Progress {
 public:
  Progress();
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// So many documents are done; `fraction` of the whole, or below 0 when the whole is not known.
  void show(std::size_t documents, double fraction);
  /// Prints "dragoman: MESSAGE" on standard error in the line's place.
  void complain(std::string_view message);
  /// Takes the line away, so that something else may be printed.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  bool on_;
  bool shown_ = false;
  Clock::time_point begin_, next_;
};

}  // namespace dragoman
