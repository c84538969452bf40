#include "articles/main_text.h"

#include <algorithm>
#include <cctype>

namespace dragoman {

namespace {

constexpr std::size_t kShort = 80;         // bytes; a shorter block is no sure paragraph
constexpr double kMostLinks = 0.5;         // share of a paragraph that may be link
constexpr double kMostOfPage = 0.5;        // what holds more of the weight than this is never set aside by its name
constexpr double kNearlyAll = 0.92;        // share of the weight that the way down must keep
constexpr double kEnoughForArticle = 0.3;  // share of the weight that makes an article of what calls itself one

class MainText {
 public:
  MainText(const HtmlPage& page, const PageWords& words) : page_(page), words_(words) {}

  std::string run() {
    set_aside();
    weigh();
    if (total() == 0) return {};
    return text_of(container());
  }

 private:
  double weight(const HtmlElement& e) const { return weights_[e.end_block] - weights_[e.first_block]; }
  double total() const { return weights_.back(); }

  PageWords::Means meaning(const HtmlElement& e) const {
    PageWords::Means found = PageWords::Means::none;
    for (const std::string_view attribute : {"class", "id", "itemprop", "role", "data-component", "data-testid"}) {
      const std::string_view value = e[attribute];
      if (value.empty()) continue;
      const PageWords::Means means = words_.meaning(value);
      if (means == PageWords::Means::aside) return means;
      if (found == PageWords::Means::none) found = means;
    }
    return found;
  }

  static bool is_hidden(const HtmlElement& e) {
    if (e["aria-hidden"] == "true") return true;
    std::string style;
    for (const char c : e["style"]) {
      if (c != ' ') style.push_back(c);
    }
    return style.find("display:none") != std::string::npos;
  }

  /// Marks the blocks of elements that hold something else, by their names and tags.
  void set_aside() {
    aside_.assign(page_.blocks.size(), false);
    weigh();  // as if nothing were aside
    const double all = total();
    for (const HtmlElement& e : page_.elements) {
      PageWords::Means means = e.tag == "html" || e.tag == "body" ? PageWords::Means::none : meaning(e);
      if (means == PageWords::Means::none) means = words_.meaning(e.tag);
      if (is_hidden(e)) means = PageWords::Means::aside;
      if (means == PageWords::Means::aside && weight(e) > kMostOfPage * all) means = PageWords::Means::none;
      means_.push_back(means);
      if (means != PageWords::Means::aside) continue;
      for (std::uint32_t b = e.first_block; b < e.end_block; ++b) aside_[b] = true;
    }
  }

  bool is_linked(const HtmlBlock& block) const {
    return static_cast<double>(block.link_bytes) > kMostLinks * static_cast<double>(block.text.size());
  }

  void weigh() {
    weights_.assign(1, 0);
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      const HtmlBlock& block = page_.blocks[b];
      const bool counts =
          !aside_[b] && block.text.size() >= kShort && !is_linked(block) && !words_.is_no_report(block.text);
      weights_.push_back(weights_.back() + (counts ? static_cast<double>(block.text.size() - block.link_bytes) : 0));
    }
  }

  /// The element that holds the report.
  const HtmlElement& container() const {
    const HtmlElement* best = nullptr;
    // Of those that call themselves the body, the heaviest; of equals the innermost.
    for (std::size_t i = 0; i < page_.elements.size(); ++i) {
      if (means_[i] != PageWords::Means::body) continue;
      const HtmlElement& e = page_.elements[i];
      if (best == nullptr || weight(e) > weight(*best) || (weight(e) >= kNearlyAll * weight(*best) && inside(e, *best)))
        best = &e;
    }
    if (best == nullptr || weight(*best) < kEnoughForArticle * total()) best = &page_.elements.front();
    return innermost(*best);
  }

  static bool inside(const HtmlElement& e, const HtmlElement& outer) {
    return e.first_block >= outer.first_block && e.end_block <= outer.end_block;
  }

