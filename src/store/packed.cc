#include "store/packed.h"

#include "record/json_writer.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <vector>

#include <fmt/format.h>
#include <zlib.h>

namespace dragoman {

namespace {

// Signs that JSON does not hold stand for `"begin":B,"end":E`: behind them the distance to the begin before, a comma,
// and the length. kQuoted says that `,"text":` follows, with the words that stand there in the text.
constexpr char kQuoted = '\x01', kSpan = '\x02';
constexpr std::string_view kBegin = "\"begin\":", kEnd = ",\"end\":", kWords = ",\"text\":";

// What records have in common, for zlib; what is frequent stands last. Stores are read by these very bytes.
constexpr std::string_view kCommon =
    R"({"schema":"dragoman.record/1","generator":{"version":"0.1.0","model":"en_core_web_md 3.8.0","lexicon":"sha256:)"
    R"("},"document":{"id":"sha256:","uri":"","title":null,"agency":"","byline":null,"language":"en","length":)"
    R"(,"published":{"value":"","time":null,"basis":"metadata","earliest":"","latest":""},"boilerplate":[]},"sentences":[)"
    R"({"id":"s1","places":[{"id":"l1","name":"","country":"USA","lat":,"lon":-,"geonames_id":,"mentions":[)"
    R"("times":[{"id":"t1",,"type":"DATE","value":"","mod":null},"type":"DURATION","meetings":[{"id":"m1",)"
    R"("participants":[""],"level":null,"ordinal":null,"agenda":[],"positions":[{"id":"k1","actor":"","by":null,)"
    R"("issue":"i","stance":"","statement":"q"},"issues":[{"id":"i1","label":"","parent":null,"parent":"i1","mentions":[)"
    R"("events":[{"id":"v1","type":"CONSULT","mode":null,"contexts":[],"cameo":"040","quad":1,"goldstein":1.0,"score":)"
    R"(,"actors":["e1"],"recipients":[],"sources":[],"issue":null,"theme":null,"date":null,"place":null,"status":)"
    R"("happened","date":{"value":"","basis":"text"},"trigger":{"lemma":"","also":[],"dictionary":null,"confidence":0.)"
    R"("statements":[{"id":"q1","kind":"indirect","act":null,"status":"happened","speakers":["e1"],"addressees":[],)"
    R"("chain":[],"speaker_span":null,"cue":{"venue":null,"date":null,"place":null,"issues":["i1"],"content":[{)"
    R"("entities":[{"id":"e1","name":"","type":"organisation","country":"USA","anonymous":false,"roles":[],"code":)"
    R"("USAGOV","roles":[{"title":"","status":"current","of":null,"country":null,"sector":null,"evidence":{"sentence":"s1",)"
    R"("type":"person","country":null,"anonymous":true,"code":null,"mentions":[{,"kind":"name"},{,"kind":"title"},{,"kind":"pronoun"},{)";

/// Where each code point of a text begins, and its end.
std::vector<std::uint32_t> code_points(std::string_view text) {
  std::vector<std::uint32_t> at;
  at.reserve(text.size() + 1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) at.push_back(static_cast<std::uint32_t>(i));
  }
  at.push_back(static_cast<std::uint32_t>(text.size()));
  return at;
}

class Words {
 public:
  explicit Words(std::string_view text) : text_(text), at_(code_points(text)) {}
  /// As JSON; nothing for what lies outside of the text.
  bool quote(std::int64_t begin, std::int64_t end, std::string& out) const {
    if (begin < 0 || end < begin || end >= static_cast<std::int64_t>(at_.size())) return false;
    out.clear();
    const std::uint32_t from = at_[static_cast<std::size_t>(begin)];
    append_json_string(out, text_.substr(from, at_[static_cast<std::size_t>(end)] - from));
    return true;
  }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> at_;
};

/// A number as it is written without a sign that it does not need, taken from the front.
std::optional<std::int64_t> take_number(std::string_view& from) {
  constexpr std::size_t kMostDigits = 10;
  std::int64_t value = 0;
  const auto read = std::from_chars(from.data(), from.data() + from.size(), value);
  const auto length = static_cast<std::size_t>(read.ptr - from.data());
  if (read.ec != std::errc() || length > kMostDigits + 1) return {};
  from.remove_prefix(length);
  return value;
}

bool take(std::string_view& from, std::string_view what) {
  if (!from.starts_with(what)) return false;
  from.remove_prefix(what.size());
  return true;
}

