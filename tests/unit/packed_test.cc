#include "store/packed.h"

#include "record/json_writer.h"
#include "store/database.h"
#include "store/spans.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace dragoman;

namespace {

std::string span(int begin, int end, const std::string& words) {
  std::string json = fmt::format("{{\"begin\":{},\"end\":{}", begin, end);
  if (!words.empty()) {
    json += ",\"text\":";
    append_json_string(json, words);
  }
  return json + "}";
}

}  // namespace

TEST_CASE("a record comes out of its packed form byte for byte", "[store]") {
  const std::string text = "Zo\u00eb said \"no\"\n\u2014 twice.";
  const std::vector<std::string> records = {
      "",
      "{}",
      "[" + span(0, 3, "Zo\u00eb") + "," + span(9, 13, "\"no\"") + "," + span(4, 8, "said") + "]",
      span(9, 15, "\"no\"\n\u2014"),
      span(0, 3, "Zoe"),                 // other words than the text has there
      span(0, 300, "Zo\u00eb"),          // beyond the text
      span(7, 2, "x") + span(2, 7, ""),  // backwards; without words
      R"({"begin":007,"end":9})",
      R"({"begin":-3,"end":-1})",
      R"({"begin":1,"end":})",
      R"({"begin":99999999999,"end":99999999999})",
      R"({"begin":null,"end":4,"text":"said"})"};
  for (const std::string& json : records) {
    const auto out = unpacked(packed(json, text), text);
    REQUIRE(out);
    CHECK(*out == json);
  }
}

TEST_CASE("what a record quotes takes hardly any room", "[store]") {
  std::string text;
  std::string json = "[";
  for (int i = 0; i < 200; ++i) {
    const std::string words = fmt::format("word{}", i * 7919 % 10007);
    const auto at = static_cast<int>(text.size());
    json += (i == 0 ? "" : ",") + span(at, at + static_cast<int>(words.size()), words);
    text += words + " ";
  }
  CHECK(packed(json + "]", text).size() * 2 < packed(json + "]", "").size());
}

TEST_CASE("a packed record is read with its own text alone, and whole", "[store]") {
  const std::string text = "Norway met Chad.", json = "[" + span(0, 6, "Norway") + "]", bytes = packed(json, text);
  CHECK_FALSE(unpacked(bytes, "Norway met Mali."));
  CHECK_FALSE(unpacked(bytes, ""));
  CHECK_FALSE(unpacked(bytes.substr(0, bytes.size() - 1), text));
  CHECK_FALSE(unpacked("", text));
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
    const auto out = unpacked(damaged, text);
    CHECK((!out || *out == json));  // a bit of zlib's head may say something else and change nothing
  }
}

TEST_CASE("mentions come out of their packed form", "[store]") {
  const std::vector<Mention> mentions = {{{120, 127}, MentionKind::name},
                                         {{3, 9}, MentionKind::title},
                                         {{3, 70'003}, MentionKind::possessive},
                                         {{4'000'000'000, 4'000'000'001}, MentionKind::pronoun}};
  const auto out = unpacked_mentions(packed_mentions(mentions));
  REQUIRE(out);
  REQUIRE(out->size() == mentions.size());
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    CHECK((*out)[i].span == mentions[i].span);
    CHECK((*out)[i].kind == mentions[i].kind);
  }
  CHECK(unpacked_mentions("")->empty());
  CHECK_FALSE(unpacked_mentions("\x01"));                      // no length, and a begin before the text
  CHECK_FALSE(unpacked_mentions(std::string("\x00\x0F", 2)));  // a kind that there is not
  CHECK_FALSE(unpacked_mentions(std::string(30, '\xFF')));
}

TEST_CASE("SQL shows spans as JSON and as words", "[store]") {
  const auto db = Database::open(":memory:", Database::Mode::create);
  REQUIRE(db);
  const auto shown = [&](const char* sql, const std::string& bytes) {
    Query query = (*db)->prepare(sql);
    query.bind_blob(1, bytes);
    std::string out = "no row";
    query.first([&](const Query& row) { out = row.is_null(0) ? "NULL" : std::string(row.text(0)); });
    return out;
  };
  const std::string some = packed_spans({{6, 9}, {0, 3}});
  CHECK(shown("SELECT mentions(?)", packed_mentions({{{6, 9}, MentionKind::pronoun}})) == "[[6, 9, \"pronoun\"]]");
  CHECK(shown("SELECT mentions(?)", "") == "[]");
  CHECK(shown("SELECT mentions(?)", "\x02") == "NULL");
  CHECK(shown("SELECT words_of('Zo\u00eb is mine', ?)", some) == " mi \u2026 Zo\u00eb");
  CHECK(shown("SELECT words_of('Zo\u00eb', ?)", some) == "Zo\u00eb");  // the first lies beyond the text
  CHECK(shown("SELECT words_of('Zo\u00eb', ?)", "\x02") == "NULL");
}
