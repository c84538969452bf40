#include "judging/result.h"

#include "judging/items.h"

#include <fmt/format.h>

namespace dragoman {

namespace {

std::string interval(std::int64_t good, std::int64_t all) {
  const auto [low, high] = wilson(good, all);
  return fmt::format("95 % interval {:.2f} to {:.2f}", low, high);
}

}  // namespace

JudgedResult result_of(const Verdicts& verdicts, const std::function<bool(const ItemId&)>& stated) {
  JudgedResult out;
  Verdicts counted;
  for (const auto& [judge, items] : verdicts.judges) {
    for (const auto& [item, verdict] : items) {
      if (stated && !stated(item)) {
        ++out.changed;
      } else {
        counted.judges[judge][item] = verdict;
      }
    }
  }
  for (const auto& [judge, items] : counted.judges) {
    JudgeResult one{judge, precision(items), {}};
    for (const auto& [list, figures] : one.lists) {
      one.all.right += figures.right;
      one.all.partly += figures.partly;
      one.all.wrong += figures.wrong;
    }
    out.judges.push_back(std::move(one));
  }
  out.agreement = agreement(counted);
  out.open = static_cast<std::int64_t>(verdicts.open.size());
  return out;
}

std::string result_paragraph(const JudgedResult& result) {
  if (result.judges.empty()) return "Nothing was judged yet.";
  std::string out;
  for (const JudgeResult& one : result.judges) {
    const Precision& all = one.all;
    out += fmt::format(
        "Of {} items drawn at random and judged by {} against the words of the reports, {} were right in their core "
        "(precision {:.2f}, {}), and {} of these in every slot ({:.2f}, {}).",
        all.all(), one.judge, all.right + all.partly, all.lenient(), interval(all.right + all.partly, all.all()),
        all.right, all.strict(), interval(all.right, all.all()));
    std::string lists;
    for (const std::string_view name : judged_lists()) {
      const auto found = one.lists.find(std::string(name));
      if (found == one.lists.end()) continue;
      const Precision& list = found->second;
      lists += fmt::format("{}{} {:.2f} ({} of {})", lists.empty() ? "" : ", ", name, list.lenient(),
                           list.right + list.partly, list.all());
    }
    out += " By kind: " + lists + ". ";
  }
  const Agreement& a = result.agreement;
  if (a.units > 0) {
    out += fmt::format("{} items were judged by several judges, each blind to the others; they agreed on {}", a.units,
                       a.agreeing);
    out += a.defined ? fmt::format(" (Krippendorff's alpha, nominal, {:.2f}).", a.alpha)
                     : " (alpha is not defined: all verdicts are the same).";
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace dragoman
