#include "dossier/marks.h"

#include <algorithm>
#include <set>

namespace dragoman::web {

std::vector<Segment> segments_of(const std::vector<Mark>& marks, Span whole) {
  struct Edge {
    std::uint32_t at;
    bool begins;
    std::size_t mark;
  };
  std::vector<Edge> edges;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const std::uint32_t begin = std::max(marks[i].span.begin, whole.begin),
                        end = std::min(marks[i].span.end, whole.end);
    if (begin >= end) continue;
    edges.push_back({begin, true, i});
    edges.push_back({end, false, i});
  }
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.at < b.at; });
  const auto wider = [&](std::size_t a, std::size_t b) {
    const auto length = [&](std::size_t i) { return marks[i].span.end - marks[i].span.begin; };
    return length(a) != length(b) ? length(a) > length(b) : a < b;
  };
  std::vector<Segment> out;
  std::set<std::size_t, decltype(wider)> open(wider);
  std::uint32_t from = whole.begin;
  const auto cut = [&](std::uint32_t to) {
    constexpr std::size_t kMost = 24;  // that are named, of those that cover a stretch: the narrowest say most
    if (to <= from) return;
    std::vector<std::size_t> over;
    for (auto mark = open.rbegin(); mark != open.rend() && over.size() < kMost; ++mark) over.push_back(*mark);
    std::reverse(over.begin(), over.end());
    out.push_back({{from, to}, std::move(over)});
    from = to;
  };
  for (const Edge& edge : edges) {
    cut(edge.at);
    if (edge.begins) {
      open.insert(edge.mark);
    } else {
      open.erase(edge.mark);
    }
  }
  cut(whole.end);
  return out;
}

std::vector<Mark> marks_of(const Record& record) {
  std::vector<Mark> out;
  const auto add = [&](char kind, std::size_t number, Span span) {
    out.push_back({kind + std::to_string(number + 1), kind, span});
  };
  const auto facts = [&](char kind, const auto& items) {
    for (std::size_t i = 0; i < items.size(); ++i) add(kind, i, items[i].evidence.span);
  };
  facts('v', record.events);
  for (std::size_t i = 0; i < record.events.size(); ++i) {
    for (const Evidence& again : record.events[i].also) add('v', i, again.span);
  }
  facts('m', record.meetings);
  for (std::size_t i = 0; i < record.statements.size(); ++i) {
    const Statement& said = record.statements[i];
    for (const Span& span : said.content) add('q', i, span);
    if (said.content.empty()) add('q', i, said.evidence.span);
  }
  facts('k', record.positions);
  facts('a', record.agenda);
  for (std::size_t i = 0; i < record.entities.size(); ++i) {
    for (const Mention& mention : record.entities[i].mentions) add('e', i, mention.span);
  }
  for (std::size_t i = 0; i < record.places.size(); ++i) {
    for (const Span& span : record.places[i].mentions) add('p', i, span);
  }
  for (std::size_t i = 0; i < record.times.size(); ++i) add('t', i, record.times[i].span);
  for (std::size_t i = 0; i < record.document.boilerplate.size(); ++i) add('x', i, record.document.boilerplate[i].span);
  return out;
}

}  // namespace dragoman::web
