#include "program/judge_commands.h"

#include "judging/result.h"
#include "judging/sample.h"
#include "output/table.h"
#include "program/question_flags.h"
#include "store/database.h"

#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>

#include <fmt/format.h>

namespace dragoman {

namespace {

std::vector<std::string> list_names() {
  std::vector<std::string> out;
  for (const std::string_view list : judged_lists()) out.emplace_back(list);
  return out;
}

std::string one_cell(std::string text) {
  for (char& c : text) {
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  }
  return text;
}

struct SampleFlags {
  StoreFlags store;
  std::vector<std::string> lists;
  int size = 100, seed = 1;
};

int sample(const SampleFlags& o) {
  auto store = open_store(o.store);
  if (!store) return cannot_run(store.error());
  if (o.size < 1)
    return cannot_run({ErrorKind::usage, "", fmt::format("--size is {}, expected a number from 1 on", o.size)});
  SampleOptions options{o.lists, o.size, static_cast<std::uint64_t>(o.seed)};
  std::string out =
      "document\tkey\tverdict\tclass\tjudge\tcomment\tlist\tmonth\tconfidence\tsays\twords\tsentence\treport\n";
  for (const Drawn& drawn : draw_sample(store->store->database(), options)) {
    const auto item = load_item(*store->store, drawn);
    if (!item) continue;
    out +=
        fmt::format("{}\t{}\t\t\t\t\t{}\t{}\t{:.2f}\t{}\t{}\t{}\t{}\n", item->document, item->item.key, item->item.list,
                    item->month, item->item.confidence, one_cell(item->item.says), one_cell(item->item.words),
                    one_cell(item->item.sentence), one_cell(item->title.empty() ? item->uri : item->title));
  }
  if (store->store->database().error()) return cannot_run(*store->store->database().error());
  return print_result(out);
}

struct JudgedFlags {
  StoreFlags store;
  std::vector<std::string> files;
  bool paragraph = false;
};

std::string as_table(const JudgedResult& result) {
  std::string out;
  for (const JudgeResult& one : result.judges) {
    if (result.judges.size() > 1) out += fmt::format("{}\n", one.judge);
    for (const std::string_view name : judged_lists()) {
      const auto found = one.lists.find(std::string(name));
      if (found == one.lists.end()) continue;
      const Precision& list = found->second;
      const auto [low, high] = wilson(list.right + list.partly, list.all());
      out += fmt::format("{:11} right {:.3f} ({:.3f}–{:.3f}) strict {:.3f} of {}\n", name, list.lenient(), low, high,
                         list.strict(), list.all());
    }
    const Precision& all = one.all;
    out += fmt::format("right {}/{} = {:.3f}, strict {}/{} = {:.3f}\n", all.right + all.partly, all.all(),
                       all.lenient(), all.right, all.all(), all.strict());
  }
  if (result.agreement.units > 0) {
    out += fmt::format("judged by several {}, of which alike {}", result.agreement.units, result.agreement.agreeing);
    if (result.agreement.defined) out += fmt::format(", Krippendorff's alpha {:.3f}", result.agreement.alpha);
    out += "\n";
  }
  out += fmt::format("unjudged {}", result.open);
  if (result.changed > 0) out += fmt::format(", verdicts on what the store no longer states so {}", result.changed);
  return out + "\n";
}

std::string as_json(const JudgedResult& result) {
  std::vector<Row> rows;
  const auto add = [&](const std::string& judge, std::string_view list, const Precision& p) {
    const auto [low, high] = wilson(p.right + p.partly, p.all());
    rows.push_back({{"judge", judge},
                    {"list", std::string(list)},
                    {"R", p.right},
                    {"P", p.partly},
                    {"W", p.wrong},
                    {"right", p.lenient()},
                    {"right_low", low},
                    {"right_high", high},
                    {"strict", p.strict()}});
  };
  for (const JudgeResult& one : result.judges) {
    for (const auto& [list, figures] : one.lists) add(one.judge, list, figures);
    add(one.judge, "all", one.all);
  }
  return json_array(rows);
}

int judged(const JudgedFlags& o) {
  Verdicts verdicts;
  for (const std::string& file : o.files) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in)
      return cannot_run(
          {ErrorKind::setup, file, "cannot be read; expected a table that `dragoman sample` made, filled in"});
    if (const auto added = verdicts.add(text.str(), std::filesystem::path(file).stem().string(), file); !added)
      return cannot_run(added.error());
  }
  std::function<bool(const ItemId&)> stated;
  std::map<std::string, std::set<std::string>> keys;  // of documents, as they are asked for
  std::unordered_map<std::string, std::int64_t> documents;
  Result<OpenStore> store = Error{};
  if (!o.store.store.empty()) {
    store = open_store(o.store);
    if (!store) return cannot_run(store.error());
    documents = documents_by_key(store->store->database());
    stated = [&](const ItemId& item) {
      const auto document = documents.find(item.first);
      if (document == documents.end()) return false;
      auto [known, fresh] = keys.try_emplace(item.first);
      if (fresh) {
        for (std::string& key : keys_of_document(*store->store, document->second)) known->second.insert(std::move(key));
      }
      return known->second.contains(item.second);
    };
  }
  const JudgedResult result = result_of(verdicts, stated);
  if (o.paragraph) return print_result(result_paragraph(result) + "\n");
  return print_result(o.store.format == "json" ? as_json(result) : as_table(result));
}

}  // namespace