  const HtmlElement& innermost(const HtmlElement& from) const {
    const HtmlElement* best = &from;
    for (std::size_t i = static_cast<std::size_t>(&from - page_.elements.data()) + 1; i < page_.elements.size(); ++i) {
      const HtmlElement& e = page_.elements[i];
      if (e.first_block >= best->end_block) break;
      if (e.end_block - e.first_block > 1 && inside(e, *best) && weight(e) >= kNearlyAll * weight(*best)) best = &e;
    }
    return *best;
  }

  bool ends_like_a_sentence(std::string_view text) const {
    while (!text.empty()) {
      for (const std::string_view mark : {".", "!", "?", ":", ";", "…"}) {
        if (text.ends_with(mark)) return true;
      }
      std::string_view rest = text;
      for (const std::string_view close : {"\"", "'", ")", "]", "”", "’", "»"}) {
        if (rest.ends_with(close)) rest.remove_suffix(close.size());
      }
      if (rest.size() == text.size()) return false;
      text = rest;
    }
    return false;
  }

  enum class Kind : std::uint8_t { drop, paragraph, heading, loose };

  // `loose`: short and without an end; it stands only between paragraphs.
  Kind kind_of(std::uint32_t b) const {
    const HtmlBlock& block = page_.blocks[b];
    if (aside_[b] || words_.is_no_report(block.text)) return Kind::drop;
    if (block.text.front() == '<' || block.text.starts_with("http"))
      return Kind::drop;  // markup shown as text, an address
    const std::string_view tag = block.element < 0 ? "" : page_.elements[static_cast<std::size_t>(block.element)].tag;
    if (tag == "h1") return Kind::drop;
    if (is_heading(tag)) return Kind::heading;
    if (is_linked(block)) return Kind::drop;
    if (ends_like_a_sentence(block.text) || block.text.size() >= kShort) return Kind::paragraph;
    return Kind::loose;
  }

  /// An item of a list, of some words.
  bool is_item(std::uint32_t b) const {
    const HtmlBlock& block = page_.blocks[b];
    const auto words = std::count(block.text.begin(), block.text.end(), ' ') + 1;
    constexpr std::ptrdiff_t kFewestWords = 3;
    return block.link_bytes == 0 && words >= kFewestWords && block.element >= 0 &&
           page_.elements[static_cast<std::size_t>(block.element)].tag == "li";
  }

  std::string text_of(const HtmlElement& e) const {
    std::vector<Kind> kinds;
    for (std::uint32_t b = e.first_block; b < e.end_block; ++b) kinds.push_back(kind_of(b));
    const auto is_paragraph = [](Kind k) { return k == Kind::paragraph; };
    const auto first = std::find_if(kinds.begin(), kinds.end(), is_paragraph);
    auto last = std::find_if(kinds.rbegin(), kinds.rend(), is_paragraph).base();
    // A list right below the last paragraph is the report's, as one between two.
    while (last != kinds.end() && *last == Kind::loose &&
           is_item(e.first_block + static_cast<std::uint32_t>(last - kinds.begin())))
      ++last;
    std::string out;
    for (auto at = first; at < last; ++at) {
      if (*at == Kind::drop) continue;
      if (*at == Kind::heading) {
        // A heading over nothing is a teaser's.
        const auto next = std::find_if(at + 1, last, [](Kind k) { return k != Kind::drop; });
        if (next == last || *next == Kind::heading) continue;
      }
      if (!out.empty()) out += "\n\n";
      out += page_.blocks[e.first_block + static_cast<std::size_t>(at - kinds.begin())].text;
    }
    return out;
  }

  const HtmlPage& page_;
  const PageWords& words_;
  std::vector<PageWords::Means> means_;  // per element
  std::vector<bool> aside_;              // per block
  std::vector<double> weights_;          // of the blocks before
};

}  // namespace

std::string main_text(const HtmlPage& page, const PageWords& words) {
  return MainText(page, words).run();
}

}  // namespace dragoman
