#include "when/rules.h"

#include "when/conditions.h"
#include "when/schema.h"
#include "when/values.h"

#include <algorithm>

namespace dragoman {

std::string_view TimeRule::constant(std::string_view wanted) const {
  for (const auto& [key, value] : with) {
    if (key == wanted) return value;
  }
  return {};
}

const TimeItem* TimeMatch::operator[](std::string_view name) const {
  for (const auto& [key, item] : captured) {
    if (key == name) return item;
  }
  return nullptr;
}

// ---- compiling

// All rows of elements that a pattern stands for, its optional parts left out or not.
std::string TimeRuleTree::expand(std::string_view pattern, std::vector<Sequence>& out) {
  out.assign(1, {});
  while (!pattern.empty()) {
    if (pattern.front() == ' ') {
      pattern.remove_prefix(1);
      continue;
    }
    std::size_t end = 0;
    std::vector<Sequence> inner;
    const bool optional = pattern.front() == '[';
    if (optional) {
      for (int depth = 0; end < pattern.size(); ++end) {
        depth += pattern[end] == '[' ? 1 : pattern[end] == ']' ? -1 : 0;
        if (depth == 0) break;
      }
      if (end == pattern.size()) return "a bracket is not closed";
      if (std::string wrong = expand(pattern.substr(1, end - 1), inner); !wrong.empty()) return wrong;
      ++end;
    } else {
      end = std::min(pattern.find_first_of(" [", 0), pattern.size());
      inner.push_back({std::string(pattern.substr(0, end))});
    }
    pattern.remove_prefix(end);
    std::vector<Sequence> longer;
    for (const Sequence& head : out) {
      if (optional) longer.push_back(head);
      for (const Sequence& tail : inner) {
        longer.push_back(head);
        longer.back().insert(longer.back().end(), tail.begin(), tail.end());
      }
    }
    out = std::move(longer);
    constexpr std::size_t kMostRows = 4096;
    if (out.size() > kMostRows) return "it has too many optional parts";
  }
  return {};
}

std::string TimeRuleTree::add(std::string_view pattern, std::uint32_t rule, TimeWords& words) {
  std::vector<Sequence> rows;
  if (std::string wrong = expand(pattern, rows); !wrong.empty()) return wrong;
  for (const Sequence& row : rows) {
    if (row.empty()) return "all of it is optional";
    std::uint32_t node = 0, behind = 0;
    bool follows = false;
    for (const std::string& element : row) {
      if (element == "&") {
        follows = true;
        continue;
      }
      behind += follows ? 1 : 0;
      Element e;
      for (std::string_view rest = element; !rest.empty();) {  // <kind|kind=name> or word, parted by |
        const bool kinds = rest.front() == '<';
        std::size_t end = rest.find(kinds ? '>' : '|');
        if (kinds && end == std::string_view::npos) return "\"" + element + "\" is not closed";
        if (!kinds) {
          end = std::min(end, rest.size());
          if (end > 0) e.words.push_back(words.add(rest.substr(0, end)).id);
        } else {
          const std::string_view inside = rest.substr(1, end - 1);
          const std::size_t equals = inside.find('=');
          for (const auto kind : split_values(inside.substr(0, equals))) {
            if (words.kind(kind) == 0) return "there is no kind <" + std::string(kind) + ">";
            e.kinds |= words.kind(kind);
            if (e.capture.empty()) e.capture = equals == std::string_view::npos ? kind : inside.substr(equals + 1);
          }
          ++end;
        }
        rest.remove_prefix(std::min(rest.size(), std::max<std::size_t>(end, 1)));
        if (!rest.empty() && rest.front() == '|') rest.remove_prefix(1);
      }
      std::sort(e.words.begin(), e.words.end());
      auto& edges = nodes_[node].edges;
      const auto known = std::find_if(edges.begin(), edges.end(), [&](const auto& edge) { return edge.first == e; });
      if (known != edges.end()) {
        node = known->second;
      } else {
        if (node == 0) add_first_edge(e, static_cast<std::uint32_t>(edges.size()));
        const auto next = static_cast<std::uint32_t>(nodes_.size());
        edges.emplace_back(std::move(e), next);
        nodes_.emplace_back();
        node = next;
      }
    }
    nodes_[node].ends.push_back({rule, behind});
  }
  return {};
}

void TimeRuleTree::add_first_edge(const Element& element, std::uint32_t edge) {
  if (element.kinds != 0) first_by_kind_.emplace_back(element.kinds, edge);
  for (const std::uint32_t word : element.words) {
    if (word >= first_by_word_.size()) first_by_word_.resize(word + 1);
    first_by_word_[word].push_back(edge);
  }
}

// ---- matching

bool TimeRuleTree::Element::accepts(const TimeItem& item) const {
  if ((item.kinds & kinds) != 0) return true;
  return item.word != nullptr && std::binary_search(words.begin(), words.end(), item.word->id);
}

TimeMatch TimeRuleTree::match(const std::vector<TimeRule>& rules, const Parse& parse,
                              const std::vector<TimeItem>& items, std::size_t at) const {
  TimeMatch path, best;
  path.begin = at;
  for (const std::uint32_t edge : first_edges(items[at]))
    follow(nodes_[0].edges[edge], at, rules, parse, items, path, best);
  return best;
}

std::vector<std::uint32_t> TimeRuleTree::first_edges(const TimeItem& item) const {
  std::vector<std::uint32_t> out;
  if (item.word != nullptr && item.word->id < first_by_word_.size()) out = first_by_word_[item.word->id];
  if (item.kinds == 0) return out;
  for (const auto& [kinds, edge] : first_by_kind_) {
    if ((item.kinds & kinds) != 0) out.push_back(edge);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void TimeRuleTree::follow(const std::pair<Element, std::uint32_t>& edge, std::size_t at,
                          const std::vector<TimeRule>& rules, const Parse& parse, const std::vector<TimeItem>& items,
                          TimeMatch& path, TimeMatch& best) const {
  const auto& [element, next] = edge;
  if (!element.capture.empty()) path.captured.emplace_back(element.capture, &items[at]);
  walk(next, at + 1, rules, parse, items, path, best);
  if (!element.capture.empty()) path.captured.pop_back();
}

void TimeRuleTree::walk(std::uint32_t node, std::size_t at, const std::vector<TimeRule>& rules, const Parse& parse,
                        const std::vector<TimeItem>& items, TimeMatch& path, TimeMatch& best) const {
  for (const auto& [r, behind] : nodes_[node].ends) {
    const bool better = best.rule == nullptr || at > best.read || (at == best.read && &rules[r] < best.rule);
    const std::size_t end = at - behind;
    if (!better || end == path.begin) continue;
    const TokenSpan tokens{items[path.begin].first, items[end - 1].last + 1};
    const auto& unless = rules[r].unless;
    if (std::any_of(unless.begin(), unless.end(), [&](TimeCondition holds) { return holds(parse, tokens); })) continue;
    best = path;
    best.rule = &rules[r];
    best.end = end;
    best.read = at;
  }
  if (at == items.size() || (at > path.begin && items[at].break_before)) return;
  for (const auto& edge : nodes_[node].edges) {
    if (edge.first.accepts(items[at])) follow(edge, at, rules, parse, items, path, best);
  }
}

// ---- loading

namespace {

/// The type of a rule's `type:`; none where it has none.
std::optional<TimeType> type_of(std::string_view word) {
  if (word == "DATE") return TimeType::date;
  if (word == "TIME") return TimeType::time;
  if (word == "DURATION") return TimeType::duration;
  if (word == "SET") return TimeType::set;
  return std::nullopt;
}

// "shift=-1 unit=D" as pairs.
std::vector<std::pair<std::string, std::string>> constants(std::string_view line) {
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const auto part : split_values(line, ' ')) {
    const std::size_t equals = part.find('=');
    if (equals != std::string_view::npos) pairs.emplace_back(part.substr(0, equals), part.substr(equals + 1));
  }
  return pairs;
}

Result<bool> read_rules(const StanzaFile& file, TimeLexicon& lexicon) {
  for (const Stanza& stanza : file.stanzas) {
    TimeRule rule;
    rule.name = stanza["rule"];
    rule.type = type_of(stanza["type"]);
    rule.mod = stanza["mod"];
    rule.with = constants(stanza["with"]);
    const std::string_view value = stanza["value"], stage = stanza["stage"];
    rule.value = time_value(value);  // none for "none"
    for (const auto name : split_values(stanza["unless"])) rule.unless.push_back(time_condition(name));
    TimeRuleTree& tree = lexicon.stages[stage.empty() ? 1 : static_cast<std::size_t>(stage[0] - '0')];
    for (const Field& field : stanza.fields) {
      if (field.key != "match") continue;
      const std::string wrong = tree.add(field.value, static_cast<std::uint32_t>(lexicon.rules.size()), lexicon.words);
      if (!wrong.empty()) return file.error(field.line, "found \"" + std::string(field.value) + "\": " + wrong);
    }
    lexicon.rules.push_back(std::move(rule));
  }
  return true;
}

// A holiday is a rule of its own for each of its names.
Result<bool> read_holidays(const StanzaFile& file, TimeLexicon& lexicon) {
  for (const Stanza& stanza : file.stanzas) {
    TimeRule rule;
    rule.name = stanza["holiday"];
    rule.type = TimeType::date;
    rule.with.emplace_back("day", stanza["day"]);
    rule.value = time_value("holiday");
    for (const auto name : split_values(stanza["holiday"])) {
      const std::string pattern = "[<shift>] " + std::string(name) + " [[,] <year>]";
      const std::string wrong =
          lexicon.stages[1].add(pattern, static_cast<std::uint32_t>(lexicon.rules.size()), lexicon.words);
      if (!wrong.empty()) return file.error(stanza.line, wrong);
    }
    lexicon.rules.push_back(std::move(rule));
  }
  return true;
}

}  // namespace

Result<TimeLexicon> TimeLexicon::load(const std::filesystem::path& folder) {
  TimeLexicon lexicon;
  const auto words = read_entries(folder / "words.txt", kWhenSchema);
  if (!words) return words.error();
  if (const auto done = lexicon.words.read(**words); !done) return done.error();
  const auto rules = read_entries(folder / "rules.txt", kWhenSchema);
  if (!rules) return rules.error();
  if (const auto done = read_rules(**rules, lexicon); !done) return done.error();
  const auto holidays = read_entries(folder / "holidays.txt", kWhenSchema);
  if (!holidays) return holidays.error();
  if (const auto done = read_holidays(**holidays, lexicon); !done) return done.error();
  return lexicon;
}

}  // namespace dragoman
