#include "output/summary.h"

#include "output/dates.h"
#include "output/plain.h"
#include "output/stance_words.h"
#include "output/table.h"
#include "record/names.h"
#include "text/utf8.h"

#include <algorithm>

#include <fmt/format.h>

namespace dragoman {

namespace {

class SummaryWriter {
 public:
  SummaryWriter(std::string& out, const Record& record, const Text& text, const SummaryStyle& style)
      : out_(out), record_(record), text_(text), style_(style), used_(record.entities.size(), false) {}

  void write() {
    head();
    mark_used();
    about();
    who();
    what();
    const auto sure = [](const auto& item) { return !is_doubtful(item); };
    section("Who said what", record_.statements, sure, [&](const Statement& s) { statement(s); });
    section("Meetings", record_.meetings, sure, [&](const Meeting& m) { meeting(m); });
    positions("Who stands where", sure);
    section("What comes next", record_.agenda, sure, [&](const AgendaItem& a) { agenda_item(a); });
    doubtful();
    where();
    when();
    out_.push_back('\n');
  }

 private:
  static constexpr const char* kDoubtful = "Doubtful: read so, but as likely wrong as right";
  static constexpr const char* kBold = "1";
  static constexpr const char* kDim = "2";

  std::string styled(const char* code, std::string_view s) const {
    return style_.colour ? in_style(code, s) : std::string(s);
  }

  void heading(std::string_view name) { out_.append("\n").append(styled(kBold, name)).append("\n"); }

  /// A paragraph, wrapped; `code` styles it when it is not null.
  void wrapped(std::string_view s, int indent, const char* code = nullptr) {
    append_wrapped(out_, s, indent, style_.width, style_.colour ? code : nullptr);
  }

  std::string quoted(Span span) const { return plain_line(text_.view(text_.byte(span.begin), text_.byte(span.end))); }

  /// Words of the report between quotation marks; marks of its own inside become single ones, and one that was cut off
  /// is closed.
  static std::string in_quotes(std::string_view words) {
    std::string out = "“";
    bool open = false;
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t begin = at;
      const char32_t c = next_code_point(words, at);
      if (c == U'"' || c == U'“' || c == U'”') {
        open = c == U'“' || (c == U'"' && !open);
        out += open ? "‘" : "’";
      } else {
        out.append(words, begin, at - begin);
      }
    }
    return out + (open ? "’”" : "”");
  }

  /// Words of the report with a quotation mark that was cut off at their end.
  static std::string closed(std::string words) {
    const auto count = [&](std::string_view mark) {
      std::size_t n = 0;
      for (std::size_t at = words.find(mark); at != std::string::npos; at = words.find(mark, at + 1)) ++n;
      return n;
    };
    if (count("\"") % 2 == 1) words += "\"";
    if (count("“") > count("”")) words += "”";
    return words;
  }

  const std::string& name(Index e) const { return record_.entities[e].name; }

  /// The name, with the country where the name alone does not tell: "government (YEM)", one of two foreign ministries.
  std::string label(Index e) const {
    const Entity& entity = record_.entities[e];
    const auto same_name = [&](const Entity& other) { return &other != &entity && other.name == entity.name; };
    const bool plain_noun = !entity.name.empty() && entity.name.front() >= 'a' && entity.name.front() <= 'z';
    const bool vague = plain_noun || std::any_of(record_.entities.begin(), record_.entities.end(), same_name);
    return plain_line(entity.name) + (vague && !entity.country.empty() ? " (" + entity.country + ")" : "");
  }

  std::string names(const std::vector<Index>& ids) const {
    std::string out;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      out += (i == 0 ? "" : i + 1 == ids.size() ? " and " : ", ") + label(ids[i]);
    }
    return out;
  }

  /// The words that state a fact; the whole sentence where they are a word or two.
  void evidence(const Evidence& e) {
    std::string words = quoted(e.span);
    const bool a_word_or_two = std::count(words.begin(), words.end(), ' ') < 2;
    if (a_word_or_two && e.sentence < record_.sentences.size()) words = quoted(record_.sentences[e.sentence]);
    wrapped(in_quotes(words), 6, kDim);
  }

