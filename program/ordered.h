// Work on many things at once, results in the order in which the things came.
#pragma once

#include "dragoman/result.h"

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace dragoman {

/// The threads that --jobs asks for; 0 stands for one a core. An Error (kind usage): the number is below 0.
inline Result<int> threads_for(int jobs) {
  if (jobs < 0) {
    return Error{ErrorKind::usage, "",
                 "--jobs is " + std::to_string(jobs) + ", expected a number of threads, or 0 for all"};
  }
  return jobs > 0 ? jobs : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

/// Calls `worker()` once a thread to get its function from Input to Output, takes inputs from `next()` until it gives
/// nothing, and hands the outputs to `take(Output&&)` in order until that gives false. `next` and `take` are each
/// called by one thread at a time. No more than eight outputs a thread wait for an earlier one. With one job all is
/// done in the calling thread.
template <class Next, class Worker, class Take>
void work_in_order(int jobs, Next next, Worker worker, Take take) {
  using Input = typename decltype(next())::value_type;
  if (jobs <= 1) {
    auto work = worker();
    while (auto input = next()) {
      if (!take(work(std::move(*input)))) return;
    }
    return;
  }
  using Output = decltype(worker()(std::declval<Input>()));
  std::mutex input_mutex, output_mutex;
  std::condition_variable room;
  std::uint64_t taken_in = 0, given_out = 0;
  std::map<std::uint64_t, Output> waiting;
  bool stopped = false;
  const std::uint64_t most = static_cast<std::uint64_t>(jobs) * 8;
  const auto run = [&] {
    auto work = worker();
    while (true) {
      std::uint64_t number = 0;
      std::optional<Input> input;
      {
        const std::lock_guard lock(input_mutex);
        input = next();
        number = taken_in++;
      }
      if (!input) return;
      {
        std::unique_lock lock(output_mutex);
        room.wait(lock, [&] { return stopped || number < given_out + most; });
        if (stopped) return;
      }
      Output output = work(std::move(*input));
      const std::lock_guard lock(output_mutex);
      waiting.emplace(number, std::move(output));
      while (!stopped && !waiting.empty() && waiting.begin()->first == given_out) {
        stopped = !take(std::move(waiting.begin()->second));
        waiting.erase(waiting.begin());
        ++given_out;
      }
      room.notify_all();
    }
  };
  std::vector<std::jthread> threads;
  threads.reserve(static_cast<std::size_t>(jobs));
  for (int i = 0; i < jobs; ++i) threads.emplace_back(run);
}

}  // namespace dragoman
