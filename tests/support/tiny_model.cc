#include "support/tiny_model.h"

#include "model/model_writer.h"
#include "model/string_id.h"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace dragoman {

namespace {

constexpr std::size_t kWidth = 16;

class TinyModel {
 public:
  TinyModel() {
    text("meta/name", "en_tiny");
    text("meta/version", "3.8.0");
    add_tokenizer();
    for (const std::string prefix : {"tok2vec", "ner/tok2vec"}) add_token_vectors(prefix);
    add_vectors();
    tensor("tagger/W", {3, kWidth});
    tensor("tagger/b", {3});
    writer_.add_strings("labels/tagger", std::vector<std::string>{"NNP", "VBD", "_SP"});
    add_transitions("parser", 8, {"S", "D", "L-nsubj", "R-dobj", "R-dobj||xcomp", "B-ROOT"});
    add_transitions("ner", 3, {"B-ORG", "I-ORG", "L-ORG", "U-ORG", "O"});
    text("ruler/patterns",
         R"([{"patterns":[[{"TAG":"NNP"}],[{"LOWER":{"IN":["met","talks"]},"TAG":"VBD"}]],)"
         R"("attrs":{"POS":"PROPN","MORPH":"Number=Sing"}},)"
         R"({"patterns":[[{"IS_SPACE":true},{"DEP":{"NOT_IN":["ROOT"]}}]],"attrs":{"LEMMA":"x"},"index":1}])");
    integers("lemma/verb/index", {string_id("meet"), string_id("fail")});
    integers("lemma/verb/exception_keys", {string_id("met")});
    writer_.add_strings("lemma/verb/exceptions", std::vector<std::string>{"meet"});
    writer_.add_strings("lemma/verb/rules", std::vector<std::string>{"ed", ""});
  }

  Result<void> write(const std::filesystem::path& path) const { return writer_.write(path); }

 private:
  void text(const std::string& name, std::string_view value) { writer_.add_bytes(name, value); }

  void integers(const std::string& name, std::vector<std::uint64_t> sorted) {
    std::sort(sorted.begin(), sorted.end());
    writer_.add_integers(name, sorted);
  }

  /// Values between -1 and 1 that look like chance.
  void tensor(const std::string& name, const std::vector<std::size_t>& shape) {
    const std::size_t size = std::accumulate(shape.begin(), shape.end(), std::size_t{1}, std::multiplies<>());
    std::vector<float> values(size);
    for (float& value : values) {
      state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
      value = static_cast<float>(static_cast<std::int32_t>(state_ >> 32U)) / 2147483648.0F;
    }
    writer_.add_tensor(name, shape, {reinterpret_cast<const char*>(values.data()), size * sizeof(float)});
  }

  void add_tokenizer() {
    text("tokenizer/prefix", "^[\"(]");
    text("tokenizer/suffix", "[.,\")]$|'s$");
    text("tokenizer/infix", "(?<=[a-z])-(?=[a-z])");
    text("tokenizer/url", "^https?://\\S+$");
    text("tokenizer/token", "");
    writer_.add_strings("tokenizer/exceptions",
                        std::vector<std::string>{"didn't", "2", "did", "do", "n't", "not", "Mr.", "1", "Mr.", "mr."});
    integers("norm/keys", {string_id("n't")});
    integers("norm/values", {string_id("not")});
  }

  void add_token_vectors(const std::string& prefix) {
    constexpr std::uint64_t kSeed = 8, kNorm = 2, kShape = 5;
    std::uint64_t n = 0;
    for (const std::uint64_t attribute : {kNorm, kShape}) {
      const std::string name = prefix + "/embed/" + std::to_string(n) + "/E";
      tensor(name, {7, kWidth});
      writer_.add_integers(name + "/info", std::vector<std::uint64_t>{kSeed + n, attribute});
      ++n;
    }
    tensor(prefix + "/static/W", {kWidth, kWidth});
    layer(prefix + "/mix", 3 * kWidth);
    layer(prefix + "/conv0", 3 * kWidth);
  }

  void layer(const std::string& name, std::size_t inputs) {
    tensor(name + "/W", {kWidth, 3, inputs});
    tensor(name + "/b", {kWidth, 3});
    tensor(name + "/G", {kWidth});
    tensor(name + "/beta", {kWidth});
  }

  void add_vectors() {
    tensor("vectors/data", {2, kWidth});
    integers("vectors/keys", {string_id("Canada"), string_id("envoy"), string_id("met")});
    writer_.add_rows("vectors/rows", std::vector<std::uint32_t>{0, 1, 1});
  }

  void add_transitions(const std::string& prefix, std::size_t slots, const std::vector<std::string>& moves) {
    tensor(prefix + "/reduce/W", {kWidth, kWidth});
    tensor(prefix + "/reduce/b", {kWidth});
    tensor(prefix + "/lower/W", {slots, kWidth, 2, kWidth});
    tensor(prefix + "/lower/b", {kWidth, 2});
    tensor(prefix + "/lower/pad", {1, slots, kWidth, 2});
    tensor(prefix + "/upper/W", {moves.size(), kWidth});
    tensor(prefix + "/upper/b", {moves.size()});
    writer_.add_strings(prefix + "/moves", moves);
  }

  ModelWriter writer_;
  std::uint64_t state_ = 1;
};

}  // namespace

Result<void> write_tiny_model(const std::filesystem::path& path) {
  return TinyModel().write(path);
}

}  // namespace dragoman
