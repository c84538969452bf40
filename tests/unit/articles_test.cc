#include "articles/charset.h"
#include "articles/language.h"
#include "articles/near_copies.h"
#include "articles/page_article.h"
#include "articles/source.h"
#include "support/folder.h"
#include "text/limits.h"

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

const PageWords& words() {
  static const auto kWords = PageWords::load(std::filesystem::path(DRAGOMAN_SOURCE_DIR) / "lexicon" / "articles");
  return *kWords;
}

const std::string kReport =
    "The envoys of Canada and Kenya met in Nairobi on Friday and agreed to open talks on fisheries in the lake.";
const std::string kMore =
    "\"We have waited long enough,\" Foreign Minister Anne Leclair told reporters after the meeting, which took two "
    "hours.";

std::string page(const std::string& body, const std::string& head = "") {
  return "<!DOCTYPE html><html lang='en-GB'><head><title>Envoys meet</title>" + head + "</head><body>" + body +
         "</body></html>";
}

Article article(const std::string& html) {
  auto read = article_of_page(html, words());
  INFO((read ? "" : read.error().message));
  REQUIRE(read);
  return *read;
}

std::string message(const std::string& html) {
  const auto read = article_of_page(html, words());
  return read ? "" : read.error().message;
}

/// Each document's text, or "! " and the error.
std::vector<std::string> all(const std::string& path, InputOptions options = {}) {
  std::vector<std::string> out;
  DocumentSource source({path}, std::move(options), words());
  while (auto next = source.next()) out.push_back(*next ? (*next)->text : "! " + next->error().to_string());
  return out;
}

std::string warc_record(const std::string& name, const std::string& html, int error = 0) {
  const std::string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html;
  return "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\nWARC-Target-URI: " +
         name + "\r\nContent-Length: " + std::to_string(static_cast<int>(http.size()) + error) + "\r\n\r\n" + http +
         "\r\n\r\n";
}

}  // namespace

TEST_CASE("a page gives its report without what stands around it", "[articles]") {
  const std::string html = page(
      "<nav><a href='/'>Home</a> <a href='/world'>World</a></nav><header><h1>Envoys meet</h1></header>"
      "<div class='content with-sidebar'><p>" +
      kReport +
      "</p><script>var x = '<p>no</p>';</script>"
      "<figure><img src='x.jpg'><figcaption>The envoys on the stairs of the ministry on Friday "
      "morning.</figcaption></figure>"
      "<p>Read more: Lake dispute</p><p>" +
      kMore +
      "</p></div>"
      "<div class='related-stories'><p>A minister left for Lima on Thursday, and nobody knows when she will be back "
      "home.</p></div>"
      "<section id='comments'><p>I have always said so, and nobody ever listens to what I say about that "
      "lake.</p></section>"
      "<footer>© Lake News</footer>");
  CHECK(article(html).text == kReport + "\n\n" + kMore);
}

TEST_CASE("metadata comes from JSON-LD, meta tags and elements", "[articles]") {
  const std::string body = "<article><p>" + kReport + "</p></article>";
  const Article a =
      article(page(body,
                   "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Organization\",\"name\":\"x\"},"
                   "{\"@type\":[\"NewsArticle\"],\"headline\":\"Envoys&#8217; talks\",\"datePublished\":"
                   "\"2019-05-10T09:00:00+03:00\",\"publisher\":{\"name\":\"Lake News\"}}]}</script>"
                   "<link rel='canonical' href='https://lake.example/envoys'>"));
  CHECK(a.title == "Envoys’ talks");
  CHECK(a.published == "2019-05-10T09:00");
  CHECK(a.agency == "Lake News");
  CHECK(a.language == "en");
  CHECK(a.link == "https://lake.example/envoys");
  const Article b = article(page(body,
                                 "<meta property='og:title' content='Talks'><meta name='date' content='May 10, 2019'>"
                                 "<meta property='og:site_name' content='Lake News'>"));
  CHECK(b.title == "Talks");
  CHECK(b.published == "2019-05-10");
  CHECK(b.agency == "Lake News");
  CHECK(article(page(body)).title == "Envoys meet");
  CHECK(article(page(body, "<script type='application/ld+json'>{\"datePublished\": \"2019-05-10\",}</script>"))
            .published == "2019-05-10");
}

