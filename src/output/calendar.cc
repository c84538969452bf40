#include "output/calendar.h"

#include "output/plain.h"
#include "text/days.h"

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

class ItemWriter {
 public:
  ItemWriter(std::string& out, const CalendarItem& item) : out_(out), item_(item) {}

  void write() {
    const auto days = days_of(item_.date);
    const bool event = days && days->days() <= kLongestEvent;
    line("BEGIN:", event ? "VEVENT" : "VTODO");
    line("UID:", item_.id + "@dragoman");
    line("DTSTAMP:", stamp());
    if (days) {
      line("DTSTART;VALUE=DATE:", basic(days->first));
      line(event ? "DTEND;VALUE=DATE:" : "DUE;VALUE=DATE:", basic(days->last + std::chrono::days(1)));
    }
    if (event) line("TRANSP:", "TRANSPARENT");
    line("SUMMARY:", escaped(plain_line(item_.what)));
    if (!item_.place.empty()) line("LOCATION:", escaped(plain_line(item_.place)));
    if (item_.lat && item_.lon) line("GEO:", fmt::format("{:.6f};{:.6f}", *item_.lat, *item_.lon));
    line("DESCRIPTION:", escaped(description(days.has_value())));
    line("END:", event ? "VEVENT" : "VTODO");
  }

 private:
  void line(std::string_view name, std::string_view value) {
    append_line(out_, std::string(name) + std::string(value));
  }

  std::string description(bool dated) const {
    std::string out;
    const auto add = [&](const std::string& part) {
      if (!out.empty()) out.push_back('\n');
      out += part;
    };
    if (!item_.date.empty() && !dated) add("When: " + item_.date);
    std::string names;
    for (const std::string& name : item_.with) names += (names.empty() ? "" : ", ") + plain_line(name);
    if (!names.empty()) add("With: " + names);
    add("\"" + plain_line(item_.words) + "\"");
    std::string from;
    for (const std::string* part : {&item_.title, &item_.agency, &item_.published}) {
      if (!part->empty()) from += (from.empty() ? "" : ", ") + plain_line(*part);
    }
    if (!from.empty()) add("From: " + from);
    return out;
  }

  /// The day of publication, else the first day of the calendar's own time.
  std::string stamp() const {
    const auto published = days_of(item_.published);
    return (published ? basic(published->first) : "19700101") + "T000000Z";
  }

  std::string& out_;
  const CalendarItem& item_;
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

void append_calendar_item(std::string& out, const CalendarItem& item) {
  ItemWriter(out, item).write();
}

void append_calendar(std::string& out, const Record& record, const Text& text) {
  constexpr std::size_t kDigits = 32;  // enough of the text's digest
  const DocumentInfo& d = record.document;
  const std::size_t colon = d.id.find(':');
  const std::string digest = d.id.substr(colon == std::string::npos ? 0 : colon + 1, kDigits);
  for (Index i = 0; i < record.agenda.size(); ++i) {
    const AgendaItem& a = record.agenda[i];
    CalendarItem item;
    item.id = fmt::format("{}-a{}", digest, i + 1);
    item.what = a.what;
    if (a.date) item.date = a.date->value;
    if (a.place) {
      const Place& p = record.places[*a.place];
      item.place = p.country.empty() ? p.name : p.name + ", " + p.country;
      item.lat = p.lat;
      item.lon = p.lon;
    }
    for (const Index e : a.participants) item.with.push_back(record.entities[e].name);
    const Span span = a.evidence.span;
    item.words = text.view(text.byte(span.begin), text.byte(span.end));
    item.title = d.title.empty() ? d.uri : d.title;
    item.agency = d.agency;
    item.published = d.published.value;
    append_calendar_item(out, item);
  }
}

}  // namespace dragoman
