#include "articles/source.h"
#include "support/folder.h"
#include "text/dates.h"

#include <fstream>

#include <catch2/catch.hpp>

using namespace dragoman;
namespace fs = std::filesystem;

namespace {

const PageWords& words() {
  static const auto kWords = PageWords::load(std::filesystem::path(DRAGOMAN_SOURCE_DIR) / "lexicon" / "articles");
  return *kWords;
}

/// Each document's text, or "! " and the error.
std::vector<std::string> all(const std::vector<std::string>& paths, InputOptions options = {}) {
  std::vector<std::string> out;
  DocumentSource source(paths, options, words());
  while (auto next = source.next()) out.push_back(*next ? (*next)->text : "! " + next->error().to_string());
  return out;
}

bool holds(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("plain text is one document, named by its path", "[input]") {
  const Folder folder("input");
  DocumentSource source({folder.add("a.txt", "\xEF\xBB\xBFOne.\r\n")}, {.published = "2016-12-03"}, words());
  auto document = source.next();
  REQUIRE(document);
  REQUIRE(*document);
  CHECK((*document)->text == "One.\n");
  CHECK((*document)->uri == folder / "a.txt");
  CHECK((*document)->published == "2016-12-03");
  CHECK_FALSE((*document)->published_is_metadata);
  CHECK_FALSE(source.next());
}

TEST_CASE("a folder gives its texts in order of path, sub-folders too, hidden files not", "[input]") {
  const Folder folder("input");
  folder.add("b.txt", "b"), folder.add("a/z.txt", "z"), folder.add("c.jsonl", "{\"text\":\"c1\"}\n\n{\"text\":\"c2\"}");
  folder.add(".hidden.txt", "h"), folder.add("picture.png", "p");
  const auto read = [&](InputOptions options) {
    std::vector<std::string> texts = all({folder.string()}, std::move(options));
    std::erase_if(texts, [](const std::string& text) { return text.find("which is not read") != std::string::npos; });
    return texts;
  };
  CHECK(read({}) == std::vector<std::string>{"z", "b", "c1", "c2"});
  CHECK(read({.format = InputFormat::jsonl}) == std::vector<std::string>{"c1", "c2"});
  CHECK(all({folder.string()}).size() == 6);  // the hidden file and the picture are named
}

TEST_CASE("a JSON line may say where it is from and when it was published", "[input]") {
  const Folder folder("input");
  const std::string lines =
      "{\"text\":\"A.\",\"uri\":\"u\",\"title\":\"T\",\"published\":\"2016-12-03T09:00:00Z\",\"agency\":\"X\","
      "\"language\":null}\r\n"
      "{\"id\":7,\"text\":\"B.\",\"more\":[1]}\n{\"text\":\"C.\"}\n";
  DocumentSource source({folder.add("in.json", lines)}, {.format = InputFormat::jsonl, .published = "2001-01-01"},
                        words());
  auto a = source.next(), b = source.next(), c = source.next();
  REQUIRE((a && *a && b && *b && c && *c));
  CHECK((*a)->uri == "u");
  CHECK((*a)->title == "T");
  CHECK((*a)->published == "2016-12-03T09:00");
  CHECK((*a)->published_is_metadata);
  CHECK((*b)->uri == "7");
  CHECK((*b)->published == "2001-01-01");
  CHECK_FALSE((*b)->published_is_metadata);
  CHECK((*c)->uri == folder / "in.json:3");
}

TEST_CASE("what cannot be read is reported with its place, and the rest goes on", "[input]") {
  const Folder folder("input");
  const std::string good = folder.add("good.txt", "Good.");
  const auto texts = all({folder.add("latin.txt", "line\ncaf\x81"),
                          folder.add("binary.txt", std::string("\x7f"
                                                               "ELF\0",
                                                               5)),
                          folder.add("empty.txt", ""), folder.add("blank.txt", " \n\t\n"), folder / "missing.txt",
                          folder.add("wide.txt", std::string("\xFF\xFE"
                                                             "a\0",
                                                             4)),
                          good});
  REQUIRE(texts.size() == 7);
  CHECK(holds(texts[0], "latin.txt: is not UTF-8: line 2, byte 8"));
  CHECK(holds(texts[1], "binary"));
  CHECK(holds(texts[2], "empty"));
  CHECK(holds(texts[3], "white space"));
  CHECK(holds(texts[4], "missing.txt: cannot be read: No such file"));
  CHECK(texts[5] == "a");
  CHECK(texts[6] == "Good.");
}

TEST_CASE("a bad JSON line is reported with its number, and the rest goes on", "[input]") {
  const Folder folder("input");
  const std::string lines =
      "nonsense\n[1]\n{\"title\":\"T\"}\n{\"text\":5}\n{\"text\":\"A.\",\"published\":\"last week\"}\n"
      "{\"text\":\"A.\",\"published\":\"2016-02-30\"}\n{\"text\":\"\"}\n{\"text\":\"\\u0000\"}\n{\"text\":\"caf\xe9\"}"
      "\n"
      "{\"text\":\"Good.\"}";
  const auto texts = all({folder.add("in.jsonl", lines)});
  REQUIRE(texts.size() == 10);
  CHECK(holds(texts[0], "in.jsonl:1: found \"nonsense\", expected a JSON object"));
  CHECK(holds(texts[1], ":2: found \"[1]\""));
  CHECK(holds(texts[2], ":3: has no field \"text\""));
  CHECK(holds(texts[3], ":4: the field \"text\" is a number, expected a string"));
  CHECK(texts[4] == "A.");  // read without its day
  CHECK(texts[5] == "A.");
  CHECK(holds(texts[6], ":7: the field \"text\" is empty"));
  CHECK(holds(texts[7], ":8: the field \"text\" is binary"));
  CHECK(holds(texts[8], ":9: "));
  CHECK(texts[9] == "Good.");
}

TEST_CASE("a line of 100 MB is read over", "[input]") {
  const Folder folder("input");
  std::string lines = "{\"text\":\"";
  lines.append(std::size_t{100} << 20U, 'x');
  lines += "\"}\n{\"text\":\"Good.\"}\n";
  const auto texts = all({folder.add("in.jsonl", lines)});
  REQUIRE(texts.size() == 2);
  CHECK(holds(texts[0], "in.jsonl:1: is longer than 16 MB"));
  CHECK(texts[1] == "Good.");
}

TEST_CASE("folders that give nothing or may not be entered are reported", "[input]") {
  const Folder folder("input");
  fs::create_directories(folder / "none");
  CHECK(holds(all({folder / "none"}).at(0), "holds no files"));
  folder.add("shut/a.txt", "a"), folder.add("b.txt", "b");
  fs::permissions(folder / "shut", fs::perms::none);
  if (geteuid() != 0) {  // root may enter every folder
    const auto texts = all({folder.string()});
    CHECK(holds(texts.at(0), "shut: cannot be read: Permission denied"));
    CHECK(texts.at(1) == "b");
  }
  fs::permissions(folder / "shut", fs::perms::owner_all);
}

TEST_CASE("a day is a day of the calendar", "[text]") {
  for (const auto* good : {"2016-12-03", "2016-02-29", "0001-01-01"}) CHECK(is_calendar_day(good));
  for (const auto* bad : {"2015-02-29", "2016-13-01", "2016-1-1", "16-12-2003", "2016/12/03", "", "2016-12-0x"}) {
    CHECK_FALSE(is_calendar_day(bad));
  }
}
