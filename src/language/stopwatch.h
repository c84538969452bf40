// Where the time of a piece of work goes.
#pragma once

#include <algorithm>
#include <chrono>
#include <string_view>
#include <vector>

namespace dragoman {

/// Adds up the time between laps by the name of the stage that each lap ends. The names must outlive the watch.
class Stopwatch {
 public:
  struct Stage {
    std::string_view name;
    double seconds = 0;
  };

  void start() { last_ = Clock::now(); }
  void lap(std::string_view stage) {
    const Clock::time_point now = Clock::now();
    auto at = std::find_if(stages_.begin(), stages_.end(), [&](const Stage& s) { return s.name == stage; });
    if (at == stages_.end()) at = stages_.insert(at, Stage{stage});
    at->seconds += std::chrono::duration<double>(now - last_).count();
    last_ = now;
  }
  /// In the order of their first laps.
  const std::vector<Stage>& stages() const { return stages_; }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point last_ = Clock::now();
  std::vector<Stage> stages_;
};

}  // namespace dragoman
