#include "dragoman/store.h"

#include "dragoman/query.h"
#include "fact_table.h"
#include "reading.h"
#include "record/record_reader.h"
#include "store/admission.h"

#include <algorithm>
#include <array>
#include <climits>
#include <mutex>

#include <nanobind/stl/optional.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

namespace dragoman::python {

namespace {

void or_throw(const std::optional<Error>& error) {
  if (error) throw Failure(*error);
}

/// What is to be done with a document that comes to a store.
struct Ticket {
  Document document;
  Admission::Decision decision;
  std::string kind() const {
    return decision.kind == Admission::Decision::Kind::read   ? "read"
           : decision.kind == Admission::Decision::Kind::copy ? "copy"
                                                              : "known";
  }
};

/// A store with what asks it and what adds to it. Threads take turns.
class StoreFile {
 public:
  StoreFile(const std::string& path, const std::string& mode, const std::string& lexicon)
      : path_(path),
        store_(value_or_throw(Store::open(path, mode == "read"    ? Store::Mode::read
                                                : mode == "write" ? Store::Mode::write
                                                                  : Store::Mode::create))),
        query_(value_or_throw(StoreQuery::open(*store_, lexicon))) {}

  // ---- asking

  Table facts(const std::string& view, const Conditions& conditions, bool plain) {
    const std::lock_guard lock(mutex_);
    const View of = view_named(view);
    return fact_table(of, value_or_throw(query_.facts(of, conditions)).facts, plain);
  }
  Table documents(const DocumentChoice& choice, const Conditions& conditions) {
    const std::lock_guard lock(mutex_);
    return document_table(value_or_throw(query_.documents(choice, conditions)).documents);
  }
  Table statistics() {
    const std::lock_guard lock(mutex_);
    return statistic_table(value_or_throw(query_.statistics()));
  }
  std::int64_t count() {
    const std::lock_guard lock(mutex_);
    return store_->count_documents();
  }
  /// The record of the first document with a number above this one, near copies aside, with that number.
  std::optional<std::pair<std::int64_t, RecordItem>> record_after(std::int64_t above) {
    const std::lock_guard lock(mutex_);
    while (auto stored = store_->next(above)) {
      above = stored->id;
      if (!stored->has_record) continue;
      auto kept = value_or_throw(record_from_json(value_or_throw(store_->record_json(above))));
      return std::pair(above, RecordItem{std::make_shared<const Reading>(Reading{
                                  std::move(stored->document), std::move(kept.record), std::move(kept.generator)})});
    }
    or_throw(store_->error());
    return std::nullopt;
  }

  // ---- adding

  void begin_adding() {
    const std::lock_guard lock(mutex_);
    admission_ = value_or_throw(Admission::open(path_, "", false));
    in_batch_ = 0;
  }
  /// An Error of Reader::language where it is not in English.
  Ticket decide(Document document) {
    document.language = value_or_throw(Reader::language(document));  // before it can be a near copy of another
    const std::lock_guard lock(mutex_);
    auto decision = value_or_throw(admission_->decide(document));
    return {std::move(document), std::move(decision)};
  }
  /// The record of the ticket's document, or without one a near copy; `generator` is what reads. False for a near copy
  /// of a document that could not be read.
  bool put(const Ticket& ticket, const std::optional<RecordItem>& record, const Generator& generator) {
    const std::lock_guard lock(mutex_);
    if (in_batch_ == 0) or_throw(store_->begin());
    ++in_batch_;
    std::int64_t id = 0;
    if (record) {
      id = value_or_throw(store_->put(record->reading->document, record->reading->record, record->reading->generator));
    } else if (const std::int64_t original = admission_->original_of(ticket.decision); original != 0) {
      id = value_or_throw(store_->put_copy(ticket.document, original, generator));
    }
    admission_->stored(ticket.decision, id);
    commit_whole_batch();
    return id != 0;
  }
  /// Notes that a document cannot be read, and why; it has no ticket where that was plain before it got one.
  void set_aside(const std::optional<Ticket>& ticket, const std::string& uri, const std::string& why,
                 const std::string& message) {
    const std::lock_guard lock(mutex_);
    if (ticket) admission_->stored(ticket->decision, 0);
    if (in_batch_ == 0) or_throw(store_->begin());
    ++in_batch_;
    store_->set_aside({uri, why, message});
    commit_whole_batch();
  }
  void end_adding() {
    const std::lock_guard lock(mutex_);
    if (in_batch_ > 0) or_throw(store_->commit());
    in_batch_ = 0;
    admission_.reset();
  }
  void roll_back() {
    const std::lock_guard lock(mutex_);
    if (in_batch_ > 0) store_->roll_back();
    in_batch_ = 0;
    admission_.reset();
  }

