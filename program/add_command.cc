#include "program/add_command.h"

#include "articles/source.h"
#include "program/adding.h"
#include "program/articles_command.h"
#include "program/files.h"
#include "program/interrupt.h"
#include "program/ordered.h"
#include "program/terminal.h"
#include "program/upgrade_notice.h"
#include "reader/core.h"
#include "store/admission.h"
#include "store/store.h"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

namespace dragoman {

namespace {

struct AddOptions {
  std::vector<std::string> paths;
  std::string store;
  InputFlags input;
  FileChoice files;
  bool recode = false;
  int jobs = 0;
};

/// Decides what is to be done with a document; called for one after the other.
Incoming admit(Admission& admission, Document document) {
  Incoming item;
  auto language = Reader::language(document);  // before it can be a near copy of another
  if (!language) {
    item.kind = Incoming::Kind::aside;
    item.name = document.uri;
    item.message = language.error().to_string();
    return item;
  }
  document.language = std::move(*language);
  const auto decision = admission.decide(document);
  if (!decision) {
    item.kind = Incoming::Kind::failed;
    item.broken = decision.error();
    return item;
  }
  using Decided = Admission::Decision::Kind;
  item.decision = *decision;
  item.kind = decision->kind == Decided::read   ? Incoming::Kind::read
              : decision->kind == Decided::copy ? Incoming::Kind::copy
                                                : Incoming::Kind::known;
  item.document = std::move(document);
  return item;
}

/// The next document of the source, as far as it can be decided before it is read.
std::optional<Incoming> next_item(DocumentSource& source, Admission& admission) {
  if (Interruptible::asked()) return std::nullopt;
  auto document = source.next();
  if (!document) return std::nullopt;
  if (*document) return admit(admission, std::move(**document));
  Incoming item;
  item.kind = document->error().kind == ErrorKind::aside ? Incoming::Kind::no_report : Incoming::Kind::failed;
  item.name = document->error().where;
  item.message = document->error().to_string();
  return item;
}

/// Reads what is to be read; called for several at a time.
Incoming read_item(const ReaderCore& reader, Engine::Workspace& workspace, Incoming item) {
  if (item.kind != Incoming::Kind::read) return item;
  auto reading = reader.read(item.document, workspace);
  if (reading) {
    item.reading = std::move(*reading);
  } else {
    item.kind = Incoming::Kind::failed;
    item.name = item.document.uri;
    item.message = reading.error().to_string();
  }
  return item;
}

int add_documents(const AddOptions& o) {
  auto input = o.input.options();
  if (!input) return cannot_run(input.error());
  if (o.paths.empty()) return cannot_run({ErrorKind::usage, "", "name files, folders or archives to add"});
  const auto threads = threads_for(o.jobs);
  if (!threads) return cannot_run(threads.error());
  const auto files = find_files(o.files);
  if (!files) return cannot_run(files.error());
  const auto reader = ReaderCore::open(*files);
  if (!reader) return cannot_run(reader.error());
  Progress progress;
  auto store = Store::open(o.store, Store::Mode::create, upgrade_progress(progress));
  if (!store) return cannot_run(store.error());
  tell_upgrade(progress, **store, o.store);
  const Generator& generator = (*reader)->generator();
  auto admission = Admission::open(o.store, to_string(generator), o.recode);
  if (!admission) return cannot_run(admission.error());
  DocumentSource source(o.paths, std::move(*input), (*reader)->pages());
  const Interruptible interruptible;
  Adding adding(**store, **admission, generator);
  const Adding::Counts& n = adding.counts();
  work_in_order(
      *threads, [&] { return next_item(source, **admission); },
      [&] {
        return [&reader, workspace = std::make_unique<Engine::Workspace>()](Incoming item) {
          return read_item(**reader, *workspace, std::move(item));
        };
      },
      [&](Incoming&& item) {
        adding.take(item);
        if (!item.message.empty()) progress.complain(item.message);
        for (const std::string& note : item.document.notes) progress.complain(item.document.uri + ": " + note);
        progress.show({n.seen, n.words, n.aside + n.no_reports + n.failed}, source.fraction_read());
        return !adding.is_broken();
      });
  progress.clear();
  if (const auto broken = adding.finish()) return cannot_run(*broken);
  tell("{} added, {} near copies, {} known already, {} not in English, {} that cannot be read{}{}\n", n.added, n.copies,
       n.known, n.aside, n.failed, by_kind(n.no_reports, source.not_read()),
       Interruptible::asked() ? "; interrupted, run the same again for the rest" : "");
  if (n.undated > 0) tell("{} of those added have no known day; {}\n", n.undated, kHowToDate);
  return n.failed == 0 && !Interruptible::asked() ? kAllDone : kSomeFailed;
}

int check_store(const std::string& path) {
  Progress progress;
  auto store = Store::open(path, Store::Mode::read, upgrade_progress(progress));
  if (!store) return cannot_run(store.error());
  tell_upgrade(progress, **store, path);
  const std::vector<std::string> defects = (*store)->defects(upgrade_progress(progress));
  progress.clear();
  std::string text;
  for (const std::string& defect : defects) text += defect + "\n";
  text += fmt::format("{} documents, {} defects\n", (*store)->count_documents(), defects.size());
  if (const int code = print_result(text); code != kAllDone) return code;
  if (defects.empty()) return kAllDone;
  fmt::print(
      stderr,
      "dragoman: `dragoman recode --store {}` makes damaged rows and indexes anew from the kept records and texts; "
      "what it cannot mend has to be added again, or restored from a copy\n",
      path);
  return kSomeFailed;
}

}  // namespace

Command add_command() {
  auto o = std::make_shared<AddOptions>();
  Command command;
  command.name = "add";
  command.summary = "Read reports into a store";
  command.description =
      "PATHs are what `dragoman articles` shows. A document that the store knows under its name is passed over while "
      "its text is the same, and read anew, in its old one's place, when it has changed; with --recode also when "
      "another version, model or lexicon read it. A near copy of a report is stored as such and counts no second "
      "time.\n\n"
      "Documents are committed in batches: what ends the program, Ctrl-C or a failing machine, the store stays whole, "
      "and the same command goes on where it ended.\n\n"
      "Exit codes: 0 all is in the store, 1 some documents could not be read or the work was interrupted, 2 nothing "
      "more could be stored.";
  command.flags = {{"PATH", "", "Files, folders and archives to add", &o->paths},
                   {"--store", "FILE", "The store; made where there is none", &o->store, {}, true},
                   {"--recode", "", "Read again what another version, model or lexicon has read", &o->recode},
                   {"-j,--jobs", "N", "Threads; 0, the default, stands for one a core", &o->jobs}};
  for (Flag& flag : o->input.flags()) command.flags.push_back(std::move(flag));
  for (Flag& flag : file_flags(o->files)) command.flags.push_back(std::move(flag));
  command.run = [o] { return add_documents(*o); };
  return command;
}

Command check_command() {
  auto store = std::make_shared<std::string>();
  Command command;
  command.name = "check";
  command.summary = "Prove that a store is whole";
  command.description =
      "The file itself, that all that is stored of a document is as it was written, by its digest, that every offset "
      "lies in its text and quotes what is stored, that every reference resolves, and that the indexes of words are "
      "those of the texts. Programs that add wait meanwhile.\n\n"
      "Exit codes: 0 no defect, 1 defects, each in a line, 2 no store.";
  command.flags = {{"--store", "FILE", "The store", store.get(), {}, true}};
  command.run = [store] { return check_store(*store); };
  return command;
}

}  // namespace dragoman
