#include "program/interrupt.h"

#include <atomic>

namespace dragoman {

namespace {

std::atomic<bool> interrupted = false;

}  // namespace

Interruptible::Interruptible() {
  for (std::size_t i = 0; i < kSignals.size(); ++i)
    before_[i] = std::signal(kSignals[i], [](int) { interrupted = true; });
}

Interruptible::~Interruptible() {
  for (std::size_t i = 0; i < kSignals.size(); ++i) std::signal(kSignals[i], before_[i]);
}

bool Interruptible::asked() {
  return interrupted;
}

}  // namespace dragoman
