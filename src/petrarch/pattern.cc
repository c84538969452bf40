#include "petrarch/pattern.h"

#include <algorithm>

namespace dragoman {

namespace {

std::vector<std::string> split_at(std::string_view text, std::string_view separators) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    if (end > 0) out.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

/// CAMEO's codes have two to four digits and begin with 01 to 20.
bool is_cameo(std::string_view code) {
  if (code.size() < 2 || code.size() > 4) return false;
  if (!std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
  const int root = (code[0] - '0') * 10 + (code[1] - '0');
  return root >= 1 && root <= 20;
}

/// Brackets, and words and signs without blanks, one after the other.
std::vector<std::string> tokens_of(std::string_view text) {
  std::vector<std::string> out;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) out.push_back(std::move(word));
    word.clear();
  };
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\r') {
      flush();
    } else if (c == '{' || c == '}' || c == '(' || c == ')') {
      flush();
      out.emplace_back(1, c);
    } else {
      word.push_back(c);
    }
  }
  flush();
  return out;
}

class SideReader {
 public:
  explicit SideReader(const PetrarchSynsets& synsets) : synsets_(synsets) {}

  std::optional<std::string> read(std::string_view text, PetrarchSide& to, std::size_t& size) {
    const std::vector<std::string> tokens = tokens_of(text);
    PetrarchPreposition* inside = nullptr;  // the prepositional phrase that is open
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const std::string& token = tokens[i];
      if (token == "(") {
        if (inside != nullptr) return "found \"(\" within parentheses";
        if (i + 1 >= tokens.size() || tokens[i + 1] == ")" || tokens[i + 1] == "{") {
          return "found \"(\" without a preposition after it";
        }
        to.prepositions.push_back({lower_text(tokens[++i]), {}});
        inside = &to.prepositions.back();
        ++size;
        continue;
      }
      if (token == ")") {
        if (inside == nullptr) return "found \")\" without \"(\"";
        inside = nullptr;
        continue;
      }
      PetrarchElement element;
      if (token == "{") {
        std::vector<std::string> words;
        for (++i; i < tokens.size() && tokens[i] != "}"; ++i) words.push_back(tokens[i]);
        if (i >= tokens.size()) return "found \"{\" without \"}\"";
        if (auto wrong = phrase(words, element)) return wrong;
      } else if (token == "}") {
        return "found \"}\" without \"{\"";
      } else if (auto wrong = single(token, element)) {
        return wrong;
      }
      if (element.kind != PetrarchElement::Kind::anything) ++size;
      (inside != nullptr ? inside->elements : to.nouns).push_back(std::move(element));
    }
    if (inside != nullptr) return "found \"(\" without \")\"";
    return std::nullopt;
  }

 private:
  std::optional<std::string> single(const std::string& token, PetrarchElement& to) const {
    using Kind = PetrarchElement::Kind;
    constexpr std::pair<char, Kind> kSigns[] = {
        {'$', Kind::source}, {'+', Kind::target}, {'%', Kind::both}, {'^', Kind::anything}};
    for (const auto& [sign, kind] : kSigns) {
      if (token.size() != 1 || token.front() != sign) continue;
      to.kind = kind;
      return std::nullopt;
    }
    return phrase({token}, to);
  }

  // Every way in which the words may stand there, with the members in place of the sets.
  std::optional<std::string> phrase(const std::vector<std::string>& words, PetrarchElement& to) const {
    if (words.empty()) return "found \"{}\" without a word";
    std::vector<std::vector<std::string>> ways(1);
    for (const std::string& word : words) {
      std::vector<std::vector<std::string>> parts;
      if (word.front() == '&') {
        const auto set = synsets_.find(lower_text(word));
        if (set == synsets_.end()) return "found " + word + ", which no line before it defines";
        if (set->second.empty()) return "found " + word + ", which has no members";
        parts = set->second;
      } else {
        parts.push_back(split_words(lower_text(word)));
        if (parts.front().empty()) return "found \"" + word + "\", expected a word";
      }
      if (ways.size() * parts.size() > kMostWays)
        return "found sets of synonyms that multiply to more than 20000 phrases";
      std::vector<std::vector<std::string>> longer;
      for (const auto& way : ways) {
        for (const auto& part : parts) {
          longer.push_back(way);
          longer.back().insert(longer.back().end(), part.begin(), part.end());
        }
      }
      ways = std::move(longer);
    }
    to.phrases = std::move(ways);
    return std::nullopt;
  }

  static constexpr std::size_t kMostWays = 20000;
  const PetrarchSynsets& synsets_;
};

}  // namespace

std::string_view trimmed_text(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::string lower_text(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

std::vector<std::string> split_words(std::string_view text) {
  return split_at(text, " \t\r_");
}

std::vector<std::string> split_blanks(std::string_view text) {
  return split_at(text, " \t\r");
}

std::optional<std::string> read_petrarch_code(std::string_view text, PetrarchCode& to) {
  to = {};
  if (trimmed_text(text) == "---") return std::nullopt;
  const std::size_t colon = text.find(':');
  const std::string_view parts[] = {trimmed_text(text.substr(0, colon)),
                                    colon == std::string_view::npos ? "" : trimmed_text(text.substr(colon + 1))};
  std::string* const codes[] = {&to.forth, &to.back};
  for (int i = 0; i < 2; ++i) {
    if (parts[i].empty() || parts[i] == "---") continue;
    if (!is_cameo(parts[i])) {
      return "found the code \"" + std::string(parts[i]) +
             "\", expected CAMEO's two to four digits, such as 057, or ---";
    }
    *codes[i] = parts[i];
  }
  if (colon == std::string_view::npos && to.none()) return "found [] without a code";
  return std::nullopt;
}

std::optional<std::string> read_petrarch_pattern(std::string_view text, const PetrarchSynsets& synsets,
                                                 PetrarchPattern& to) {
  const std::size_t open = text.rfind('[');
  const std::size_t close = text.rfind(']');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) {
    return "found a pattern without a code, expected [CODE] at its end";
  }
  if (auto wrong = read_petrarch_code(text.substr(open + 1, close - open - 1), to.code)) return wrong;
  text = text.substr(0, open);
  const std::size_t star = text.find('*');
  if (star == std::string_view::npos) return "found a pattern without \"*\" for the verb";
  std::string_view after = text.substr(star + 1);
  if (after.starts_with('*')) after.remove_prefix(1);  // "**" of older files
  if (after.find('*') != std::string_view::npos) return "found more than one \"*\"";
  SideReader reader(synsets);
  if (auto wrong = reader.read(text.substr(0, star), to.before, to.size)) return wrong;
  return reader.read(after, to.after, to.size);
}

}  // namespace dragoman
