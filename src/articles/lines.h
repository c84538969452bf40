// Lines of a text and the paragraphs that they make, for readers of exports.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// The lines, without their ends; the views look into `text`.
std::vector<std::string_view> lines_of(std::string_view text);

/// Without white space at both ends: blanks, tabs, no-break spaces, form feeds, byte order marks.
std::string_view trimmed(std::string_view s);

/// Runs of white space as one blank, none at the ends.
std::string on_one_line(std::string_view s);

/// Consecutive lines that are not blank.
struct Paragraph {
  std::vector<std::string_view> lines;  // trimmed
  bool indented = false;                // the first line stands in from the margin

  /// The lines as one, with single blanks between them; a hyphen at the end of a line keeps its place in the word.
  std::string text() const;
};
std::vector<Paragraph> paragraphs_of(std::string_view text);

/// The text with its wrapped lines joined. A line is wrapped where the first word of the next would not have had room
/// on it; short lines, items of a list and "Label: value" stay lines.
std::string unwrapped(std::string_view text);

/// Appends a paragraph to a text, behind a blank line.
void add_paragraph(std::string& text, std::string_view paragraph);

/// "LENGTH: 48 words": the label and what stands behind it. Both are empty where the line begins with no label: one to
/// four words, the first with a capital, before a colon.
struct Labelled {
  std::string_view label, value;
};
Labelled label_in(std::string_view line);

/// True when a text begins with one of `starts`, which are in small letters, in whatever case.
bool starts_with_any(std::string_view text, std::span<const std::string_view> starts);

/// "Marama Poole and Jo Bland", "The Harbour Times": two to five words that have capitals, as the names of writers and
/// papers on lines of their own.
bool is_name_line(std::string_view line);

/// True for what ends like a sentence, so that it is none of the terse values of a field.
bool ends_like_a_sentence(std::string_view text);

}  // namespace dragoman
