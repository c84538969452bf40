// Judging a sample: one item after the other with the sentence that states it; and what the verdicts say.
#include "dossier/context.h"
#include "dossier/judging.h"
#include "dossier/labels.h"
#include "judging/result.h"
#include "output/plain.h"
#include "text/calendar.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace dragoman::web {

namespace {

constexpr int kMostItems = 2'000;

/// What the address or the form says of judge and sample.
struct Sitting {
  std::string judge;
  SampleOptions sample;
};

Result<Sitting> sitting_of(const Address& at) {
  const auto wrong = [](std::string message) { return Error{ErrorKind::usage, "", std::move(message)}; };
  Sitting out;
  out.judge = plain_line(at["judge"]);
  constexpr std::size_t kName = 40;
  if (shortened(out.judge, kName) != out.judge)
    return wrong(fmt::format("the judge’s name is longer than {} characters", kName));
  for (const std::string& list : at.all("list")) {
    const auto lists = judged_lists();
    if (std::find(lists.begin(), lists.end(), list) == lists.end())
      return wrong(fmt::format("list is “{}”, which is none", shortened(list, 40)));
    out.sample.lists.push_back(list);
  }
  const auto number = [&](std::string_view name, int most, int& to) -> bool {
    if (at[name].empty()) return true;
    const auto value = to_number(at[name]);
    if (!value || *value < 1 || *value > most) return false;
    to = *value;
    return true;
  };
  int seed = 1;
  if (!number("size", kMostItems, out.sample.size))
    return wrong(fmt::format("size is no number from 1 to {}", kMostItems));
  if (!number("seed", 1'000'000, seed)) return wrong("seed is no number from 1 to 1000000");
  out.sample.seed = static_cast<std::uint64_t>(seed);
  return out;
}

Address address_of(const Sitting& sitting) {
  Address out = address({"judge"}, {{"judge", sitting.judge}});
  for (const std::string& list : sitting.sample.lists) out.parameters.emplace_back("list", list);
  out.parameters.emplace_back("size", std::to_string(sitting.sample.size));
  out.parameters.emplace_back("seed", std::to_string(sitting.sample.seed));
  return out;
}

void write_start(const Context& context, Html& h) {
  h("div", {{"class", "prose"}}, [&] {
    h("p",
      "How much of what stands here is true? A sample drawn at random is judged item by item against the words of the "
      "report: the way to "
      "state precision in the validation section of a paper. A second judge gets the same sample with the same seed, "
      "and does not "
      "see the first one’s verdicts.");
  });
  h("form", {{"class", "filters"}, {"method", "get"}, {"action", context.href(address({"judge"}))}}, [&] {
    h("label", [&] {
      h("span", "Your name");
      h.single("input", {{"name", "judge"}, {"required", true}, {"maxlength", "40"}, {"autocomplete", "nickname"}});
    });
    h("label", [&] {
      h("span", "What");
      h("select", {{"name", "list"}}, [&] {
        h("option", {{"value", ""}}, "all kinds");
        for (const std::string_view list : judged_lists()) h("option", {{"value", list}}, list);
      });
    });
    h("label", [&] {
      h("span", "How many");
      h.single(
          "input",
          {{"name", "size"}, {"type", "number"}, {"min", "1"}, {"max", std::to_string(kMostItems)}, {"value", "100"}});
    });
    h("label", [&] {
      h("span", "Seed of the draw");
      h.single("input", {{"name", "seed"}, {"type", "number"}, {"min", "1"}, {"max", "1000000"}, {"value", "1"}});
    });
    h("p", {{"class", "buttons"}}, [&] { h("button", {{"type", "submit"}}, "Begin"); });
  });
  h("p", [&] { h("a", {{"href", context.href(address({"judge", "results"}))}}, "What the verdicts so far say"); });
}

void write_sentence(Html& h, const JudgedItem& item) {
  const std::size_t at = item.words.empty() ? std::string::npos : item.sentence.find(item.words);
  h("blockquote", {{"class", "sentence"}}, [&] {
    if (at == std::string::npos) {
      h.text("“" + shortened(item.words.empty() ? item.sentence : item.words, 1500) + "”");
    } else {
      h.text("“" + item.sentence.substr(0, at));
      h("mark", shortened(item.words, 1500));
      h.text(shortened(item.sentence.substr(at + item.words.size()), 1500) + "”");
    }
  });
}

std::string_view core_of(std::string_view list) {
  if (list == "events") return "Its core: type, who, to whom, and whether it happened, is planned, denied …";
  if (list == "statements") return "Its core: who says it, and what.";
  if (list == "positions") return "Its core: whose it is, the stance, and on what.";
  if (list == "meetings") return "Its core: who meets, whether it was held, and the day.";
  if (list == "agenda") return "Its core: what, who and when.";
  return "Its core: name, office and country.";
}

/// An item of the sample as one judge sees it.
struct ShownItem {
  const Sitting& sitting;
  const DrawnItem& drawn;
  const Verdict* before;  // this judge's own so far, or null
  int at, size;           // its number in the sample from 0 on, and how many there are
};

/// The mark of an item on the page of its report: "v3".
std::string mark_of(const JudgedItem& item) {
  const char list = item.list == "persons"      ? 'e'
                    : item.list == "events"     ? 'v'
                    : item.list == "statements" ? 'q'
                    : item.list == "positions"  ? 'k'
                    : item.list == "meetings"   ? 'm'
                                                : 'a';
  return std::string(1, list) + std::to_string(item.number);
}

void write_report(const Context& context, Html& h, const DrawnItem& drawn) {
  h("p", {{"class", "chain"}}, [&] {
    h("span", {{"class", "label"}}, "in ");
    const Address report = address({"document", drawn.document}, {{"show", mark_of(drawn.item)}});
    h("a", {{"href", context.href(report)}}, shortened(report_label(drawn.title, drawn.uri), 120));
    if (const std::string day = day_label(drawn.published); !day.empty()) h.text(", " + day);
  });
}

void write_choices(Html& h, const Verdict* before) {
  h("div", {{"class", "verdicts"}}, [&] {
    for (const auto& choice : {std::pair{"R", "Right"}, std::pair{"P", "Partly: a slot beside the core is wrong"},
                               std::pair{"W", "Wrong"}}) {
      const char *value = choice.first, *words = choice.second;
      const bool chosen = before != nullptr && before->value == *value;
      h("button",
        {{"type", "submit"},
         {"name", "verdict"},
         {"value", value},
         {"data-key", std::string(1, static_cast<char>(*value | 0x20))},
         {"aria-pressed", before == nullptr ? std::nullopt : std::optional<std::string>(chosen ? "true" : "false")}},
        [&] {
          h("kbd", value);
          h.text(std::string(" ") + words);
        });
    }
  });
}

void write_words(Html& h, std::string_view label, const char* name, const char* most, std::string_view value) {
  h("label", [&] {
    h("span", label);
    h.single("input", {{"type", "text"},
                       {"name", name},
                       {"maxlength", most},
                       {"value", std::string(value)},
                       {"autocomplete", "off"}});
  });
}

void write_verdict_form(const Context& context, Html& h, const ShownItem& item) {
  h("form", {{"method", "post"}, {"action", context.href(address({"judge"}))}}, [&] {
    for (const auto& [name, value] : address_of(item.sitting).parameters)
      h.single("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
    h.single("input", {{"type", "hidden"}, {"name", "at"}, {"value", std::to_string(item.at + 1)}});
    h.single("input", {{"type", "hidden"}, {"name", "key"}, {"value", item.drawn.item.key}});
    write_choices(h, item.before);
    const bool judged = item.before != nullptr;
    write_words(h, "Kind of fault, in a word or two", "class", "80", judged ? item.before->fault : "");
    write_words(h, "Comment", "comment", "500", judged ? item.before->comment : "");
  });
}

void write_ways_on(const Context& context, Html& h, const ShownItem& item) {
  const Address here = address_of(item.sitting);
  h("p", [&] {
    if (item.at > 0) {
      h("a", {{"href", context.href(here.with("at", std::to_string(item.at)))}}, "The one before");
      h.text(" · ");
    }
    if (item.at + 1 < item.size) {
      h("a", {{"href", context.href(here.with("at", std::to_string(item.at + 2)))}}, "Leave it open, to the next");
      h.text(" · ");
    }
    h("a", {{"href", context.href(address({"judge", "results"}))}}, "What the verdicts say");
  });
}

void write_item(const Context& context, Html& h, const ShownItem& item) {
  const DrawnItem& drawn = item.drawn;
  h("section", {{"class", "judging"}, {"aria-label", "The item"}}, [&] {
    h("h2", shortened(drawn.item.says, 600));
    h("p", {{"class", "note"}}, core_of(drawn.item.list));
    write_sentence(h, drawn.item);
    write_report(context, h, drawn);
    write_verdict_form(context, h, item);
    write_ways_on(context, h, item);
  });
}

}  // namespace

MadePage judge_page(const Context& context) {
  const auto sitting = sitting_of(context.address);
  if (!sitting) return sitting.error();
  Page page;
  page.part = "judge";
  page.title = "Judge a sample";
  page.address = context.address.plain();
  Table table{"sample", {}, {{"number", std::int64_t{0}}, {"list", ""}, {"month", ""}, {"judged", ""}}};
  Html& h = page.body;
  if (sitting->judge.empty()) {
    write_start(context, h);
    page.tables.push_back(std::move(table));
    return page;
  }
  const Judging::Sample sample = context.judging.sample(context.reading.store(), sitting->sample);
  const Verdicts verdicts = context.judging.verdicts();
  const auto judge = verdicts.judges.find(sitting->judge);
  const auto verdict_on = [&](const ItemId& id) -> const Verdict* {
    if (judge == verdicts.judges.end()) return nullptr;
    const auto found = judge->second.find(id);
    return found == judge->second.end() ? nullptr : &found->second;
  };
  const auto size = static_cast<int>(sample->size());
  // From the first on, or from one that is gone back to, the next without a verdict of this judge.
  int at = -1, done = 0;
  const auto wanted = to_number(context.address["at"]);
  for (int i = 0; i < size; ++i) {
    const Judging::One& one = (*sample)[static_cast<std::size_t>(i)];
    const bool judged = verdict_on(one.id) != nullptr;
    done += judged ? 1 : 0;
    table.rows.push_back({{"number", std::int64_t{i} + 1},
                          {"list", one.drawn.list},
                          {"month", one.drawn.month},
                          {"judged", judged ? "yes" : "no"}});
    if (wanted ? *wanted == i + 1 : !judged && at < 0) at = i;
  }
  page.tables.push_back(std::move(table));
  page.lead = fmt::format("{} judges: {} of {} done.", shortened(sitting->judge, 40), done, size);
  const auto shown =
      at < 0 ? std::nullopt : load_item(context.reading.store(), (*sample)[static_cast<std::size_t>(at)].drawn);
  if (shown) {
    write_item(context, h, {*sitting, *shown, verdict_on({shown->document, shown->item.key}), at, size});
    return page;
  }
  h("p", size == 0 ? "The store has nothing of that kind."
         : wanted  ? "There is no item of that number."
                   : "All of the sample is judged. Thank you.");
  h("p", [&] { h("a", {{"href", context.href(address({"judge", "results"}))}}, "What the verdicts say"); });
  return page;
}

Result<std::string> take_verdict(const Context& context) {
  const auto sitting = sitting_of(context.address);
  if (!sitting) return sitting.error();
  const auto at = to_number(context.address["at"]);
  const std::string_view value = context.address["verdict"];
  const Judging::Sample sample = context.judging.sample(context.reading.store(), sitting->sample);
  if (sitting->judge.empty() || !at || *at < 1 || *at > static_cast<int>(sample->size()) ||
      (value != "R" && value != "P" && value != "W")) {
    return Error{ErrorKind::usage, "", "The form is not whole: judge, number and verdict (R, P or W) are needed."};
  }
  const ItemId& item = (*sample)[static_cast<std::size_t>(*at - 1)].id;
  if (item.second != context.address["key"]) {
    return Error{ErrorKind::usage, "", "The store has changed since this item was shown; the sample is drawn anew."};
  }
  constexpr std::size_t kFault = 80, kComment = 500;
  const Verdict verdict{value.front(), shortened(plain_line(context.address["class"]), kFault),
                        shortened(plain_line(context.address["comment"]), kComment)};
  if (const auto kept = context.judging.add(sitting->judge, item, verdict); !kept) return kept.error();
  return context.href(address_of(*sitting));
}

namespace {

Table precision_table(const JudgedResult& result) {
  Table table{"precision",
              {},
              {{"judge", ""},
               {"list", ""},
               {"R", std::int64_t{0}},
               {"P", std::int64_t{0}},
               {"W", std::int64_t{0}},
               {"right", 0.0},
               {"low", 0.0},
               {"high", 0.0},
               {"strict", 0.0}}};
  const auto add = [&](const std::string& judge, const std::string& list, const Precision& p) {
    const auto [low, high] = wilson(p.right + p.partly, p.all());
    table.rows.push_back({{"judge", judge},
                          {"list", list},
                          {"R", p.right},
                          {"P", p.partly},
                          {"W", p.wrong},
                          {"right", p.lenient()},
                          {"low", low},
                          {"high", high},
                          {"strict", p.strict()}});
  };
  for (const JudgeResult& one : result.judges) {
    for (const std::string_view list : judged_lists()) {
      if (const auto found = one.lists.find(std::string(list)); found != one.lists.end())
        add(one.judge, found->first, found->second);
    }
    add(one.judge, "all", one.all);
  }
  return table;
}

void write_precision(Html& h, const Table& table) {
  h("div", {{"class", "wide"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", "Precision, a table"}}, [&] {
    h("table", [&] {
      h("thead", [&] {
        h("tr", [&] {
          for (const char* name :
               {"Judge", "Kind", "Right in the core", "95 % interval", "Right in every slot", "R", "P", "W"})
            h("th", {{"scope", "col"}}, name);
        });
      });
      h("tbody", [&] {
        for (const Row& row : table.rows) {
          const auto real = [&](std::size_t i) { return std::get<double>(row[i].second); };
          const auto number = [&](std::size_t i) { return number_label(std::get<std::int64_t>(row[i].second)); };
          h("tr", [&] {
            h("th", {{"scope", "row"}}, shortened(std::get<std::string>(row[0].second), 40));
            h("td", std::get<std::string>(row[1].second));
            h("td", fmt::format("{:.2f}", real(5)))("td", fmt::format("{:.2f} to {:.2f}", real(6), real(7)))(
                "td", fmt::format("{:.2f}", real(8)));
            h("td", number(2))("td", number(3))("td", number(4));
          });
        }
      });
    });
  });
}

}  // namespace

MadePage results_page(const Context& context) {
  Page page;
  page.part = "judge";
  page.title = "What the verdicts say";
  page.address = context.address.plain();
  const Verdicts verdicts = context.judging.verdicts();
  const JudgedResult result = result_of(verdicts, {});
  const std::string_view only = context.address["judge"];
  for (const auto& [judge, items] : verdicts.judges) {
    if (!only.empty() && judge != only) continue;
    for (const auto& [item, verdict] : items) page.verdicts += verdict_line(item, verdict, judge);
  }
  Table table = precision_table(result);
  Html& h = page.body;
  if (table.rows.empty()) {
    h("p", {{"class", "none"}}, "Nothing was judged yet.");
  } else {
    write_precision(h, table);
    h("h2", "For a paper");
    h("p", {{"class", "paragraph"}}, result_paragraph(result));
    h("p", [&] {
      h("a", {{"href", context.href(page.address.as("tsv"))}}, "All verdicts as a table (.tsv)");
      for (const JudgeResult& one : result.judges) {
        h.text(" · ");
        h("a", {{"href", context.href(page.address.with("judge", one.judge).as("tsv"))}},
          "those of " + shortened(one.judge, 40));
      }
    });
    h("p", {{"class", "note"}}, "The same on the command line: dragoman judged FILE.");
  }
  h("p", [&] { h("a", {{"href", context.href(address({"judge"}))}}, "Judge a sample"); });
  page.facts.emplace_back("paragraph", result_paragraph(result));
  page.tables.push_back(std::move(table));
  return page;
}

}  // namespace dragoman::web
