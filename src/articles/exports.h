// Exports of news databases: one text that holds several stories, each with a head and a tail of fields.
#pragma once

#include "articles/field_words.h"
#include "articles/kind.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

struct ExportStory {
  std::string text;                                              // paragraphs parted by blank lines, without fields
  std::string title, published, agency, byline, language, link;  // as they are written; empty where there is none
  std::vector<std::string> unknown;  // labels of fields that no layout knows; what they hold is left out
};

/// LexisNexis, where "1 of 3 DOCUMENTS" parts the stories, and Nexis Uni, where "End of Document" does.
std::vector<ExportStory> nexis_stories(std::string_view text, const FieldWords& words);
/// Factiva, with tags ("HD", "LP") or without.
std::vector<ExportStory> factiva_stories(std::string_view text, const FieldWords& words);
/// ProQuest, EBSCO, Gale and NewsBank: "Label: value" before and behind the text.
std::vector<ExportStory> labelled_stories(std::string_view text, std::string_view layout, const FieldWords& words);
/// BBC Monitoring: "Text of report by …" before the text, "Source: …, in English 1904 gmt 12 Mar 19" behind it.
std::vector<ExportStory> monitored_stories(std::string_view text, const FieldWords& words);

/// What a line says of a text of BBC Monitoring, also where another service hands it on.
enum class MonitoringMark : std::uint8_t { none, what_it_is, source, signature };
MonitoringMark monitoring_mark(std::string_view line);
/// Takes such lines off both ends of a story that another service hands on.
void strip_monitoring_marks(std::string& text);

/// The export that a text is, by the marks that its stories bear; by_content where it is none.
InputFormat export_format(std::string_view head);

/// What the readers of exports share.
bool is_copyright(std::string_view line);
/// A line that is a day, with its weekday and perhaps a time or an edition: "January 11, 2010 Monday, Final Edition".
bool is_day_line(std::string_view line);
/// "1 of 3 DOCUMENTS", "Document 2 of 2".
bool is_document_count(std::string_view line);
/// The paragraphs of a story's text: wrapped lines are joined, long lines stay apart. Where first lines of paragraphs
/// are set in, each of them begins one.
std::string joined_paragraphs(const std::vector<std::string_view>& lines);
/// The lines without the blanks that all of them begin with, as pages that were turned into text have them.
std::vector<std::string_view> without_margin(std::vector<std::string_view> lines);
/// "By Ann Lee" without "By".
std::string byline_of(std::string_view line);

}  // namespace dragoman
