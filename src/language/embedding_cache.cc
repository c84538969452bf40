#include "language/embedding_cache.h"

#include <algorithm>

namespace dragoman {

void EmbeddingCache::clear() {
  used_ = 0;
  keys_.assign(kBuckets, 0);
  buckets_.assign(kBuckets, kEmpty);
}

std::uint32_t EmbeddingCache::slot_of(const WordType& word) {
  // The lexeme's hash stands for prefix, suffix and shape too; a tokenizer exception may give it another norm.
  std::uint64_t key = (word.lexeme->orth ^ (word.norm * 0x9E3779B97F4A7C15ULL)) + (word.space_after ? 1 : 0);
  key ^= key >> 31U;
  key *= 0xD6E8FEB86659FD93ULL;
  auto bucket = static_cast<std::uint32_t>(key >> 40U) % kBuckets;
  while (buckets_[bucket] != kEmpty) {
    if (keys_[bucket] == key) return buckets_[bucket];
    bucket = (bucket + 1) % kBuckets;
  }
  keys_[bucket] = key;
  buckets_[bucket] = used_;
  pending_.push_back(word);
  return used_++;
}

void EmbeddingCache::embed(const Tok2Vec& embedder, std::span<const WordType> words, float* rows) {
  const std::size_t width = embedder.width();
  if (rows_.size() == 0) {
    rows_.resize(kCapacity * width);
    clear();
  }
  constexpr std::size_t kAtOnce = 1024;
  for (std::size_t begin = 0; begin < words.size(); begin += kAtOnce) {
    const auto part = words.subspan(begin, std::min(kAtOnce, words.size() - begin));
    if (used_ + part.size() > kCapacity) clear();
    pending_.clear();
    slots_.clear();
    for (const WordType& word : part) slots_.push_back(slot_of(word));
    embedder.embed(pending_, rows_.data() + (used_ - pending_.size()) * width, workspace_);
    for (std::size_t i = 0; i < part.size(); ++i) {
      std::copy_n(rows_.data() + slots_[i] * width, width, rows + (begin + i) * width);
    }
  }
}

}  // namespace dragoman
