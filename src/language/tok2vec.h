// Token vectors: a hashed embedding of a word's norm, prefix, suffix and shape (and its static vector), mixed by a
// maxout layer, then a window encoder that lets each word see its neighbours. The layers of spaCy's Tok2Vec.
#pragma once

#include "dragoman/result.h"
#include "language/kernels.h"
#include "language/lexeme.h"

#include <span>
#include <string>
#include <vector>

namespace dragoman {

class Model;

class Tok2Vec {
 public:
  /// `prefix` is "tok2vec" or "ner/tok2vec". An Error (kind setup) names what is missing or not supported.
  static Result<Tok2Vec> load(const Model& model, const std::string& prefix);

  std::size_t width() const { return width_; }

  /// The embedding of word types, before any neighbour is seen: rows of width().
  struct EmbedWorkspace {
    AlignedBuffer<float> inputs, vectors, projected;
  };
  void embed(std::span<const WordType> words, float* rows, EmbedWorkspace& workspace) const;

  /// Rows beyond a block's edges that the encoder must see for exact results.
  std::size_t reach() const { return layers_.size(); }

  /// The encoder over `count` rows, in place. The first and last reach() rows come out right only where the document
  /// (with reach() rows of zeros before and after it) really begins or ends.
  struct EncodeWorkspace {
    WindowRows windows;
    AlignedBuffer<float> outputs;
  };
  void encode(float* rows, std::size_t count, EncodeWorkspace& workspace) const;

 private:
  struct Column {
    WordAttribute attribute = WordAttribute::norm;
    std::uint32_t seed = 0, rows = 0;
    const float* table = nullptr;  // rows x width, in the model's mapping
  };
  struct Layer {
    WindowMaxout maxout;
    const float* gain = nullptr;
    const float* bias = nullptr;
  };

  const Model* model_ = nullptr;
  std::size_t width_ = 0, input_width_ = 0, static_width_ = 0;
  std::vector<Column> columns_;
  Affine static_;
  Maxout mixer_;
  const float* mixer_gain_ = nullptr;
  const float* mixer_bias_ = nullptr;
  std::vector<Layer> layers_;
};

}  // namespace dragoman
