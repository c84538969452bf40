#include "who/user_actors.h"

#include "text/ascii.h"
#include "text/dates.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <unordered_map>

namespace dragoman {

namespace {

using Lines = std::vector<std::pair<int, std::string>>;

Error wrong(const std::filesystem::path& path, int line, std::string message) {
  return {ErrorKind::setup, path.string() + ":" + std::to_string(line), std::move(message)};
}

/// The lines that say something, numbered, without comments; a tab at their beginning is kept.
Result<Lines> read_lines(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{ErrorKind::setup, path.string(), "cannot be read"};
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  Lines lines;
  bool in_comment = false;
  int number = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t end = bytes.find('\n', at);
    if (end == std::string::npos) end = bytes.size();
    std::string_view rest(bytes.data() + at, end - at);
    at = end + 1;
    ++number;
    std::string line;
    while (!rest.empty()) {
      const std::size_t mark = rest.find(in_comment ? "-->" : "<!--");
      if (!in_comment) line += rest.substr(0, mark);
      if (mark == std::string_view::npos) break;
      rest.remove_prefix(mark + (in_comment ? 3 : 4));
      in_comment = !in_comment;
    }
    line.resize(std::min(line.find_first_of("#;"), line.size()));
    if (!without_blanks(line).empty()) lines.emplace_back(number, std::move(line));
  }
  return lines;
}

/// "ANA_PAZ_" is the phrase "ANA PAZ".
std::string phrase_of(std::string_view written) {
  std::string out;
  for (const char c : written) {
    const bool blank = c == '_' || c == ' ' || c == '\t';
    if (!blank) out += c;
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

/// 20100311 or 100311 as 2010-03-11; empty when it is no day.
std::string day_of(std::string_view digits) {
  if (digits.find_first_not_of("0123456789") != std::string_view::npos) return {};
  std::string full(digits);
  if (full.size() == 6) full.insert(0, full.substr(0, 2) <= "30" ? "20" : "19");
  if (full.size() != 8) return {};
  full.insert(6, "-").insert(4, "-");
  return is_calendar_day(full) ? full : std::string();
}

/// "CHLGOV >100311 <140311", "CHLGOV 100311-140311": an error message, or nothing.
std::optional<std::string> parse_dated(std::string_view inside, UserActors::Dated& to) {
  bool first = true;
  while (!(inside = without_blanks(inside)).empty()) {
    const std::string_view word = inside.substr(0, inside.find_first_of(" \t"));
    inside.remove_prefix(word.size());
    if (first) {
      to.code = word == "---" ? "" : std::string(word);
      first = false;
      continue;
    }
    const std::size_t dash = word.find('-');
    const std::string from = word[0] == '>'   ? day_of(word.substr(1))
                             : word[0] == '<' ? ""
                                              : day_of(word.substr(0, dash));
    const std::string until = word[0] == '<'                        ? day_of(word.substr(1))
                              : word[0] == '>' || dash == word.npos ? ""
                                                                    : day_of(word.substr(dash + 1));
    const bool range = word[0] != '<' && word[0] != '>';
    if ((range && (from.empty() || until.empty())) || (!range && from.empty() && until.empty())) {
      return "found \"" + std::string(word) + "\", expected a day as >YYYYMMDD, <YYYYMMDD or YYYYMMDD-YYYYMMDD";
    }
    if (!from.empty()) to.from = from;
    if (!until.empty()) to.to = until;
  }
  if (first) return "found [], expected a code in the brackets";
  return std::nullopt;
}

/// What stands in the first pair of brackets; an error message when it is not closed.
struct Bracket {
  std::string_view before, inside;
  bool found = false, closed = true;
};
Bracket bracket(std::string_view line, char open, char close) {
  Bracket b;
  const std::size_t begin = line.find(open);
  b.before = line.substr(0, begin);
  if (begin == std::string_view::npos) return b;
  b.found = true;
  const std::size_t end = line.find(close, begin);
  b.closed = end != std::string_view::npos;
  if (b.closed) b.inside = line.substr(begin + 1, end - begin - 1);
  return b;
}

std::string regular_plural(const std::string& noun) {
  if (noun.ends_with("Y") || noun.ends_with("y")) return noun.substr(0, noun.size() - 1) + "IES";
  return noun + (noun.ends_with("SS") || noun.ends_with("ss") ? "ES" : "S");
}

}  // namespace

std::string UserActors::Actor::code_on(std::string_view day) const {
  const Dated* otherwise = nullptr;
  for (const Dated& dated : codes) {
    if (dated.from.empty() && dated.to.empty()) {
      if (otherwise == nullptr) otherwise = &dated;
    } else if (!day.empty() && dated.from <= day && (dated.to.empty() || day <= dated.to)) {
      return dated.code;
    }
  }
  return otherwise == nullptr ? std::string() : otherwise->code;
}

Result<void> UserActors::load_actors(const std::filesystem::path& path) {
  const auto lines = read_lines(path);
  if (!lines) return lines.error();
  for (const auto& [number, line] : *lines) {
    const std::string_view text = without_blanks(line);
    const Bracket codes = bracket(text, '[', ']');
    if (!codes.closed) return wrong(path, number, "found \"[\" without its \"]\"");
    Dated dated;
    if (codes.found) {
      if (const auto why = parse_dated(codes.inside, dated)) return wrong(path, number, *why);
    }
    const bool is_code = text[0] == '[', is_synonym = text[0] == '+';
    if ((is_code || is_synonym) && actors_.empty()) {
      return wrong(path, number, "found a synonym or a code, expected a name before it");
    }
    if (!is_code) {
      const std::string name = phrase_of(is_synonym ? codes.before.substr(1) : codes.before);
      if (name.empty()) return wrong(path, number, "found \"" + std::string(text) + "\", expected a name");
      if (!is_synonym) actors_.emplace_back();
      names_.add(name, static_cast<std::uint32_t>(actors_.size() - 1));
    }
    if (codes.found) actors_.back().codes.push_back(std::move(dated));
  }
  return {};
}

Result<void> UserActors::load_agents(const std::filesystem::path& path) {
  const auto lines = read_lines(path);
  if (!lines) return lines.error();
  std::unordered_map<std::string, std::vector<std::string>> sets;
  for (const auto& [number, line] : *lines) {
    const std::string_view text = without_blanks(line);
    if (text[0] == '!' && text.find('=') != std::string_view::npos) {
      auto& set = sets[std::string(without_blanks(text.substr(0, text.find('='))))];
      std::string_view rest = text.substr(text.find('=') + 1);
      while (!rest.empty()) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        set.push_back(phrase_of(without_blanks(rest.substr(0, comma))));
        rest.remove_prefix(std::min(rest.size(), comma + 1));
      }
      continue;
    }
    const Bracket code = bracket(text, '[', ']');
    std::string_view inside = without_blanks(code.inside);
    const bool after = inside.starts_with('~'), before = inside.ends_with('~');
    if (!code.found || !code.closed || after == before || inside.size() < 2) {
      return wrong(path, number, "found \"" + std::string(text) + "\", expected NAME [~CODE] or NAME [CODE~]");
    }
    inside = after ? inside.substr(1) : inside.substr(0, inside.size() - 1);
    const Bracket plural = bracket(code.before, '{', '}');
    if (!plural.closed) return wrong(path, number, "found \"{\" without its \"}\"");
    std::vector<std::string> forms = {phrase_of(plural.before)};
    if (forms[0].empty()) return wrong(path, number, "found no name before the code");
    const std::size_t mark = forms[0].find('!');
    if (mark != std::string::npos) {
      const std::size_t end = forms[0].find('!', mark + 1);
      const auto set = end == std::string::npos ? sets.end() : sets.find(forms[0].substr(mark, end + 1 - mark));
      if (set == sets.end()) {
        return wrong(path, number, "found \"" + forms[0] + "\", expected a set that stands above as !SET! = A, B");
      }
      const std::string whole = forms[0];
      forms.clear();
      for (const std::string& one : set->second) {
        forms.push_back(whole.substr(0, mark) + one + whole.substr(end + 1));
      }
    } else if (plural.found) {
      if (const std::string other = phrase_of(plural.inside); !other.empty()) forms.push_back(other);
    } else {
      forms.push_back(regular_plural(forms[0]));
    }
    const auto index = static_cast<std::uint32_t>(agents_.size());
    agents_.push_back({forms[0], std::string(inside), before});
    for (const std::string& form : forms) agent_names_.add(form, index);
  }
  return {};
}

Result<UserActors> UserActors::load(const std::filesystem::path& actors, const std::filesystem::path& agents) {
  UserActors user;
  if (!actors.empty()) {
    if (auto done = user.load_actors(actors); !done) return done.error();
  }
  if (!agents.empty()) {
    if (auto done = user.load_agents(agents); !done) return done.error();
  }
  return user;
}

std::optional<PhraseTable::Match> UserActors::longest(const Parse& parse, const Text& text, TokenIndex at) const {
  if (actors_.empty() || parse[at].text == parse[at].lower) return std::nullopt;
  return names_.longest(parse, text, at);
}

const UserActors::Actor* UserActors::find(std::string_view name) const {
  if (actors_.empty()) return nullptr;
  const auto found = names_.find(name);
  return found ? &actors_[*found] : nullptr;
}

const UserActors::Agent* UserActors::agent(std::string_view name) const {
  if (agents_.empty()) return nullptr;
  const auto found = agent_names_.find(name);
  return found ? &agents_[*found] : nullptr;
}

}  // namespace dragoman
