#include "output/event_table.h"

#include "output/plain.h"
#include "record/names.h"

#include <algorithm>
#include <array>
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

/// What an act of cooperation to come is coded as.
struct Intent {
  std::string_view type, cameo;
};
constexpr Intent kIntents[] = {{"CONSULT", "036"}, {"SUPPORT", "032"}, {"COOPERATE", "031"}, {"AID", "033"}};
constexpr double kAgreeScore = 2.5;       // PLOVER's of AGREE
constexpr double kIntentGoldstein = 4.0;  // of CAMEO 03

std::span<const std::string_view> columns(EventTable table) {
  if (table == EventTable::plover) return kPlover;
  return kCameo;
}

/// True for what those who are named did to each other.
bool is_mutual(const Event& e) {
  if (e.actors.size() < 2 || !e.recipients.empty()) return false;
  return e.type == "CONSULT" || e.type == "AGREE" || e.type == "COOPERATE" || e.type == "ASSAULT" ||
         e.cameo.starts_with("057");
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
    const Event& e = record_.events[v];
    if (is_mutual(e)) {
      for (const Index a : e.actors) {
        for (const Index b : e.actors) {
          if (a != b) row(v, a, b);
        }
      }
      return;
    }
    // Where the text names one side alone the other's columns stay empty.
    const std::vector<std::optional<Index>> actors = optional(e.actors), recipients = optional(e.recipients);
    for (const auto& a : actors) {
      for (const auto& b : recipients) row(v, a, b);
    }
  }

  static std::vector<std::optional<Index>> optional(const std::vector<Index>& list) {
    if (list.empty()) return {std::nullopt};
    return {list.begin(), list.end()};
  }

  void cell(std::string_view value) {
    if (!first_) out_.push_back('\t');
    first_ = false;
    out_ += plain_line(value);
  }
  void number(double d) { cell(fmt::format("{}", d)); }

  static std::string sector(const Entity& entity) {
    for (const Role& role : entity.roles) {
      if (!role.sector.empty()) return role.sector;
    }
    // The code is the country's and the role's.
    if (!entity.country.empty() && entity.code.starts_with(entity.country))
      return entity.code.substr(entity.country.size());
    return {};
  }

  const Entity& entity(const std::optional<Index>& i) const {
    static const Entity kNobody;
    return i ? record_.entities[*i] : kNobody;
  }

  void side(const std::optional<Index>& i) {
    const Entity& who = entity(i);
    cell(who.name);
    cell(who.code);
    cell(who.country);
    cell(sector(who));
  }

  void row(Index v, const std::optional<Index>& actor, const std::optional<Index>& recipient) {
    const Event& e = record_.events[v];
    first_ = true;
    cell(fmt::format("{}-v{}", document_id(), v + 1));
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
    const Intent* intent = intent_of(e);
    std::string contexts;
    for (const std::string& c : e.contexts) contexts += (contexts.empty() ? "" : ";") + c;
    cell(e.date ? to_string(e.date->basis) : "");
    side(actor);
    side(recipient);
    cell(intent != nullptr ? "AGREE" : e.type);
    cell(intent != nullptr ? "" : e.mode);
    cell(contexts);
    number(intent != nullptr ? kAgreeScore : e.score);
    cell(std::to_string(intent != nullptr ? 1 : e.quad));
    cell(intent != nullptr ? intent->cameo : e.cameo);
    number(intent != nullptr ? kIntentGoldstein : e.goldstein);
  }

  void cameo(const Event& e, const std::optional<Index>& actor, const std::optional<Index>& recipient) {
    const Intent* intent = intent_of(e);
    const std::string_view code = intent != nullptr ? intent->cameo : std::string_view(e.cameo);
    cell(entity(actor).code);
    cell(entity(actor).name);
    cell(entity(recipient).code);
    cell(entity(recipient).name);
    cell(code);
    cell(code.substr(0, 2));
    cell(std::to_string(intent != nullptr ? 1 : e.quad));
    number(intent != nullptr ? kIntentGoldstein : e.goldstein);
  }

  static const Intent* intent_of(const Event& e) {
    if (e.status != EventStatus::planned) return nullptr;
    const auto* found =
        std::find_if(std::begin(kIntents), std::end(kIntents), [&](const Intent& i) { return i.type == e.type; });
    return found == std::end(kIntents) ? nullptr : found;
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

  /// Enough of the text's digest to tell documents apart.
  std::string document_id() const {
    constexpr std::size_t kDigits = 12;
    const std::string& id = record_.document.id;
    const std::size_t colon = id.find(':');
    return id.substr(colon == std::string::npos ? 0 : colon + 1, kDigits);
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
