#include "articles/fragment.h"

#include "articles/html_page.h"
#include "articles/lines.h"
#include "text/ascii.h"

namespace dragoman {

namespace {

/// True for what is shown to nobody: "display: none", as the first line of newsletters for lists of mails.
bool is_hidden(const HtmlElement& element) {
  std::string style;
  for (const char c : element["style"]) {
    if (c != ' ') style.push_back(ascii_lower(c));
  }
  return style.find("display:none") != std::string::npos;
}

bool is_aside(const HtmlPage& page, std::int32_t element) {
  for (; element >= 0; element = page.elements[static_cast<std::size_t>(element)].parent) {
    const HtmlElement& e = page.elements[static_cast<std::size_t>(element)];
    if (e.tag == "figcaption" || e.tag == "nav" || e.tag == "aside" || e.tag == "footer" || is_hidden(e)) return true;
  }
  return false;
}

}  // namespace

std::optional<std::string> report_in_fragment(std::string_view html, const PageWords& words, bool lines) {
  const auto page = HtmlPage::parse(html);
  if (!page) return std::nullopt;
  std::string text;
  for (const HtmlBlock& block : page->blocks) {
    if (is_aside(*page, block.element) || words.is_no_report(block.text)) continue;
    std::string paragraph = block.text;
    if (lines) {
      for (const std::uint32_t at : block.breaks) paragraph[at] = '\n';
    }
    add_paragraph(text, paragraph);
  }
  return text;
}

}  // namespace dragoman
