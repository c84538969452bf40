#include "store/spans.h"

#include "record/names.h"
#include "store/varint.h"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>
#include <sqlite3.h>

namespace dragoman {

namespace {

constexpr unsigned kKindBits = 3;  // of a mention; the length stands above them

std::string_view blob_of(sqlite3_value* value) {
  const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
  return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}
std::string_view text_of(sqlite3_value* value) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}
void give(sqlite3_context* context, const std::string& text) {
  sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void mentions_function(sqlite3_context* context, int, sqlite3_value** values) {
  const auto mentions = unpacked_mentions(blob_of(values[0]));
  if (!mentions) return sqlite3_result_null(context);
  std::string json = "[";
  for (const Mention& m : *mentions) {
    json += fmt::format("{}[{}, {}, \"{}\"]", json.size() > 1 ? ", " : "", m.span.begin, m.span.end, to_string(m.kind));
  }
  give(context, json + "]");
}

/// The words at a span, found from where the last ones began.
class WordsOf {
 public:
  explicit WordsOf(std::string_view text) : text_(text) {}
  std::string_view at(Span span) {
    if (span.begin < point_) byte_ = point_ = 0;
    go(span.begin);
    const std::size_t begin = byte_;
    const std::uint32_t point = point_;
    go(span.end);
    const std::string_view words = text_.substr(begin, byte_ - begin);
    byte_ = begin;
    point_ = point;
    return words;
  }

 private:
  void go(std::uint32_t point) {
    while (point_ < point && byte_ < text_.size()) {
      do ++byte_;
      while (byte_ < text_.size() && (static_cast<unsigned char>(text_[byte_]) & 0xC0U) == 0x80U);
      ++point_;
    }
  }
  std::string_view text_;
  std::size_t byte_ = 0;
  std::uint32_t point_ = 0;
};

void words_function(sqlite3_context* context, int, sqlite3_value** values) {
  const auto spans = unpacked_mentions(blob_of(values[1]));
  if (!spans) return sqlite3_result_null(context);
  WordsOf words(text_of(values[0]));
  std::string out;
  for (const Mention& m : *spans) {
    if (!out.empty()) out += " … ";
    out += words.at(m.span);
  }
  give(context, out);
}

}  // namespace

std::string packed_mentions(const std::vector<Mention>& mentions) {
  std::string out;
  std::int64_t last = 0;
  for (const Mention& m : mentions) {
    put_varint(out, distance_from(last, m.span.begin));
    put_varint(out,
               static_cast<std::uint64_t>(m.span.end - m.span.begin) << kKindBits | static_cast<std::uint64_t>(m.kind));
    last = m.span.begin;
  }
  return out;
}

std::string packed_spans(const std::vector<Span>& spans) {
  std::vector<Mention> mentions;
  mentions.reserve(spans.size());
  for (const Span& span : spans) mentions.push_back({span, MentionKind::name});
  return packed_mentions(mentions);
}

std::optional<std::vector<Mention>> unpacked_mentions(std::string_view bytes) {
  std::vector<Mention> mentions;
  std::int64_t last = 0;
  while (!bytes.empty()) {
    const auto distance = take_varint(bytes), length = take_varint(bytes);
    if (!distance || !length) return {};
    last = at_distance(last, *distance);
    if (last < 0 || last > UINT32_MAX) return {};
    const auto kind = static_cast<MentionKind>(*length & ((1U << kKindBits) - 1));
    const std::int64_t end = last + static_cast<std::int64_t>(*length >> kKindBits);
    if (end < last || end > UINT32_MAX || kind > MentionKind::possessive) return {};
    mentions.push_back({{static_cast<std::uint32_t>(last), static_cast<std::uint32_t>(end)}, kind});
  }
  return mentions;
}

void add_span_functions(sqlite3* database) {
  constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  sqlite3_create_function_v2(database, "mentions", 1, kFlags, nullptr, mentions_function, nullptr, nullptr, nullptr);
  sqlite3_create_function_v2(database, "words_of", 2, kFlags, nullptr, words_function, nullptr, nullptr, nullptr);
}

}  // namespace dragoman