std::vector<Command> judge_commands() {
  auto s = std::make_shared<SampleFlags>();
  Command draw;
  draw.name = "sample";
  draw.summary = "Draw items at random, to be judged by people";
  draw.description =
      "Prints a table, its columns parted by tabs, with a line an item: what is stated, the words and the sentence "
      "that state it. Fill in "
      "`verdict`: R when it is right in its core, P when the core is right and a slot beside it wrong, W when it is "
      "wrong; `class` names the kind "
      "of fault. The core of an event is type, actors, recipients and status; of a statement speakers and content; of "
      "a position holder, stance "
      "and issue; of a meeting participants, status and date; of an agenda item what, who and when; of a person name, "
      "office and country. Then "
      "`dragoman judged` says how much is right.\n\n"
      "Each kind has the same number of items; within a kind every type and month has its share. The same seed draws "
      "the same items. "
      "The same is done in the browser by `dragoman serve`, under /judge.";
  draw.flags = {
      s->store.store_flag(),
      {"--list", "LIST", "What to draw from; given several times, each; all unless told", &s->lists, list_names()},
      {"--size", "N", "How many items", &s->size},
      {"--seed", "N", "Another number draws other items", &s->seed},
      s->store.lexicon_flag()};
  draw.run = [s] { return sample(*s); };
  auto j = std::make_shared<JudgedFlags>();
  Command count;
  count.name = "judged";
  count.summary = "Say how much is right by people's verdicts, and how far judges agree";
  count.description =
      "Reads tables that `dragoman sample` printed and people filled in, or the verdicts that `dragoman serve` keeps "
      "beside a store. A file is "
      "a judge, unless its lines name theirs. Prints for each kind how many are right in their core (R and P) with "
      "Wilson's interval, and how many "
      "in every slot (R); with several judges Krippendorff's alpha for nominal values. With --store, verdicts on what "
      "the store no longer states "
      "so do not count.";
  count.flags = {
      {"FILE", "", "A table with verdicts", &j->files, {}, true},
      {"--store", "FILE", "The store that was judged, to leave out verdicts on what has changed", &j->store.store},
      {"--paragraph", "", "Print a paragraph for the validation section of a paper", &j->paragraph},
      j->store.format_flag({"table", "json"}),
      j->store.lexicon_flag()};
  count.run = [j] { return judged(*j); };
  return {draw, count};
}

}  // namespace dragoman
