#include "language/embedding_cache.h"

#include <algorithm>

namespace dragoman {

std::uint32_t EmbeddingCache::slot_of(const WordType& word) {
  // The lexeme's hash stands for prefix, suffix and shape too; a tokenizer exception may give it another norm.
  std::uint64_t key = (word.lexeme->orth ^ (word.norm * 0x9E3779B97F4A7C15ULL)) + (word.space_after ? 1 : 0);
  key = (key ^ (key >> 31U)) * 0xD6E8FEB86659FD93ULL;
  const std::uint32_t known = index_.find(key);
  if (known != HashIndex::kNone) {
    asked_again_[known] = true;
    return known;
  }
  const auto slot = static_cast<std::uint32_t>(keys_.size());
  index_.insert(key, slot);
  keys_.push_back(key);
  asked_again_.push_back(false);
  pending_.push_back(word);
  return slot;
}

void EmbeddingCache::forget(std::size_t width) {
  constexpr std::uint32_t kMostKept = kCapacity / 4 * 3;  // of more it would be full again too soon
  const auto asked = static_cast<std::uint32_t>(std::count(asked_again_.begin(), asked_again_.end(), true));
  std::uint32_t kept = 0;
  index_.clear();
  for (std::uint32_t slot = 0; asked <= kMostKept && slot < keys_.size(); ++slot) {
    if (!asked_again_[slot]) continue;
    if (kept != slot) std::copy_n(rows_.data() + slot * width, width, rows_.data() + kept * width);
    keys_[kept] = keys_[slot];
    index_.insert(keys_[kept], kept);
    ++kept;
  }
  keys_.resize(kept);
  asked_again_.assign(kept, false);
}

void EmbeddingCache::grow(std::size_t width) {
  if (keys_.size() * width <= rows_.size()) return;
  constexpr std::size_t kFirst = 1024;
  std::size_t slots = std::max(kFirst, rows_.size() / width);
  while (slots < keys_.size()) slots *= 2;
  AlignedBuffer<float> larger(slots * width);
  std::copy_n(rows_.data(), rows_.size(), larger.data());
  rows_ = std::move(larger);
}

void EmbeddingCache::embed(const Tok2Vec& embedder, std::span<const WordType> words, float* rows) {
  const std::size_t width = embedder.width();
  constexpr std::size_t kAtOnce = 1024;
  for (std::size_t begin = 0; begin < words.size(); begin += kAtOnce) {
    const auto part = words.subspan(begin, std::min(kAtOnce, words.size() - begin));
    if (keys_.size() + part.size() > kCapacity) forget(width);
    pending_.clear();
    slots_.clear();
    for (const WordType& word : part) slots_.push_back(slot_of(word));
    grow(width);
    embedder.embed(pending_, rows_.data() + (keys_.size() - pending_.size()) * width, workspace_);
    for (std::size_t i = 0; i < part.size(); ++i) {
      std::copy_n(rows_.data() + slots_[i] * width, width, rows + (begin + i) * width);
    }
  }
}

}  // namespace dragoman
