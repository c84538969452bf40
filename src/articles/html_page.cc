#include "articles/html_page.h"

#include <algorithm>
#include <cctype>
#include <csetjmp>
#include <cstdlib>
#include <unordered_set>

#include <gumbo.h>

namespace dragoman {

namespace {

constexpr std::size_t kMaxTagDepth = 4000;
constexpr std::size_t kMaxParseBytes = std::size_t{768} << 20U;

bool is_block(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_CENTER:
      return true;
    default:
      return false;
  }
}

/// Elements whose text is no text of the page.
bool is_mute(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TITLE:
      return true;
    default:
      return false;
  }
}

/// How deep the tags of the page could nest; end tags that the standard lets authors leave out do not count.
std::size_t depth_of(std::string_view html) {
  static const std::unordered_set<std::string_view> kFlat = {
      "p",  "li",   "dt",   "dd",    "tr",  "td",  "th",     "option", "thead", "tbody", "tfoot", "br",   "img",
      "hr", "meta", "link", "input", "wbr", "col", "source", "area",   "base",  "embed", "track", "param"};
  std::size_t depth = 0, deepest = 0;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const bool closes = at + 1 < html.size() && html[at + 1] == '/';
    std::size_t end = at + 1 + static_cast<std::size_t>(closes);
    const std::size_t begin = end;
    char name[12];
    std::size_t length = 0;
    while (end < html.size() && std::isalnum(static_cast<unsigned char>(html[end])) != 0 && length < sizeof name) {
      name[length++] = static_cast<char>(std::tolower(static_cast<unsigned char>(html[end++])));
    }
    if (end == begin || kFlat.contains(std::string_view(name, length))) continue;
    if (closes) {
      depth -= depth > 0;
    } else {
      deepest = std::max(deepest, ++depth);
    }
  }
  return deepest;
}

/// <!-- saved from url=(0029)https://example.org/2019/03/a -->
std::string address_in_note(std::string_view html) {
  constexpr std::size_t kSeek = 2048;
  constexpr std::string_view kNote = "saved from url=(";
  const std::string_view head = html.substr(0, kSeek);
  const std::size_t at = head.find(kNote);
  const std::size_t begin = at == std::string_view::npos ? at : head.find(')', at);
  if (begin == std::string_view::npos) return {};
  return std::string(head.substr(begin + 1, head.find_first_of(" \n>", begin + 1) - begin - 1));
}

bool is_html_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

}  // namespace

