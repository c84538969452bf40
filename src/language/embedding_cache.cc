#include "language/embedding_cache.h"

#include <algorithm>

namespace dragoman {

std::uint32_t EmbeddingCache::slot_of(const WordType& word) {
  // The lexeme's hash stands for prefix, suffix and shape too; a tokenizer exception may give it another norm.
  std::uint64_t key = (word.lexeme->orth ^ (word.norm * 0x9E3779B97F4A7C15ULL)) + (word.space_after ? 1 : 0);
  key = (key ^ (key >> 31U)) * 0xD6E8FEB86659FD93ULL;
  const std::uint32_t known = index_.find(key);
  if (known != HashIndex::kNone) return known;
  const auto slot = static_cast<std::uint32_t>(index_.size());
  index_.insert(key, slot);
  pending_.push_back(word);
  return slot;
}

void EmbeddingCache::grow(std::size_t width) {
  if (index_.size() * width <= rows_.size()) return;
  constexpr std::size_t kFirst = 1024;
  std::size_t slots = std::max(kFirst, rows_.size() / width);
  while (slots < index_.size()) slots *= 2;
  AlignedBuffer<float> larger(slots * width);
  std::copy_n(rows_.data(), rows_.size(), larger.data());
  rows_ = std::move(larger);
}

void EmbeddingCache::embed(const Tok2Vec& embedder, std::span<const WordType> words, float* rows) {
  const std::size_t width = embedder.width();
  constexpr std::size_t kAtOnce = 1024;
  for (std::size_t begin = 0; begin < words.size(); begin += kAtOnce) {
    const auto part = words.subspan(begin, std::min(kAtOnce, words.size() - begin));
    if (index_.size() + part.size() > kCapacity) index_.clear();
    pending_.clear();
    slots_.clear();
    for (const WordType& word : part) slots_.push_back(slot_of(word));
    grow(width);
    embedder.embed(pending_, rows_.data() + (index_.size() - pending_.size()) * width, workspace_);
    for (std::size_t i = 0; i < part.size(); ++i) {
      std::copy_n(rows_.data() + slots_[i] * width, width, rows + (begin + i) * width);
    }
  }
}

}  // namespace dragoman
