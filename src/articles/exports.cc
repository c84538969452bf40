#include "articles/exports.h"

#include "articles/lines.h"
#include "text/ascii.h"
#include "text/sentence_breaks.h"
#include "text/written_day.h"

#include <algorithm>
#include <initializer_list>

namespace dragoman {

namespace {

constexpr std::size_t kLongLine = 120;  // a longer line was not wrapped

bool is_count(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), is_ascii_digit);
}

/// "EVC0000020100111e61b0001x": what Factiva calls a document.
bool is_factiva_end(std::string_view line) {
  const auto words = split_at_blanks(trimmed(line));
  constexpr std::size_t kShortest = 15;
  return words.size() == 2 && words[0] == "Document" && words[1].size() >= kShortest &&
         std::any_of(words[1].begin(), words[1].end(), is_ascii_digit);
}

bool is_indented(std::string_view line) {
  return line.starts_with("  ") || line.starts_with('\t');
}

/// True where the first line of a paragraph is set in and the others are not, as old exports and wires have it.
bool starts_paragraphs_by_indent(const std::vector<std::string_view>& lines) {
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const bool words = !trimmed(lines[i]).empty() && !trimmed(lines[i - 1]).empty();
    if (words && is_indented(lines[i - 1]) && !is_indented(lines[i])) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string_view> without_margin(std::vector<std::string_view> lines) {
  std::size_t margin = std::string_view::npos;
  for (const std::string_view line : lines) margin = std::min(margin, line.find_first_not_of(' '));
  if (margin == 0 || margin == std::string_view::npos) return lines;
  for (std::string_view& line : lines) line.remove_prefix(std::min(margin, line.size()));
  return lines;
}

bool is_copyright(std::string_view line) {
  line = trimmed(line);
  const std::string start = ascii_lower(line.substr(0, 40));
  if (start.starts_with("all rights reserved")) return true;
  for (const std::string_view mark : {"copyright ", "copyright:", "(c) ", "© "}) {
    if (!start.starts_with(mark)) continue;
    return !ends_like_a_sentence(line) || line.size() < 200;
  }
  return false;
}

bool is_day_line(std::string_view line) {
  constexpr std::size_t kLongest = 80;
  line = trimmed(line);
  if (line.size() > kLongest) return false;
  const WrittenDay day = written_day(line);
  if (day.alone) return true;
  if (day.day.empty()) return false;
  // "Monday, January 11, 2010", and an edition behind it
  const std::string_view before = trimmed(line.substr(0, day.begin));
  return before.size() <= std::string_view("Wednesday,").size() && split_at_blanks(before).size() <= 1 &&
         !ends_like_a_sentence(line);
}

bool is_document_count(std::string_view line) {
  const auto words = split_at_blanks(trimmed(line));
  if (words.size() != 4 || words[words[0] == "Document" ? 2 : 1] != "of") return false;
  if (words[0] == "Document") return is_count(words[1]) && is_count(words[3]);
  return is_count(words[0]) && is_count(words[2]) && (words[3] == "DOCUMENTS" || words[3] == "DOCUMENT");
}

std::string joined_paragraphs(const std::vector<std::string_view>& lines) {
  const bool indents = starts_paragraphs_by_indent(lines);
  std::string out;
  Paragraph paragraph;
  const auto end = [&] {
    const bool wrapped = std::all_of(paragraph.lines.begin(), paragraph.lines.end(),
                                     [](std::string_view line) { return line.size() <= kLongLine; });
    if (wrapped) {
      add_paragraph(out, paragraph.text());
    } else {
      for (const std::string_view line : paragraph.lines) add_paragraph(out, line);
    }
    paragraph.lines.clear();
  };
  for (const std::string_view line : lines) {
    if (trimmed(line).empty() || (indents && is_indented(line)) || begins_turn(trimmed(line))) end();
    if (!trimmed(line).empty()) paragraph.lines.push_back(trimmed(line));
  }
  end();
  return out;
}

std::string byline_of(std::string_view line) {
  line = trimmed(line);
  if (line.size() > 3 && ascii_lower(line.substr(0, 3)) == "by ") line.remove_prefix(3);
  return std::string(trimmed(line));
}

namespace {

bool starts_with_any(std::string_view line, std::initializer_list<std::string_view> marks) {
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return line.starts_with(mark); });
}

