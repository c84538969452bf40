// PDF with a text layer: words with their places, from poppler, put together to lines, columns and paragraphs.
#include "articles/lines.h"
#include "articles/pdf_lines.h"
#include "articles/reader.h"
#include "text/lazy_library.h"
#include "text/limits.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

namespace dragoman {

extern const LazyLibrary kPopplerLibrary;

namespace {

constexpr std::size_t kMaxPdfBytes = std::size_t{256} << 20U;
constexpr int kMostPages = 3000;

/// The words of a page in the order in which they are read, as lines.
std::vector<PdfLine> lines_of_page(const poppler::page& page, int number) {
  std::vector<PdfLine> lines;
  const double height = page.page_rect().height();
  for (const poppler::text_box& box : page.text_list()) {
    const poppler::rectf place = box.bbox();
    const auto bytes = box.text().to_utf8();
    const std::string word(bytes.begin(), bytes.end());
    if (trimmed(word).empty()) continue;
    PdfLine* last = lines.empty() ? nullptr : &lines.back();
    const double middle = (place.top() + place.bottom()) / 2;
    const bool same = last != nullptr && middle > last->top && middle < last->bottom &&
                      place.left() >= last->right - 1 && place.left() - last->right < 3 * (last->bottom - last->top);
    if (!same) {
      lines.push_back({word, place.left(), place.right(), place.top(), place.bottom(), height, number});
      continue;
    }
    last->text += " " + word;
    last->right = place.right();
    last->top = std::min(last->top, place.top());
    last->bottom = std::max(last->bottom, place.bottom());
  }
  return lines;
}

class Pdf : public DocumentList {
  using DocumentList::DocumentList;
  void read(std::vector<Result<Document>>& documents) override {
    const auto bytes = read_all(input_.bytes, kMaxPdfBytes, input_.name);
    if (!bytes) return documents.push_back(bytes.error());
    if (const auto loaded = load(kPopplerLibrary); !loaded) return documents.push_back(loaded.error());
    const auto fail = [&](const std::string& why) { documents.push_back(input_error(input_.name, why)); };
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    const std::unique_ptr<poppler::document> file(
        poppler::document::load_from_raw_data(bytes->data(), static_cast<int>(bytes->size())));
    if (!file) return fail("is a damaged PDF; nothing in it can be read");
    if (file->is_locked()) return fail("is a PDF that a password locks; save it without one first");
    const int pages = file->pages();
    if (pages > kMostPages)
      return fail("is a PDF of " + std::to_string(pages) + " pages; split it into one document a report");
    std::vector<PdfLine> lines;
    std::size_t size = 0;
    for (int i = 0; i < pages; ++i) {
      const std::unique_ptr<poppler::page> page(file->create_page(i));
      if (!page) continue;
      for (PdfLine& line : lines_of_page(*page, i)) {
        size += line.text.size();
        lines.push_back(std::move(line));
      }
      if (size > kMaxDocumentBytes) return documents.push_back(document_too_long(input_.name));
    }
    constexpr std::size_t kFewestBytes = 20;  // a page, of what a scanner's program may have written on it
    if (size < kFewestBytes * static_cast<std::size_t>(std::max(1, pages))) {
      return fail(
          "is a scanned PDF: pictures of pages without a text layer; put it through a program that reads pictures "
          "(OCR) first");
    }
    documents = documents_of_text(input_, text_of_lines(std::move(lines)), {});
  }
};

}  // namespace

std::unique_ptr<DocumentReader> read_pdf(ReaderInput input) {
  return std::make_unique<Pdf>(std::move(input));
}

}  // namespace dragoman
