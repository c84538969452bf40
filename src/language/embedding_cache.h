// The embeddings of the word types seen of late, so that most words of a document cost a look-up.
#pragma once

#include "language/hash_index.h"
#include "language/tok2vec.h"

#include <cstdint>
#include <span>
#include <vector>

namespace dragoman {

/// Embeddings of one Tok2Vec. Bounded: when full it forgets the words that were seen but once since it was last full,
/// and gives the same rows for them again.
class EmbeddingCache {
 public:
  /// Copies the embedding of each word to rows[i * embedder.width()]. `embedder` must be the same at every call.
  void embed(const Tok2Vec& embedder, std::span<const WordType> words, float* rows);

 private:
  static constexpr std::uint32_t kCapacity = 1U << 14U;  // word types

  /// The slot of a word type; a new one is queued in `pending_`.
  std::uint32_t slot_of(const WordType& word);
  /// Forgets the words that nobody asked for again.
  void forget(std::size_t width);
  /// Makes room for the rows of all slots.
  void grow(std::size_t width);

  HashIndex index_;                   // from the word type to its slot
  std::vector<std::uint64_t> keys_;   // by slot
  std::vector<bool> asked_again_;     // by slot: since it was last full
  std::vector<WordType> pending_;     // words of the last slots, whose rows are not there yet
  std::vector<std::uint32_t> slots_;  // of the words of this call
  AlignedBuffer<float> rows_;
  Tok2Vec::EmbedWorkspace workspace_;
};

}  // namespace dragoman
