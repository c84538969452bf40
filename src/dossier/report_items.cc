#include "dossier/report_items.h"

#include "dossier/labels.h"
#include "output/dates.h"
#include "output/plain.h"
#include "output/stance_words.h"
#include "record/names.h"
#include "record/sources.h"
#include "text/calendar.h"

#include <algorithm>

#include <fmt/format.h>

namespace dragoman::web {

namespace {

constexpr std::size_t kLongestItemName = 80, kLongestItemWords = 90;

/// The number of an item in its list, from 0 on.
std::optional<std::size_t> index_of(const std::string& id, std::size_t size) {
  const auto number = id.size() < 2 ? std::nullopt : to_number(std::string_view(id).substr(1));
  if (!number || *number < 1 || static_cast<std::size_t>(*number) > size) return std::nullopt;
  return static_cast<std::size_t>(*number - 1);
}

class Writer {
 public:
  Writer(const Context& context, std::int64_t document, const Text& text, const Record& record)
      : context_(context), document_(document), text_(text), record_(record) {}

  ReportItem item;

  void event(const Event& e) {
    Fact fact;
    fact.type = to_string(e.type);
    fact.mode = e.mode;
    item.kind = kind_label(fact);
    parties(e.actors, e.recipients);
    status(FactList::events, std::string(to_string(e.status)));
    when(e.date);
    where(e.place);
    sure(e.confidence);
    chain("according to ", e.sources);
  }
  void statement(const Statement& s) {
    item.kind = s.act.empty() || s.act == "state" ? "Statement" : "Statement (" + s.act + ")";
    parties(s.speakers, s.addressees);
    if (s.status != EventStatus::happened) status(FactList::statements, std::string(to_string(s.status)));
    for (const Span& span : s.content) {
      if (!item.words.empty()) item.words += " … ";
      item.words += plain_line(text_.view(text_.byte(span.begin), text_.byte(span.end)));
    }
    item.words = shortened(item.words, kLongestItemWords);
    plain(std::string(to_string(s.kind)) + " speech");
    when(s.date);
    plain(s.venue);
    sure(s.confidence);
    chain("passed on by ", s.chain);
  }
  void meeting(const Meeting& m) {
    Fact fact;
    fact.list = FactList::meetings;
    fact.type = m.level;
    item.kind = kind_label(fact);
    parties(m.participants, {});
    status(FactList::meetings, std::string(to_string(m.status)));
    when(m.date);
    where(m.place);
    sure(m.confidence);
  }
  void position(const Position& p) {
    item.kind = capital(plain_line(stance_in_list(p.stance, p.tense)));
    parties({p.actor}, {});
    if (p.issue && *p.issue < record_.issues.size()) {
      const std::string& label = record_.issues[*p.issue].label;
      item.line.text(" — ");
      write_link(context_, item.line, address({"issue", label}), shortened(plain_line(label), kLongestItemName));
    }
    if (p.condition)
      item.line.text(
          ", " + shortened(condition_in_words(text_.view(text_.byte(p.condition->begin), text_.byte(p.condition->end))),
                           kLongestItemName));
    when(p.date);
    sure(p.confidence);
    if (const auto voice = voice_of(record_, p)) chain("voiced by ", std::vector<Index>{*voice});
    chain("according to ", outermost_first(sources_of(record_, p)));
  }
  void agenda(const AgendaItem& a) {
    item.kind = "Planned";
    item.line.text(shortened(plain_line(a.what), 200));
    when(a.date);
    where(a.place);
    sure(a.confidence);
    if (a.participants.empty()) return;
    between();
    item.meta.text("who: ");
    names(item.meta, a.participants);
  }
  void entity(const Entity& e, Index number) {
    item.kind = std::string(to_string(e.type));
    name(item.line, number);
    std::string offices;
    for (const Role& role : e.roles) {
      if (role.title.empty()) continue;
      std::string office =
          role.status == RoleStatus::current ? role.title : std::string(to_string(role.status)) + " " + role.title;
      if (role.of && *role.of < record_.entities.size()) office += ", " + record_.entities[*role.of].name;
      offices += (offices.empty() ? "" : "; ") + office;
    }
    plain(shortened(plain_line(offices), 160));
    if (!e.country.empty() && e.type != EntityType::country) plain(context_.reading.country_name(e.country));
    if (e.anonymous) plain("not named");
    plain(count_label(static_cast<std::int64_t>(e.mentions.size()), "mention"));
  }
  void place(const Place& p) {
    item.kind = "place";
    write_link(context_, item.line, address({"timeline"}, {{"place", p.name}}),
               shortened(plain_line(p.name), kLongestItemName));
    if (!p.country.empty()) plain(context_.reading.country_name(p.country));
  }
  void time(const Time& t) {
    item.kind = "time";
    std::string words = plain_date(t.value);
    if (words.empty())
      words = t.type == TimeType::duration ? "a length of time"
              : t.type == TimeType::set    ? "again and again"
                                           : "no day of the calendar";
    item.line.text(words);
  }

