#include "language/tok2vec.h"

#include "model/model.h"

#include <algorithm>
#include <cstring>

namespace dragoman {

namespace {

constexpr std::size_t kBatch = 32;  // word types mixed together

std::uint64_t attribute_of(const WordType& word, WordAttribute attribute) {
  switch (attribute) {
    case WordAttribute::orth:
      return word.lexeme->orth;
    case WordAttribute::lower:
      return word.lexeme->lower;
    case WordAttribute::norm:
      return word.norm;
    case WordAttribute::prefix:
      return word.lexeme->prefix;
    case WordAttribute::suffix:
      return word.lexeme->suffix;
    case WordAttribute::shape:
      return word.lexeme->shape;
    case WordAttribute::spacy:
      return word.space_after ? 1 : 0;
    case WordAttribute::is_space:
      return word.lexeme->is_space ? 1 : 0;
  }
  return 0;
}

Error unsupported(const std::string& tensor, const std::string& expected) {
  return Error{ErrorKind::setup, "",
               "the tensor " + tensor + " has a shape that is not supported; expected " + expected +
                   ". Import one of spaCy's English CNN pipelines (en_core_web_sm, md or lg, version 3.8)"};
}

}  // namespace

Result<Tok2Vec> Tok2Vec::load(const Model& model, const std::string& prefix) {
  Tok2Vec t;
  t.model_ = &model;
  for (std::size_t i = 0; model.has(prefix + "/embed/" + std::to_string(i) + "/E"); ++i) {
    const std::string name = prefix + "/embed/" + std::to_string(i) + "/E";
    const auto table = model.tensor(name, 2);
    if (!table) return table.error();
    const auto info = model.integers(name + "/info");
    if (!info) return info.error();
    Column column;
    column.rows = static_cast<std::uint32_t>(table->shape[0]);
    column.table = table->data;
    if (info->size() != 2 || column.rows == 0 || (t.width_ != 0 && t.width_ != table->shape[1])) {
      return unsupported(name, "embedding tables of one width");
    }
    column.seed = static_cast<std::uint32_t>((*info)[0]);
    column.attribute = static_cast<WordAttribute>((*info)[1]);
    t.width_ = table->shape[1];
    t.columns_.push_back(column);
  }
  if (t.columns_.empty() || t.width_ % kLanes != 0) return unsupported(prefix + "/embed/0/E", "a width of 16 n");
  t.input_width_ = t.width_ * t.columns_.size();
  if (model.has(prefix + "/static/W")) {
    const auto projection = model.tensor(prefix + "/static/W", 2);
    if (!projection) return projection.error();
    t.static_width_ = projection->shape[1];
    if (projection->shape[0] != t.width_ || t.static_width_ != model.vector_width()) {
      return unsupported(prefix + "/static/W", "a projection of the static vectors to the embedding's width");
    }
    constexpr std::size_t kMaxVectors = 8;
    t.static_ = Affine(projection->data, nullptr, t.width_, t.static_width_, std::min(kMaxVectors, t.width_ / kLanes),
                       Affine::Batch::many);
    if (t.static_.padded_outputs() != t.width_) return unsupported(prefix + "/static/W", "at most 128 outputs");
    t.input_width_ += t.width_;
  }
  const auto mix = model.tensor(prefix + "/mix/W", {t.width_, Maxout::kPieces, t.input_width_});
  if (!mix) return mix.error();
  const auto mix_bias = model.tensor(prefix + "/mix/b", {t.width_, Maxout::kPieces});
  if (!mix_bias) return mix_bias.error();
  const auto mix_gain = model.tensor(prefix + "/mix/G", {t.width_});
  if (!mix_gain) return mix_gain.error();
  const auto mix_beta = model.tensor(prefix + "/mix/beta", {t.width_});
  if (!mix_beta) return mix_beta.error();
  t.mixer_ = Maxout(mix->data, mix_bias->data, t.width_, t.input_width_);
  t.mixer_gain_ = mix_gain->data;
  t.mixer_bias_ = mix_beta->data;

  for (std::size_t i = 0; model.has(prefix + "/conv" + std::to_string(i) + "/W"); ++i) {
    const std::string name = prefix + "/conv" + std::to_string(i);
    const auto w = model.tensor(name + "/W", {t.width_, WindowMaxout::kPieces, WindowMaxout::kWindow * t.width_});
    if (!w) return w.error();
    const auto b = model.tensor(name + "/b", {t.width_, WindowMaxout::kPieces});
    if (!b) return b.error();
    const auto gain = model.tensor(name + "/G", {t.width_});
    if (!gain) return gain.error();
    const auto beta = model.tensor(name + "/beta", {t.width_});
    if (!beta) return beta.error();
    t.layers_.push_back({WindowMaxout(w->data, b->data, t.width_, t.width_), gain->data, beta->data});
  }
  return t;
}

void Tok2Vec::embed(std::span<const WordType> words, float* rows, EmbedWorkspace& workspace) const {
  if (workspace.inputs.size() < kBatch * input_width_) {
    workspace.inputs.resize(kBatch * input_width_);
    workspace.vectors.resize(kBatch * static_width_);
    workspace.projected.resize(kBatch * width_);
  }
  for (std::size_t begin = 0; begin < words.size(); begin += kBatch) {
    const std::size_t count = std::min(kBatch, words.size() - begin);
    for (std::size_t i = 0; i < count; ++i) {
      const WordType& word = words[begin + i];
      float* out = workspace.inputs.data() + i * input_width_;
      for (const Column& column : columns_) {
        const auto hashes = hash_rows(attribute_of(word, column.attribute), column.seed, column.rows);
        const float* picked[4];
        for (std::size_t h = 0; h < hashes.size(); ++h) picked[h] = column.table + std::size_t{hashes[h]} * width_;
        for (std::size_t k = 0; k < width_; ++k) out[k] = picked[0][k] + picked[1][k] + picked[2][k] + picked[3][k];
        out += width_;
      }
      // Static vectors side by side, to be projected together.
      if (static_width_ != 0) {
        const float* vector = model_->vector(word.lexeme->orth);
        float* place = workspace.vectors.data() + i * static_width_;
        if (vector != nullptr) {
          std::copy_n(vector, static_width_, place);
        } else {
          std::fill_n(place, static_width_, 0.0F);
        }
      }
    }
    if (static_width_ != 0) {
      static_.apply(workspace.vectors.data(), count, static_width_, workspace.projected.data());
      for (std::size_t i = 0; i < count; ++i) {
        std::copy_n(workspace.projected.data() + i * width_, width_,
                    workspace.inputs.data() + (i + 1) * input_width_ - width_);
      }
    }
    float* mixed = rows + begin * width_;
    mixer_.apply(workspace.inputs.data(), count, input_width_, mixed);
    normalize_rows(mixed, count, width_, mixer_gain_, mixer_bias_);
  }
}

void Tok2Vec::encode(float* rows, std::size_t count, EncodeWorkspace& workspace) const {
  if (workspace.outputs.size() < count * width_) {
    workspace.outputs.resize(count * width_);
    workspace.windows.resize(count + 2, width_);
  }
  WindowRows& windows = workspace.windows;
  // A row of zeros on either side.
  windows.clear(0);
  windows.clear(count + 1);
  float* outputs = workspace.outputs.data();
  for (const Layer& layer : layers_) {
    windows.set(rows, count, 1);
    layer.maxout.apply(windows, count, outputs);
    normalize_rows(outputs, count, width_, layer.gain, layer.bias);
    for (std::size_t i = 0; i < count * width_; ++i) rows[i] += outputs[i];
  }
}

}  // namespace dragoman
