// Ctrl-C and a polite kill, for work that is to end between two pieces.
#pragma once

#include <array>
#include <csignal>

namespace dragoman {

/// While it lives, Ctrl-C and a polite kill ask the work to end after what is under way. One at a time.
class Interruptible {
 public:
  Interruptible();
  ~Interruptible();
  Interruptible(const Interruptible&) = delete;
  Interruptible& operator=(const Interruptible&) = delete;

  static bool asked();

 private:
  static constexpr std::array kSignals = {SIGINT, SIGTERM};
  std::array<void (*)(int), kSignals.size()> before_{};
};

}  // namespace dragoman
