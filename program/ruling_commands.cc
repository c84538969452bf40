#include "program/ruling_commands.h"

#include "program/question_flags.h"
#include "program/upgrade_notice.h"
#include "store/database.h"
#include "store/rulings.h"

#include <fstream>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace dragoman {

namespace {

struct Options {
  StoreFlags store;
  std::vector<std::string> names;
  bool undo = false;
  std::string read;
};

/// Changes the store in one piece; what `change` gives is printed.
int change_store(const Options& o, const std::function<Result<std::string>(Database&)>& change) {
  const auto path = store_path(o.store);
  if (!path) return cannot_run(path.error());
  auto store = Store::open(*path, Store::Mode::write);
  if (!store) return cannot_run(store.error());
  if (const auto error = (*store)->begin()) return cannot_run(*error);
  auto said = change((*store)->database());
  if (const auto& broken = (*store)->database().error()) said = *broken;  // whatever it was taken for
  if (!said) {
    (*store)->roll_back();
    return no_answer(said.error());
  }
  if (const auto error = (*store)->commit()) return cannot_run(*error);
  return print_result(*said);
}

int rule(const Options& o, bool same) {
  const std::string_view verdict = same ? "same" : "apart";
  if (o.names.size() != 2)
    return cannot_run({ErrorKind::usage, "",
                       fmt::format("{} takes two names, found {}: dragoman {} \"Oleg Ivanov\" \"Oleg P. Ivanov\"",
                                   verdict, o.names.size(), verdict)});
  return change_store(o, [&](Database& db) -> Result<std::string> {
    const auto a = key_called(db, o.names[0]), b = key_called(db, o.names[1]);
    for (const auto* key : {&a, &b}) {
      if (!*key) return key->error();
    }
    const Ruling ruling{same, *a, *b};
    if (o.undo) {
      if (!remove_ruling(db, ruling))
        return Error{ErrorKind::input, "",
                     fmt::format("nobody said that \"{}\" and \"{}\" are {}; `dragoman rulings` lists what was said",
                                 o.names[0], o.names[1], same ? "the same" : "apart")};
    } else if (const auto wrong = add_rulings(db, {ruling})) {
      return wrong->error;
    }
    follow_rulings(db, {ruling});
    return fmt::format("{}: \"{}\" and \"{}\"{}\n", verdict, *a, *b, o.undo ? ", taken back" : "");
  });
}

int read_rulings(const Options& o) {
  std::ifstream file(o.read);
  if (!file)
    return cannot_run(
        {ErrorKind::setup, o.read, "cannot be read; expected a file that `dragoman rulings` has printed"});
  return change_store(o, [&](Database& db) -> Result<std::string> {
    std::vector<Ruling> added;
    std::vector<int> lines;  // on which they stand
    const auto wrong = [&](int number, const Error& error) {
      return Error{ErrorKind::usage, fmt::format("{}:{}", o.read, number), error.message};
    };
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
      if (line.empty()) continue;
      const auto ruling = ruling_of_line(line);
      if (!ruling) return wrong(number, ruling.error());
      added.push_back(*ruling);
      lines.push_back(number);
    }
    if (const auto refused = add_rulings(db, added)) return wrong(lines[refused->at], refused->error);
    follow_rulings(db, added);
    return fmt::format("{} rulings read\n", added.size());
  });
}

int list_rulings(const Options& o) {
  const auto path = store_path(o.store);
  if (!path) return cannot_run(path.error());
  Progress progress;
  auto store = Store::open(*path, Store::Mode::read, upgrade_progress(progress));
  if (!store) return cannot_run(store.error());
  tell_upgrade(progress, **store, *path);
  Database& db = (*store)->database();
  std::string out;
  for (const Ruling& ruling : rulings(db)) out += to_line(ruling);
  if (db.error()) return cannot_run(*db.error());
  return print_result(out);
}

constexpr const char* kNames =
    "A name is a person's or body's in full, as `dragoman who` lists it; where several have it, with the country's "
    "code behind: \"Ivanov, RUS\".";
constexpr const char* kCodes =
    "\n\nExit codes: 0 done, 1 nobody or several have the name, or nothing to take back, 2 wrong usage, a "
    "contradiction to what was said before, or no store.";

Command ruling_command(bool same) {
  auto o = std::make_shared<Options>();
  Command command;
  command.name = same ? "same" : "apart";
  command.summary = same ? "Say that two names are one person or body" : "Say that two names are not one";
  command.description = fmt::format(
      "{} The store keeps what was said: all questions follow it at once, and so does what is added or read again "
      "later. `dragoman who` gives it as the reason, --undo takes it back, `dragoman rulings` lists "
      "everything that was said. {}{}",
      same ? "Joins two names, with all that are one with either, whatever the rules of likeness say."
           : "Parts two names that are taken for one, or keeps them from being it.",
      kNames, kCodes);
  command.flags = {
      {"NAME", "", "The two names", &o->names}, {"--undo", "", "Take it back", &o->undo}, o->store.store_flag()};
  command.run = [o, same] { return rule(*o, same); };
  return command;
}

Command rulings_command() {
  auto o = std::make_shared<Options>();
  Command command;
  command.name = "rulings";
  command.summary = "List what was said by `same` and `apart`, or take it over from another store";
  command.description =
      "A line each: same or apart and the keys of the two, parted by tabs. Keys are equal in all stores, so that what "
      "is printed here can be read into another with --read, before or after its reports are added; it replaces what "
      "was said there of the same two.\n\n"
      "Exit codes: 0 listed or read, 2 wrong usage, a file with a line that is none or contradicts others (nothing is "
      "read then), or no store.";
  command.flags = {{"--read", "FILE", "Take over what another store has printed", &o->read}, o->store.store_flag()};
  command.run = [o] { return o->read.empty() ? list_rulings(*o) : read_rulings(*o); };
  return command;
}

}  // namespace

std::vector<Command> ruling_commands() {
  std::vector<Command> out;
  out.push_back(ruling_command(true));
  out.push_back(ruling_command(false));
  out.push_back(rulings_command());
  return out;
}

}  // namespace dragoman
