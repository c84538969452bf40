#include "language/engine.h"

#include "language/attribute_ruler.h"
#include "language/dependency_parser.h"
#include "language/embedding_cache.h"
#include "language/lemmatizer.h"
#include "language/lexeme.h"
#include "language/name_recognizer.h"
#include "language/tok2vec.h"
#include "language/tokenizer.h"
#include "model/model.h"

#include <algorithm>
#include <optional>

namespace dragoman {

namespace {

constexpr std::size_t kBlock = 512;  // tokens encoded at once; their rows stay in the second-level cache
// Longer texts are parsed in pieces, each as if it stood alone, so that memory for the network's rows is bounded. spaCy
// takes no text of more than a million characters.
constexpr std::size_t kPieceBytes = 1'000'000;

// Of bytes in text order those behind `begin` and before `end`, counted from `begin`.
std::vector<std::uint32_t> within(std::span<const std::uint32_t> bytes, std::size_t begin, std::size_t end) {
  std::vector<std::uint32_t> out;
  for (auto at = std::upper_bound(bytes.begin(), bytes.end(), begin); at != bytes.end() && *at < end; ++at) {
    out.push_back(*at - static_cast<std::uint32_t>(begin));
  }
  return out;
}

// Behind the last paragraph, else the last line, else the last word, that ends within the bounds of a piece.
std::size_t end_of_piece(std::string_view text, std::size_t begin) {
  if (text.size() - begin <= kPieceBytes) return text.size();
  const std::string_view piece = text.substr(begin, kPieceBytes);
  for (const std::string_view end : {"\n\n", "\n", " "}) {
    if (const auto at = piece.rfind(end); at != std::string_view::npos && at > 0) return begin + at + end.size();
  }
  std::size_t end = begin + kPieceBytes;
  while (end > begin + 1 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;  // within a character
  return end;
}

}  // namespace

namespace {

struct TagLabel {
  std::string name;
  Tag tag = Tag::other;
};

Result<Affine> load_tagger(const Model& model, std::vector<TagLabel>& labels) {
  const auto names = model.strings("labels/tagger");
  if (!names) return names.error();
  const auto weights = model.tensor("tagger/W", 2);
  if (!weights) return weights.error();
  const auto bias = model.tensor("tagger/b", {names->size()});
  if (!bias) return bias.error();
  if (weights->shape[0] != names->size()) {
    return Error{ErrorKind::setup, "", "the tagger of the model has more or fewer outputs than labels"};
  }
  for (const std::string_view name : *names) labels.push_back({std::string(name), tag_from(name)});
  constexpr std::size_t kPanel = 4;
  return Affine(weights->data, bias->data, weights->shape[0], weights->shape[1], kPanel, Affine::Batch::many);
}

}  // namespace

struct Engine::Parts {
  std::unique_ptr<Model> model;
  std::string name;
  Tokenizer tokenizer;
  Tok2Vec shared, own;  // the tagger's and parser's token vectors, and the recogniser's
  Affine tagger;
  std::vector<TagLabel> tags;
  DependencyParser parser;
  NameRecognizer recognizer;
  AttributeRuler ruler;
  Lemmatizer lemmatizer;
};

struct Engine::Workspace::Impl {
  Tokenizer::Workspace tokenizer;
  std::vector<WordType> words;
  EmbeddingCache shared_cache, own_cache;
  Tok2Vec::EncodeWorkspace encode;
  AlignedBuffer<float> block, tag_scores, hidden;  // hidden: the parser's, then the recogniser's
  DependencyParser::Workspace parser;
  NameRecognizer::Workspace recognizer;
  AttributeRuler::Workspace ruler;
  Lemmatizer::Workspace lemmatizer;

  std::vector<TokenIndex> starts, parts;  // tokens at which sentences must begin, and parts of their own

