#include "petrarch/dictionary.h"

#include "petrarch/pattern.h"

#include <algorithm>
#include <optional>

namespace dragoman {

namespace {

/// What is left of a line without its comments. `inside` tells whether a comment of several lines is open.
std::string without_comments(std::string_view line, bool& inside) {
  std::string out;
  while (!line.empty()) {
    if (inside) {
      const std::size_t end = line.find("-->");
      if (end == std::string_view::npos) return out;
      line.remove_prefix(end + 3);
      inside = false;
      continue;
    }
    const std::size_t comment = line.find("<!--");
    out += line.substr(0, comment);
    if (comment == std::string_view::npos) break;
    line.remove_prefix(comment + 4);
    inside = true;
  }
  return out.substr(0, out.find_first_of("#;"));
}

/// The regular forms of a verb.
std::vector<std::string> forms_of(const std::string& verb) {
  const auto ends = [&](std::string_view ending) { return verb.ends_with(ending); };
  const bool after_consonant =
      verb.size() > 1 && std::string_view("aeiou").find(verb[verb.size() - 2]) == std::string_view::npos;
  std::vector<std::string> out = {verb};
  const std::string stem = verb.substr(0, verb.size() - 1);
  if (ends("y") && after_consonant) {
    out.insert(out.end(), {stem + "ies", stem + "ied", verb + "ing"});
  } else if (ends("e")) {
    out.insert(out.end(), {verb + "s", verb + "d", stem + "ing", verb + "ing"});
  } else {
    const bool hisses = ends("s") || ends("x") || ends("z") || ends("ch") || ends("sh");
    out.insert(out.end(), {verb + (hisses ? "es" : "s"), verb + "ed", verb + "ing"});
  }
  return out;
}

class Parser {
 public:
  explicit Parser(const std::string& name) { out_.name = name; }

  std::optional<Error> line(std::string_view raw, int number) {
    line_ = number;
    std::string text = without_comments(raw, inside_comment_);
    const std::string_view content = trimmed_text(text);
    if (content.empty()) return std::nullopt;
    if (content.starts_with("---")) return block(content);
    if (content.front() == '-') return pattern(content.substr(1));
    if (content.front() == '~') {
      out_.transformations.push_back(number);
      return std::nullopt;
    }
    if (content.front() == '&') return synset(content);
    if (content.front() == '+' && !synset_.empty()) return member(content.substr(1));
    return verb(content);
  }

  Result<PetrarchDictionary> finish() {
    if (inside_comment_) return error("a comment that \"<!--\" opens has no \"-->\"");
    if (out_.verbs.empty())
      return error("found no verb in the whole file; expected blocks that begin with \"--- NAME [CODE] ---\"");
    for (auto& patterns : out_.blocks) {
      std::stable_sort(patterns.begin(), patterns.end(),
                       [](const PetrarchPattern& a, const PetrarchPattern& b) { return a.size > b.size; });
    }
    return std::move(out_);
  }

 private:
  Error error(std::string message) const {
    return {ErrorKind::usage, out_.name + ":" + std::to_string(line_), std::move(message)};
  }

  // --- NAME [CODE] ---
  std::optional<Error> block(std::string_view content) {
    synset_.clear();
    PetrarchCode code;
    if (const std::size_t open = content.find('['); open != std::string_view::npos) {
      const std::size_t close = content.find(']', open);
      if (close == std::string_view::npos)
        return error("found \"" + std::string(content) + "\", expected \"]\" after the code");
      if (auto wrong = read_petrarch_code(content.substr(open + 1, close - open - 1), code)) return error(*wrong);
    }
    block_code_ = code;
    out_.blocks.emplace_back();
    return std::nullopt;
  }

  std::optional<Error> synset(std::string_view content) {
    if (content.find_first_of(" \t") != std::string_view::npos) {
      return error("found \"" + std::string(content) + "\", expected the name of a set of synonyms alone: &NAME");
    }
    synset_ = lower_text(content);
    synsets_[synset_];
    return std::nullopt;
  }

