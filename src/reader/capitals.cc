#include "reader/capitals.h"

#include "document/layout_words.h"
#include "gazetteer/fold.h"
#include "gazetteer/gazetteer.h"
#include "language/engine.h"
#include "language/lexeme.h"
#include "reader/lexicon.h"
#include "text/ascii.h"
#include "text/utf8.h"
#include "who/names.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

namespace dragoman {

namespace {

struct Word {
  std::size_t begin = 0, end = 0;  // bytes of the text; "'S" of "KENYA'S" is no part of it
  std::string lower;
  enum class Form : std::uint8_t { undecided, small, name, acronym } form = Form::undecided;
};

bool is_word_byte(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & '\x80') != 0;
}

/// Curly quotes, dashes and the like are no letters, though their bytes are beyond ASCII.
bool is_sign_at(std::string_view text, std::size_t at) {
  return text.substr(at, 2) == "\xE2\x80" || text.substr(at, 2) == "\xC2\xA0" || text.substr(at, 2) == "\xC2\xAB" ||
         text.substr(at, 2) == "\xC2\xBB";
}

bool has_small(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::size_t capitals_in(std::string_view word) {
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) { return is_ascii_upper(c); }));
}

/// Whether each character of the one stands where one of the other does.
bool is_same_shape(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return starts_character(x) == starts_character(y); });
}

/// The first letter as it is, the others small, where these take as much room.
std::string titled(std::string_view word) {
  std::size_t first = word.empty() ? 0 : 1;
  while (first < word.size() && !starts_character(word[first])) ++first;
  if (word.substr(0, 2) == "O'" && word.size() > 3) first = 3;  // "O'Brien"
  const std::string rest = lower_case(word.substr(first));
  std::string out(word.substr(0, first));
  out += is_same_shape(rest, word.substr(first)) ? rest : std::string(word.substr(first));
  return out;
}

class Restoration {
 public:
  Restoration(std::string_view text, const CaseKnowledge& known)
      : text_(text), known_(known), who_(*known.lexicon.who), words_of_layout_(*known.lexicon.layout) {}

