#include "when/times.h"

#include "when/values.h"

#include <algorithm>

namespace dragoman {

namespace {

class Times {
 public:
  explicit Times(Story& story) : story_(story), lexicon_(*story.lexicon.times) {
    anchors_.today = parse_day(story.record.document.published.value);
  }

  void run() {
    std::vector<TimeItem> items = time_items(story_, lexicon_.words);
    for (const std::size_t stage : {0U, 1U, 2U}) read(items, lexicon_.stages[stage]);
    for (const TimeItem& item : items) {
      if (item.reading >= 0) keep(item, readings_[static_cast<std::size_t>(item.reading)]);
    }
  }

 private:
  /// One pass of a stage's rules: puts what was read in the place of the items that it was read from. Within the list,
  /// since a second one of a long text would take as much memory again; rules look at what is not yet written alone.
  void read(std::vector<TimeItem>& items, const TimeRuleTree& rules) {
    TimeValues values(story_, lexicon_, readings_, anchors_);
    std::size_t written = 0;
    for (std::size_t at = 0; at < items.size();) {
      const TimeMatch match = rules.match(lexicon_.rules, story_.parse, items, at);
      TimeReading reading;
      if (match.rule == nullptr || !values.read(match, items, reading)) {
        const std::size_t end = match.rule != nullptr && match.rule->value == nullptr ? match.end : at + 1;
        for (; at < end; ++at) items[written++] = items[at];
        continue;
      }
      TimeItem item = items[at];
      item.last = items[match.end - 1].last;
      item.end = items[match.end - 1].end;
      if (match.end > at + 1) item.word = nullptr;
      if (!reading.type) {  // a number
        item.kinds = reading.kinds | (match.end > at + 1 ? 0 : item.kinds);
        item.number = reading.number;
      } else {
        item.kinds = reading.kinds;
        item.word = nullptr;
        item.reading = static_cast<std::int32_t>(readings_.size());
        if (reading.anchors) anchors_.note(reading.value, story_.parse[item.first].sentence);
        readings_.push_back(std::move(reading));
      }
      items[written++] = item;
      at = match.end;
    }
    items.resize(written);
  }

  void keep(const TimeItem& item, const TimeReading& reading) {
    const auto index = static_cast<std::int32_t>(story_.record.times.size());
    const TokenSpan tokens{item.first, item.last + 1};
    // A dateline's date is that of the document, and "recent" dates its noun: neither dates what the clause tells.
    const Token& first = story_.parse[item.first];
    const bool dates_a_clause =
        !story_.boilerplate[item.first] && !(first.relation == Relation::amod && reading.value.ends_with("_REF"));
    if (dates_a_clause) story_.time_at.fill(tokens, index);
    story_.time_spans.push_back(tokens);
    std::string value = reading.value;
    if (value.starts_with("T")) {  // a time of day alone is that of the report's day
      value.insert(0, anchors_.today ? day_value(*anchors_.today) : "XXXX-XX-XX");
    }
    const Span span{story_.text.code_point(item.begin), story_.text.code_point(item.end)};
    story_.record.times.push_back({span, *reading.type, std::move(value), reading.mod});
  }

  Story& story_;
  const TimeLexicon& lexicon_;
  TimeAnchors anchors_;
  std::vector<TimeReading> readings_;
};

}  // namespace

void find_times(Story& story) {
  story.time_at.reset(story.parse.size());
  Times(story).run();
}

}  // namespace dragoman
