#include "judging/verdicts.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace dragoman {

namespace {

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  while (true) {
    const std::size_t tab = std::min(line.find('\t'), line.size());
    cells.push_back(line.substr(0, tab));
    if (tab == line.size()) return cells;
    line.remove_prefix(tab + 1);
  }
}

std::string one_line(std::string text) {
  for (char& c : text) {
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  }
  return text;
}

}  // namespace

Result<void> Verdicts::add(std::string_view lines, const std::string& judge, const std::string& file) {
  for (std::size_t number = 1; !lines.empty(); ++number) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#') || line.starts_with("document\t")) continue;
    const auto cells = cells_of(line);
    if (cells.size() < 3 || cells[0].empty() || cells[1].find(':') == std::string_view::npos) {
      return Error{
          ErrorKind::input, fmt::format("{}:{}", file, number),
          "expected document, key, verdict and class of fault, parted by tabs, as `dragoman sample` writes them"};
    }
    const ItemId item(cells[0], cells[1]);
    std::string value(cells[2]);
    value.erase(std::remove(value.begin(), value.end(), ' '), value.end());
    if (value.empty() || value == "?") {
      open.insert(item);
      continue;
    }
    const char letter = static_cast<char>(value.front() & ~0x20);
    if (value.size() != 1 || (letter != 'R' && letter != 'P' && letter != 'W')) {
      return Error{ErrorKind::input, fmt::format("{}:{}", file, number),
                   fmt::format("the verdict is \"{}\", expected R (right), P (partly), W (wrong) or nothing", value)};
    }
    const auto cell = [&](std::size_t i) { return i < cells.size() ? std::string(cells[i]) : std::string(); };
    const std::string who = cell(4).empty() ? judge : cell(4);
    judges[who][item] = {letter, cell(3), cell(5)};
  }
  for (const auto& [who, verdicts] : judges) {
    for (const auto& [item, verdict] : verdicts) open.erase(item);
  }
  return {};
}

std::string verdict_line(const ItemId& item, const Verdict& verdict, std::string_view judge) {
  return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\n", item.first, item.second, verdict.value, one_line(verdict.fault),
                     one_line(std::string(judge)), one_line(verdict.comment));
}

std::pair<double, double> wilson(std::int64_t good, std::int64_t all) {
  constexpr double kZ = 1.959963984540054;  // of the normal distribution, for 95 of 100
  if (all == 0) return {0, 1};
  const auto n = static_cast<double>(all);
  const double p = static_cast<double>(good) / n, z2 = kZ * kZ;
  const double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
  const double half = kZ / (1 + z2 / n) * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
  return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

Agreement agreement(const std::vector<std::vector<char>>& units) {
  Agreement out;
  std::map<char, double> totals;
  double observed = 0, all = 0;  // disagreeing pairs and values of units with two or more
  for (const std::vector<char>& unit : units) {
    if (unit.size() < 2) continue;
    ++out.units;
    std::map<char, double> counts;
    for (const char value : unit) ++counts[value];
    const auto m = static_cast<double>(unit.size());
    if (counts.size() == 1) ++out.agreeing;
    for (const auto& [value, n] : counts) {
      totals[value] += n;
      observed += n * (m - n) / (m - 1);
    }
    all += m;
  }
  double expected = 0;
  for (const auto& [value, n] : totals) expected += n * (all - n);
  if (all < 2 || expected == 0) return out;
  out.alpha = 1 - (all - 1) * observed / expected;
  out.defined = true;
  return out;
}

Agreement agreement(const Verdicts& verdicts) {
  std::map<ItemId, std::vector<char>> units;
  for (const auto& [judge, items] : verdicts.judges) {
    for (const auto& [item, verdict] : items) units[item].push_back(verdict.value);
  }
  std::vector<std::vector<char>> values;
  values.reserve(units.size());
  for (auto& [item, all] : units) values.push_back(std::move(all));
  return agreement(values);
}

std::map<std::string, Precision> precision(const std::map<ItemId, Verdict>& verdicts) {
  std::map<std::string, Precision> out;
  for (const auto& [item, verdict] : verdicts) {
    Precision& list = out[item.second.substr(0, item.second.find(':'))];
    ++(verdict.value == 'R' ? list.right : verdict.value == 'P' ? list.partly : list.wrong);
  }
  return out;
}

}  // namespace dragoman
