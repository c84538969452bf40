#include "judging/items.h"

#include "output/dates.h"
#include "output/plain.h"
#include "record/names.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace dragoman {

std::vector<std::string_view> judged_lists() {
  return {"events", "statements", "positions", "meetings", "agenda", "persons"};
}

namespace {

class Lister {
 public:
  Lister(const Record& record, const Text& text) : record_(record), text_(text) {}

  std::vector<JudgedItem> all() {
    events();
    statements();
    positions();
    meetings();
    agenda();
    persons();
    return std::move(items_);
  }

 private:
  void events() {
    for (std::size_t i = 0; i < record_.events.size(); ++i) {
      const Event& e = record_.events[i];
      const std::string status(to_string(e.status));
      std::string says =
          std::string(to_string(e.type)) + (e.mode.empty() ? "" : " (" + e.mode + ")") + ": " + shown(e.actors);
      if (!e.recipients.empty()) says += " → " + shown(e.recipients);
      says += ", " + status + dated(e.date);
      if (!e.sources.empty()) says += ", according to " + shown(e.sources);
      add("events", i, e.trigger.span.begin,
          fmt::format("{}|{}>{}|{}", to_string(e.type), names(e.actors), names(e.recipients), status), says, e.evidence,
          e.confidence);
    }
  }

  void statements() {
    for (std::size_t i = 0; i < record_.statements.size(); ++i) {
      const Statement& s = record_.statements[i];
      const std::string status(to_string(s.status));
      const std::uint32_t begin = s.content.empty() ? 0 : s.content.front().begin,
                          end = s.content.empty() ? 0 : s.content.back().end;
      std::string content;
      for (const Span& span : s.content) content += (content.empty() ? "" : " … ") + words(span);
      std::string says =
          shown(s.speakers) + (status == "happened" ? " said: “" : " (" + status + ") said: “") + content + "”";
      if (!s.chain.empty()) says += ", passed on by " + shown(s.chain);
      add("statements", i, s.content.empty() ? s.evidence.span.begin : begin,
          fmt::format("{}|{}-{}|{}", names(s.speakers), begin, end, status), says, s.evidence, s.confidence);
    }
  }

  void positions() {
    for (std::size_t i = 0; i < record_.positions.size(); ++i) {
      const Position& p = record_.positions[i];
      const std::string issue = p.issue && *p.issue < record_.issues.size() ? record_.issues[*p.issue].label : "-";
      add("positions", i, p.evidence.span.begin, fmt::format("{}|{}|{}", names({p.actor}), p.stance, issue),
          shown({p.actor}) + " " + p.stance + ": " + issue, p.evidence, p.confidence);
    }
  }

  void meetings() {
    for (std::size_t i = 0; i < record_.meetings.size(); ++i) {
      const Meeting& m = record_.meetings[i];
      add("meetings", i, m.evidence.span.begin,
          fmt::format("{}|{}|{}", names(m.participants), to_string(m.status), day(m.date)),
          "Meeting of " + shown(m.participants) + ", " + std::string(to_string(m.status)) + dated(m.date), m.evidence,
          m.confidence);
    }
  }

  void agenda() {
    for (std::size_t i = 0; i < record_.agenda.size(); ++i) {
      const AgendaItem& a = record_.agenda[i];
      add("agenda", i, a.evidence.span.begin, fmt::format("{}|{}|{}", a.what, names(a.participants), day(a.date)),
          "Still to come: " + a.what + ", " + shown(a.participants) + dated(a.date), a.evidence, a.confidence);
    }
  }

  void persons() {
    for (std::size_t i = 0; i < record_.entities.size(); ++i) {
      const Entity& e = record_.entities[i];
      if (e.type != EntityType::person || e.anonymous) continue;
      std::vector<std::string> offices;
      for (const Role& role : e.roles) {
        const std::string of = role.of ? names({*role.of}) : role.country.empty() ? "-" : role.country;
        offices.push_back(role.title + " of " + of);
      }
      std::sort(offices.begin(), offices.end());
      const std::string office = offices.empty() ? "-" : fmt::format("{}", fmt::join(offices, "; "));
      const std::string country = e.country.empty() ? "-" : e.country;
      Evidence first;
      if (!e.mentions.empty()) first.span = e.mentions.front().span;
      first.sentence = static_cast<Index>(std::max(0, sentence_at(first.span.begin)));
      add("persons", i, first.span.begin, fmt::format("{}|{}|{}", e.name, office, country),
          fmt::format("{}: {}, {}", e.name, office, country), first, 1);
    }
  }

  void add(std::string_view list, std::size_t index, std::uint32_t begin, const std::string& core,
           const std::string& says, const Evidence& evidence, double confidence) {
    JudgedItem item;
    item.list = list;
    item.number = index + 1;
    item.key = fmt::format("{}:s{}:{}", list, sentence_at(begin) + 1, core);
    std::replace(item.key.begin(), item.key.end(), '\t', ' ');
    std::replace(item.key.begin(), item.key.end(), '\n', ' ');
    if (const int times = ++seen_[item.key]; times > 1) item.key += "#" + std::to_string(times);
    item.says = plain_line(says);
    item.words = plain_line(words(evidence.span));
    if (evidence.sentence < record_.sentences.size())
      item.sentence = plain_line(words(record_.sentences[evidence.sentence]));
    item.confidence = confidence;
    items_.push_back(std::move(item));
  }

  /// The sentence of a character, or -1.
  int sentence_at(std::uint32_t at) const {
    const auto& all = record_.sentences;
    const auto after =
        std::upper_bound(all.begin(), all.end(), at, [](std::uint32_t n, const Span& s) { return n < s.begin; });
    if (after == all.begin()) return -1;
    const auto found = std::prev(after);
    return at < found->end ? static_cast<int>(found - all.begin()) : -1;
  }

  std::string words(Span span) const {
    const std::uint32_t end = std::min(span.end, text_.length()), begin = std::min(span.begin, end);
    return std::string(text_.view(text_.byte(begin), text_.byte(end)));
  }

  std::string names(const std::vector<Index>& numbers) const {
    std::vector<std::string> all;
    for (const Index i : numbers) {
      if (i < record_.entities.size()) all.push_back(record_.entities[i].name);
    }
    std::sort(all.begin(), all.end());
    return all.empty() ? "-" : fmt::format("{}", fmt::join(all, "+"));
  }

  std::string shown(const std::vector<Index>& numbers) const {
    std::vector<std::string> all;
    for (const Index i : numbers) {
      if (i < record_.entities.size()) all.push_back(record_.entities[i].name);
    }
    return all.empty() ? "somebody not named" : fmt::format("{}", fmt::join(all, ", "));
  }

  static std::string day(const std::optional<DateValue>& date) { return date ? date->value : "-"; }
  static std::string dated(const std::optional<DateValue>& date) {
    const std::string words = date ? plain_date(date->value) : "";
    return words.empty() ? "" : ", " + words;
  }

  const Record& record_;
  const Text& text_;
  std::vector<JudgedItem> items_;
  std::map<std::string, int> seen_;
};

}  // namespace

std::vector<JudgedItem> judged_items(const Record& record, const Text& text) {
  return Lister(record, text).all();
}

}  // namespace dragoman
