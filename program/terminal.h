// What the program needs to know of where its output goes.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace dragoman {

/// Prints to standard error. Where nobody reads that (any more), nothing happens, and the work goes on.
template <class... Args>
void tell(fmt::format_string<Args...> text, Args&&... args) {
  const std::string out = fmt::format(text, std::forward<Args>(args)...);
  std::fwrite(out.data(), 1, out.size(), stderr);
}

/// Columns of the terminal; of COLUMNS, or 100, when it is none.
int table_width(std::FILE* stream);
/// The same, at most 110 for the sake of reading.
int terminal_width(std::FILE* stream);
bool is_terminal(std::FILE* stream);
/// True on a terminal that knows colours, unless NO_COLOR is set.
bool wants_colour(std::FILE* stream);

/// True on a terminal that is known to show links (OSC 8).
bool shows_links(std::FILE* stream);

/// How far work on documents is.
struct Done {
  std::size_t documents = 0, words = 0, aside = 0;  // words of those that were read; what was set aside
};

/// "[####    ]  50 %, 200 documents, 10 a second, 4000 words a second, 3 set aside, 20 s left". What is 0, and of a
/// `fraction` below 0 the bar and the time left, is not said.
std::string progress_line(const Done& done, double seconds, double fraction);

/// One line on standard error that says how far the work is, rewritten in place. It shows nothing when standard error
/// is no terminal, nor in the first second.
class Progress {
 public:
  Progress();
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// So many documents are done; `fraction` of the whole, or below 0 when the whole is not known.
  void show(std::size_t documents, double fraction) { show(Done{documents}, fraction); }
  void show(const Done& done, double fraction);
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