 private:
  /// The key under which the store has an entity of the report.
  std::string key(Index number) const {
    Query& query = context_.db().cached(
        "SELECT a.key FROM entities e JOIN actors a ON a.id = e.actor WHERE e.document = ? AND e.number = ?");
    query.bind(1, document_);
    query.bind(2, std::int64_t{number} + 1);
    std::string key;
    query.first([&](const Query& row) { key = row.text(0); });
    return key;
  }
  void name(Html& to, Index number) {
    if (number >= record_.entities.size()) return;
    const Entity& e = record_.entities[number];
    const std::string shown = shortened(plain_line(e.name), kLongestItemName);
    const std::string k = key(number);
    if (k.empty()) {
      to.text(shown);
    } else {
      write_link(context_, to, address({"who", key_segment(k)}), shown);
    }
  }
  void names(Html& to, const std::vector<Index>& numbers) {
    constexpr std::size_t kMost = 6;
    for (std::size_t i = 0; i < numbers.size() && i < kMost; ++i) {
      if (i > 0) to.text(i + 1 == numbers.size() ? " and " : ", ");
      name(to, numbers[i]);
    }
    if (numbers.size() > kMost)
      to.text(" and " + count_label(static_cast<std::int64_t>(numbers.size() - kMost), "other"));
  }
  void parties(const std::vector<Index>& from, const std::vector<Index>& to) {
    if (from.empty()) item.line("span", {{"class", "unnamed"}}, "somebody not named");
    names(item.line, from);
    if (to.empty()) return;
    item.line("span", {{"class", "arrow"}, {"aria-hidden", "true"}}, " → ");
    item.line("span", {{"class", "hidden"}}, " to ");
    names(item.line, to);
  }
  void between() {
    if (!item.meta.string().empty()) item.meta.text(" · ");
  }
  void plain(const std::string& words) {
    if (words.empty()) return;
    between();
    item.meta.text(words);
  }
  void status(FactList list, const std::string& value) {
    between();
    item.meta("span", {{"class", "status " + value}}, [&] {
      item.meta("span", {{"class", "sign"}, {"aria-hidden", "true"}}, status_sign(value));
      item.meta.text(" " + status_label(list, value));
    });
  }
  void when(const std::optional<DateValue>& date) {
    if (date) plain(plain_date(date->value));
  }
  void where(const std::optional<Index>& place) {
    if (place && *place < record_.places.size())
      plain("in " + shortened(plain_line(record_.places[*place].name), kLongestItemName));
  }
  void sure(double confidence) {
    item.unsure = confidence < .5;
    if (confidence < 1) plain(confidence_label(confidence));
  }
  void chain(std::string_view words, const std::vector<Index>& sources) {
    chain(words, outermost_first({sources, {}}));
  }
  void chain(std::string_view words, const std::vector<std::vector<Index>>& sources) {
    if (sources.empty()) return;
    between();
    for (std::size_t i = sources.size(); i > 0; --i) {
      item.meta.text(i == sources.size() ? words : ", as told by ");
      names(item.meta, sources[i - 1]);
    }
  }

  const Context& context_;
  std::int64_t document_;
  const Text& text_;
  const Record& record_;
};

}  // namespace

ReportItem report_item(const Context& context, std::int64_t document, const Text& text, const Record& record,
                       const std::string& id) {
  Writer w(context, document, text, record);
  const auto with = [&](const auto& items, auto&& use) {
    if (const auto i = index_of(id, items.size())) use(items[*i], static_cast<Index>(*i));
  };
  switch (id.empty() ? ' ' : id.front()) {
    case 'v':
      with(record.events, [&](const Event& e, Index) { w.event(e); });
      break;
    case 'q':
      with(record.statements, [&](const Statement& s, Index) { w.statement(s); });
      break;
    case 'm':
      with(record.meetings, [&](const Meeting& m, Index) { w.meeting(m); });
      break;
    case 'k':
      with(record.positions, [&](const Position& p, Index) { w.position(p); });
      break;
    case 'a':
      with(record.agenda, [&](const AgendaItem& a, Index) { w.agenda(a); });
      break;
    case 'e':
      with(record.entities, [&](const Entity& e, Index number) { w.entity(e, number); });
      break;
    case 'p':
      with(record.places, [&](const Place& p, Index) { w.place(p); });
      break;
    case 't':
      with(record.times, [&](const Time& t, Index) { w.time(t); });
      break;
    default:
      break;
  }
  return std::move(w.item);
}

double confidence_of(const Record& record, const std::string& id) {
  const auto of = [&](const auto& items) {
    const auto i = index_of(id, items.size());
    return i ? items[*i].confidence : 1;
  };
  switch (id.empty() ? ' ' : id.front()) {
    case 'v':
      return of(record.events);
    case 'q':
      return of(record.statements);
    case 'm':
      return of(record.meetings);
    case 'k':
      return of(record.positions);
    case 'a':
      return of(record.agenda);
    default:
      return 1;
  }
}

}  // namespace dragoman::web
