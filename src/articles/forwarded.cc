#include "articles/forwarded.h"

#include "articles/lines.h"
#include "text/ascii.h"

#include <algorithm>
#include <array>
#include <vector>

namespace dragoman {

namespace {

// What mail programs put before a subject.
constexpr std::array<std::string_view, 5> kForwarded = {"fwd:", "fw:", "wg:", "tr:", "rv:"};
constexpr std::array<std::string_view, 2> kAnswered = {"re:", "aw:"};

/// "---------- Forwarded message ---------", "-----Original Message-----", "Begin forwarded message:", "________"
bool is_mark(std::string_view line) {
  while (!line.empty() && std::string_view("-_=*> ").find(line.front()) != std::string_view::npos)
    line.remove_prefix(1);
  static constexpr std::array<std::string_view, 4> kMarks = {"forwarded message", "original message",
                                                             "begin forwarded message", "forwarded by "};
  return line.empty() || starts_with_any(line, kMarks);
}

/// The header of a message in the text: lines `first` to `end`, which is that of the blank line below.
struct Header {
  std::size_t first = 0, end = 0;
  std::string subject, date;
};

/// The first one at or behind the line `from`.
bool find_header(const std::vector<std::string_view>& lines, std::size_t from, Header& found) {
  for (std::size_t i = from; i < lines.size(); ++i) {
    if (label_in(lines[i]).label != "From" || (i > 0 && !trimmed(lines[i - 1]).empty() && !is_mark(lines[i - 1])))
      continue;
    Header header;
    header.first = i;
    bool subject = false, date = false;
    for (header.end = i; header.end < lines.size() && !trimmed(lines[header.end]).empty(); ++header.end) {
      const Labelled l = label_in(lines[header.end]);
      if (l.label == "Subject") {
        subject = true;
        header.subject = l.value;
      } else if (l.label == "Date" || l.label == "Sent") {
        date = true;
        header.date = l.value;
      }
    }
    constexpr std::size_t kMostLines = 12;
    if (!subject || !date || header.end - i > kMostLines) continue;
    found = std::move(header);
    return true;
  }
  return false;
}

std::string joined(const std::vector<std::string_view>& lines, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) out.append(lines[i]) += '\n';
  return std::string(trimmed(out));
}

}  // namespace

std::string_view plain_subject(std::string_view subject) {
  subject = trimmed(subject);
  while (starts_with_any(subject, kForwarded) || starts_with_any(subject, kAnswered))
    subject = trimmed(subject.substr(subject.find(':') + 1));
  return subject;
}

MailText innermost_message(MailText message) {
  const bool handed_on = starts_with_any(trimmed(message.title), kForwarded);
  message.title = plain_subject(message.title);
  const std::string given = message.text;
  const std::vector<std::string_view> lines = lines_of(given);
  Header header;
  std::size_t from = 0;
  while (find_header(lines, from, header)) {
    std::size_t above = header.first;
    while (above > from && (trimmed(lines[above - 1]).empty() || is_mark(lines[above - 1]))) --above;
    const std::string own = joined(lines, from, above), inner = joined(lines, header.end, lines.size());
    // Below an answer stands what it answers.
    if (!handed_on && !own.empty()) {
      message.text = own;
      break;
    }
    if (inner.empty()) break;
    if (!header.subject.empty()) message.title = plain_subject(header.subject);
    if (!header.date.empty()) message.published = header.date;
    message.text = inner;
    from = header.end;
  }
  return message;
}

}  // namespace dragoman
