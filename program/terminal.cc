#include "program/terminal.h"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace dragoman {

bool is_terminal(std::FILE* stream) {
  return isatty(fileno(stream)) == 1;
}

int terminal_width(std::FILE* stream) {
  winsize size{};
  if (ioctl(fileno(stream), TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 100;
  return std::min<int>(size.ws_col, 110);
}

bool wants_colour(std::FILE* stream) {
  const char* no_colour = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  return is_terminal(stream) && (no_colour == nullptr || *no_colour == '\0') && term != nullptr &&
         std::string_view(term) != "dumb";
}

Progress::Progress() : on_(is_terminal(stderr)), begin_(Clock::now()), next_(begin_ + std::chrono::seconds(1)) {}

void Progress::show(std::size_t documents, double fraction) {
  if (!on_) return;
  const auto now = Clock::now();
  if (now < next_) return;
  next_ = now + std::chrono::milliseconds(200);
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  std::string line = fmt::format("{} documents, {:.0f} a second", documents, static_cast<double>(documents) / seconds);
  if (fraction > 0) {
    constexpr int kBar = 30;
    const int full = std::clamp(static_cast<int>(fraction * kBar), 0, kBar);
    line = fmt::format("[{}{}] {:3.0f} %, {}, {:.0f} s left", std::string(full, '#'), std::string(kBar - full, ' '),
                       std::min(fraction, 1.0) * 100, line, std::max(0.0, seconds / fraction - seconds));
  }
  fmt::print(stderr, "\r{}\x1b[K", line.substr(0, static_cast<std::size_t>(terminal_width(stderr)) - 1));
  std::fflush(stderr);
  shown_ = true;
}

void Progress::complain(std::string_view message) {
  clear();
  fmt::print(stderr, "dragoman: {}\n", message);
}

void Progress::clear() {
  if (shown_) fmt::print(stderr, "\r\x1b[K");
  shown_ = false;
}

}  // namespace dragoman