TEST_CASE("the day in a page's address is the paper's own", "[articles]") {
  const auto published = [](const std::string& moment, const std::string& link) {
    return article(page("<article><p>" + kReport + "</p></article>",
                        "<meta property='article:published_time' content='" + moment +
                            "'><link rel='canonical' href='" + link + "'>"))
        .published;
  };
  CHECK(published("2019-05-10T02:00:00Z", "https://lake.example/2019/05/09/envoys") == "2019-05-09");
  CHECK(published("2019-05-10T02:00:00Z", "https://lake.example/2017/05/09/envoys") == "2019-05-10T02:00");
  CHECK(published("2019-05-10T02:00:00Z", "https://lake.example/envoys") == "2019-05-10T02:00");
  CHECK(published("01:38:07 PM IST May 10, 2019", "https://lake.example/envoys") == "2019-05-10T13:38");
  CHECK(published("soon", "https://lake.example/2019/5/9/envoys") == "2019-05-09");
}

TEST_CASE("pages that are none are refused", "[articles]") {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<div>";
  CHECK(message(deep + kReport).find("nested more than") != std::string::npos);
  CHECK(message("").find("no running text") != std::string::npos);
  CHECK(message(page("<nav><a href='/'>Home</a></nav>")).find("no running text") != std::string::npos);
  CHECK(message(std::string(kMaxPageBytes + 1, 'x')).find("of more than") != std::string::npos);
  // Formatting that a parser opens again in each paragraph.
  std::string many = "<p>";
  for (int i = 0; i < 3000; ++i) many += "<b id=" + std::to_string(i) + ">";
  for (int i = 0; i < 20000; ++i) many += "<p>x";
  CHECK_THAT(message(many), Catch::Contains("grows into more than"));
}

TEST_CASE("charsets are those of mark, header, page, or what the bytes are", "[articles]") {
  CHECK(to_utf8("caf\xE9") == "café");
  CHECK(to_utf8("caf\xC3\xA9") == "café");
  CHECK(to_utf8("\xEF\xBB\xBF"
                "caf\xC3\xA9") == "café");
  CHECK(to_utf8(std::string("\xFF\xFE"
                            "c\0a\0f\0\xE9\0",
                            10)) == "café");
  CHECK(to_utf8("<meta charset=\"windows-1251\">\xEC\xE8\xF0") == "<meta charset=\"windows-1251\">мир");
  CHECK(to_utf8("\xEC\xE8\xF0", "windows-1251") == "мир");
  CHECK(to_utf8("\x93so\x94", "ISO-8859-1") == "“so”");
  CHECK(to_utf8("a\xFF", "utf-8") == "a\xEF\xBF\xBD");
}

TEST_CASE("CSV has a header, quoted fields and named columns", "[articles]") {
  const Folder folder("articles");
  CHECK(all(folder.add("a.csv", "id,text\r\n1,\"One, \"\"two\"\"\nlines.\"\r\n\r\n2,Two.\r\n")) ==
        std::vector<std::string>{"One, \"two\"\nlines.", "Two."});
  CHECK(all(folder.add("b.tsv", "BODY\tday\nOne.\t2019-05-10\n"), {.columns = {{"text", "BODY"}}}) ==
        std::vector<std::string>{"One."});
  CHECK(all(folder.add("c.csv", "text;date\n\"<p>One.</p><p>Two.</p>\";2019-05-10\n")) ==
        std::vector<std::string>{"One.\n\nTwo."});
  CHECK(all(folder.add("d.csv", "a,b\n1,2\n"))[0].find("has no column for the text") != std::string::npos);
  CHECK(all(folder.add("e.csv", "a,text\n1,2\n"), {.columns = {{"text", "c"}}})[0].find("has no column \"c\"") !=
        std::string::npos);
  const auto short_row = all(folder.add("f.csv", "a,text\n1\n2,Two.\n"));
  CHECK(short_row[0].find("f.csv:2: has 1 fields, expected 2") != std::string::npos);
  CHECK(short_row[1] == "Two.");
  const auto open = all(folder.add("g.csv", "a,text\n1,One.\n2,\"Two.\n3,Three.\n"));
  CHECK(open[0] == "One.");
  CHECK(open[1].find("g.csv:3: a quotation mark opens") != std::string::npos);
  CHECK(open.size() == 2);
}

