#include "program/terminal.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace dragoman {

bool is_terminal(std::FILE* stream) {
  return isatty(fileno(stream)) == 1;
}

int table_width(std::FILE* stream) {
  winsize size{};
  if (ioctl(fileno(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  constexpr int kOtherwise = 100, kLeast = 20, kMost = 10'000;
  const char* given = std::getenv("COLUMNS");
  if (given == nullptr) return kOtherwise;
  int columns = 0;
  const std::string_view digits = given;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), columns);
  const bool number = error == std::errc() && end == digits.data() + digits.size();
  return number && columns >= kLeast && columns <= kMost ? columns : kOtherwise;
}

int terminal_width(std::FILE* stream) {
  constexpr int kMost = 110;
  return std::min(table_width(stream), kMost);
}

bool shows_links(std::FILE* stream) {
  if (!is_terminal(stream)) return false;
  for (const char* mark : {"VTE_VERSION", "WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "WEZTERM_PANE"}) {
    if (std::getenv(mark) != nullptr) return true;
  }
  const auto is_one_of = [](const char* name, std::initializer_list<std::string_view> values) {
    const char* value = std::getenv(name);
    return value != nullptr && std::find(values.begin(), values.end(), std::string_view(value)) != values.end();
  };
  return is_one_of("TERM_PROGRAM", {"iTerm.app", "WezTerm", "vscode", "ghostty"}) ||
         is_one_of("TERM", {"xterm-kitty", "foot", "alacritty", "xterm-ghostty"});
}

bool wants_colour(std::FILE* stream) {
  const char* no_colour = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  return is_terminal(stream) && (no_colour == nullptr || *no_colour == '\0') && term != nullptr &&
         std::string_view(term) != "dumb";
}

Progress::Progress() : on_(is_terminal(stderr)), begin_(Clock::now()), next_(begin_ + std::chrono::seconds(1)) {}

namespace {

/// "40 s", "3 min", "2 h 5 min".
std::string time_words(double seconds) {
  constexpr int kMinute = 60, kHour = 3600, kShort = 100;
  const auto whole = static_cast<int>(std::clamp(seconds, 0.0, 1e8));
  if (whole < kShort) return fmt::format("{} s", whole);
  if (whole < kHour) return fmt::format("{} min", whole / kMinute);
  return fmt::format("{} h {} min", whole / kHour, whole % kHour / kMinute);
}

}  // namespace

std::string progress_line(const Done& done, double seconds, double fraction) {
  const double time = std::max(seconds, 1e-3);
  std::string line =
      fmt::format("{} documents, {:.0f} a second", done.documents, static_cast<double>(done.documents) / time);
  if (done.words > 0) line += fmt::format(", {:.0f} words a second", static_cast<double>(done.words) / time);
  if (done.aside > 0) line += fmt::format(", {} set aside", done.aside);
  if (fraction <= 0) return line;
  constexpr int kBar = 20;
  const int full = std::clamp(static_cast<int>(fraction * kBar), 0, kBar);
  return fmt::format("[{}{}] {:3.0f} %, {}, {} left", std::string(static_cast<std::size_t>(full), '#'),
                     std::string(static_cast<std::size_t>(kBar - full), ' '), std::min(fraction, 1.0) * 100, line,
                     time_words(seconds / fraction - seconds));
}

void Progress::show(const Done& done, double fraction) {
  if (!on_) return;
  const auto now = Clock::now();
  if (now < next_) return;
  next_ = now + std::chrono::milliseconds(200);
  const std::string line = progress_line(done, std::chrono::duration<double>(now - begin_).count(), fraction);
  tell("\r{}\x1b[K", line.substr(0, static_cast<std::size_t>(table_width(stderr)) - 1));
  std::fflush(stderr);
  shown_ = true;
}

void Progress::complain(std::string_view message) {
  clear();
  tell("dragoman: {}\n", message);
}

void Progress::clear() {
  if (shown_) tell("\r\x1b[K");
  shown_ = false;
}

}  // namespace dragoman
