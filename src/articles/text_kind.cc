#include "articles/text_kind.h"

#include "articles/exports.h"
#include "articles/lines.h"
#include "text/ascii.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include <nlohmann/json.hpp>

namespace dragoman {

namespace {

using Format = InputFormat;

/// The name of the first element of XML, without its prefix: "newsItem"; empty where there is none.
std::string root_of(std::string_view xml) {
  for (std::size_t at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at + 1)) {
    if (xml.substr(at).starts_with("<!--")) {
      at = xml.find("-->", at);
      if (at == std::string_view::npos) break;
      continue;
    }
    if (at + 1 >= xml.size() || xml[at + 1] == '?' || xml[at + 1] == '!') continue;
    const std::size_t end = xml.find_first_of(" \t\r\n/>", at + 1);
    std::string_view name = xml.substr(at + 1, end == std::string_view::npos ? end : end - at - 1);
    if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) name.remove_prefix(colon + 1);
    return ascii_lower(name);
  }
  return {};
}

Kind kind_of_markup(std::string_view text, std::string_view ending) {
  const std::string root = root_of(text);
  if (root == "rss" || root == "feed" || root == "rdf") return {Format::feed, "feed", ""};
  if (root == "nitf" || root == "newsitem" || root == "newsmessage" || root == "newsml" || root == "packageitem" ||
      (root == "doc" && text.find("<DOC") != std::string_view::npos && text.find("<TEXT>") != std::string_view::npos)) {
    return {Format::news, "news in XML", ""};
  }
  const std::string low = ascii_lower(text.substr(0, 4096));
  static constexpr std::array<std::string_view, 12> kTags = {"html", "head", "body", "div",   "p",    "article",
                                                             "main", "meta", "h1",   "title", "span", "table"};
  const bool xml = text.starts_with("<?xml") || ending == ".xml";
  const bool html = low.find("<!doctype html") != std::string::npos || root == "html" ||
                    (!xml && std::find(kTags.begin(), kTags.end(), root) != kTags.end());
  if (html) return {Format::html, "page", ""};
  if (root == "svg") return {Format::by_content, "SVG image", ""};
  if (text.starts_with("<?xml") || ending == ".xml" || ending == ".rss" || ending == ".atom" || ending == ".rdf") {
    // The reader of feeds says what is wrong with one that is broken.
    if (root.empty() || ending != ".xml") return {Format::feed, "feed", ""};
    return {Format::by_content, "XML with the root <" + root + ">", "of XML, RSS, Atom, NITF and NewsML-G2 are"};
  }
  if (ending == ".html" || ending == ".htm" || ending == ".xhtml") return {Format::html, "page", ""};
  return {};
}

/// True for header lines, two of which mails have, up to the first blank line.
bool is_mail(std::string_view text) {
  static const std::unordered_set<std::string> kFields = {
      "from",         "to",           "subject",  "date", "message-id", "mime-version", "received", "return-path",
      "content-type", "delivered-to", "reply-to", "cc",   "sender",     "x-mailer",     "list-id",  "dkim-signature"};
  std::size_t known = 0;
  for (const std::string_view line : lines_of(text)) {
    if (trimmed(line).empty()) break;
    if (line.starts_with(' ') || line.starts_with('\t')) continue;
    const std::size_t colon = line.find(':');
    const bool header =
        colon != std::string_view::npos && colon > 0 && line.substr(0, colon).find(' ') == std::string_view::npos;
    if (!header) return false;
    known += kFields.contains(ascii_lower(line.substr(0, colon)));
  }
  return known >= 2;
}

/// What researchers and viewers have beside reports: lists of references and captions of films.
std::string_view kind_of_other_text(std::string_view text) {
  if (text.starts_with("TY  - ")) return "list of references (RIS)";
  if (text.starts_with("WEBVTT")) return "caption file";
  const std::size_t second = std::min(text.find('\n'), text.size());
  if (text.substr(second, 60).find(" --> ") != std::string_view::npos) return "caption file";
  if (text.front() == '@' && second > 0 && text.substr(0, second).find('{') != std::string_view::npos &&
      trimmed(text.substr(0, second)).ends_with(','))
    return "list of references (BibTeX)";
  return {};
}

bool is_markdown(std::string_view text) {
  const auto lines = lines_of(text);
  if (!lines.empty() && trimmed(lines[0]) == "---") {
    for (std::size_t i = 1; i < lines.size(); ++i) {
      if (trimmed(lines[i]) == "---") return i > 1;
      if (!trimmed(lines[i]).empty() && lines[i].find(':') == std::string_view::npos && !lines[i].starts_with(' ') &&
          !lines[i].starts_with('-'))
        return false;
    }
  }
  std::size_t headings = 0, links = 0, strong = 0;
  for (const std::string_view line : lines) {
    const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
    headings += marks > 0 && marks <= 6 && marks < line.size() && line[marks] == ' ';
    links += line.find("](http") != std::string_view::npos || line.find("](/") != std::string_view::npos;
    const std::size_t bold = line.find("**");
    strong += bold != std::string_view::npos && line.find("**", bold + 2) != std::string_view::npos;
  }
  return headings + links + strong >= 2 && (headings > 0 || links > 0);
}

