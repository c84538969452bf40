// A page of HTML as a conforming parser sees it, flattened for the rules that look for the report in it.
//
//   <body><nav><a href=/>Home</a></nav><article class="story"><p>The envoys met.</p></article></body>
//
// has the elements body, nav, a, article, p in order of their start tags, each with its parent and the blocks it
// covers, and the blocks "Home" (all of it link) and "The envoys met.".
#pragma once

#include "dragoman/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dragoman {

/// Largest page that is parsed, in bytes.
inline constexpr std::size_t kMaxPageBytes = std::size_t{8} << 20U;

/// "h1" to "h6".
bool is_heading(std::string_view tag);

struct HtmlElement {
  std::string_view tag;  // lower case; empty for an unknown one
  std::int32_t parent = -1;
  std::uint32_t first_block = 0, end_block = 0;  // blocks within
  std::vector<std::pair<std::string_view, std::string_view>> attributes;

  std::string_view operator[](std::string_view attribute) const;  // empty where there is none
};

/// A run of text without a break: a paragraph, a heading, an item of a list.
struct HtmlBlock {
  std::string text;                        // white space collapsed; a line break of the page is a blank
  std::uint32_t link_bytes = 0;            // of the text, within links
  std::int32_t element = -1;               // innermost block-level element
  std::vector<std::uint32_t> breaks = {};  // bytes of the text that are the blank of a line break
};

class HtmlPage {
 public:
  /// Parses UTF-8. Errors (kind input): longer than kMaxPageBytes, elements nested thousands deep, or tags that would
  /// grow into more memory than any real page takes.
  static Result<HtmlPage> parse(std::string_view html);

  std::vector<HtmlElement> elements;  // in order of their start tags
  std::vector<HtmlBlock> blocks;      // in order of the page
  std::string title;                  // of <title>
  std::string saved_from;             // the address that a browser notes where it saves a page
  std::vector<std::string> json_ld;   // scripts of type application/ld+json

  HtmlPage(HtmlPage&&) noexcept;
  HtmlPage& operator=(HtmlPage&&) noexcept;
  ~HtmlPage();

 private:
  struct Arena;
  HtmlPage();
  std::unique_ptr<Arena> arena_;  // what the views look into
};

/// The text of a piece of HTML, its blocks parted by blank lines; nothing when it cannot be parsed.
std::optional<std::string> text_of_fragment(std::string_view html);

}  // namespace dragoman
