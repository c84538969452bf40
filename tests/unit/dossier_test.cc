#include "dossier/address.h"
#include "dossier/html.h"
#include "dossier/labels.h"
#include "dossier/marks.h"
#include "dossier/page_cache.h"
#include "dossier/routes.h"

#include <catch2/catch.hpp>

using namespace dragoman;
using namespace dragoman::web;

TEST_CASE("html: what is no literal comes out as text") {
  Html html;
  html("a", {{"href", "/x?a=\"&b='"}, {"title", std::optional<std::string>()}, {"hidden", true}}, "<b> & \x01\x7F");
  CHECK(html.string() == "<a href=\"/x?a=&quot;&amp;b=&#39;\" hidden>&lt;b&gt; &amp; </a>");
  CHECK(Html()
            .text("a\xE2\x80\xAE"
                  "b\xE2\x81\xA6"
                  "c\xD8\x9C"
                  "d")
            .string() == "abcd");  // U+202E, U+2066, U+061C
  CHECK(Html()
            .text("a\xFF"
                  "b\xC0\xAF")
            .string() ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(Html().text("Ødegård 東京").string() == "Ødegård 東京");
}

TEST_CASE("address: read and written") {
  const auto at = parse_address("/who/person_anna_novak.json?limit=20&q=a+b%26c&limit=30");
  REQUIRE(at);
  CHECK(at->path == std::vector<std::string>{"who", "person_anna_novak"});
  CHECK(at->twin == "json");
  CHECK((*at)["limit"] == "20");
  CHECK((*at)["q"] == "a b&c");
  CHECK(at->all("limit").size() == 2);
  CHECK(at->as("").with("limit", "").to_string("/d") == "/d/who/person_anna_novak?q=a%20b%26c");
  CHECK(parse_address("/")->path.empty());
  CHECK(parse_address("/index.csv")->to_string() == "/index.csv");
  CHECK(address({"issue", "a/b ü"}).to_string() == "/issue/a%2Fb%20%C3%BC");
}

TEST_CASE("address: what is none") {
  for (const char* target :
       {"",      "x",      "http://a/", "/..",         "/a/../b", "/%2e%2e/b", "/.",
        "//a",   "/a%00",  "/%",        "/%4",         "/%g0",    "/%ff",      "/a%2fb",
        "/a\\b", "/a%5Cb", "/a?b=%",    "/a?b=%0d%0a", "/.json",  "/...json",  "/a/b/c/d/e/f/g/h/i",
        "/a#b"}) {
    INFO(target);
    CHECK_FALSE(parse_address(target));
  }
  std::string many = "/a?";
  for (int i = 0; i < 65; ++i) many += "x=1&";
  CHECK_FALSE(parse_address(many));
}

TEST_CASE("address: only links of the web are links") {
  CHECK(web_link("https://example.org/a?b=c"));
  for (const char* link :
       {"javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "//example.org", " https://x", "https://x y", ""}) {
    CHECK_FALSE(web_link(link));
  }
}

TEST_CASE("marks: a text is cut without a gap where marks begin or end") {
  //                      0123456789
  const std::vector<Mark> marks = {{"v1", 'v', {1, 6}}, {"q1", 'q', {4, 9}}, {"e1", 'e', {4, 5}}, {"e2", 'e', {7, 7}}};
  const auto segments = segments_of(marks, {0, 10});
  std::uint32_t at = 0;
  std::vector<std::string> found;
  for (const Segment& segment : segments) {
    CHECK(segment.span.begin == at);
    at = segment.span.end;
    std::string ids;
    for (const std::size_t mark : segment.marks) ids += marks[mark].id;
    found.push_back(ids);
  }
  CHECK(at == 10);
  CHECK(found == std::vector<std::string>{"", "v1", "v1q1e1", "v1q1", "q1", ""});
  CHECK(segments_of(marks, {4, 5}).size() == 1);
  CHECK(segments_of({}, {0, 0}).empty());
}

TEST_CASE("labels: words for people") {
  CHECK(count_label(1, "report") == "1 report");
  CHECK(unbroken("3 May 2019") == "3\u00A0May\u00A02019");
  CHECK(count_label(0, "report") == "0 reports");
  CHECK(count_label(1234567, "near copy", "near copies") == "1,234,567 near copies");
  CHECK(list_label({"A", "B", "C"}) == "A, B and C");
  CHECK(source_label("Lake News", "3 May 2019") == "Lake News, 3 May 2019");
  CHECK(source_label("", "3 May 2019") == "3 May 2019");
  CHECK(source_label("Lake News", "") == "Lake News");
  CHECK(shortened("Ødegård", 7) == "Ødegård");
  CHECK(shortened("Ødegård", 6) == "Ødegå…");
  CHECK(shortened("the road to Ødegård", 15) == "the road to…");
  CHECK(shortened("Rødovre-Ballerup-Ødegård", 20) == "Rødovre-Ballerup-Ød…");
  CHECK(confidence_label(1) == "very likely right (1.00)");
  CHECK(confidence_label(.496) == "doubtful (.49)");
  Fact fact;
  fact.first_day = "2019-05-04";
  fact.basis = "published";
  CHECK(day_label(fact) == "4 May 2019 (day of the report)");
  fact.basis = "text";
  for (const auto& [value, words] :
       {std::pair{"2019-05", "May 2019"}, std::pair{"XXXX-07-09", "9 July, year not given"},
        std::pair{"XXXX-WXX-2", "a Tuesday"}, std::pair{"XXXX-07", "July, year not given"}}) {
    fact.date = value;
    CHECK(day_label(fact) == words);
  }
  fact.date = "PAST_REF";
  fact.first_day.clear();
  CHECK(day_label(fact) == "no day given");
  CHECK(report_label("", "samples/a.txt") == "a.txt");
  CHECK(report_label("", "https://example.org/a") == "https://example.org/a");
}

TEST_CASE("pages are kept while the store is the same, the last asked for longest") {
  const auto page = [](const std::string& body) { return Response{200, "text/html", body}; };
  PageCache cache(1600);
  CHECK(!cache.find("/a", {1, 0}));
  cache.keep("/a", {1, 0}, page("words"));
  REQUIRE(cache.find("/a", {1, 0}));
  CHECK(cache.find("/a", {1, 0})->body == "words");
  CHECK(!cache.find("/a", {2, 0}));
  CHECK(!cache.find("/a", {1, 0}));  // it is gone
  cache.keep("/a", {2, 0}, page("of another store"));
  CHECK(!cache.find("/a", {1, 0}));
  cache.keep("/large", {1, 0}, page(std::string(200, 'x')));
  CHECK(!cache.find("/large", {1, 0}));
  for (int i = 0; i < 20; ++i) {
    cache.keep("/" + std::to_string(i), {1, 0}, page(std::string(96, 'x')));
    CHECK(cache.find("/0", {1, 0}));
  }
  CHECK(!cache.find("/1", {1, 0}));
  CHECK(cache.find("/19", {1, 0}));
}

TEST_CASE("routes: each page has one address") {
  for (const Route& route : routes()) {
    if (route.make == nullptr) continue;
    const auto at = parse_address(route.path == "/" ? "/" : std::string(route.path));
    REQUIRE(at);
    CHECK(route_of(*at) == &route);
  }
  CHECK(route_of(*parse_address("/who/a/b")) == nullptr);
}
