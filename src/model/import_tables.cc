#include "model/import_tables.h"

#include "model/msgpack_reader.h"
#include "model/string_id.h"

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

namespace dragoman {

namespace {

using namespace msgpack_reader;  // NOLINT: the importer's own vocabulary

// spaCy's table of norms for typographic variants, which no pipeline stores: quotes, dashes and currency signs.
constexpr std::pair<std::string_view, std::string_view> kTypographicNorms[] = {
    {"'s", "'s"}, {"'S", "'s"}, {"’s", "'s"},  {"’S", "'s"}, {"’", "'"},   {"‘", "'"},   {"´", "'"},  {"`", "'"},
    {"”", "\""},  {"“", "\""},  {"''", "\""},  {"``", "\""}, {"´´", "\""}, {"„", "\""},  {"»", "\""}, {"«", "\""},
    {"‘‘", "\""}, {"’’", "\""}, {"？", "?"},   {"！", "!"},  {"，", ","},  {"；", ";"},  {"：", ":"}, {"。", "."},
    {"।", "."},   {"…", "..."}, {"—", "-"},    {"–", "-"},   {"--", "-"},  {"---", "-"}, {"——", "-"}, {"€", "$"},
    {"£", "$"},   {"¥", "$"},   {"฿", "$"},    {"US$", "$"}, {"C$", "$"},  {"A$", "$"},  {"₺", "$"},  {"₹", "$"},
    {"৳", "$"},   {"₩", "$"},   {"Mex$", "$"}, {"₣", "$"},   {"E£", "$"}};

template <class Value>
void split(const std::map<std::uint64_t, Value>& sorted, std::vector<std::uint64_t>& keys, std::vector<Value>& values) {
  for (const auto& [key, value] : sorted) {
    keys.push_back(key);
    values.push_back(value);
  }
}

nlohmann::json to_json(const msgpack::object& o) {
  switch (o.type) {
    case msgpack::type::MAP: {
      auto json = nlohmann::json::object();
      const auto& map = map_of(o);
      for (std::uint32_t i = 0; i < map.size; ++i) json[std::string(text_of(map.ptr[i].key))] = to_json(map.ptr[i].val);
      return json;
    }
    case msgpack::type::ARRAY: {
      auto json = nlohmann::json::array();
      const auto& list = array_of(o);
      for (std::uint32_t i = 0; i < list.size; ++i) json.push_back(to_json(list.ptr[i]));
      return json;
    }
    case msgpack::type::BOOLEAN:
      return o.via.boolean;
    case msgpack::type::POSITIVE_INTEGER:
    case msgpack::type::NEGATIVE_INTEGER:
      return o.via.i64;
    default:
      return std::string(text_of(o));
  }
}

const msgpack::object* find_id(const msgpack::object_map& map, std::uint64_t id) {
  for (std::uint32_t i = 0; i < map.size; ++i) {
    if (integer_of(map.ptr[i].key) == id) return &map.ptr[i].val;
  }
  return nullptr;
}

}  // namespace

void add_static_vectors(const std::string& numpy_array, const std::string& key_to_row, ModelWriter& writer) {
  // "\x93NUMPY", version, length of the header, then a header as a Python literal.
  constexpr std::size_t kFixed = 10;
  if (numpy_array.size() < kFixed || numpy_array.compare(1, 5, "NUMPY") != 0)
    throw Malformed("it is not a NumPy array");
  const std::size_t header_size =
      static_cast<unsigned char>(numpy_array[8]) + 256U * static_cast<unsigned char>(numpy_array[9]);
  const std::string header = numpy_array.substr(kFixed, header_size);
  if (header.find("'<f4'") == std::string::npos || header.find("'fortran_order': False") == std::string::npos) {
    throw Malformed("it is not an array of 32-bit floats in row order");
  }
  const std::size_t open = header.find('(');
  if (open == std::string::npos) throw Malformed("its header names no shape");
  std::size_t used = 0;
  const std::size_t rows = std::stoul(header.substr(open + 1), &used);
  const std::size_t width = std::stoul(header.substr(open + used + 2));
  if (rows == 0) return;
  const std::string_view data = std::string_view(numpy_array).substr(kFixed + header_size);
  if (data.size() != rows * width * sizeof(float)) throw Malformed("it has not as many numbers as its shape says");
  const std::size_t shape[] = {rows, width};
  writer.add_tensor("vectors/data", shape, data);

  const auto unpacked = msgpack::unpack(key_to_row.data(), key_to_row.size());
  const auto& map = map_of(unpacked.get());
  std::vector<std::pair<std::uint64_t, std::uint32_t>> sorted;
  sorted.reserve(map.size);
  for (std::uint32_t i = 0; i < map.size; ++i) {
    sorted.emplace_back(integer_of(map.ptr[i].key), static_cast<std::uint32_t>(integer_of(map.ptr[i].val)));
  }
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::uint64_t> keys;
  std::vector<std::uint32_t> values;
  for (const auto& [key, row] : sorted) {
    keys.push_back(key);
    values.push_back(row);
  }
  writer.add_integers("vectors/keys", keys);
  writer.add_rows("vectors/rows", values);
}

void add_norms(const std::string& lookups, ModelWriter& writer) {
  std::map<std::uint64_t, std::uint64_t> norms;
  for (const auto& [word, norm] : kTypographicNorms) norms[string_id(word)] = string_id(norm);
  const auto unpacked = msgpack::unpack(lookups.data(), lookups.size());
  if (const auto* table = find(unpacked.get(), "lexeme_norm")) {
    const auto& map = map_of(*table);
    for (std::uint32_t i = 0; i < map.size; ++i) {
      norms[integer_of(map.ptr[i].key)] = string_id(text_of(map.ptr[i].val));
    }
  }
  std::vector<std::uint64_t> keys, values;
  split(norms, keys, values);
  writer.add_integers("norm/keys", keys);
  writer.add_integers("norm/values", values);
}

void add_tokenizer(const std::string& tokenizer, ModelWriter& writer) {
  const auto unpacked = msgpack::unpack(tokenizer.data(), tokenizer.size());
  const auto expression = [&](std::string_view key) {
    const auto* value = find(unpacked.get(), key);
    return value == nullptr || value->type == msgpack::type::NIL ? std::string_view() : text_of(*value);
  };
  writer.add_bytes("tokenizer/prefix", expression("prefix_search"));
  writer.add_bytes("tokenizer/suffix", expression("suffix_search"));
  writer.add_bytes("tokenizer/infix", expression("infix_finditer"));
  writer.add_bytes("tokenizer/url", expression("url_match"));
  writer.add_bytes("tokenizer/token", expression("token_match"));

  const std::uint64_t orth_id = string_id("ORTH"), norm_id = string_id("NORM");
  std::vector<std::string> exceptions;
  const auto& map = map_of(get(unpacked.get(), "exceptions"));
  for (std::uint32_t i = 0; i < map.size; ++i) {
    const auto& pieces = array_of(map.ptr[i].val);
    exceptions.emplace_back(text_of(map.ptr[i].key));
    exceptions.push_back(std::to_string(pieces.size));
    for (std::uint32_t p = 0; p < pieces.size; ++p) {
      const auto& attributes = map_of(pieces.ptr[p]);
      const auto* orth = find_id(attributes, orth_id);
      const auto* norm = find_id(attributes, norm_id);
      if (orth == nullptr) throw Malformed("an exception has a piece without a text");
      exceptions.emplace_back(text_of(*orth));
      exceptions.emplace_back(norm == nullptr ? std::string_view() : text_of(*norm));
    }
  }
  writer.add_strings("tokenizer/exceptions", exceptions);
}

void add_ruler(const std::string& patterns, ModelWriter& writer) {
  const auto unpacked = msgpack::unpack(patterns.data(), patterns.size());
  writer.add_bytes("ruler/patterns", to_json(unpacked.get()).dump());
}

void add_lemmas(const std::string& lookups, ModelWriter& writer) {
  const auto unpacked = msgpack::unpack(lookups.data(), lookups.size());
  for (const std::string pos : {"adj", "adp", "adv", "aux", "cconj", "conj", "det", "intj", "noun", "num", "part",
                                "pron", "propn", "punct", "sconj", "sym", "verb", "x"}) {
    const std::uint64_t id = string_id(pos);
    const std::string prefix = "lemma/" + pos;
    if (const auto* table = find(unpacked.get(), "lemma_index"); table != nullptr) {
      if (const auto* words = find_id(map_of(*table), id); words != nullptr) {
        std::vector<std::uint64_t> index;
        const auto& list = array_of(*words);
        for (std::uint32_t i = 0; i < list.size; ++i) index.push_back(string_id(text_of(list.ptr[i])));
        std::sort(index.begin(), index.end());
        writer.add_integers(prefix + "/index", index);
      }
    }
    if (const auto* table = find(unpacked.get(), "lemma_exc"); table != nullptr) {
      if (const auto* exceptions = find_id(map_of(*table), id); exceptions != nullptr) {
        std::map<std::uint64_t, std::string> sorted;
        const auto& map = map_of(*exceptions);
        for (std::uint32_t i = 0; i < map.size; ++i) {
          const auto& forms = array_of(map.ptr[i].val);
          std::string lines;
          for (std::uint32_t f = 0; f < forms.size; ++f) {
            lines += (f == 0 ? "" : "\n") + std::string(text_of(forms.ptr[f]));
          }
          sorted[string_id(text_of(map.ptr[i].key))] = lines;
        }
        std::vector<std::uint64_t> keys;
        std::vector<std::string> values;
        split(sorted, keys, values);
        writer.add_integers(prefix + "/exception_keys", keys);
        writer.add_strings(prefix + "/exceptions", values);
      }
    }
    if (const auto* table = find(unpacked.get(), "lemma_rules"); table != nullptr) {
      if (const auto* rules = find_id(map_of(*table), id); rules != nullptr) {
        std::vector<std::string> endings;
        const auto& list = array_of(*rules);
        for (std::uint32_t i = 0; i < list.size; ++i) {
          const auto& pair = array_of(list.ptr[i]);
          endings.emplace_back(text_of(at(pair, 0)));
          endings.emplace_back(text_of(at(pair, 1)));
        }
        writer.add_strings(prefix + "/rules", endings);
      }
    }
  }
}

}  // namespace dragoman
