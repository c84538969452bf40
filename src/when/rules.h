// The rules of time expressions, from lexicon/when/rules.txt and holidays.txt, compiled once into a tree of what may
// follow what.
//
// A rule's `match:` is a row of words, kinds and alternatives, [optional parts] in brackets:
//
//   match: <month> <day> [, <year>]
//   match: more|less than <number> [-] <unit>
//   match: <day> and <day=last> <month>        the second <day> is known to the rule's value as "last"
//   match: the year & ended|ending             what stands behind & must follow and is no part of it
//
// Rules of stage 0 read numbers, those of stage 1 times, those of stage 2 join what stage 1 has read ("noon" and
// "Monday"). Where several rules fit, the longest wins; of equally long ones the first.
#pragma once

#include "dragoman/record.h"
#include "when/items.h"
#include "when/words.h"

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dragoman {

struct TimeMatch;
class TimeValues;
struct TimeReading;
/// How a rule's value is made of what it has matched, see values.h; false when it makes none.
using TimeValue = bool (TimeValues::*)(const TimeMatch&, TimeReading&) const;
/// What a match must not be in its sentence, see conditions.h.
using TimeCondition = bool (*)(const Parse&, TokenSpan);

struct TimeRule {
  std::string name, mod;
  std::optional<TimeType> type = {};  // none of a rule that gives a number
  TimeValue value = nullptr;          // nullptr: what it matches is no time
  std::vector<std::pair<std::string, std::string>> with;
  std::vector<TimeCondition> unless;

  /// The constant that the rule has under the name, or empty.
  std::string_view constant(std::string_view name) const;
};

/// A rule with the items that it matched.
struct TimeMatch {
  const TimeRule* rule = nullptr;
  std::size_t begin = 0, end = 0;  // items
  std::size_t read = 0;            // end of what was looked at
  std::vector<std::pair<std::string_view, const TimeItem*>> captured;

  const TimeItem* operator[](std::string_view name) const;
};

/// The rules of one stage.
class TimeRuleTree {
 public:
  TimeRuleTree() : nodes_(1) {}

  /// Adds a rule with one of its patterns; gives what is wrong with the pattern, or nothing.
  std::string add(std::string_view pattern, std::uint32_t rule, TimeWords& words);
  /// What of `rules` fits best at the item, or a match without a rule.
  TimeMatch match(const std::vector<TimeRule>& rules, const Parse& parse, const std::vector<TimeItem>& items,
                  std::size_t at) const;

 private:
  struct Element {
    KindSet kinds = 0;
    std::vector<std::uint32_t> words;
    std::string capture;
    bool accepts(const TimeItem& item) const;
    bool operator==(const Element&) const = default;
  };
  struct Node {
    std::vector<std::pair<Element, std::uint32_t>> edges;
    struct End {
      std::uint32_t rule = 0, behind = 0;  // `behind`: items behind "&"
    };
    std::vector<End> ends;
  };
  using Sequence = std::vector<std::string>;
  static std::string expand(std::string_view pattern, std::vector<Sequence>& out);
  void add_first_edge(const Element& element, std::uint32_t edge);
  void walk(std::uint32_t node, std::size_t at, const std::vector<TimeRule>& rules, const Parse& parse,
            const std::vector<TimeItem>& items, TimeMatch& path, TimeMatch& best) const;
  void follow(const std::pair<Element, std::uint32_t>& edge, std::size_t at, const std::vector<TimeRule>& rules,
              const Parse& parse, const std::vector<TimeItem>& items, TimeMatch& path, TimeMatch& best) const;
  /// The edges that lead on from the root with an item, in their order: few of many.
  std::vector<std::uint32_t> first_edges(const TimeItem& item) const;

  std::vector<Node> nodes_;
  std::vector<std::vector<std::uint32_t>> first_by_word_;         // edges of the root, by word id
  std::vector<std::pair<KindSet, std::uint32_t>> first_by_kind_;  // those that take kinds of words
};

/// Everything of lexicon/when.
struct TimeLexicon {
  TimeWords words;
  std::vector<TimeRule> rules;
  std::array<TimeRuleTree, 3> stages;

  static Result<TimeLexicon> load(const std::filesystem::path& folder);
};

}  // namespace dragoman
