#include "articles/exports.h"

#include "articles/lines.h"
#include "text/ascii.h"
#include "text/sentence_breaks.h"
#include "text/written_day.h"

#include <algorithm>

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

InputFormat export_format(std::string_view head) {
  const std::vector<std::string_view> lines = lines_of(head);
  std::size_t counts = 0, count_of_documents = 0, full_text = 0, proquest = 0, tags = 0, records = 0;
  std::size_t words_line = 0, factiva_end = 0, body = 0, end_of_document = 0, nexis = 0;
  bool signature = false, source = false, what_it_is = false;  // of BBC Monitoring
  std::size_t gale = 0, newsbank = 0;
  for (const std::string_view line : lines) {
    const std::string_view text = trimmed(line);
    if (text.empty()) continue;
    const std::string lower = ascii_lower(text.substr(0, 60));
    counts += is_document_count(text) && text.back() != 'S' && text.back() != 'T';
    count_of_documents += is_document_count(text) && is_ascii_digit(text.front());
    full_text += lower.starts_with("full text:") || lower == "full text";
    gale += lower.starts_with("gale document number:") || lower.starts_with("source citation");
    newsbank += lower.starts_with("author/byline:") || lower.starts_with("readability:") ||
                lower.starts_with("paper: ") || (lower.starts_with("record: ") && lower.size() > 18);
    proquest += lower.starts_with("proquest document") || lower.starts_with("report information from proquest") ||
                lower.starts_with("publication info:") || lower.starts_with("publication title:");
    tags += text == "HD" || text == "PD" || text == "SN" || text == "LP" || text == "TD" || text == "AN" ||
            text.starts_with("HD\t") || text.starts_with("PD\t") || text.starts_with("LP\t") ||
            text.starts_with("HD  ") || text.starts_with("PD  ") || text.starts_with("LP  ") ||
            text.starts_with("SN  ") || text.starts_with("SN\t");
    records +=
        lower.starts_with("accession number:") || lower.starts_with("record: ") || lower.starts_with("database:");
    const MonitoringMark mark = monitoring_mark(text);
    signature = signature || mark == MonitoringMark::signature;
    source = source || mark == MonitoringMark::source;
    what_it_is = what_it_is || mark == MonitoringMark::what_it_is;
    factiva_end += is_factiva_end(text);
    words_line += lower.ends_with(" words") && is_ascii_digit(lower.front());
    body += text == "Body";
    end_of_document += text == "End of Document";
    nexis += lower.starts_with("length: ") || lower.starts_with("load-date:") || lower.starts_with("section: ") ||
             lower.starts_with("publication-type:") || lower.starts_with("byline: ") || lower.starts_with("dateline: ");
  }
  if (count_of_documents > 0 || (nexis >= 2 && counts == 0 && full_text == 0 && gale == 0 && newsbank == 0) ||
      (body > 0 && (end_of_document > 0 || nexis > 0)))
    return InputFormat::nexis;
  if (proquest > 0 && (full_text > 0 || counts > 0)) return InputFormat::proquest;
  if (gale > 0) return InputFormat::gale;
  if (newsbank > 0 && (newsbank > 1 || nexis > 0)) return InputFormat::newsbank;
  if (tags >= 3) return InputFormat::factiva;
  if (factiva_end > 0 && words_line > 0) return InputFormat::factiva;
  if (records >= 2) return InputFormat::ebsco;
  if (int{signature} + int{source} + int{what_it_is} >= 2) return InputFormat::monitoring;
  return InputFormat::by_content;
}

}  // namespace dragoman
