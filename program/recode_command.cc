#include "program/recode_command.h"

#include "program/batches.h"
#include "program/files.h"
#include "program/interrupt.h"
#include "program/ordered.h"
#include "program/terminal.h"
#include "program/upgrade_notice.h"
#include "reader/core.h"
#include "store/store.h"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

namespace dragoman {

namespace {

struct RecodeOptions {
  std::string store;
  FileChoice files;
  bool tables = false;
  int jobs = 0;
};

/// One document of the store and what is to be done with it.
struct Item {
  enum class Kind : std::uint8_t { sound, derive, read, failed };
  Kind kind = Kind::sound;
  Store::Stored stored;
  std::string message;  // of what failed
  std::optional<Reading> reading = {};
};

/// `generator` is what reads now; empty with --tables.
Item look_at(Store& store, Store::Stored stored, const std::string& generator) {
  Item item;
  const bool tables = generator.empty();
  const bool copy = stored.copy_of != 0;
  if (!stored.text_is_sound) {
    item.kind = Item::Kind::failed;
    item.message = stored.document.uri + ": its text is damaged; add it again from its source";
  } else if (copy || (stored.has_record && (tables || stored.generator == generator))) {
    item.kind = stored.rows_are_sound && (copy || !tables) ? Item::Kind::sound : Item::Kind::derive;
  } else {
    item.kind = Item::Kind::read;
  }
  if (item.kind == Item::Kind::derive && !copy && !store.record(stored.id)) item.kind = Item::Kind::read;
  if (item.kind == Item::Kind::read && tables) {
    item.kind = Item::Kind::failed;
    item.message = stored.document.uri + ": has no sound record; without --tables its text is read again";
  }
  item.stored = std::move(stored);
  return item;
}

/// What reads the documents again; none with --tables.
Result<std::unique_ptr<const ReaderCore>> reader_for(const RecodeOptions& o) {
  if (o.tables) return std::unique_ptr<const ReaderCore>();
  const auto files = find_files(o.files);
  if (!files) return files.error();
  return ReaderCore::open(*files);
}

/// Reads what is to be read; called for several at a time.
Item read_item(const ReaderCore* reader, Engine::Workspace& workspace, Item item) {
  if (item.kind != Item::Kind::read) return item;
  auto reading = reader->read(item.stored.document, workspace);
  if (reading) {
    item.reading = std::move(*reading);
  } else {
    item.kind = Item::Kind::failed;
    item.message = reading.error().to_string();
  }
  return item;
}

std::optional<Error> write_item(Store& store, const ReaderCore* reader, const Item& item) {
  if (item.kind == Item::Kind::sound) return std::nullopt;
  if (item.kind == Item::Kind::failed) {
    if (item.stored.text_is_sound) return std::nullopt;
    const auto done = store.mark_damaged(item.stored.id);
    return done ? std::nullopt : std::optional(done.error());
  }
  if (item.kind == Item::Kind::derive) {
    const auto done = store.derive(item.stored);
    return done ? std::nullopt : std::optional(done.error());
  }
  const auto id = store.put(item.stored.document, item.reading->record, reader->generator());
  return id ? std::nullopt : std::optional(id.error());
}

int recode(const RecodeOptions& o) {
  const auto threads = threads_for(o.jobs);
  if (!threads) return cannot_run(threads.error());
  const auto opened = reader_for(o);
  if (!opened) return cannot_run(opened.error());
  const ReaderCore* reader = opened->get();
  Progress progress;
  auto store = Store::open(o.store, Store::Mode::write, upgrade_progress(progress));
  if (!store) return cannot_run(store.error());
  auto source = Store::open(o.store, Store::Mode::read);  // looks at the next documents while others are written
  if (!source) return cannot_run(source.error());
  progress.clear();
  const std::string generator = reader == nullptr ? "" : to_string(reader->generator());
  const auto all = static_cast<double>((*source)->count_documents());
  const Interruptible interruptible;
  std::optional<Error> broken;
  std::size_t seen = 0, read = 0, derived = 0, sound = 0, failed = 0;
  std::int64_t last = 0;
  Batches batches(**store);
  work_in_order(
      *threads,
      [&]() -> std::optional<Item> {
        if (Interruptible::asked()) return std::nullopt;
        auto next = (*source)->next(last);
        if (!next) return std::nullopt;
        last = next->id;
        return look_at(**source, std::move(*next), generator);
      },
      [&] {
        return [reader, workspace = std::make_unique<Engine::Workspace>()](Item item) {
          return read_item(reader, *workspace, std::move(item));
        };
      },
      [&](Item&& item) {
        ++seen;
        if (item.kind != Item::Kind::sound) {
          broken = batches.begin();
          // Another program may have replaced or removed the document since it was looked at.
          if (!broken && !(*store)->is_as_seen(item.stored)) item = Item{};
          if (!broken) broken = write_item(**store, reader, item);
          if (!broken) broken = batches.end();
        } else {
          broken = batches.pass();
        }
        if (!item.message.empty()) progress.complain(item.message);
        read += item.kind == Item::Kind::read;
        derived += item.kind == Item::Kind::derive;
        sound += item.kind == Item::Kind::sound;
        failed += item.kind == Item::Kind::failed;
        progress.show(seen, static_cast<double>(seen) / all);
        return !broken.has_value();
      });
  progress.clear();
  if (!broken) broken = (*source)->error();
  broken = batches.finish(broken);
  if (broken) return cannot_run(*broken);
  if (!Interruptible::asked()) {
    if (const auto repaired = (*store)->repair_common(); !repaired) return cannot_run(repaired.error());
  }
  tell("{} read again, {} made anew from their records, {} left as they were, {} that cannot be mended{}\n", read,
       derived, sound, failed, Interruptible::asked() ? "; interrupted, run the same again for the rest" : "");
  return failed == 0 && !Interruptible::asked() ? kAllDone : kSomeFailed;
}

}  // namespace

Command recode_command() {
  auto o = std::make_shared<RecodeOptions>();
  Command command;
  command.name = "recode";
  command.summary = "Read the texts of a store again, or mend it";
  command.description =
      "The texts that another version, model or lexicon has read, and those whose record is not kept or damaged, are "
      "read again from the store itself; no files are needed. Rows that are not as they were written are made anew "
      "from "
      "their records, and so are the actors and the indexes of words. What is sound is left as it is.\n\n"
      "Documents are committed in batches: what ends the program, the same command goes on where it ended.\n\n"
      "Exit codes: 0 all is up to date, 1 some documents could not be mended or the work was interrupted, 2 nothing "
      "could be stored.";
  command.flags = {
      {"--store", "FILE", "The store", &o->store, {}, true},
      {"--tables", "", "Make the rows of all documents anew from their records, without reading a text", &o->tables},
      {"-j,--jobs", "N", "Threads; 0, the default, stands for one a core", &o->jobs}};
  for (Flag& flag : file_flags(o->files)) command.flags.push_back(std::move(flag));
  command.run = [o] { return recode(*o); };
  return command;
}

}  // namespace dragoman