  /// " · according to A, who cites B": those who passed something on, outermost first.
  std::string according_to(const std::vector<Index>& chain) const {
    std::string out;
    for (const Index e : chain) out += (out.empty() ? " · according to " : ", who cites ") + label(e);
    return out;
  }

  std::string on_issues(const std::vector<Index>& issues) const {
    std::string out;
    for (const Index i : issues) out += (out.empty() ? " · on " : ", ") + plain_line(record_.issues[i].label);
    return out;
  }

  std::string when_and_where(const std::optional<DateValue>& date, const std::optional<Index>& place) const {
    std::string out;
    if (const std::string day = date ? plain_date(date->value) : ""; !day.empty()) out += ", " + day;
    if (place) out += ", " + plain_line(record_.places[*place].name);
    return out;
  }

  void head() {
    const DocumentInfo& d = record_.document;
    out_ += styled(kBold, plain_line(d.title.empty() ? d.uri : d.title)) + "\n";
    std::string line = d.title.empty() ? "" : plain_line(d.uri);
    const auto add = [&](const std::string& part) { line += (line.empty() ? "" : " · ") + part; };
    if (!d.agency.empty()) add(plain_line(d.agency));
    if (!d.byline.empty()) add("by " + plain_line(d.byline));
    if (!d.published.value.empty()) {
      add(d.published.value + (d.published.time.empty() ? "" : " " + d.published.time) +
          (d.published.basis == PublishedBasis::given ? "" : fmt::format(" ({})", to_string(d.published.basis))));
    } else if (!d.published.earliest.empty() || !d.published.latest.empty()) {
      add(fmt::format("published {}{} (inferred)", d.published.earliest.empty() ? "" : "after " + d.published.earliest,
                      d.published.latest.empty() ? "" : " before " + d.published.latest));
    }
    add(fmt::format("{} sentences", record_.sentences.size()));
    wrapped(line, 0, kDim);
  }

  void mark(const std::vector<Index>& ids) {
    for (const Index i : ids) used_[i] = true;
  }

  /// Entities that do, say or suffer something; the others are only named.
  void mark_used() {
    for (const Event& e : record_.events) mark(e.actors), mark(e.recipients), mark(e.sources);
    for (const Statement& s : record_.statements) mark(s.speakers), mark(s.addressees), mark(s.chain);
    for (const Meeting& m : record_.meetings) mark(m.participants);
    for (const Position& p : record_.positions) mark({p.actor});
    for (const AgendaItem& a : record_.agenda) mark(a.participants);
  }

  std::string described(const Entity& e) const {
    std::string about;
    const auto add = [&](const std::string& part) { about += (about.empty() ? "" : ", ") + part; };
    for (const Role& r : e.roles) {
      add(office_with_status(to_string(r.status), plain_line(r.title)) +
          (r.of && name(*r.of) != e.name ? " of " + plain_line(name(*r.of)) : ""));
    }
    if (e.anonymous) add("not named");
    if (!e.code.empty()) add(e.code);
    return about;
  }

