#include "program/add_command.h"

#include "articles/language.h"
#include "articles/near_copies.h"
#include "articles/source.h"
#include "program/articles_command.h"
#include "program/files.h"
#include "program/ordered.h"
#include "program/terminal.h"
#include "reader/core.h"
#include "store/store.h"
#include "text/sha256.h"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstring>
#include <memory>
#include <unordered_map>

#include <fmt/format.h>

namespace dragoman {

namespace {

std::atomic<bool> interrupted = false;

/// While it lives, Ctrl-C and a polite kill ask the work to end after what is under way.
class Interruptible {
 public:
  Interruptible() {
    for (std::size_t i = 0; i < kSignals.size(); ++i)
      before_[i] = std::signal(kSignals[i], [](int) { interrupted = true; });
  }
  ~Interruptible() {
    for (std::size_t i = 0; i < kSignals.size(); ++i) std::signal(kSignals[i], before_[i]);
  }
  Interruptible(const Interruptible&) = delete;
  Interruptible& operator=(const Interruptible&) = delete;

 private:
  static constexpr std::array kSignals = {SIGINT, SIGTERM};
  std::array<void (*)(int), 2> before_{};
};

struct AddOptions {
  std::vector<std::string> paths;
  std::string store;
  InputFlags input;
  FileChoice files;
  bool recode = false;
  int jobs = 0;
};

/// One document on its way into the store.
struct Item {
  enum class Kind : std::uint8_t { read, copy, known, aside, failed };
  Kind kind = Kind::read;
  Document document;
  std::string message;          // of what is set aside or failed
  std::size_t original = 0;     // of a copy: index in Corpus::ids
  std::size_t number = 0;       // of what is read: its own index there
  NearCopies::Sketch sketch{};  // of what is read
  std::optional<Reading> reading;
};

/// The documents of the store as the one that hands out new ones must know them.
class Corpus {
 public:
  Corpus(Store& store, std::string generator, bool recode) : generator_(std::move(generator)), recode_(recode) {
    auto all = store.database().prepare("SELECT id, uri, sha, generator, copy_of FROM documents ORDER BY id");
    while (all.step()) {
      known_.emplace(all.text(1),
                     Store::Known{all.integer(0), std::string(all.text(2)), std::string(all.text(3)), !all.is_null(4)});
    }
    store.each_sketch([&](std::int64_t id, std::string_view uri, std::string_view bytes) {
      NearCopies::Sketch sketch{};
      if (bytes.size() == sizeof sketch) std::memcpy(sketch.data(), bytes.data(), sizeof sketch);
      copies_.add(sketch);
      ids.push_back(id);
      uris_.emplace_back(uri);
    });
  }

  /// Decides what is to be done with a document; called for one after the other.
  Item admit(Document document) {
    Item item;
    if (const Language language = language_of(document.text); !language.code.empty()) {
      document.language = language.code;
      if (language.code != "en") {
        item.kind = Item::Kind::aside;
        item.message = document.uri + ": is in " + language.name + " and set aside; only English is read";
        return item;
      }
    }
    const std::string sha = sha256_id(document.text);
    const auto known = known_.find(document.uri);
    if (known != known_.end() && known->second.sha == sha &&
        (!recode_ || known->second.copy || known->second.generator == generator_)) {
      item.kind = Item::Kind::known;
      return item;
    }
    // An original stays one: others may be copies of it.
    const bool is_original = known != known_.end() && !known->second.copy;
    const auto sketch = NearCopies::sketch(document.text);
    const auto match = sketch && !is_original ? copies_.find(*sketch) : std::nullopt;
    if (match && uris_[match->text] != document.uri) {
      item.kind = Item::Kind::copy;
      item.original = match->text;
    } else {
      item.sketch = sketch.value_or(NearCopies::Sketch{});
      item.number = ids.size();
      copies_.add(item.sketch);
      ids.push_back(0);
      uris_.push_back(document.uri);
    }
    known_[document.uri] = {0, sha, generator_, item.kind == Item::Kind::copy};
    item.document = std::move(document);
    return item;
  }

  std::vector<std::int64_t> ids;  // of the texts in `copies_`, 0 until stored