bool is_heading(std::string_view tag) {
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

/// Memory of one parse, given back as a whole: hostile pages make trees that are too deep to be freed node by node.
struct HtmlPage::Arena {
  struct Chunk {
    std::unique_ptr<char[]> bytes;
    std::size_t used = 0, size = 0;
  };
  std::string html;
  std::vector<Chunk> chunks;
  std::size_t total = 0;
  std::jmp_buf out_of_memory;

  void* allocate(std::size_t size) {
    size = (size + 15) & ~std::size_t{15};
    if (chunks.empty() || chunks.back().used + size > chunks.back().size) {
      constexpr std::size_t kChunk = std::size_t{1} << 20U;
      const std::size_t bytes = std::max(size, kChunk);
      if (total + bytes > kMaxParseBytes) return nullptr;
      total += bytes;
      chunks.push_back({std::make_unique_for_overwrite<char[]>(bytes), 0, bytes});
    }
    void* place = chunks.back().bytes.get() + chunks.back().used;
    chunks.back().used += size;
    return place;
  }
};

namespace {

/// Turns the parser's tree into elements and blocks, without recursion: depth is the page's to choose.
class Flattener {
 public:
  explicit Flattener(HtmlPage& page) : page_(page) {}

  void run(const GumboNode* root) {
    struct Step {
      const GumboNode* node;
      bool leave;
    };
    std::vector<Step> steps = {{root, false}};
    while (!steps.empty()) {
      const Step step = steps.back();
      steps.pop_back();
      if (step.leave) {
        leave(step.node);
        continue;
      }
      switch (step.node->type) {
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_CDATA:
        case GUMBO_NODE_WHITESPACE:
          if (mute_ == 0) add(step.node->v.text.text);
          break;
        case GUMBO_NODE_ELEMENT: {
          enter(step.node);
          steps.push_back({step.node, true});
          const GumboVector& children = step.node->v.element.children;
          for (unsigned i = children.length; i-- > 0;) {
            steps.push_back({static_cast<const GumboNode*>(children.data[i]), false});
          }
          break;
        }
        default:
          break;
      }
    }
    end_block();
  }

 private:
  void enter(const GumboNode* node) {
    const GumboElement& e = node->v.element;
    if (is_block(e.tag)) end_block();
    if (e.tag == GUMBO_TAG_BR) line_break();
    HtmlElement element;
    element.tag = gumbo_normalized_tagname(e.tag);
    element.parent = open_.empty() ? -1 : open_.back();
    element.first_block = static_cast<std::uint32_t>(page_.blocks.size());
    for (unsigned i = 0; i < e.attributes.length; ++i) {
      const auto* a = static_cast<const GumboAttribute*>(e.attributes.data[i]);
      element.attributes.emplace_back(a->name, a->value);
    }
    text_of_head(e, element);
    page_.elements.push_back(std::move(element));
    open_.push_back(static_cast<std::int32_t>(page_.elements.size() - 1));
    if (is_block(e.tag)) blocks_.push_back(open_.back());
    links_ += e.tag == GUMBO_TAG_A;
    mute_ += is_mute(e.tag);
  }

  void text_of_head(const GumboElement& e, const HtmlElement& element) {
    const bool is_data = e.tag == GUMBO_TAG_SCRIPT && element["type"] == "application/ld+json";
    const bool is_title = e.tag == GUMBO_TAG_TITLE && page_.title.empty() && mute_ <= 1;
    if ((!is_data && !is_title) || e.children.length == 0) return;
    const auto* text = static_cast<const GumboNode*>(e.children.data[0]);
    if (text->type != GUMBO_NODE_TEXT && text->type != GUMBO_NODE_CDATA) return;
    if (is_data) {
      page_.json_ld.emplace_back(text->v.text.text);
    } else {
      page_.title = text->v.text.text;
    }
  }

  void leave(const GumboNode* node) {
    const GumboTag tag = node->v.element.tag;
    if (is_block(tag)) end_block();
    if (is_block(tag)) blocks_.pop_back();
    page_.elements[static_cast<std::size_t>(open_.back())].end_block = static_cast<std::uint32_t>(page_.blocks.size());
    open_.pop_back();
    links_ -= tag == GUMBO_TAG_A;
    mute_ -= is_mute(tag);
  }

  void add(std::string_view text) {
    breaks_ = std::all_of(text.begin(), text.end(), is_html_blank) ? breaks_ : 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool no_break = text.substr(i).starts_with("\xC2\xA0");
      if (is_html_blank(text[i]) || no_break) {
        blank_ = blank_ || !block_.text.empty();
        i += no_break;
        continue;
      }
      if (blank_ && line_ends_) block_.breaks.push_back(static_cast<std::uint32_t>(block_.text.size()));
      if (blank_) put(' ');
      blank_ = line_ends_ = false;
      put(text[i]);
    }
  }

  void put(char c) {
    block_.text.push_back(c);
    block_.link_bytes += links_ > 0;
  }

  // One break is a blank, two part paragraphs.
  void line_break() {
    if (++breaks_ >= 2) {
      const int seen = breaks_;
      end_block();
      breaks_ = seen;
    }
    blank_ = line_ends_ = !block_.text.empty();
  }

  void end_block() {
    if (!block_.text.empty()) {
      block_.element = blocks_.empty() ? -1 : blocks_.back();
      page_.blocks.push_back(std::move(block_));
    }
    block_ = {};
    blank_ = line_ends_ = false;
    breaks_ = 0;
  }

  HtmlPage& page_;
  std::vector<std::int32_t> open_, blocks_;  // elements that are open; those of them that are block-level
  HtmlBlock block_;
  bool blank_ = false, line_ends_ = false;  // what stands before the next word
  int breaks_ = 0, links_ = 0, mute_ = 0;
};

}  // namespace

std::string_view HtmlElement::operator[](std::string_view attribute) const {
  for (const auto& [name, value] : attributes) {
    if (name == attribute) return value;
  }
  return {};
}

HtmlPage::HtmlPage() : arena_(std::make_unique<Arena>()) {}
HtmlPage::HtmlPage(HtmlPage&&) noexcept = default;
HtmlPage& HtmlPage::operator=(HtmlPage&&) noexcept = default;
HtmlPage::~HtmlPage() = default;

Result<HtmlPage> HtmlPage::parse(std::string_view html) {
  const auto refused = [](std::string message) { return Error{ErrorKind::input, "", std::move(message)}; };
  if (html.size() > kMaxPageBytes) {
    return refused("is a page of more than " + std::to_string(kMaxPageBytes >> 20U) + " MB; no report is that long");
  }
  if (depth_of(html) > kMaxTagDepth) {
    return refused("has tags nested more than " + std::to_string(kMaxTagDepth) +
                   " deep; it is no page that a browser shows");
  }
  HtmlPage page;
  Arena* const arena = page.arena_.get();
  arena->html = html;
  GumboOptions options = kGumboDefaultOptions;
  options.userdata = arena;
  options.max_errors = 0;
  options.allocator = [](void* memory, std::size_t size) {
    auto* const from = static_cast<Arena*>(memory);
    void* const place = from->allocate(size);
    if (place == nullptr) std::longjmp(from->out_of_memory, 1);
    return place;
  };
  options.deallocator = [](void*, void*) {};
  // The parser is C and knows no way to fail; nothing between here and the allocator has a destructor.
  if (setjmp(arena->out_of_memory) != 0) {
    return refused("grows into more than " + std::to_string(kMaxParseBytes >> 20U) +
                   " MB when its tags are read; it is no page that a browser shows");
  }
  const GumboOutput* output = gumbo_parse_with_options(&options, arena->html.data(), arena->html.size());
  Flattener(page).run(output->root);
  page.saved_from = address_in_note(html);
  return page;
}

std::optional<std::string> text_of_fragment(std::string_view html) {
  const auto page = HtmlPage::parse(html);
  if (!page) return std::nullopt;
  std::string text;
  for (const HtmlBlock& block : page->blocks) {
    if (!text.empty()) text += "\n\n";
    text += block.text;
  }
  return text;
}

}  // namespace dragoman
