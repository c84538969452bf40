// RTF: its text, without formatting, fields, pictures, notes and running heads. There is no library for it in Debian;
// the grammar is small: groups in braces, control words, characters by number.
#include "articles/charset.h"
#include "articles/lines.h"
#include "articles/reader.h"
#include "text/ascii.h"
#include "text/utf8.h"

#include <algorithm>
#include <unordered_set>

namespace dragoman {

namespace {

constexpr std::size_t kMaxRtfBytes = std::size_t{128} << 20U;
constexpr std::size_t kMaxGroupDepth = 10000;

/// Groups whose text is none of the document's.
bool is_aside(std::string_view word) {
  static const std::unordered_set<std::string_view> kAside = {"fonttbl",
                                                              "colortbl",
                                                              "stylesheet",
                                                              "info",
                                                              "pict",
                                                              "header",
                                                              "headerl",
                                                              "headerr",
                                                              "headerf",
                                                              "footer",
                                                              "footerl",
                                                              "footerr",
                                                              "footerf",
                                                              "object",
                                                              "themedata",
                                                              "listtable",
                                                              "revtbl",
                                                              "rsidtbl",
                                                              "fldinst",
                                                              "bkmkstart",
                                                              "bkmkend",
                                                              "footnote",
                                                              "annotation",
                                                              "generator",
                                                              "datastore",
                                                              "latentstyles",
                                                              "xmlnstbl",
                                                              "listoverridetable",
                                                              "nonshppict",
                                                              "filetbl",
                                                              "colorschememapping",
                                                              "pntext",
                                                              "listtext",
                                                              "tc",
                                                              "xe"};
  return kAside.contains(word);
}

class RtfText {
 public:
  explicit RtfText(std::string_view rtf) : rtf_(rtf) {}

  /// The text; false in `whole` when it nests deeper than any real file.
  std::string run(bool& whole) {
    whole = true;
    while (at_ < rtf_.size()) {
      const char c = rtf_[at_++];
      if (c == '{') {
        groups_.push_back(group_);
        if (groups_.size() > kMaxGroupDepth) return whole = false, std::string();
      } else if (c == '}') {
        flush();
        if (groups_.empty()) break;
        group_ = groups_.back();
        groups_.pop_back();
      } else if (c == '\\') {
        control();
      } else if (c != '\r' && c != '\n') {
        put(c);
      }
    }
    end_paragraph();
    return std::move(text_);
  }

 private:
  struct Group {
    bool aside = false;
    int replacements = 1;  // characters behind \u for readers that know no Unicode
  };

  void control() {
    if (at_ >= rtf_.size()) return;
    const char c = rtf_[at_];
    if (ascii_lower(c) < 'a' || ascii_lower(c) > 'z') return symbol(rtf_[at_++]);
    const std::size_t begin = at_;
    while (at_ < rtf_.size() && ascii_lower(rtf_[at_]) >= 'a' && ascii_lower(rtf_[at_]) <= 'z') ++at_;
    const std::string_view word = rtf_.substr(begin, at_ - begin);
    constexpr std::size_t kMostDigits = 9;
    const bool negative = at_ < rtf_.size() && rtf_[at_] == '-';
    if (negative) ++at_;
    const std::size_t digits = at_;
    int number = 0;
    bool has_number = false;
    for (; at_ < rtf_.size() && is_ascii_digit(rtf_[at_]) && at_ - digits < kMostDigits; ++at_) {
      number = number * 10 + (rtf_[at_] - '0');
      has_number = true;
    }
    if (at_ < rtf_.size() && rtf_[at_] == ' ') ++at_;
    apply(word, has_number ? (negative ? -number : number) : 1, has_number);
  }

  void symbol(char c) {
    switch (c) {
      case '\'': {
        const std::string_view hex = rtf_.substr(at_, 2);
        at_ += hex.size();
        int byte = 0;
        for (const char h : hex) {
          const char low = ascii_lower(h);
          byte = byte * 16 + (is_ascii_digit(low) ? low - '0' : low >= 'a' && low <= 'f' ? low - 'a' + 10 : 0);
        }
        put(static_cast<char>(byte));
        break;
      }
      case '*':
        group_.aside = true;
        break;
      case '~':
        put(' ');
        break;
      case '_':
        put('-');
        break;
      case '\n':
      case '\r':
        end_paragraph();
        break;
      case '-':  // where a word may be parted
      case '|':
      case ':':
        break;
      default:
        put(c);
    }
  }