 private:
  std::string generator_;
  bool recode_;
  std::unordered_map<std::string, Store::Known> known_;
  NearCopies copies_;
  std::vector<std::string> uris_;
};

int add_documents(AddOptions o) {
  auto input = o.input.options();
  if (!input) return cannot_run(input.error());
  if (o.paths.empty()) return cannot_run({ErrorKind::usage, "", "name files, folders or archives to add"});
  if (o.jobs < 0) {
    return cannot_run(
        {ErrorKind::usage, "", "--jobs is " + std::to_string(o.jobs) + ", expected a number of threads, or 0 for all"});
  }
  if (o.jobs == 0) o.jobs = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  const auto files = find_files(o.files);
  if (!files) return cannot_run(files.error());
  const auto reader = ReaderCore::open(*files);
  if (!reader) return cannot_run(reader.error());
  auto store = Store::open(o.store, Store::Mode::create);
  if (!store) return cannot_run(store.error());
  const Generator& generator = (*reader)->generator();
  Corpus corpus(**store, to_string(generator), o.recode);
  if ((*store)->database().error()) return cannot_run(*(*store)->database().error());
  DocumentSource source(o.paths, std::move(*input), (*reader)->pages());
  const Interruptible interruptible;
  Progress progress;
  std::mutex ids_mutex;  // corpus.ids grows while earlier documents are stored
  std::size_t seen = 0, added = 0, copies = 0, known = 0, aside = 0, failed = 0, in_batch = 0;
  std::optional<Error> broken;
  const auto complain = [&](const std::string& message) {
    progress.clear();
    fmt::print(stderr, "dragoman: {}\n", message);
  };
  const auto store_it = [&](const Item& item) {
    constexpr std::size_t kBatch = 256;
    if (in_batch == 0 && (broken = (*store)->begin())) return;
    if (item.kind == Item::Kind::copy) {
      std::int64_t original = 0;
      {
        const std::lock_guard lock(ids_mutex);
        original = corpus.ids[item.original];
      }
      (*store)->put_copy(item.document, original, generator);
    } else {
      const std::string_view sketch(reinterpret_cast<const char*>(item.sketch.data()), sizeof item.sketch);
      const std::int64_t id = (*store)->put(item.document, item.reading->record, generator, sketch);
      const std::lock_guard lock(ids_mutex);
      corpus.ids[item.number] = id;
    }
    broken = (*store)->database().error();
    if (!broken && ++in_batch == kBatch) {
      broken = (*store)->commit();
      in_batch = 0;
    }
  };
  work_in_order(
      o.jobs,
      [&]() -> std::optional<Item> {
        if (interrupted) return std::nullopt;
        auto document = source.next();
        if (!document) return std::nullopt;
        if (!*document) {
          Item item;
          item.kind = Item::Kind::failed;
          item.message = document->error().to_string();
          return item;
        }
        const std::lock_guard lock(ids_mutex);
        return corpus.admit(std::move(**document));
      },
      [&] {
        return [&reader, workspace = std::make_unique<Engine::Workspace>()](Item item) {
          if (item.kind != Item::Kind::read) return item;
          auto reading = (*reader)->read(item.document, *workspace);
          if (reading) {
            item.reading = std::move(*reading);
          } else {
            item.kind = Item::Kind::failed;
            item.message = reading.error().to_string();
          }
          return item;
        };
      },
      [&](Item&& item) {
        ++seen;
        if (!item.message.empty()) complain(item.message);
        known += item.kind == Item::Kind::known;
        aside += item.kind == Item::Kind::aside;
        failed += item.kind == Item::Kind::failed;
        if (item.kind == Item::Kind::read || item.kind == Item::Kind::copy) {
          store_it(item);
          added += item.kind == Item::Kind::read;
          copies += item.kind == Item::Kind::copy;
        }
        progress.show(seen, source.fraction_read());
        return !broken.has_value();
      });
  progress.clear();
  if (!broken && in_batch > 0) broken = (*store)->commit();
  if (broken) {
    (*store)->roll_back();
    return cannot_run(*broken);
  }
  fmt::print(stderr, "{} added, {} near copies, {} known already, {} not in English, {} that cannot be read{}\n", added,
             copies, known, aside, failed, interrupted ? "; interrupted, run the same again for the rest" : "");
  return failed == 0 && !interrupted ? kAllDone : kSomeFailed;
}

int check_store(const std::string& path) {
  auto store = Store::open(path, Store::Mode::read);
  if (!store) return cannot_run(store.error());
  const std::vector<std::string> defects = (*store)->defects();
  std::string text;
  for (const std::string& defect : defects) text += defect + "\n";
  std::int64_t documents = 0;
  (*store)->database().prepare("SELECT count(*) FROM documents").first([&](const Query& row) {
    documents = row.integer(0);
  });
  text += fmt::format("{} documents, {} defects\n", documents, defects.size());
  if (const int code = print_result(text); code != kAllDone) return code;
  return defects.empty() ? kAllDone : kSomeFailed;
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
      "The file itself, that every offset lies in its text and quotes what is stored, that every reference resolves, "
      "and that near copies have no facts. Exit codes: 0 no defect, 1 defects, each in a line, 2 no store.";
  command.flags = {{"--store", "FILE", "The store", store.get(), {}, true}};
  command.run = [store] { return check_store(*store); };
  return command;
}

}  // namespace dragoman
