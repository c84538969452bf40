// Answers that are kept for those who ask the same, while the store and what is counted of it stay as they are.
#pragma once

#include "dossier/http.h"

#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace dragoman::web {

/// Any number of threads may ask at once.
class PageCache {
 public:
  /// The version of the store, and how often it was counted.
  using Stamp = std::pair<std::int64_t, std::int64_t>;

  /// Keeps answers of no more than so many bytes together; those that were not asked for the longest go first.
  explicit PageCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  /// The answer to an address, when it was made with the same stamp.
  std::optional<Response> find(std::string_view target, const Stamp& stamp);
  /// Keeps an answer; one that is large beside all that are kept is not.
  void keep(std::string_view target, const Stamp& stamp, const Response& response);

 private:
  struct Kept {
    std::string target;
    Response response;
    std::size_t bytes() const { return target.size() + response.body.size(); }
  };
  void forget_others(const Stamp& stamp);

  std::size_t most_bytes_, bytes_ = 0;
  std::mutex mutex_;
  Stamp stamp_;
  std::list<Kept> kept_;  // asked for last comes first
  std::unordered_map<std::string_view, std::list<Kept>::iterator> by_target_;
};

}  // namespace dragoman::web
