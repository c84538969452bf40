#include "output/calendar.h"

#include "output/plain.h"
#include "when/days.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

namespace dragoman {

namespace {

constexpr std::size_t kLine = 75;  // octets, without the line's end
constexpr int kLongestEvent = 31;  // days

/// Appends a content line, folded between characters.
void append_line(std::string& out, std::string_view line) {
  std::size_t room = kLine;
  while (line.size() > room) {
    std::size_t cut = room;
    while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80U) --cut;
    out.append(line.substr(0, cut)).append("\r\n ");
    line.remove_prefix(cut);
    room = kLine - 1;  // the blank that continues a line counts
  }
  out.append(line).append("\r\n");
}

/// A value of type TEXT; "\n" stands for a line's end within it.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else {
      if (c == '\\' || c == ';' || c == ',') out.push_back('\\');
      out.push_back(c);
    }
  }
  return out;
}

/// "20161203"
std::string basic(std::chrono::sys_days day) {
  std::string out = day_text(day);
  std::erase(out, '-');
  return out;
}

class Calendar {
 public:
  Calendar(std::string& out, const Record& record, const Text& text) : out_(out), record_(record), text_(text) {}

  void write() {
    for (Index i = 0; i < record_.agenda.size(); ++i) item(i);
  }

 private:
  void line(std::string_view name, std::string_view value) {
    append_line(out_, std::string(name) + std::string(value));
  }

  void item(Index i) {
    const AgendaItem& a = record_.agenda[i];
    const auto days = a.date ? days_of(a.date->value) : std::nullopt;
    const bool event = days && days->days() <= kLongestEvent;
    line("BEGIN:", event ? "VEVENT" : "VTODO");
    line("UID:", fmt::format("{}-a{}@dragoman", digest(), i + 1));
    line("DTSTAMP:", stamp());
    if (days) line("DTSTART;VALUE=DATE:", basic(days->first));
    if (event) {
      line("DTEND;VALUE=DATE:", basic(days->last + std::chrono::days(1)));
      line("TRANSP:", "TRANSPARENT");
    } else if (days) {
      line("DUE;VALUE=DATE:", basic(days->last + std::chrono::days(1)));
    }
    line("SUMMARY:", escaped(plain_line(a.what)));
    if (a.place) location(record_.places[*a.place]);
    line("DESCRIPTION:", escaped(description(a, days.has_value())));
    line("END:", event ? "VEVENT" : "VTODO");
  }

  void location(const Place& p) {
    line("LOCATION:", escaped(plain_line(p.country.empty() ? p.name : p.name + ", " + p.country)));
    if (p.lat && p.lon) line("GEO:", fmt::format("{:.6f};{:.6f}", *p.lat, *p.lon));
  }

  std::string description(const AgendaItem& a, bool dated) const {
    std::string out;
    const auto add = [&](const std::string& part) {
      if (!out.empty()) out.push_back('\n');
      out += part;
    };
    if (a.date && !dated) add("When: " + a.date->value);
    std::string names;
    for (const Index e : a.participants) names += (names.empty() ? "" : ", ") + plain_line(record_.entities[e].name);
    if (!names.empty()) add("With: " + names);
    const Span span = a.evidence.span;
    add("\"" + plain_line(text_.view(text_.byte(span.begin), text_.byte(span.end))) + "\"");
    const DocumentInfo& d = record_.document;
    std::string from = plain_line(d.title.empty() ? d.uri : d.title);
    if (!d.agency.empty()) from += (from.empty() ? "" : ", ") + plain_line(d.agency);
    if (!d.published.value.empty()) from += (from.empty() ? "" : ", ") + d.published.value;
    if (!from.empty()) add("From: " + from);
    return out;
  }

  std::string digest() const {
    constexpr std::size_t kDigits = 32;
    const std::string& id = record_.document.id;
    const std::size_t colon = id.find(':');
    return id.substr(colon == std::string::npos ? 0 : colon + 1, kDigits);
  }

  /// The day of publication, else the first day of the calendar's own time.
  std::string stamp() const {
    const auto published = days_of(record_.document.published.value);
    return (published ? basic(published->first) : "19700101") + "T000000Z";
  }

  std::string& out_;
  const Record& record_;
  const Text& text_;
};

}  // namespace

std::string calendar_begin() {
  std::string out;
  append_line(out, "BEGIN:VCALENDAR");
  append_line(out, "VERSION:2.0");
  append_line(out, "PRODID:-//dragoman//dragoman " DRAGOMAN_VERSION "//EN");
  append_line(out, "CALSCALE:GREGORIAN");
  return out;
}

std::string calendar_end() {
  return "END:VCALENDAR\r\n";
}

void append_calendar(std::string& out, const Record& record, const Text& text) {
  Calendar(out, record, text).write();
}

}  // namespace dragoman
