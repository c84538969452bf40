#include "articles/forwarded.h"

#include "articles/lines.h"
#include "text/ascii.h"

#include <algorithm>
#include <vector>

namespace dragoman {

namespace {

/// "---------- Forwarded message ---------", "-----Original Message-----", "Begin forwarded message:", "________"
bool is_mark(std::string_view line, const LineWords& words) {
  while (!line.empty() && std::string_view("-_=*> ").find(line.front()) != std::string_view::npos)
    line.remove_prefix(1);
  return line.empty() || words.is_mark(line);
}

/// "From: …", also where a program has made "*From:* …" of bold letters.
Labelled header_field(std::string_view line) {
  line = trimmed(line);
  if (!line.starts_with('*')) return label_in(line);
  line.remove_prefix(1);
  const std::size_t end = line.find(":*");
  if (end == std::string_view::npos) return {};
  const Labelled label = label_in(line.substr(0, end + 1));
  return {label.label, trimmed(line.substr(end + 2))};
}

/// The header of a message in the text: lines `first` to `end`, which is that of the blank line below.
struct Header {
  std::size_t first = 0, end = 0;
  std::string subject, date;
};

FieldRole role_of(const Labelled& field, const PageWords& words) {
  return field.label.empty() ? FieldRole::unknown : words.fields.role("mail", field.label);
}

/// The first one at or behind the line `from`.
bool find_header(const std::vector<std::string_view>& lines, std::size_t from, const PageWords& words, Header& found) {
  for (std::size_t i = from; i < lines.size(); ++i) {
    const bool first = i == 0 || trimmed(lines[i - 1]).empty() || is_mark(lines[i - 1], words.lines);
    if (!first || role_of(header_field(lines[i]), words) != FieldRole::byline) continue;
    Header header;
    header.first = i;
    bool subject = false, date = false;
    for (header.end = i; header.end < lines.size() && !trimmed(lines[header.end]).empty(); ++header.end) {
      const Labelled field = header_field(lines[header.end]);
      const FieldRole role = role_of(field, words);
      if (role == FieldRole::title) {
        subject = true;
        header.subject = field.value;
      } else if (role == FieldRole::published) {
        date = true;
        header.date = field.value;
      }
    }
    constexpr std::size_t kMostLines = 12;
    if (!subject || !date || header.end - i > kMostLines) continue;
    found = std::move(header);
    return true;
  }
  return false;
}

/// What stands above "On Tuesday Ann Lee wrote:", which may be wrapped, and the quotation below it; all of it where
/// there is no such line.
std::vector<std::string_view> without_quotation(std::vector<std::string_view> lines, const LineWords& words) {
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (!trimmed(lines[i - 1]).empty()) continue;
    const std::string two = i + 1 < lines.size() ? std::string(lines[i]) + " " + std::string(lines[i + 1]) : "";
    const bool stands = words.is_above_quotation(lines[i]) || (!two.empty() && words.is_above_quotation(two));
    const bool any = std::any_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(i),
                                 [](std::string_view line) { return !trimmed(line).empty(); });
    if (!stands || !any) continue;
    lines.resize(i);
    break;
  }
  return lines;
}

std::string joined(const std::vector<std::string_view>& lines, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) out.append(lines[i]) += '\n';
  return std::string(trimmed(out));
}

}  // namespace

std::string_view plain_subject(std::string_view subject, const LineWords& words) {
  subject = trimmed(subject);
  while (const std::size_t prefix = std::max(words.forwarded_prefix(subject), words.answered_prefix(subject)))
    subject = trimmed(subject.substr(prefix));
  return subject;
}

MailText innermost_message(MailText message, const PageWords& words) {
  const bool handed_on = words.lines.forwarded_prefix(trimmed(message.title)) > 0;
  message.title = plain_subject(message.title, words.lines);
  const std::string given = message.text;
  const std::vector<std::string_view> all = lines_of(given);
  const std::vector<std::string_view> lines = handed_on ? all : without_quotation(all, words.lines);
  if (lines.size() < all.size()) message.text = joined(lines, 0, lines.size());
  Header header;
  std::size_t from = 0;
  while (find_header(lines, from, words, header)) {
    std::size_t above = header.first;
    while (above > from && (trimmed(lines[above - 1]).empty() || is_mark(lines[above - 1], words.lines))) --above;
    const std::string own = joined(lines, from, above), inner = joined(lines, header.end, lines.size());
    // Below an answer stands what it answers.
    if (!handed_on && !own.empty()) {
      message.text = own;
      break;
    }
    if (inner.empty()) break;
    if (!header.subject.empty()) message.title = plain_subject(header.subject, words.lines);
    if (!header.date.empty()) message.published = header.date;
    message.text = inner;
    from = header.end;
  }
  return message;
}

}  // namespace dragoman
