#include "model/import_network.h"

#include "model/msgpack_reader.h"
#include "model/string_id.h"

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

namespace dragoman {

namespace {

using namespace msgpack_reader;  // NOLINT: the importer's own vocabulary

// One serialized network: nodes in breadth-first order, each with a name, attributes and parameters.
class Network {
 public:
  explicit Network(const std::string& bytes) : handle_(msgpack::unpack(bytes.data(), bytes.size())) {
    nodes_ = &array_of(get(handle_.get(), "nodes"));
    attributes_ = &array_of(get(handle_.get(), "attrs"));
    parameters_ = &array_of(get(handle_.get(), "params"));
  }

  std::vector<std::uint32_t> named(std::string_view name) const {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < nodes_->size; ++i) {
      if (text_of(get(nodes_->ptr[i], "name")) == name) found.push_back(i);
    }
    return found;
  }

  std::uint32_t only(std::string_view name) const {
    const auto found = named(name);
    if (found.size() != 1) {
      throw Malformed("expected one layer \"" + std::string(name) + "\", found " + std::to_string(found.size()));
    }
    return found.front();
  }

  // Attributes are packed a second time, each by itself.
  msgpack::object_handle attribute(std::uint32_t node, std::string_view name) const {
    const auto packed = text_of(get(at(*attributes_, node), name));
    return msgpack::unpack(packed.data(), packed.size());
  }

  void add(std::uint32_t node, std::string_view parameter, const std::string& name, ModelWriter& writer) const {
    const auto& array = get(at(*parameters_, node), parameter);
    if (text_of(get(array, "type")) != "<f4") throw Malformed(name + " is not of 32-bit floats");
    std::vector<std::size_t> shape;
    const auto& dimensions = array_of(get(array, "shape"));
    std::size_t items = 1;
    for (std::uint32_t d = 0; d < dimensions.size; ++d) {
      shape.push_back(integer_of(dimensions.ptr[d]));
      items *= shape.back();
    }
    const auto data = text_of(get(array, "data"));
    if (data.size() != items * sizeof(float)) throw Malformed(name + " has not as many numbers as its shape says");
    writer.add_tensor(name, shape, data);
  }

 private:
  msgpack::object_handle handle_;
  const msgpack::object_array* nodes_ = nullptr;
  const msgpack::object_array* attributes_ = nullptr;
  const msgpack::object_array* parameters_ = nullptr;
};

}  // namespace

void add_token_vectors(const std::string& model, const std::string& prefix, ModelWriter& writer) {
  const Network network(model);
  const auto extractor = network.attribute(network.only("extract_features"), "columns");
  const auto& columns = array_of(extractor.get());
  const auto tables = network.named("hashembed");
  if (tables.empty()) throw Malformed("it has no hashed embeddings");
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const std::string name = prefix + "/embed/" + std::to_string(i) + "/E";
    network.add(tables[i], "E", name, writer);
    const auto seed = integer_of(network.attribute(tables[i], "seed").get());
    const auto column = integer_of(network.attribute(tables[i], "column").get());
    // The attribute by its number or its name, whose id is that number.
    const auto& attribute = at(columns, column);
    const bool numbered = attribute.type == msgpack::type::POSITIVE_INTEGER;
    const std::uint64_t info[] = {seed, numbered ? integer_of(attribute) : string_id(text_of(attribute))};
    writer.add_integers(name + "/info", info);
  }
  if (const auto projections = network.named("static_vectors"); !projections.empty()) {
    network.add(projections.front(), "W", prefix + "/static/W", writer);
  }
  const auto maxouts = network.named("maxout");
  const auto norms = network.named("layernorm");
  if (maxouts.empty() || maxouts.size() != norms.size()) throw Malformed("its encoder is not a maxout window encoder");
  for (const auto window : network.named("expand_window")) {
    if (integer_of(network.attribute(window, "window_size").get()) != 1) throw Malformed("its window is not of size 1");
  }
  for (std::size_t i = 0; i < maxouts.size(); ++i) {
    const std::string layer = prefix + (i == 0 ? "/mix" : "/conv" + std::to_string(i - 1));
    network.add(maxouts[i], "W", layer + "/W", writer);
    network.add(maxouts[i], "b", layer + "/b", writer);
    network.add(norms[i], "G", layer + "/G", writer);
    network.add(norms[i], "b", layer + "/beta", writer);
  }
}

void add_tagger(const std::string& model, const std::string& config, ModelWriter& writer) {
  const Network network(model);
  const auto output = network.only("softmax");
  network.add(output, "W", "tagger/W", writer);
  network.add(output, "b", "tagger/b", writer);
  const auto labels = nlohmann::json::parse(config).at("labels").get<std::vector<std::string>>();
  writer.add_strings("labels/tagger", labels);
}

void add_transitions(const std::string& model, const std::string& moves, const std::string& prefix,
                     ModelWriter& writer) {
  const Network network(model);
  // The tok2vec's projection comes after the output layer; both are named "linear".
  const auto lower = network.only("precomputable_affine");
  const auto linear = network.named("linear");
  if (linear.size() != 2) throw Malformed("it is not a transition-based model with an upper layer");
  for (const char* parameter : {"W", "b", "pad"}) {
    network.add(lower, parameter, prefix + "/lower/" + parameter, writer);
  }
  for (const char* parameter : {"W", "b"}) {
    network.add(linear[0], parameter, prefix + "/upper/" + parameter, writer);
    network.add(linear[1], parameter, prefix + "/reduce/" + parameter, writer);
  }

  // Moves are in order of their action, and within it from the most to the least frequent label.
  const auto unpacked = msgpack::unpack(moves.data(), moves.size());
  const auto by_action = nlohmann::json::parse(text_of(get(unpacked.get(), "moves")));
  const bool parser = prefix == "parser";
  const std::string letters = parser ? "SDLRB" : "MBILUO";
  std::map<std::size_t, std::vector<std::pair<std::int64_t, std::string>>> sorted;
  for (const auto& [action, labels] : by_action.items()) {
    auto& list = sorted[static_cast<std::size_t>(std::stoul(action))];
    for (const auto& [label, count] : labels.items()) {
      list.emplace_back(count.get<std::int64_t>(), label);
      if (list.back().first < 0) throw Malformed("it has labels added after training, which is not supported");
    }
    std::sort(list.rbegin(), list.rend());
  }
  std::vector<std::string> names;
  for (const auto& [action, labels] : sorted) {
    if (action >= letters.size()) throw Malformed("it has an unknown action " + std::to_string(action));
    for (const auto& [count, label] : labels) names.push_back(std::string(1, letters[action]) + "-" + label);
  }
  writer.add_strings(prefix + "/moves", names);
}

}  // namespace dragoman