  /// The issues by topic, then those under none; of each list those that the report names most first.
  void about() {
    const auto& issues = record_.issues;
    if (issues.empty()) return;
    heading("About");
    // What one position alone is about, in its own words, stands with the position.
    std::vector<bool> of_position(issues.size(), false);
    for (const Position& p : record_.positions) {
      if (p.issue) of_position[*p.issue] = true;
    }
    const auto is_of_position = [&](Index i) {
      const auto blanks = std::count(issues[i].label.begin(), issues[i].label.end(), ' ');
      return of_position[i] && issues[i].mentions.size() < 2 && blanks > 2;
    };
    std::vector<Index> order;
    for (Index i = 0; i < issues.size(); ++i) {
      if (!is_of_position(i)) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](Index a, Index b) { return issues[a].mentions.size() > issues[b].mentions.size(); });
    constexpr std::size_t kMost = 10;
    std::size_t shown = 0;
    const auto below = [&](std::optional<Index> topic) {
      std::string line;
      for (const Index i : order) {
        if (shown == kMost) break;
        const bool is_topic = std::any_of(issues.begin(), issues.end(), [i](const Issue& x) { return x.parent == i; });
        if (issues[i].parent != topic || (!topic && is_topic)) continue;
        line += (line.empty() ? "" : "; ") + plain_line(issues[i].label);
        ++shown;
      }
      return line;
    };
    for (const Index i : order) {
      const std::string line = below(i);
      if (!line.empty()) wrapped(plain_line(issues[i].label) + ": " + line, 2);
    }
    if (const std::string line = below(std::nullopt); !line.empty()) wrapped(line, 2);
  }

  void who() {
    if (record_.entities.empty()) return;
    heading("Who");
    std::string others;
    for (Index i = 0; i < record_.entities.size(); ++i) {
      const Entity& e = record_.entities[i];
      if (!used_[i]) {
        others += (others.empty() ? "" : ", ") + plain_line(e.name);
        continue;
      }
      const std::string about = described(e);
      wrapped(plain_line(e.name) + (about.empty() ? "" : " — " + about), 2);
    }
    if (!others.empty()) wrapped("Also named: " + others, 2, kDim);
  }

  void event(const Event& e) {
    std::string line = std::string(to_string(e.type)) + (e.mode.empty() ? "" : " (" + e.mode + ")") + "  ";
    line += e.actors.empty() ? "—" : names(e.actors);
    if (!e.recipients.empty()) line += " → " + names(e.recipients);
    line += when_and_where(e.date, e.place);
    if (e.issue) line += on_issues({*e.issue});
    if (e.status != EventStatus::happened) line += fmt::format(" · {}", to_string(e.status));
    line += according_to(e.sources);
    if (!e.also.empty()) line += fmt::format(" · told {} times", e.also.size() + 1);
    wrapped(line, 2);
    evidence(e.evidence);
  }

  void what() {
    const auto took_place = [](const Event& e) {
      return e.status == EventStatus::happened || e.status == EventStatus::ongoing || e.status == EventStatus::reported;
    };
    for (const bool done : {true, false}) {
      bool any = false;
      for (const Event& e : record_.events) {
        if (took_place(e) != done || is_doubtful(e)) continue;
        if (!any) heading(done ? "What happened" : "What is planned, asked for, hoped or denied");
        any = true;
        event(e);
      }
    }
  }

  /// Less likely true than not: it stands apart.
  template <class Item>
  static bool is_doubtful(const Item& item) {
    constexpr double kEven = .5;
    return item.confidence < kEven;
  }

  /// Calls `write` with each item of which `take` is true, under the heading where there is any.
  template <class Item, class Take, class Write>
  void section(std::string_view name, const std::vector<Item>& items, Take take, Write write) {
    bool any = false;
    for (const Item& item : items) {
      if (!take(item)) continue;
      if (!any) heading(name);
      any = true;
      write(item);
    }
  }

  void statement(const Statement& s) {
    std::string line = !s.speakers.empty() ? names(s.speakers) : s.speaker_span ? quoted(*s.speaker_span) : "—";
    if (s.cue) line += " · " + quoted(s.cue->span);
    if (!s.addressees.empty()) line += (s.cue ? " " : " · to ") + names(s.addressees);
    if (!s.venue.empty()) line += " · " + plain_line(s.venue);
    line += when_and_where(s.date, s.place);
    line += on_issues(s.issues) + according_to(s.chain);
    wrapped(line, 2);
    std::string content;
    for (const Span part : s.content) content += (content.empty() ? "" : " … ") + quoted(part);
    wrapped(s.kind == StatementKind::direct ? in_quotes(content) : closed(content), 6, kDim);
  }

  void meeting(const Meeting& m) {
    std::string line =
        names(m.participants) + when_and_where(m.date, m.place) + " · " + std::string(to_string(m.status));
    if (!m.level.empty()) line += ", " + m.level;
    if (!m.ordinal.empty()) line += ", " + plain_line(m.ordinal);
    wrapped(line, 2);
    evidence(m.evidence);
  }

  /// The positions, one line for those who hold the same in the same words.
  template <class Take>
  void positions(std::string_view name, Take take) {
    const auto& all = record_.positions;
    std::vector<bool> told(all.size(), false);
    bool any = false;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (told[i] || !take(all[i])) continue;
      std::vector<Index> holders;
      // In order of their evidence: those of the same words stand together.
      for (std::size_t k = i; k < all.size() && all[k].evidence.span.begin == all[i].evidence.span.begin; ++k) {
        const Position& q = all[k];
        if (told[k] || !take(q) || q.stance != all[i].stance || q.issue != all[i].issue) {
          continue;
        }
        told[k] = true;
        holders.push_back(q.actor);
      }
      if (!any && !name.empty()) heading(name);
      any = true;
      position(all[i], holders);
    }
  }

  void position(const Position& p, const std::vector<Index>& holders) {
    const Entity& first = record_.entities[holders.front()];
    const bool many = holders.size() > 1 || (first.type == EntityType::group && first.name.ends_with("s"));
    std::string line = names(holders) + " " + stance_in_words(plain_line(p.stance), many);
    if (p.issue) line += ": " + plain_line(record_.issues[*p.issue].label);
    if (p.by && holders.size() == 1 && *p.by != p.actor) line += " · voiced by " + label(*p.by);
    wrapped(line, 2);
    evidence(p.evidence);
  }

  void agenda_item(const AgendaItem& a) {
    std::string line = plain_line(a.what) + when_and_where(a.date, a.place);
    if (!a.participants.empty()) line += " · " + names(a.participants);
    wrapped(line, 2);
    evidence(a.evidence);
  }

  void doubtful() {
    bool any = false;
    const auto all = [&](const auto& items, auto write) {
      for (const auto& item : items) {
        if (!is_doubtful(item)) continue;
        if (!any) heading(kDoubtful);
        any = true;
        write(item);
      }
    };
    all(record_.events, [&](const Event& e) { event(e); });
    all(record_.statements, [&](const Statement& s) { statement(s); });
    all(record_.meetings, [&](const Meeting& m) { meeting(m); });
    const auto unsure = [](const Position& p) { return is_doubtful(p); };
    if (std::any_of(record_.positions.begin(), record_.positions.end(), unsure)) {
      if (!any) heading(kDoubtful);
      any = true;
      positions("", unsure);
    }
    all(record_.agenda, [&](const AgendaItem& a) { agenda_item(a); });
  }

  void where() {
    if (record_.places.empty()) return;
    heading("Where");
    std::string line;
    for (const Place& p : record_.places) {
      line += (line.empty() ? "" : "; ") + plain_line(p.name);
      if (!p.country.empty()) line += ", " + p.country;
      if (p.lat && p.lon) line += fmt::format(" ({:.2f}, {:.2f})", *p.lat, *p.lon);
    }
    wrapped(line, 2);
  }

  /// Points in time with their values; what only lasts or recurs stands behind them.
  void when() {
    if (record_.times.empty()) return;
    heading("When");
    std::string points, others;
    std::vector<std::string> seen;
    for (const Time& t : record_.times) {
      const bool point = t.type == TimeType::date || t.type == TimeType::time;
      const std::string day = point ? plain_date(t.value) : t.value;
      if (day.empty()) continue;
      const std::string item = fmt::format("{} = {}", quoted(t.span), day);
      if (std::find(seen.begin(), seen.end(), item) != seen.end()) continue;
      seen.push_back(item);
      std::string& line = point ? points : others;
      line += (line.empty() ? "" : "; ") + item;
    }
    if (!points.empty()) wrapped(points, 2);
    if (!others.empty()) wrapped("Also: " + others, 2, kDim);
  }

  std::string& out_;
  const Record& record_;
  const Text& text_;
  const SummaryStyle& style_;
  std::vector<bool> used_;
};

}  // namespace

void append_summary(std::string& out, const Record& record, const Text& text, const SummaryStyle& style) {
  SummaryWriter(out, record, text, style).write();
}

}  // namespace dragoman
