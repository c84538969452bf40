#include "program/documents_commands.h"

#include "output/table.h"
#include "program/question_flags.h"
#include "program/terminal.h"

#include <algorithm>
#include <charconv>
#include <climits>
#include <memory>
#include <set>

#include <fmt/format.h>

namespace dragoman {

namespace {

struct Options {
  StoreFlags store;
  QuestionFlags question;
  std::vector<std::string> labels;
  DocumentChoice choice;
  bool remove = false;
};

/// "d12" as a number.
Result<std::vector<std::int64_t>> numbers_of(const std::vector<std::string>& labels) {
  std::vector<std::int64_t> out;
  for (const std::string& label : labels) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(label.data() + 1, label.data() + label.size(), number);
    if (!label.starts_with('d') || error != std::errc() || end != label.data() + label.size() || number < 1)
      return Error{ErrorKind::usage, "", fmt::format("\"{}\" is no number of a document, expected d12", label)};
    out.push_back(number);
  }
  return out;
}

Row row_of(const DocumentRow& d) {
  return {{"id", fmt::format("d{}", d.id)},
          {"document", d.uri},
          {"title", d.title},
          {"agency", d.agency},
          {"language", d.language},
          {"published", d.published},
          {"basis", d.basis},
          {"copy_of", d.copy_of == 0 ? Value() : Value(fmt::format("d{}", d.copy_of))},
          {"characters", d.characters},
          {"link", d.link}};
}

/// Removes the documents in one piece, so that a mistake leaves all or nothing; gives the exit code.
int remove_documents(const StoreFlags& flags, const std::vector<DocumentRow>& documents) {
  const auto path = store_path(flags);
  if (!path) return cannot_run(path.error());
  auto store = Store::open(*path, Store::Mode::write);
  if (!store) return cannot_run(store.error());
  if (const auto error = (*store)->begin()) return cannot_run(*error);
  std::set<std::string> gone;
  for (const DocumentRow& d : documents) {
    if (gone.contains(d.uri)) continue;  // a copy that went with its original
    const auto names = (*store)->remove(d.id);
    if (!names) {
      (*store)->roll_back();
      return cannot_run(names.error());
    }
    gone.insert(names->begin(), names->end());
  }
  if (const auto error = (*store)->commit()) return cannot_run(*error);
  std::string out;
  for (const std::string& name : gone) out += "removed " + name + "\n";
  return print_result(out + fmt::format("{} documents removed\n", gone.size()));
}

int documents(const Options& o) {
  const bool chosen = !o.labels.empty() || !o.choice.name.empty() || o.choice.undated || o.choice.copies ||
                      !o.question.agencies.empty() || !o.question.since.empty() || !o.question.until.empty();
  if (o.remove && !chosen)
    return cannot_run(
        {ErrorKind::usage, "", "--remove takes out what is listed: say which, by numbers (d12) or by a condition"});
  DocumentChoice choice = o.choice;
  auto numbers = numbers_of(o.labels);
  if (!numbers) return cannot_run(numbers.error());
  choice.documents = std::move(*numbers);
  std::vector<DocumentRow> listed;
  {
    auto store = open_store(o.store);
    if (!store) return cannot_run(store.error());
    auto conditions = o.question.conditions();
    if (!conditions) return no_answer(conditions.error());
    if (o.remove) conditions->limit = INT_MAX;
    const auto found = store->query.documents(choice, *conditions);
    if (!found) return no_answer(found.error());
    for (const std::int64_t number : choice.documents) {
      const auto has = [&](const DocumentRow& d) { return d.id == number; };
      if (!found->more && std::none_of(found->documents.begin(), found->documents.end(), has) && o.question.offset == 0)
        return no_answer({ErrorKind::input, "", fmt::format("there is no d{} among them", number)});
    }
    listed = found->documents;
    if (!o.remove) {
      std::vector<Row> rows;
      std::vector<std::vector<std::string>> cells;
      for (const DocumentRow& d : listed) {
        rows.push_back(row_of(d));
        cells.push_back({fmt::format("d{}", d.id), d.published, d.agency, d.title.empty() ? d.uri : d.title,
                         std::to_string(d.characters), d.copy_of == 0 ? "" : fmt::format("d{}", d.copy_of)});
      }
      if (o.store.format != "table") return print_result(rows_in_format(o.store.format, rows, row_of({})));
      if (cells.empty()) return print_result("no document is so\n");
      std::string out = text_table(
          {{"ID"}, {"PUBLISHED"}, {"AGENCY", true}, {"TITLE", true}, {"CHARACTERS", false, true}, {"COPY OF"}}, cells,
          {}, table_width(stdout), wants_colour(stdout));
      out += fmt::format("{} in all{}\n", found->all, o.question.how_to_go_on(found->more));
      return print_result(out);
    }
  }
  return remove_documents(o.store, listed);
}

int stats(const Options& o) {
  auto store = open_store(o.store);
  if (!store) return cannot_run(store.error());
  const auto found = store->query.statistics();
  if (!found) return no_answer(found.error());
  std::vector<Row> rows;
  std::vector<std::vector<std::string>> cells;
  constexpr std::size_t kMost = 24;  // of one kind, in a table
  std::size_t of_kind = 0;
  std::int64_t left = 0;
  const auto close = [&] {
    if (left > 0) cells.push_back({"", "others", std::to_string(left)});
    of_kind = 0;
    left = 0;
  };
  for (const Statistic& s : *found) {
    const bool first = rows.empty() || std::get<std::string>(rows.back()[0].second) != s.what;
    if (first) close();
    rows.push_back({{"what", s.what}, {"value", s.value}, {"number", s.number}});
    if (++of_kind > kMost) {
      left += s.number;
    } else {
      cells.push_back({first ? s.what : "", s.value, std::to_string(s.number)});
    }
  }
  close();
  if (o.store.format != "table") return print_result(rows_in_format(o.store.format, rows, rows.front()));
  return print_result(text_table({{"WHAT"}, {"VALUE", true}, {"NUMBER", false, true}}, cells, {}, table_width(stdout),
                                 wants_colour(stdout)));
}

Command documents_command() {
  auto o = std::make_shared<Options>();
  Command command;
  command.name = "documents";
  command.summary = "List the documents of a store, or remove some";
  command.description =
      "The newest first, those without a day last. --remove takes out all that the conditions leave, with everything "
      "that was made of them and the near copies of each, in one piece; what is added again comes back.\n\n"
      "Exit codes: 0 listed or removed, 1 no such document or agency, 2 wrong usage or no store.";
  command.flags = {
      {"ID", "", "Only these, as d12", &o->labels},
      o->store.store_flag(),
      {"--name", "WORDS", "Only those whose name or title holds these letters, as they are written", &o->choice.name},
      {"--agency", "NAME", "The publisher; given several times, any of them", &o->question.agencies},
      {"--since", "DATE", "Published from a day on, as 2016-12-03, 2016-12 or 2016", &o->question.since},
      {"--until", "DATE", "Published up to a day", &o->question.until},
      {"--undated", "", "Only those whose day of publication is not known", &o->choice.undated},
      {"--copies", "", "Only near copies of others", &o->choice.copies},
      {"--remove", "", "Take them out of the store", &o->remove},
      {"--limit", "N", "At most so many rows", &o->question.limit},
      {"--offset", "N", "Pass over so many rows", &o->question.offset},
      o->store.format_flag({"table", "json", "jsonl", "csv"}),
      o->store.lexicon_flag()};
  command.run = [o] { return documents(*o); };
  return command;
}

Command stats_command() {
  auto o = std::make_shared<Options>();
  Command command;
  command.name = "stats";
  command.summary = "Show what a store is made of";
  command.description =
      "Documents by day of publication and how it is known, month, agency, language and size, the facts of each list, "
      "what `dragoman add` set aside, and what read them. In a table the 24 greatest of each kind and the latest 24 "
      "months, in the other "
      "formats "
      "all.\n\n"
      "Exit codes: 0 shown, 2 wrong usage or no store.";
  command.flags = {o->store.store_flag(), o->store.format_flag({"table", "json", "jsonl", "csv"}),
                   o->store.lexicon_flag()};
  command.run = [o] { return stats(*o); };
  return command;
}

}  // namespace

std::vector<Command> documents_commands() {
  std::vector<Command> out;
  out.push_back(documents_command());
  out.push_back(stats_command());
  return out;
}

}  // namespace dragoman
