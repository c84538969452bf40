#include "output/main_issues.h"

#include "output/said_once.h"
#include "text/ascii.h"

#include <algorithm>
#include <set>

namespace dragoman {

namespace {

bool is_clause(std::string_view label) {
  constexpr auto kWords = 7;
  return label.starts_with("to ") || label.starts_with("that ") || label.starts_with("of ") ||
         std::count(label.begin(), label.end(), ' ') >= kWords;
}

/// Whether a label holds another: "climate change crisis" holds "climate change".
bool holds_label(std::string_view all, std::string_view part) {
  const std::size_t at = all.find(part);
  return at != std::string_view::npos && (at == 0 || all[at - 1] == ' ') &&
         (at + part.size() == all.size() || all[at + part.size()] == ' ');
}

}  // namespace

std::vector<Index> main_issues(const Record& record) {
  constexpr std::size_t kMost = 10, kFew = 2;
  const auto& issues = record.issues;
  std::vector<std::size_t> weight;
  std::vector<bool> is_topic(issues.size(), false), of_position(issues.size(), false);
  for (const Position& p : record.positions) {
    if (p.issue) of_position[*p.issue] = true;
  }
  // A position's own words for an issue ("rise of the sea", of "sea") count for that issue.
  const auto is_wording = [&](Index i) {
    const auto& parent = issues[i].parent;
    return of_position[i] && parent && !issues[*parent].mentions.empty() &&
           issues[i].label.find(issues[*parent].label) != std::string::npos;
  };
  for (const Issue& issue : issues) weight.push_back(issue.mentions.size());
  for (Index i = 0; i < issues.size(); ++i) {
    if (!issues[i].parent) continue;
    if (is_wording(i)) {
      weight[*issues[i].parent] += issues[i].mentions.size();
    } else {
      is_topic[*issues[i].parent] = true;
    }
  }
  for (const Event& e : record.events) {
    if (e.issue && !is_doubtful(e)) ++weight[*e.issue];
  }
  std::set<std::string> names;
  for (const Entity& e : record.entities) names.insert(ascii_lower(e.name));
  for (const Place& p : record.places) names.insert(ascii_lower(p.name));

  std::vector<Index> all, main;
  for (Index i = 0; i < issues.size(); ++i) {
    constexpr auto kLongWording = 3;
    const auto blanks = std::count(issues[i].label.begin(), issues[i].label.end(), ' ');
    if (of_position[i] && issues[i].mentions.size() < 2 && blanks >= kLongWording) continue;
    if (is_topic[i] || is_wording(i) || is_clause(issues[i].label) || names.contains(ascii_lower(issues[i].label)))
      continue;
    all.push_back(i);
    // A word says less than several, and a label without a topic less than one that has it: such must weigh more.
    const std::size_t least = blanks == 0 ? (issues[i].parent ? 2 : 4) : (issues[i].parent ? 1 : 2);
    if (weight[i] >= least) main.push_back(i);
  }
  std::vector<Index>& out = main.empty() ? all : main;
  std::stable_sort(out.begin(), out.end(), [&](Index a, Index b) { return weight[a] > weight[b]; });
  std::vector<Index> told;
  for (const Index i : out) {
    const bool known = std::any_of(told.begin(), told.end(), [&](Index t) {
      return holds_label(issues[i].label, issues[t].label) || holds_label(issues[t].label, issues[i].label);
    });
    if (!known) told.push_back(i);
    if (told.size() == (main.empty() ? kFew : kMost)) break;
  }
  return told;
}

}  // namespace dragoman