 private:
  static View view_named(std::string_view name) {
    constexpr std::array<std::string_view, 6> kViews = {"events",    "meetings", "statements",
                                                        "positions", "agenda",   "timeline"};
    return static_cast<View>(std::find(kViews.begin(), kViews.end(), name) - kViews.begin());
  }
  void commit_whole_batch() {
    constexpr int kBatch = 256;
    if (in_batch_ < kBatch) return;
    in_batch_ = 0;
    or_throw(store_->commit());
    admission_->committed();
  }

  std::string path_;
  std::unique_ptr<Store> store_;
  StoreQuery query_;
  std::unique_ptr<Admission> admission_;
  int in_batch_ = 0;
  std::mutex mutex_;
};

void bind_conditions(nb::module_& m) {
  nb::enum_<Sort>(m, "Sort", "In what order facts stand.")
      .value("day", Sort::day)
      .value("reports", Sort::reports)
      .value("confidence", Sort::confidence)
      .value("intensity", Sort::intensity);
  nb::class_<Conditions>(m, "Conditions", "What facts must have in common; all that is given must hold.")
      .def(nb::init<>())
      .def_rw("actors", &Conditions::actors)
      .def_rw("between", &Conditions::between, nb::arg().none())
      .def_rw("countries", &Conditions::countries)
      .def_rw("types", &Conditions::types)
      .def_rw("issues", &Conditions::issues)
      .def_rw("places", &Conditions::places)
      .def_rw("statuses", &Conditions::statuses)
      .def_rw("sources", &Conditions::sources)
      .def_rw("agencies", &Conditions::agencies)
      .def_rw("since", &Conditions::since)
      .def_rw("until", &Conditions::until)
      .def_rw("limit", &Conditions::limit)
      .def_rw("min_reports", &Conditions::min_reports)
      .def_rw("min_confidence", &Conditions::min_confidence)
      .def_rw("sort", &Conditions::sort)
      .def_rw("offset", &Conditions::offset);
  m.attr("NO_LIMIT") = INT_MAX;
}

}  // namespace

void bind_store(nb::module_& m) {
  bind_conditions(m);
  const auto alone = nb::call_guard<nb::gil_scoped_release>();
  nb::class_<Ticket>(m, "Ticket", "What is to be done with a document that comes to a store.")
      .def_prop_ro("kind", &Ticket::kind, "\"read\", \"copy\" (near copy of another) or \"known\".");
  nb::class_<StoreFile>(m, "StoreFile", "A store, opened.")
      .def(nb::init<const std::string&, const std::string&, const std::string&>(), nb::arg("path"), nb::arg("mode"),
           nb::arg("lexicon"), alone)
      .def("facts", &StoreFile::facts, nb::arg("view"), nb::arg("conditions"), nb::arg("plain") = false, alone,
           "The facts of a view.")
      .def(
          "documents",
          [](StoreFile& self, bool undated, bool copies, std::string name, const Conditions& conditions) {
            return self.documents({.name = std::move(name), .undated = undated, .copies = copies}, conditions);
          },
          nb::arg("undated"), nb::arg("copies"), nb::arg("name"), nb::arg("conditions"), alone, "The documents.")
      .def("statistics", &StoreFile::statistics, alone, "Counts.")
      .def("count", &StoreFile::count, alone, "How many documents there are.")
      .def("record_after", &StoreFile::record_after, nb::arg("above"), alone, "The next record with its number.")
      .def("begin_adding", &StoreFile::begin_adding, alone, "To be called before decide.")
      .def(
          "decide",
          [](StoreFile& self, std::string text, std::string uri, std::string title, std::string agency,
             std::string language, std::string link, std::string published, std::string byline) {
            return self.decide(document_of(std::move(text), std::move(uri), std::move(title), std::move(agency),
                                           std::move(language), std::move(link), std::move(published),
                                           std::move(byline)));
          },
          nb::arg("text"), nb::arg("uri"), nb::arg("title"), nb::arg("agency"), nb::arg("language"), nb::arg("link"),
          nb::arg("published"), nb::arg("byline"), alone, "What to do with a document.")
      .def(
          "decide_on", [](StoreFile& self, const RecordItem& record) { return self.decide(record.reading->document); },
          nb::arg("record"), alone, "What to do with a document that has been read.")
      .def("put", &StoreFile::put, nb::arg("ticket"), nb::arg("record").none(), nb::arg("generator"), alone,
           "Stores a record, or without one a near copy; false where its original could not be read.")
      .def("set_aside", &StoreFile::set_aside, nb::arg("ticket").none(), nb::arg("uri"), nb::arg("why"),
           nb::arg("message"), alone, "Notes a document that cannot be read.")
      .def("end_adding", &StoreFile::end_adding, alone, "Commits what was put.")
      .def("roll_back", &StoreFile::roll_back, alone, "Takes back what is not committed.");
}

}  // namespace dragoman::python