  /// Runs one encoder over all words, part by part; sink(first token, count, rows) takes each block.
  template <class Sink>
  void run(const Tok2Vec& tok2vec, EmbeddingCache& cache, const Sink& sink);
  template <class Sink>
  void run_part(const Tok2Vec& tok2vec, EmbeddingCache& cache, const Sink& sink, std::size_t from, std::size_t to);
};

namespace {

/// The first words at or behind the breaks.
void find_starts(const Parse& parse, std::span<const std::uint32_t> breaks, std::vector<TokenIndex>& starts) {
  starts.clear();
  for (const std::uint32_t byte : breaks) {
    const auto behind = std::lower_bound(parse.tokens.begin(), parse.tokens.end(), byte,
                                         [](const Token& token, std::uint32_t at) { return token.begin < at; });
    auto t = static_cast<TokenIndex>(behind - parse.tokens.begin());
    while (t < parse.size() && parse[t].is_space) ++t;
    if (t > 0 && t < parse.size() && (starts.empty() || starts.back() < t)) starts.push_back(t);
  }
}

}  // namespace

template <class Sink>
void Engine::Workspace::Impl::run(const Tok2Vec& tok2vec, EmbeddingCache& cache, const Sink& sink) {
  std::size_t from = 0;
  for (const TokenIndex part : parts) {
    run_part(tok2vec, cache, sink, from, part);
    from = part;
  }
  run_part(tok2vec, cache, sink, from, words.size());
}

template <class Sink>
void Engine::Workspace::Impl::run_part(const Tok2Vec& tok2vec, EmbeddingCache& cache, const Sink& sink,
                                       std::size_t from, std::size_t to) {
  const std::size_t width = tok2vec.width();
  const std::size_t reach = tok2vec.reach();
  if (block.size() < (kBlock + 2 * reach) * width) block.resize((kBlock + 2 * reach) * width);
  for (std::size_t begin = from; begin < to; begin += kBlock) {
    const std::size_t size = std::min(kBlock, to - begin);
    // Row r of the block is token begin + r - reach; those beyond the ends of the part are rows of zeros.
    const std::size_t missing_before = begin - from < reach ? reach - (begin - from) : 0;
    const std::size_t rows = size + 2 * reach;
    const std::size_t first = begin + missing_before - reach;
    const std::size_t last = std::min(to, begin + size + reach);
    float* real = block.data() + missing_before * width;
    std::fill(block.data(), real, 0.0F);
    cache.embed(tok2vec, std::span(words).subspan(first, last - first), real);
    std::fill(real + (last - first) * width, block.data() + rows * width, 0.0F);
    tok2vec.encode(block.data(), rows, encode);
    sink(begin, size, block.data() + reach * width);
  }
}

Engine::Workspace::Workspace() : impl_(std::make_unique<Impl>()) {}
Engine::Workspace::~Workspace() = default;
Engine::Workspace::Workspace(Workspace&&) noexcept = default;
Engine::Workspace& Engine::Workspace::operator=(Workspace&&) noexcept = default;

Engine::Engine(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Engine::~Engine() = default;

bool Engine::is_word(std::string_view word, Pos pos) const {
  return parts_->lemmatizer.is_word(word, pos);
}

const std::string& Engine::model_name() const {
  return parts_->name;
}

Result<std::unique_ptr<Engine>> Engine::open(const std::filesystem::path& path) {
  auto parts = std::make_unique<Parts>();
  auto model = Model::open(path);
  if (!model) return model.error();
  parts->model = std::move(*model);
  const Model& m = *parts->model;
  parts->name = m.name();
  // Every part in turn; the first that fails names the file.
  std::optional<Error> failed;
  const auto take = [&](auto& place, auto loaded) {
    if (failed) return;
    if (loaded) {
      place = std::move(*loaded);
    } else {
      failed = loaded.error();
    }
  };
  take(parts->tokenizer, Tokenizer::load(m));
  take(parts->shared, Tok2Vec::load(m, "tok2vec"));
  take(parts->own, Tok2Vec::load(m, "ner/tok2vec"));
  take(parts->tagger, load_tagger(m, parts->tags));
  take(parts->parser, DependencyParser::load(m));
  take(parts->recognizer, NameRecognizer::load(m));
  take(parts->ruler, AttributeRuler::load(m));
  take(parts->lemmatizer, Lemmatizer::load(m));
  if (!failed && (parts->tagger.inputs() != parts->shared.width() ||
                  parts->parser.weights().input_width() != parts->shared.width() ||
                  parts->recognizer.weights().input_width() != parts->own.width())) {
    failed = Error{ErrorKind::setup, "", "the layers of the model do not fit together; import it anew"};
  }
  if (failed) {
    if (failed->where.empty()) failed->where = path.string();
    return *failed;
  }
  m.release();
  return std::unique_ptr<Engine>(new Engine(std::move(parts)));
}

void Engine::release() const {
  parts_->model->release();
}

Parse Engine::parse(const Text& text, Workspace& workspace, Stopwatch* watch, std::span<const std::uint32_t> breaks,
                    std::span<const std::uint32_t> parts) const {
  if (text.size() <= kPieceBytes) return parse_piece(text, workspace, watch, breaks, parts);
  Parse whole;
  whole.tokens.reserve(text.size() / 4);  // English has more bytes a word; what is not used takes no memory
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = end_of_piece(text.view(), begin);
    const auto piece = Text::from_utf8(std::string(text.view().substr(begin, end - begin)));
    append(whole, text, static_cast<std::uint32_t>(begin),
           parse_piece(*piece, workspace, watch, within(breaks, begin, end), within(parts, begin, end)));
    begin = end;
  }
  link(whole);
  return whole;
}

Parse Engine::parse_piece(const Text& text, Workspace& workspace, Stopwatch* watch,
                          std::span<const std::uint32_t> breaks, std::span<const std::uint32_t> parts) const {
  const Parts& p = *parts_;
  Workspace::Impl& w = *workspace.impl_;
  Parse parse;
  const auto lap = [&](std::string_view stage) {
    if (watch != nullptr) watch->lap(stage);
  };
  if (watch != nullptr) watch->start();
  p.tokenizer.run(text, w.tokenizer, parse, w.words);
  lap("tokenizer");
  const std::size_t count = parse.size();
  if (count == 0) {
    link(parse);
    return parse;
  }
  find_starts(parse, breaks, w.starts);
  find_starts(parse, parts, w.parts);
  const auto reserve = [](AlignedBuffer<float>& buffer, std::size_t size) {
    if (buffer.size() < size) buffer.resize(size);
  };
  const std::size_t hidden = p.parser.weights().hidden_width();
  reserve(w.hidden, count * hidden);
  reserve(w.tag_scores, kBlock * p.tagger.padded_outputs());
  w.run(p.shared, w.shared_cache, [&](std::size_t first, std::size_t size, const float* rows) {
    p.parser.weights().reduce(rows, size, w.hidden.data() + first * hidden);
    p.tagger.apply(rows, size, p.shared.width(), w.tag_scores.data());
    for (std::size_t i = 0; i < size; ++i) {
      const float* scores = w.tag_scores.data() + i * p.tagger.padded_outputs();
      const auto& label = p.tags[static_cast<std::size_t>(std::max_element(scores, scores + p.tags.size()) - scores)];
      parse.tokens[first + i].tag_label = label.name;
      parse.tokens[first + i].tag = label.tag;
    }
  });
  lap("token vectors, tagger");
  p.parser.run(w.hidden.data(), parse, w.parser, w.starts, w.parts);
  lap("parser");
  p.ruler.run(parse, w.words, w.ruler);
  p.lemmatizer.run(parse, w.words, w.lemmatizer);
  lap("attribute ruler, lemmatizer");
  const std::size_t own_hidden = p.recognizer.weights().hidden_width();
  reserve(w.hidden, count * own_hidden);
  w.run(p.own, w.own_cache, [&](std::size_t first, std::size_t size, const float* rows) {
    p.recognizer.weights().reduce(rows, size, w.hidden.data() + first * own_hidden);
  });
  lap("token vectors of the recogniser");
  p.recognizer.run(w.hidden.data(), parse, w.recognizer);
  lap("recogniser");
  return parse;
}

}  // namespace dragoman
