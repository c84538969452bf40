// Reads the parts of spaCy's serialized files by key, with errors in place of exceptions.
#pragma once

#define MSGPACK_NO_BOOST  // NOLINT: the library's own switch
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include <msgpack.hpp>

namespace dragoman::msgpack_reader {

/// Thrown and caught inside the importer only.
struct Malformed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Text or binary; both occur for the same purpose.
inline std::string_view text_of(const msgpack::object& o) {
  if (o.type == msgpack::type::STR) return {o.via.str.ptr, o.via.str.size};
  if (o.type == msgpack::type::BIN) return {o.via.bin.ptr, o.via.bin.size};
  throw Malformed("expected a text");
}

inline const msgpack::object_map& map_of(const msgpack::object& o) {
  if (o.type != msgpack::type::MAP) throw Malformed("expected a map");
  return o.via.map;
}

inline const msgpack::object_array& array_of(const msgpack::object& o) {
  if (o.type != msgpack::type::ARRAY) throw Malformed("expected a list");
  return o.via.array;
}

inline std::uint64_t integer_of(const msgpack::object& o) {
  if (o.type == msgpack::type::POSITIVE_INTEGER) return o.via.u64;
  if (o.type == msgpack::type::NEGATIVE_INTEGER) return static_cast<std::uint64_t>(o.via.i64);
  throw Malformed("expected an integer");
}

/// The value of a text key, or null.
inline const msgpack::object* find(const msgpack::object& o, std::string_view key) {
  const auto& map = map_of(o);
  for (std::uint32_t i = 0; i < map.size; ++i) {
    const auto& k = map.ptr[i].key;
    if ((k.type == msgpack::type::STR || k.type == msgpack::type::BIN) && text_of(k) == key) return &map.ptr[i].val;
  }
  return nullptr;
}

inline const msgpack::object& get(const msgpack::object& o, std::string_view key) {
  const auto* value = find(o, key);
  if (value == nullptr) throw Malformed("it has no \"" + std::string(key) + "\"");
  return *value;
}

inline const msgpack::object& at(const msgpack::object_array& list, std::uint64_t i) {
  if (i >= list.size) throw Malformed("a list is too short");
  return list.ptr[i];
}

}  // namespace dragoman::msgpack_reader
