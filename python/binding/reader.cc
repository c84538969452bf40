#include "reading.h"
#include "record/record_reader.h"
#include "text/sha256.h"

#include <mutex>

#include <nanobind/stl/string.h>

namespace dragoman::python {

namespace {

/// A Reader with the workspaces of the threads that read with it.
class SharedReader {
 public:
  explicit SharedReader(const ReaderFiles& files) : reader_(value_or_throw(Reader::open(files))) {}

  RecordItem read(Document document) {
    Reader::Workspace workspace = take();
    auto record = reader_.read(document, workspace);
    give_back(std::move(workspace));
    if (!record) throw Failure(record.error());
    return {std::make_shared<const Reading>(Reading{std::move(document), *std::move(record), reader_.generator()})};
  }

  const Generator& generator() const { return reader_.generator(); }

 private:
  Reader::Workspace take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return {};
    Reader::Workspace last = std::move(free_.back());
    free_.pop_back();
    return last;
  }
  void give_back(Reader::Workspace&& workspace) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(workspace));
  }

  Reader reader_;
  std::mutex mutex_;
  std::vector<Reader::Workspace> free_;
};

}  // namespace

void bind_reader(nb::module_& m) {
  nb::class_<SharedReader>(m, "SharedReader", "Model and lexicon, opened once, for any number of threads.")
      .def(
          "__init__",
          [](SharedReader* self, const std::string& model, const std::string& lexicon, const std::string& gazetteer,
             const std::string& actors, const std::string& agents, const std::string& verbs, bool keep_doubtful,
             bool explain) {
            new (self) SharedReader({model, lexicon, gazetteer, actors, agents, verbs, keep_doubtful, explain});
          },
          nb::arg("model"), nb::arg("lexicon"), nb::arg("gazetteer"), nb::arg("actors"), nb::arg("agents"),
          nb::arg("verbs"), nb::arg("keep_doubtful"), nb::arg("explain"), nb::call_guard<nb::gil_scoped_release>())
      .def(
          "read",
          [](SharedReader& self, std::string text, std::string uri, std::string title, std::string agency,
             std::string language, std::string link, std::string published, std::string byline) {
            return self.read(document_of(std::move(text), std::move(uri), std::move(title), std::move(agency),
                                         std::move(language), std::move(link), std::move(published),
                                         std::move(byline)));
          },
          nb::arg("text"), nb::arg("uri"), nb::arg("title"), nb::arg("agency"), nb::arg("language"), nb::arg("link"),
          nb::arg("published"), nb::arg("byline"), nb::call_guard<nb::gil_scoped_release>(),
          "Reads one document; other threads go on meanwhile.")
      .def_prop_ro("generator", &SharedReader::generator, "What reads.");
  m.def(
      "record_from_json",
      [](std::string text, std::string uri, std::string title, std::string agency, std::string language,
         std::string link, std::string published, std::string byline, const std::string& json) {
        Document document = document_of(std::move(text), std::move(uri), std::move(title), std::move(agency),
                                        std::move(language), std::move(link), std::move(published), std::move(byline));
        auto kept = value_or_throw(record_from_json(json));
        if (kept.record.document.id != sha256_id(document.text))
          throw Failure({ErrorKind::input, document.uri, "the record is of another text"});
        return RecordItem{std::make_shared<const Reading>(
            Reading{std::move(document), std::move(kept.record), std::move(kept.generator)})};
      },
      nb::arg("text"), nb::arg("uri"), nb::arg("title"), nb::arg("agency"), nb::arg("language"), nb::arg("link"),
      nb::arg("published"), nb::arg("byline"), nb::arg("json"), nb::call_guard<nb::gil_scoped_release>(),
      "The record that to_json gave of a document.");
}

}  // namespace dragoman::python