  bool run() {
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      if (!line(begin, end)) end_block();
      begin = end + 1;
    }
    end_block();
    if (blocks_.empty()) return false;
    out_ = text_;
    for (std::vector<Word>& words : blocks_) decide(words);
    for (std::vector<Word>& words : blocks_) again(words);
    for (const std::vector<Word>& words : blocks_) write(words);
    return true;
  }
  std::string text() && { return std::move(out_); }

 private:
  // Adds the words of a line to the block; not where it has small letters, or no words at all.
  bool line(std::size_t begin, std::size_t end) {
    const std::size_t before = block_.size();
    for (std::size_t at = begin; at < end;) {
      if (!is_word_byte(text_[at]) || is_sign_at(text_, at)) {
        at += is_sign_at(text_, at) ? std::min<std::size_t>(text_[at] == '\xE2' ? 3 : 2, end - at) : 1;
        continue;
      }
      Word word;
      word.begin = at;
      while (at < end && goes_on(at, end)) ++at;
      word.end = at;
      if (has_small(written(word))) {
        block_.resize(before);
        return false;
      }
      word.lower = lower_case(written(word));
      block_.push_back(std::move(word));
    }
    return block_.size() > before;
  }

  // Lines that follow each other are in capitals where five words at least are.
  void end_block() {
    constexpr std::ptrdiff_t kFewest = 5;
    const auto shouted =
        std::count_if(block_.begin(), block_.end(), [&](const Word& w) { return capitals_in(written(w)) > 1; });
    if (shouted >= kFewest) blocks_.push_back(std::move(block_));
    block_.clear();
  }

  // Points inside "U.S." and the apostrophe of "O'BRIEN" are part of a word; "'S" is a word of its own.
  bool goes_on(std::size_t at, std::size_t end) const {
    if (is_sign_at(text_, at)) return false;
    if (is_word_byte(text_[at])) return true;
    if (at + 1 >= end || at == 0 || !is_word_byte(text_[at + 1]) || !is_word_byte(text_[at - 1])) return false;
    if (text_[at] == '.') return !(text_[at + 1] >= '0' && text_[at + 1] <= '9');
    return text_[at] == '\'' && (text_[at - 1] == 'O' || text_[at - 1] == 'D');
  }

  std::string_view between(const Word& a, const Word& b) const { return text_.substr(a.end, b.begin - a.end); }
  std::string_view written(const Word& w) const { return text_.substr(w.begin, w.end - w.begin); }
  bool is_small(const Word& w) const { return words_of_layout_.small.contains(w.lower); }

  // Among the model's lists of words.
  bool is_english(const Word& w) const { return is_noun(w) || is_other(w); }
  bool is_noun(const Word& w) const { return known_.engine.is_word(w.lower, Pos::noun); }
  bool is_other(const Word& w) const {
    return known_.engine.is_word(w.lower, Pos::verb) || known_.engine.is_word(w.lower, Pos::adj) ||
           known_.engine.is_word(w.lower, Pos::adv);
  }

  // The lexicon's names: "African Union", "Bank of Ghana", "Guinea-Bissau", "NATO".
  std::size_t known_name(const std::vector<Word>& words, std::size_t i) const {
    constexpr std::size_t kLongest = 7;
    std::string name;
    std::size_t best = 0;
    for (std::size_t k = 0; k < kLongest && i + k < words.size(); ++k) {
      const Word& w = words[i + k];
      if (k > 0) {
        const std::string_view gap = between(words[i + k - 1], w);
        const bool blank = !gap.empty() && gap.find_first_not_of(" \n\r\t") == std::string_view::npos;
        if (!blank && gap != "-") break;
        name += blank ? ' ' : '-';
      }
      name += k > 0 && is_small(w) ? w.lower : titled(written(w));
      if ((k > 0 || !is_small(w)) && is_name(name)) best = k + 1;
    }
    return best;
  }
  bool is_name(std::string_view name) const {
    return who_.names.find(name) || who_.peoples.find(name) || who_.regional.find(name) || who_.seats.find(name);
  }

  // "(MPLA)", "PKK", "U.S.", the "J." of "J. PAZ", "NATO".
  bool is_acronym(const std::vector<Word>& words, std::size_t i) const {
    const Word& w = words[i];
    const std::string_view word = written(w);
    const bool point = w.end < text_.size() && text_[w.end] == '.';
    if (word.find('.') != std::string_view::npos || (word.size() == 1 && point && word != "I")) return true;
    if (capitals_in(word) < 2 || is_small(w) || is_other(w)) return false;
    if (who_.names.find(word)) return true;  // the model's lists have "un", "nato" and the like, too
    if (is_noun(w)) return false;
    constexpr std::size_t kLongest = 6;
    const bool bracketed = w.begin > 0 && text_[w.begin - 1] == '(' && w.end < text_.size() && text_[w.end] == ')';
    return (bracketed && word.size() <= kLongest) ||
           (capitals_in(word) == word.size() && word.find_first_of("AEIOUY") == std::string_view::npos);
  }

  bool is_title_before(const std::vector<Word>& words, std::size_t i) const {
    if (i == 0 || (between(words[i - 1], words[i]) != " " && between(words[i - 1], words[i]) != ". ")) return false;
    const NamePart* part = who_.part(titled(written(words[i - 1])));
    if (part != nullptr && part->kind == NamePart::Kind::honorific) return true;
    return between(words[i - 1], words[i]) == " " && who_.title_phrases.find(words[i - 1].lower).has_value();
  }
  bool is_given_name(const Word& w) const { return who_.given_names.contains(titled(written(w))); }
  bool is_surname(const Word& w) const {
    return who_.holders_by_surname.contains(person_key(titled(written(w)))) || is_given_name(w);
  }
  bool is_large_town(const Word& w) const {
    constexpr std::uint32_t kLarge = 500'000;
    if (known_.gazetteer == nullptr) return false;
    const auto places = known_.gazetteer->find(gazetteer_key(w.lower));
    return std::any_of(places.begin(), places.end(),
                       [&](GazetteerPosting p) { return known_.gazetteer->place(p.row()).population >= kLarge; });
  }

  // A day or a month; "may" and "march" only beside a number.
  bool is_of_calendar(const std::vector<Word>& words, std::size_t i) const {
    if (!words_of_layout_.capital.contains(words[i].lower)) return false;
    if (!is_small(words[i]) && !known_.engine.is_word(words[i].lower, Pos::verb)) return true;
    const auto number = [&](std::size_t k) {
      return k < words.size() &&
             std::all_of(words[k].lower.begin(), words[k].lower.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    return number(i + 1) || (i > 0 && number(i - 1));
  }

  Word::Form form_of(const std::vector<Word>& words, std::size_t i) const {
    using enum Word::Form;
    const Word& w = words[i];
    if (is_of_calendar(words, i)) return name;
    if (is_acronym(words, i)) return acronym;
    if (w.lower == "i") return name;
    const NamePart* part = who_.part(titled(written(w)));
    if (part != nullptr && part->kind == NamePart::Kind::honorific) return name;
    if (is_small(w) || w.lower == "s" || w.lower == "t") return small;
    if (!is_english(w)) return who_.title_phrases.find(w.lower) || who_.noun_phrases.find(w.lower) ? small : name;
    if (!is_other(w) && is_large_town(w)) return name;
    if (is_title_before(words, i) && is_surname(w)) return name;
    const bool before_name = i + 1 < words.size() && between(w, words[i + 1]) == " " && !is_small(words[i + 1]) &&
                             (!is_english(words[i + 1]) || is_surname(words[i + 1]));
    return is_given_name(w) && before_name ? name : small;
  }

  void decide(std::vector<Word>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i].form != Word::Form::undecided) continue;
      if (const std::size_t size = known_name(words, i); size > 1 || (size == 1 && !is_acronym(words, i))) {
        for (std::size_t k = i; k < i + size; ++k)
          words[k].form = k > i && is_small(words[k]) ? Word::Form::small : Word::Form::name;
        continue;
      }
      words[i].form = form_of(words, i);
      const bool person = words[i].form == Word::Form::name && is_english(words[i]) && is_title_before(words, i);
      if (person) people_.insert(words[i].lower);
    }
  }

  // Whoever stood behind a title is named again without it.
  void again(std::vector<Word>& words) const {
    for (Word& w : words) {
      if (w.form == Word::Form::small && people_.contains(w.lower)) w.form = Word::Form::name;
    }
  }

  // Behind a full stop, at a block's beginning and at that of a quotation.
  bool opens(const std::vector<Word>& words, std::size_t i) const {
    if (i == 0) return true;  // of a block
    const std::string_view gap = between(words[i - 1], words[i]);
    const bool initial = words[i - 1].form == Word::Form::acronym && gap == ". ";
    const NamePart* part = who_.part(titled(written(words[i - 1])));
    const bool short_form = gap == ". " && part != nullptr && part->kind == NamePart::Kind::honorific;
    if (gap.find_first_of(".!?") != std::string_view::npos && gap.find_first_of(" \n") != std::string_view::npos)
      return !initial && !short_form;
    const bool quote = gap.find('"') != std::string_view::npos || gap.find("\xE2\x80\x9C") != std::string_view::npos;
    return quote && gap.find_first_of(",:") != std::string_view::npos && !gap.starts_with("\"");
  }

  void write(const std::vector<Word>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      const Word& w = words[i];
      if (w.form == Word::Form::acronym) continue;
      const std::string form = w.form == Word::Form::name || opens(words, i) ? titled(written(w)) : w.lower;
      if (is_same_shape(form, written(w))) out_.replace(w.begin, form.size(), form);
    }
  }

  std::string_view text_;
  std::string out_;
  const CaseKnowledge& known_;
  const WhoLexicon& who_;
  const LayoutWords& words_of_layout_;
  std::vector<Word> block_;  // lines that follow each other, without small letters so far
  std::vector<std::vector<Word>> blocks_;
  std::unordered_set<std::string> people_;
};

}  // namespace

std::optional<std::string> with_case_restored(std::string_view text, const CaseKnowledge& knowledge) {
  Restoration restoration(text, knowledge);
  if (!restoration.run()) return std::nullopt;
  return std::move(restoration).text();
}

}  // namespace dragoman
