#include "output/event_table.h"

#include "output/event_rows.h"
#include "output/plain.h"
#include "record/names.h"

#include <span>
#include <string_view>

#include <fmt/format.h>

namespace dragoman {

namespace {

constexpr std::string_view kPlover[] = {"event",
                                        "date",
                                        "date_basis",
                                        "actor",
                                        "actor_code",
                                        "actor_country",
                                        "actor_sector",
                                        "recipient",
                                        "recipient_code",
                                        "recipient_country",
                                        "recipient_sector",
                                        "type",
                                        "mode",
                                        "contexts",
                                        "intensity",
                                        "quad",
                                        "cameo",
                                        "goldstein",
                                        "status",
                                        "place",
                                        "place_country",
                                        "lat",
                                        "lon",
                                        "geonames_id",
                                        "issue",
                                        "sources",
                                        "dictionary",
                                        "confidence",
                                        "published",
                                        "agency",
                                        "document",
                                        "evidence"};
constexpr std::string_view kCameo[] = {
    "event", "date",      "source",     "source_name", "target",        "target_name", "code",     "root",
    "quad",  "goldstein", "status",     "place",       "place_country", "lat",         "lon",      "geonames_id",
    "issue", "sources",   "dictionary", "confidence",  "published",     "agency",      "document", "evidence"};

std::span<const std::string_view> columns(EventTable table) {
  if (table == EventTable::plover) return kPlover;
  return kCameo;
}

class Table {
 public:
  Table(std::string& out, EventTable table, const Record& record, const Text& text)
      : out_(out), table_(table), record_(record), text_(text) {}

  void write() {
    for (Index v = 0; v < record_.events.size(); ++v) event(v);
  }

 private:
  void event(Index v) {
    for (const EventPair& pair : event_pairs(record_.events[v])) row(v, pair.actor, pair.recipient);
  }

  void cell(std::string_view value) {
    if (!first_) out_.push_back('\t');
    first_ = false;
    out_ += plain_line(value);
  }
  void number(double d) { cell(fmt::format("{}", d)); }

  const Entity& entity(const std::optional<Index>& i) const {
    static const Entity kNobody;
    return i ? record_.entities[*i] : kNobody;
  }

  void side(const std::optional<Index>& i) {
    const Entity& who = entity(i);
    cell(who.name);
    cell(who.code);
    cell(who.country);
    cell(sector_of(who));
  }

  void row(Index v, const std::optional<Index>& actor, const std::optional<Index>& recipient) {
    const Event& e = record_.events[v];
    first_ = true;
    cell(fmt::format("{}-v{}", document_digits(record_), v + 1));
    cell(e.date ? e.date->value : "");
    if (table_ == EventTable::plover) {
      plover(e, actor, recipient);
    } else {
      cameo(e, actor, recipient);
    }
    cell(to_string(e.status));
    place(e.place);
    cell(e.issue ? record_.issues[*e.issue].label : "");
    std::string sources;
    for (const Index s : e.sources) sources += (sources.empty() ? "" : "; ") + record_.entities[s].name;
    cell(sources);
    cell(e.dictionary);
    number(e.confidence);
    cell(record_.document.published.value);
    cell(record_.document.agency);
    cell(record_.document.uri);
    const Span span = e.evidence.span;
    cell(text_.view(text_.byte(span.begin), text_.byte(span.end)));
    out_.push_back('\n');
  }

  void plover(const Event& e, const std::optional<Index>& actor, const std::optional<Index>& recipient) {
    const EventCodes codes = event_codes(e);
    std::string contexts;
    for (const std::string& c : e.contexts) contexts += (contexts.empty() ? "" : ";") + c;
    cell(e.date ? to_string(e.date->basis) : "");
    side(actor);
    side(recipient);
    cell(codes.type);
    cell(codes.mode);
    cell(contexts);
    number(codes.score);
    cell(std::to_string(codes.quad));
    cell(codes.cameo);
    number(codes.goldstein);
  }

  void cameo(const Event& e, const std::optional<Index>& actor, const std::optional<Index>& recipient) {
    const EventCodes codes = event_codes(e);
    cell(entity(actor).code);
    cell(entity(actor).name);
    cell(entity(recipient).code);
    cell(entity(recipient).name);
    cell(codes.cameo);
    cell(codes.cameo.substr(0, 2));
    cell(std::to_string(codes.quad));
    number(codes.goldstein);
  }

  void place(const std::optional<Index>& i) {
    if (!i) {
      for (int n = 0; n < 5; ++n) cell("");
      return;
    }
    const Place& p = record_.places[*i];
    cell(p.name);
    cell(p.country);
    cell(p.lat ? fmt::format("{}", *p.lat) : "");
    cell(p.lon ? fmt::format("{}", *p.lon) : "");
    cell(p.geonames_id ? std::to_string(*p.geonames_id) : "");
  }

  std::string& out_;
  EventTable table_;
  const Record& record_;
  const Text& text_;
  bool first_ = true;
};

}  // namespace

std::string event_table_header(EventTable table) {
  std::string out;
  for (const std::string_view name : columns(table)) {
    if (!out.empty()) out.push_back('\t');
    out += name;
  }
  out.push_back('\n');
  return out;
}

void append_event_table(std::string& out, EventTable table, const Record& record, const Text& text) {
  Table(out, table, record, text).write();
}

}  // namespace dragoman