  void apply(std::string_view word, int number, bool has_number) {
    if (is_aside(word)) {
      group_.aside = true;
    } else if (word == "par" || word == "line" || word == "sect" || word == "page" || word == "cell" || word == "row") {
      end_paragraph();
    } else if (word == "tab") {
      put(' ');
    } else if (word == "u" && has_number) {
      unicode(number);
    } else if (word == "uc") {
      group_.replacements = std::clamp(number, 0, 8);
    } else if (word == "bin" && has_number) {
      at_ = std::min(rtf_.size(), at_ + static_cast<std::size_t>(std::max(0, number)));
    } else if (word == "ansicpg" && has_number) {
      charset_ = "windows-" + std::to_string(number);
    } else if (word == "mac") {
      charset_ = "macintosh";
    } else {
      static const std::map<std::string_view, std::string_view> kCharacters = {
          {"emdash", "—"},    {"endash", "–"}, {"lquote", "‘"},  {"rquote", "’"}, {"ldblquote", "“"},
          {"rdblquote", "”"}, {"bullet", "•"}, {"emspace", " "}, {"enspace", " "}};
      if (const auto found = kCharacters.find(word); found != kCharacters.end()) put_utf8(found->second);
    }
  }

  void unicode(int number) {
    char32_t c = static_cast<char32_t>(number < 0 ? number + 65536 : number);
    flush();
    skip_ = group_.replacements;
    if (c >= 0xD800 && c < 0xDC00) {
      high_ = c;
      return;
    }
    if (c >= 0xDC00 && c < 0xE000) {
      if (high_ == 0) return;
      c = 0x10000 + ((high_ - 0xD800) << 10U) + (c - 0xDC00);
    }
    high_ = 0;
    if (c == 0 || c > 0x10FFFF) return;
    std::string utf8;
    append_utf8(utf8, c);
    put_utf8(utf8);
  }

  void put(char c) {
    if (skip_ > 0) {
      --skip_;
      return;
    }
    if (!group_.aside) bytes_.push_back(c);
  }
  void put_utf8(std::string_view s) {
    if (group_.aside) return;
    const int skip = skip_;
    flush();
    skip_ = skip;
    open_ += s;
  }
  /// Bytes of the file's charset become part of the paragraph.
  void flush() {
    skip_ = 0;
    if (bytes_.empty()) return;
    const bool ascii =
        std::all_of(bytes_.begin(), bytes_.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
    open_ += ascii ? bytes_ : to_utf8(bytes_, charset_);
    bytes_.clear();
  }
  void end_paragraph() {
    if (group_.aside) return;
    const int skip = skip_;
    flush();
    skip_ = skip;
    add_paragraph(text_, open_);
    open_.clear();
  }

  std::string_view rtf_;
  std::size_t at_ = 0;
  std::vector<Group> groups_;
  Group group_;
  std::string charset_ = "windows-1252", bytes_, open_, text_;
  char32_t high_ = 0;  // first half of a character beyond the first plane
  int skip_ = 0;
};

class Rtf : public DocumentList {
  using DocumentList::DocumentList;
  void read(std::vector<Result<Document>>& documents) override {
    const auto bytes = read_all(input_.bytes, kMaxRtfBytes, input_.name);
    if (!bytes) return documents.push_back(bytes.error());
    bool whole = true;
    std::string text = RtfText(*bytes).run(whole);
    if (!whole)
      return documents.push_back(
          input_error(input_.name, "has groups nested more than 10000 deep; it is no RTF of an office program"));
    std::erase(text, '\0');
    documents = documents_of_text(input_, std::move(text), {});
  }
};

}  // namespace

std::unique_ptr<DocumentReader> read_rtf(ReaderInput input) {
  return std::make_unique<Rtf>(std::move(input));
}

}  // namespace dragoman