/// True for a table: a header of short names, and as many fields in the lines below.
bool is_table(std::string_view text) {
  constexpr std::size_t kLongestName = 40, kMostRows = 6;
  std::vector<std::string_view> rows;
  for (const std::string_view line : lines_of(text)) {
    if (!trimmed(line).empty()) rows.push_back(line);
    if (rows.size() == kMostRows) break;
  }
  if (rows.size() < 2) return false;
  for (const char separator : {'\t', ';', ',', '|'}) {
    const auto fields = std::count(rows[0].begin(), rows[0].end(), separator);
    if (fields < (separator == ',' ? 2 : 1)) continue;
    bool header = true;
    std::string_view rest = rows[0];
    while (true) {
      const std::size_t end = rest.find(separator);
      const std::string_view name = trimmed(rest.substr(0, end));
      const bool blanks =
          separator == ',' && end != std::string_view::npos && end + 1 < rest.size() && rest[end + 1] == ' ';
      header = header && !name.empty() && name.size() <= kLongestName && !ends_like_a_sentence(name) && !blanks;
      if (end == std::string_view::npos) break;
      rest.remove_prefix(end + 1);
    }
    if (!header) continue;
    // Quoted fields may hold line ends, and more of the separator.
    const bool more =
        std::count(rows[1].begin(), rows[1].end(), separator) >= fields || rows[1].find('"') != std::string_view::npos;
    if (more && (separator != ',' || rows[0].find('.') == std::string_view::npos)) return true;
  }
  return false;
}

Kind kind_of_braces(std::string_view text, std::string_view ending) {
  if (text.front() == '[') return {Format::json, "JSON", ""};
  const std::string_view line = text.substr(0, text.find('\n'));
  if (ending == ".jsonl" || ending == ".ndjson") return {Format::jsonl, "JSON Lines", ""};
  if (trimmed(line).size() == text.size() && ending == ".json") return {Format::json, "JSON", ""};
  if (nlohmann::json::accept(line)) return {Format::jsonl, "JSON Lines", ""};
  // A line that is longer than what is looked at.
  if (line.size() == text.size() && line.find("\":") != std::string_view::npos && ending != ".json")
    return {Format::jsonl, "JSON Lines", ""};
  if (ending == ".json" || trimmed(text.substr(1)).starts_with('"')) return {Format::json, "JSON", ""};
  return {};
}

}  // namespace

bool is_prose(std::string_view text) {
  constexpr std::size_t kLook = 4096;
  text = text.substr(0, kLook);
  std::size_t letters = 0, blanks = 0, strange = 0, words = 0, common = 0;
  static const std::unordered_set<std::string> kCommon = {"the", "of",   "to",   "and",  "in", "a",   "on",
                                                          "for", "that", "with", "said", "is", "was", "by",
                                                          "at",  "from", "has",  "its",  "as", "be"};
  std::string word;
  for (const char c : text) {
    const bool letter = (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z') || static_cast<unsigned char>(c) >= 0x80U;
    letters += letter;
    blanks += c == ' ' || c == '\n';
    strange += std::string_view("{}[]<>=;\\|_#*&%$@^~`+").find(c) != std::string_view::npos;
    if (letter) {
      word.push_back(ascii_lower(c));
    } else if (!word.empty()) {
      ++words;
      common += kCommon.contains(word);
      word.clear();
    }
  }
  if (text.empty() || words == 0) return false;
  const bool foreign =
      std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80U; });
  return letters * 10 >= text.size() * 6 && blanks * 20 >= text.size() && strange * 40 <= text.size() &&
         (foreign || common * 25 >= words || words < 12);
}

Kind kind_of_text(std::string_view head, std::string_view ending) {
  std::string_view text = trimmed(head);
  if (text.empty()) return {Format::text, "text", ""};
  if (ending == ".jsonl" || ending == ".ndjson") return {Format::jsonl, "JSON Lines", ""};
  if (head.starts_with("From ") && head.find("\nFrom: ") != std::string_view::npos)
    return {Format::mbox, "mailbox", ""};
  if (text.front() == '{' || text.front() == '[') {
    if (const Kind kind = kind_of_braces(text, ending); kind.format != Format::by_content) return kind;
  }
  if (text.front() == '<') {
    if (Kind kind = kind_of_markup(text, ending); !kind.name.empty()) return kind;
  }
  if (const std::string_view other = kind_of_other_text(text); !other.empty())
    return {Format::by_content, std::string(other), ""};
  if (is_mail(head)) return {Format::mail, "mail", ""};
  if (ending == ".html" || ending == ".htm" || ending == ".xhtml") return {Format::html, "page", ""};
  if (ending == ".xml" || ending == ".rss" || ending == ".atom" || ending == ".rdf") return {Format::feed, "feed", ""};
  if (ending == ".csv" || ending == ".tsv") return {Format::csv, "table", ""};
  if (const Format format = export_format(head); format != Format::by_content) return {format, "export", ""};
  if (is_table(head)) return {Format::csv, "table", ""};
  if (ending == ".md" || ending == ".markdown" || is_markdown(head)) return {Format::markdown, "Markdown", ""};
  if (ending == ".txt" || ending == ".text" || is_prose(text)) return {Format::text, "text", ""};
  return {Format::by_content, "text that is no prose",
          "it looks like program text or numbers; name the file itself to read it all the same", true};
}

}  // namespace dragoman