/// Without what the text tells.
std::string shortened(std::string_view json, const Words& words) {
  std::string out, quoted;
  out.reserve(json.size());
  std::int64_t last = 0;
  while (!json.empty()) {
    const std::size_t next = std::min(json.find(kBegin), json.size());
    out += json.substr(0, next);
    json.remove_prefix(next);
    if (json.empty()) break;
    std::string_view rest = json.substr(kBegin.size());
    const auto begin = take_number(rest);
    const bool span = begin && take(rest, kEnd);
    const auto end = span ? take_number(rest) : std::nullopt;
    if (!end || json.substr(0, json.size() - rest.size()) != fmt::format("{}{}{}{}", kBegin, *begin, kEnd, *end)) {
      out += kBegin;
      json.remove_prefix(kBegin.size());
      continue;
    }
    const bool same =
        rest.starts_with(kWords) && words.quote(*begin, *end, quoted) && rest.substr(kWords.size()).starts_with(quoted);
    if (same) rest.remove_prefix(kWords.size() + quoted.size());
    out += fmt::format("{}{},{}", same ? kQuoted : kSpan, *begin - last, *end - *begin);
    last = *begin;
    json = rest;
  }
  return out;
}

/// The inverse; nothing where it does not fit the text.
std::optional<std::string> lengthened(std::string_view bytes, const Words& words) {
  std::string out, quoted;
  out.reserve(bytes.size() * 2);
  std::int64_t last = 0;
  while (!bytes.empty()) {
    constexpr std::string_view kMarks = "\x01\x02";
    const std::size_t next = std::min(bytes.find_first_of(kMarks), bytes.size());
    out += bytes.substr(0, next);
    bytes.remove_prefix(next);
    if (bytes.empty()) break;
    const bool same = bytes.front() == kQuoted;
    bytes.remove_prefix(1);
    const auto distance = take_number(bytes);
    const bool comma = distance && take(bytes, ",");
    const auto length = comma ? take_number(bytes) : std::nullopt;
    if (!length) return {};
    last += *distance;
    out += fmt::format("{}{}{}{}", kBegin, last, kEnd, last + *length);
    if (!same) continue;
    if (!words.quote(last, last + *length, quoted)) return {};
    out += kWords;
    out += quoted;
  }
  return out;
}

constexpr std::size_t kMostOfDictionary = 32'000;  // of what zlib looks back at

std::string dictionary_of(std::string_view text) {
  std::string dictionary(text.substr(0, kMostOfDictionary - kCommon.size()));
  dictionary += kCommon;
  return dictionary;
}

Bytef* bytes_of(std::string_view bytes) {
  return const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
}

Error damaged() {
  return Error{ErrorKind::input, "", "the compressed bytes are damaged"};
}

}  // namespace

std::string packed(std::string_view json, std::string_view text) {
  constexpr int kLevel = 6;
  const std::string plain = shortened(json, Words(text)), dictionary = dictionary_of(text);
  z_stream stream{};
  std::string out;
  if (deflateInit(&stream, kLevel) != Z_OK) return out;  // no memory: unpacked() says that it is damaged
  deflateSetDictionary(&stream, bytes_of(dictionary), static_cast<uInt>(dictionary.size()));
  out.resize(deflateBound(&stream, static_cast<uLong>(plain.size())));
  stream.next_in = bytes_of(plain);
  stream.avail_in = static_cast<uInt>(plain.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);  // cannot fail: there is room
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

Result<std::string> unpacked(std::string_view bytes, std::string_view text) {
  constexpr std::size_t kMost = std::size_t{1} << 32U;  // no record of a document of the longest length is larger
  std::string out(bytes.size() * 8 + 64, '\0');
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) return Error{ErrorKind::input, "", "zlib cannot be used"};
  stream.next_in = bytes_of(bytes);
  stream.avail_in = static_cast<uInt>(bytes.size());
  int code = Z_OK;
  while (code == Z_OK) {
    if (stream.total_out == out.size()) out.resize(out.size() * 2);
    const std::size_t room = out.size() - stream.total_out;
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + stream.total_out);
    stream.avail_out = static_cast<uInt>(std::min<std::size_t>(room, 1U << 30U));
    code = inflate(&stream, Z_NO_FLUSH);
    if (code == Z_NEED_DICT) {
      const std::string dictionary = dictionary_of(text);
      code = inflateSetDictionary(&stream, bytes_of(dictionary), static_cast<uInt>(dictionary.size()));
    }
    if (out.size() > kMost) code = Z_MEM_ERROR;
  }
  out.resize(stream.total_out);
  inflateEnd(&stream);
  if (code != Z_STREAM_END) return damaged();
  auto json = lengthened(out, Words(text));
  if (!json) return damaged();
  return std::move(*json);
}

}  // namespace dragoman