TEST_CASE("feeds give an article an item", "[articles]") {
  const Folder folder("articles");
  DocumentSource source(
      {folder.add("a.rss",
                  "<rss version='2.0'><channel><title>Lake News</title><item><title>Envoys &amp; lake"
                  "</title><link>http://lake.example/1</link><description>&lt;p&gt;One.&lt;/p&gt;"
                  "</description><pubDate>Fri, 10 May 2019 09:00:00 GMT</pubDate></item></channel></rss>"),
       folder.add("b.atom",
                  "<feed xmlns='http://www.w3.org/2005/Atom'><title>Lake</title><entry><id>x</id><link "
                  "rel='alternate' href='http://lake.example/2'/><content type='html'>Two.</content>"
                  "<updated>2019-05-11T00:00:00Z</updated></entry></feed>")},
      {}, words());
  const auto rss = source.next();
  REQUIRE((rss && *rss));
  CHECK((*rss)->text == "One.");
  CHECK((*rss)->title == "Envoys & lake");
  CHECK((*rss)->uri == "http://lake.example/1");
  CHECK((*rss)->published == "2019-05-10T09:00");
  CHECK((*rss)->agency == "Lake News");
  const auto atom = source.next();
  REQUIRE((atom && *atom));
  CHECK((*atom)->text == "Two.");
  CHECK((*atom)->link == "http://lake.example/2");
  CHECK((*atom)->published == "2019-05-11");
  CHECK(all(folder.add("c.xml", "<rss>\n<channel>"))[0].find("c.xml:2: is no well-formed XML") != std::string::npos);
  CHECK(all(folder.add("d.xml", "<table/>"))[0].find("is XML with the root <table>") != std::string::npos);
  CHECK(all(folder.add("e.xml", "<table/>"), {.format = InputFormat::feed})[0].find("expected a feed") !=
        std::string::npos);
}

TEST_CASE("a crawl gives its pages, whatever its lengths say", "[articles]") {
  const Folder folder("articles");
  const std::string one = page("<article><p>" + kReport + "</p></article>");
  const std::string two = page("<article><p>" + kMore + "</p></article>");
  CHECK(all(folder.add("a.warc", warc_record("http://a", one) + warc_record("http://b", two))) ==
        std::vector<std::string>{kReport, kMore});
  for (const int error : {-40, 40, 99999}) {
    const auto read = all(folder.add("b.warc", warc_record("http://a", one, error) + warc_record("http://b", two)));
    INFO(error);
    CHECK(read.back() == kMore);
    CHECK(std::any_of(read.begin(), read.end(), [](const std::string& s) { return s.starts_with("! "); }));
  }
  CHECK(all(folder.add("c.warc", "WARC/1.0\r\nContent-Length: many\r\n\r\n"))[0].find("expected a number of bytes") !=
        std::string::npos);
  CHECK(all(folder.add("d.warc", "no crawl\n"), {.format = InputFormat::warc})[0].find("expected the next record") !=
        std::string::npos);
}

TEST_CASE("what a file is is told by what is in it", "[articles]") {
  const Folder folder("articles");
  CHECK(all(folder.add("a.zip", kReport)) == std::vector<std::string>{kReport});
  CHECK(all(folder.add("a.txt.gz", kReport)) == std::vector<std::string>{kReport});
  CHECK_THAT(all(folder.add("b.txt.gz", std::string("\x1F\x8B\x08\0\0\0\0\0\0\x03\x01\x02", 12)))[0],
             Catch::Contains("cannot be "));
  CHECK_THAT(all(folder.add("c.txt", std::string("PK\x03\x04", 4)))[0], Catch::Contains("c.txt: "));
  CHECK(all(folder.add("d", "date\tbody\n2019-05-10\t" + kReport + "\n")) == std::vector<std::string>{kReport});
  CHECK(kind_of("The envoys met, talked, and left.\nThey agreed, at last.", "a").format == InputFormat::text);
  CHECK(kind_of("int main() {\n  return x[0] + y[1];\n}\n", "a.c").format == InputFormat::by_content);
  CHECK(kind_of("From: the envoys came word.\n\nThey met.", "a.txt").format == InputFormat::text);
}

TEST_CASE("near copies of a report are found, other reports are not", "[articles]") {
  std::string story;
  for (int i = 0; i < 200; ++i) story += "word" + std::to_string(i * 7919 % 1009) + (i % 9 == 0 ? ". " : " ");
  NearCopies copies;
  CHECK_FALSE(copies.find_or_add(story));
  for (int n = 0; n < 2000; ++n) {
    std::string other;
    for (int i = 0; i < 60; ++i) other += "term" + std::to_string((n * 131 + i * 17) % 4001) + " ";
    copies.find_or_add(other);
  }
  const auto update = copies.find_or_add("LAKE CITY (AP) " + story + " The envoys meet again on Monday.");
  REQUIRE(update);
  CHECK(update->text == 0);
  CHECK(update->similarity > 0.8);
  CHECK_FALSE(copies.find_or_add(story.substr(0, story.size() / 4)));
  CHECK_FALSE(copies.find_or_add("Too short."));
  CHECK_FALSE(copies.find_or_add("Too short."));
}

TEST_CASE("the language of a text is told where it is sure", "[articles]") {
  CHECK(language_of(kReport + " " + kMore).code == "en");
  CHECK(language_of("Les ministres des affaires étrangères se sont réunis vendredi à Nairobi pour parler de la pêche.")
            .code == "fr");
  CHECK(language_of("Oslo").code.empty());
}