/// "HD", "PD\t12 May 2019": a line of Factiva's tagged layout.
bool is_factiva_tag(std::string_view line) {
  for (const std::string_view tag : {"HD", "PD", "SN", "LP", "TD", "AN"}) {
    if (line == tag) return true;
    if (tag == "TD" || tag == "AN" || !line.starts_with(tag)) continue;
    if (line.substr(tag.size()).starts_with('\t') || line.substr(tag.size()).starts_with("  ")) return true;
  }
  return false;
}

/// How many lines of a text bear the marks of the databases that news are exported from.
struct ExportMarks {
  std::size_t counts = 0, count_of_documents = 0;        // "1 of 20 DOCUMENTS"; beginning with a number
  std::size_t body = 0, end_of_document = 0, nexis = 0;  // LexisNexis
  std::size_t full_text = 0, proquest = 0, gale = 0, newsbank = 0, records = 0;
  std::size_t tags = 0, factiva_end = 0, words_line = 0;       // Factiva
  bool signature = false, source = false, what_it_is = false;  // BBC Monitoring

  void add(std::string_view line) {
    const std::string lower = ascii_lower(line.substr(0, 60));
    const auto starts = [&](std::initializer_list<std::string_view> marks) { return starts_with_any(lower, marks); };
    const bool count = is_document_count(line);
    counts += count && line.back() != 'S' && line.back() != 'T';
    count_of_documents += count && is_ascii_digit(line.front());
    full_text += starts({"full text:"}) || lower == "full text";
    gale += starts({"gale document number:", "source citation"});
    constexpr std::size_t kRecord = 18;  // "Record: 0DC5…", a long number
    newsbank +=
        starts({"author/byline:", "readability:", "paper: "}) || (starts({"record: "}) && lower.size() > kRecord);
    proquest +=
        starts({"proquest document", "report information from proquest", "publication info:", "publication title:"});
    tags += is_factiva_tag(line);
    records += starts({"accession number:", "record: ", "database:"});
    const MonitoringMark mark = monitoring_mark(line);
    signature = signature || mark == MonitoringMark::signature;
    source = source || mark == MonitoringMark::source;
    what_it_is = what_it_is || mark == MonitoringMark::what_it_is;
    factiva_end += is_factiva_end(line);
    words_line += lower.ends_with(" words") && is_ascii_digit(lower.front());
    body += line == "Body";
    end_of_document += line == "End of Document";
    nexis += starts({"length: ", "load-date:", "section: ", "publication-type:", "byline: ", "dateline: "});
  }

  bool is_nexis() const {
    return count_of_documents > 0 || (nexis >= 2 && counts == 0 && full_text == 0 && gale == 0 && newsbank == 0) ||
           (body > 0 && (end_of_document > 0 || nexis > 0));
  }
};

}  // namespace

InputFormat export_format(std::string_view head) {
  ExportMarks marks;
  for (const std::string_view line : lines_of(head)) {
    if (!trimmed(line).empty()) marks.add(trimmed(line));
  }
  if (marks.is_nexis()) return InputFormat::nexis;
  if (marks.proquest > 0 && (marks.full_text > 0 || marks.counts > 0)) return InputFormat::proquest;
  if (marks.gale > 0) return InputFormat::gale;
  if (marks.newsbank > 0 && (marks.newsbank > 1 || marks.nexis > 0)) return InputFormat::newsbank;
  if (marks.tags >= 3 || (marks.factiva_end > 0 && marks.words_line > 0)) return InputFormat::factiva;
  if (marks.records >= 2) return InputFormat::ebsco;
  if (int{marks.signature} + int{marks.source} + int{marks.what_it_is} >= 2) return InputFormat::monitoring;
  return InputFormat::by_content;
}

}  // namespace dragoman