  std::optional<Error> member(std::string_view content) {
    std::vector<std::string> phrase = split_words(lower_text(content));
    if (phrase.empty()) return error("found \"+\" without a word after it");
    const bool no_plural = content.ends_with('_') || synset_.ends_with('_');
    if (no_plural) phrase.back() += '_';
    synsets_[synset_].push_back(std::move(phrase));
    return std::nullopt;
  }

  // WORD {FORMS} [CODE], or FRONT_+WORD_BACK
  std::optional<Error> verb(std::string_view content) {
    if (out_.blocks.empty()) {
      return error("found \"" + std::string(content) + "\" before any block, expected \"--- NAME [CODE] ---\"");
    }
    synset_.clear();
    PetrarchVerb entry;
    entry.code = block_code_;
    entry.block = static_cast<std::uint32_t>(out_.blocks.size() - 1);
    entry.line = line_;
    if (const std::size_t open = content.find('['); open != std::string_view::npos) {
      const std::size_t close = content.find(']', open);
      if (close == std::string_view::npos)
        return error("found \"" + std::string(content) + "\", expected \"]\" after the code");
      if (auto wrong = read_petrarch_code(content.substr(open + 1, close - open - 1), entry.code)) return error(*wrong);
      content = trimmed_text(content.substr(0, open));
    }
    bool irregular = false;
    std::string_view forms;
    if (const std::size_t open = content.find('{'); open != std::string_view::npos) {
      const std::size_t close = content.find('}', open);
      if (close == std::string_view::npos)
        return error("found \"" + std::string(content) + "\", expected \"}\" after the forms");
      irregular = true;
      forms = content.substr(open + 1, close - open - 1);
      content = trimmed_text(content.substr(0, open));
    }
    if (content.empty()) return error("found no verb");
    if (content.find_first_of(" \t()") != std::string_view::npos) {
      return error("found \"" + std::string(content) +
                   "\", expected one verb; join the words of a longer one with \"_\" and put \"+\" before the verb");
    }
    auto parts = compound(lower_text(content));
    entry.before = std::move(parts.before);
    entry.after = std::move(parts.after);
    std::vector<std::string> all = irregular ? std::vector{parts.verb} : forms_of(parts.verb);
    for (const std::string& form : split_blanks(lower_text(forms))) all.push_back(compound(form).verb);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    for (const std::string& form : all) out_.verbs[form].push_back(entry);
    return std::nullopt;
  }

  struct Compound {
    std::vector<std::string> before, after;
    std::string verb;
  };
  // "call_+off" has its verb after "+"; without one the first word is the verb: "step_down".
  static Compound compound(const std::string& text) {
    Compound out;
    const std::size_t plus = text.find('+');
    const std::string rest = plus == std::string::npos ? text : text.substr(plus + 1);
    if (plus != std::string::npos) out.before = split_words(text.substr(0, plus));
    std::vector<std::string> words = split_words(rest);
    if (words.empty()) return out;
    out.verb = words.front();
    out.after.assign(words.begin() + 1, words.end());
    return out;
  }

  std::optional<Error> pattern(std::string_view content) {
    if (out_.blocks.empty()) return error("found a pattern before any block, expected \"--- NAME [CODE] ---\"");
    synset_.clear();
    PetrarchPattern pattern;
    pattern.line = line_;
    if (auto wrong = read_petrarch_pattern(content, synsets_, pattern)) {
      out_.faults.push_back(error(*wrong));
      return std::nullopt;
    }
    out_.blocks.back().push_back(std::move(pattern));
    return std::nullopt;
  }

  PetrarchDictionary out_;
  PetrarchSynsets synsets_;
  std::string synset_;  // whose members the "+" lines are; empty elsewhere
  PetrarchCode block_code_;
  bool inside_comment_ = false;
  int line_ = 0;
};

}  // namespace

Result<PetrarchDictionary> PetrarchDictionary::parse(std::string_view text, const std::string& name) {
  Parser parser(name);
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    if (auto error = parser.line(text.substr(0, end), number)) return *error;
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return parser.finish();
}

}  // namespace dragoman
