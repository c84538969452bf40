#include "articles/export_reader.h"

#include "articles/charset.h"
#include "articles/reader.h"
#include "text/ascii.h"
#include "text/limits.h"

namespace dragoman {

namespace {

constexpr std::size_t kMaxExportBytes = std::size_t{256} << 20U;

std::vector<ExportStory> stories_of(std::string_view text, InputFormat layout, const FieldWords& words) {
  switch (layout) {
    case InputFormat::factiva:
      return factiva_stories(text, words);
    case InputFormat::proquest:
      return labelled_stories(text, "proquest", words);
    case InputFormat::ebsco:
      return labelled_stories(text, "ebsco", words);
    case InputFormat::gale:
      return labelled_stories(text, "gale", words);
    case InputFormat::newsbank:
      return labelled_stories(text, "newsbank", words);
    case InputFormat::monitoring:
      return monitored_stories(text, words);
    default:
      return nexis_stories(text, words);
  }
}

std::string note_of(const std::vector<std::string>& unknown) {
  std::string labels;
  for (const std::string& label : unknown) labels += (labels.empty() ? "" : ", ") + in_quotes(label);
  return "has fields that are not known and are left out of the text: " + labels;
}

class Export : public DocumentList {
 public:
  Export(ReaderInput input, InputFormat layout) : DocumentList(std::move(input)), layout_(layout) {}

 private:
  void read(std::vector<Result<Document>>& documents) override {
    const auto bytes = read_all(input_.bytes, kMaxExportBytes, input_.name);
    if (!bytes) return documents.push_back(bytes.error());
    documents = documents_of_export(to_utf8(*bytes), layout_, input_.name, input_.words.fields);
    if (documents.empty()) documents.push_back(input_error(input_.name, "holds no story in the layout of its export"));
  }

  InputFormat layout_;
};

}  // namespace

std::vector<Result<Document>> documents_of_export(std::string_view text, InputFormat layout, const std::string& name,
                                                  const FieldWords& words) {
  std::vector<Result<Document>> documents;
  std::size_t number = 0;
  for (ExportStory& story : stories_of(text, layout, words)) {
    strip_monitoring_marks(story.text);
    const std::string uri = name + "#" + std::to_string(++number);
    if (auto why = why_no_text(story.text)) {
      documents.push_back(input_error(uri, "the text " + *why));
      continue;
    }
    if (story.text.size() > kMaxDocumentBytes) {
      documents.push_back(document_too_long(uri));
      continue;
    }
    Document document;
    document.uri = uri;
    document.text = std::move(story.text);
    document.title = std::move(story.title);
    document.agency = std::move(story.agency);
    document.byline = std::move(story.byline);
    document.link = std::move(story.link);
    if (ascii_lower(story.language).starts_with("english")) document.language = "en";
    document.published = std::move(story.published);
    if (!story.unknown.empty()) document.notes.push_back(note_of(story.unknown));
    documents.push_back(std::move(document));
  }
  return documents;
}

std::unique_ptr<DocumentReader> read_export(ReaderInput input, InputFormat layout) {
  return std::make_unique<Export>(std::move(input), layout);
}

}  // namespace dragoman
