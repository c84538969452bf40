#include "dossier/page_cache.h"

namespace dragoman::web {

void PageCache::forget_others(const Stamp& stamp) {
  if (stamp == stamp_) return;
  stamp_ = stamp;
  by_target_.clear();
  kept_.clear();
  bytes_ = 0;
}

std::optional<Response> PageCache::find(std::string_view target, const Stamp& stamp) {
  const std::scoped_lock lock(mutex_);
  forget_others(stamp);
  const auto found = by_target_.find(target);
  if (found == by_target_.end()) return std::nullopt;
  kept_.splice(kept_.begin(), kept_, found->second);
  return found->second->response;
}

void PageCache::keep(std::string_view target, const Stamp& stamp, const Response& response) {
  constexpr std::size_t kLargestPart = 16;
  const std::scoped_lock lock(mutex_);
  if (stamp != stamp_ || by_target_.contains(target)) return;  // made meanwhile, or of a store that has changed
  Kept one{std::string(target), response};
  if (one.bytes() > most_bytes_ / kLargestPart) return;
  bytes_ += one.bytes();
  kept_.push_front(std::move(one));
  by_target_.emplace(kept_.front().target, kept_.begin());
  while (bytes_ > most_bytes_) {
    bytes_ -= kept_.back().bytes();
    by_target_.erase(kept_.back().target);
    kept_.pop_back();
  }
}

}  // namespace dragoman::web
