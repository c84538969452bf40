#include "reader/expect.h"

#include "record/fields.h"
#include "text/dates.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace dragoman {

namespace {

/// Fields of which one value must be equal, though the record holds a list.
bool one_is_enough(std::string_view field) {
  return field == "office" || field == "sector" || field == "context" || field == "mention" || field == "issue";
}

/// Lower-case ASCII, straight quotation marks, single blanks.
std::string comparable(std::string_view s) {
  std::string out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const std::string_view rest = s.substr(i);
    if (rest.starts_with("\u2018") || rest.starts_with("\u2019")) {
      out.push_back('\''), i += 2;
    } else if (rest.starts_with("\u201C") || rest.starts_with("\u201D")) {
      out.push_back('"'), i += 2;
    } else if (s[i] == ' ' || s[i] == '\n' || s[i] == '\t' || s[i] == '\r') {
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
    } else {
      out.push_back(s[i] >= 'A' && s[i] <= 'Z' ? static_cast<char>(s[i] + 32) : s[i]);
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string without_article(const std::string& s) {
  return s.starts_with("the ") ? s.substr(4) : s;
}

bool equal(std::string_view field, const std::string& wanted, const std::string& have) {
  if (field == "cameo") return have.starts_with(wanted);
  if (field == "lat" || field == "lon") {
    return std::abs(std::strtod(wanted.c_str(), nullptr) - std::strtod(have.c_str(), nullptr)) < 0.1;
  }
  for (const std::string_view alternative : split_values(wanted)) {
    if (without_article(comparable(alternative)) == without_article(comparable(have))) return true;
  }
  return false;
}

bool one_form_equals(std::string_view field, const std::string& wanted, const std::vector<std::string>& forms) {
  return std::any_of(forms.begin(), forms.end(), [&](const std::string& form) { return equal(field, wanted, form); });
}

bool holds(const FieldExpectation& wanted, const ShownField& have) {
  if (wanted.values.empty()) return have.values.empty();
  if (wanted.contains) {
    const std::string part = comparable(wanted.values.front());
    return std::any_of(have.values.begin(), have.values.end(), [&](const auto& forms) {
      return std::any_of(forms.begin(), forms.end(),
                         [&](const std::string& form) { return comparable(form).find(part) != std::string::npos; });
    });
  }
  if (one_is_enough(wanted.name)) {
    return std::all_of(wanted.values.begin(), wanted.values.end(), [&](const std::string& value) {
      return std::any_of(have.values.begin(), have.values.end(),
                         [&](const auto& forms) { return one_form_equals(wanted.name, value, forms); });
    });
  }
  if (wanted.values.size() != have.values.size()) return false;
  std::vector<bool> used(have.values.size(), false);
  for (const std::string& value : wanted.values) {
    std::size_t i = 0;
    while (i < used.size() && (used[i] || !one_form_equals(wanted.name, value, have.values[i]))) ++i;
    if (i == used.size()) return false;
    used[i] = true;
  }
  return true;
}

bool meets(const Expectation& expectation, const ShownItem& item) {
  return std::all_of(expectation.fields.begin(), expectation.fields.end(), [&](const FieldExpectation& wanted) {
    return std::any_of(item.begin(), item.end(),
                       [&](const ShownField& have) { return have.name == wanted.name && holds(wanted, have); });
  });
}

/// True for fields whose value is a list of names; only those are split at commas.
bool is_list(std::string_view field) {
  for (const std::string_view name : {"actors", "recipients", "sources", "participants", "speakers", "addressees",
                                      "chain", "office", "status", "sector", "context", "mention", "of"}) {
    if (field == name) return true;
  }
  return false;
}

Error expectation_error(const std::string& where, std::string message) {
  return Error{ErrorKind::setup, where, std::move(message)};
}

/// Collects the cases of one file.
class CaseReader {
 public:
  explicit CaseReader(const StanzaFile& file) : file_(file) {}

  std::string where(int line) const { return file_.path + ":" + std::to_string(line); }

  void begin(const Field& field) {
    Case& c = cases.emplace_back();
    c.where = where(field.line);
    c.document.uri = c.where;
    c.document.text = field.value;
  }

  std::optional<Error> date(const Field& field) {
    if (!is_calendar_day(field.value)) {
      return file_.error(field.line, "published is \"" + std::string(field.value) + "\", expected a day: 2016-12-03");
    }
    cases.back().document.published = field.value;
    return std::nullopt;
  }

  std::optional<Error> expect(const Field& field, std::string_view line) {
    auto expectation = parse_expectation(line, where(field.line));
    if (!expectation) return expectation.error();
    cases.back().expectations.push_back(std::move(*expectation));
    return std::nullopt;
  }

  std::vector<Case> cases;

 private:
  const StanzaFile& file_;
};

/// What an example of an event frame must yield when it does not say so itself: one of its predicates as the trigger of
/// an event with its code.
std::string expected_of_frame(const Stanza& stanza) {
  if (stanza["cameo"].empty() || !stanza["goldstein"].empty()) return {};
  std::string lemmas;
  for (const std::string_view key : {"verb", "noun", "adjective"}) {
    for (const auto value : stanza.all(key)) {
      for (const std::string_view predicate : split_values(value)) {
        const std::size_t blank = predicate.find(' ');
        const bool last = key == "noun" && blank != std::string_view::npos;
        lemmas += lemmas.empty() ? "" : "|";
        lemmas += last ? predicate.substr(blank + 1) : predicate.substr(0, blank);
      }
    }
  }
  return "event: cameo=" + std::string(stanza["cameo"]) + " lemma=" + lemmas;
}

}  // namespace

Result<Expectation> parse_expectation(std::string_view line, const std::string& where) {
  Expectation out;
  out.where = where;
  out.line = line;
  const std::size_t colon = line.find(':');
  std::string_view list = line.substr(0, std::min(colon, line.size()));
  out.none = list.starts_with("no-");
  if (out.none) list.remove_prefix(3);
  out.list = list;
  if (colon == std::string_view::npos || !is_shown_list(list)) {
    return expectation_error(where, "found \"" + std::string(line) +
                                        "\", expected a list of the record and a colon, such as \"event: type=AGREE\"");
  }
  std::string_view rest = line.substr(colon + 1);
  const auto skip_blanks = [&] { rest.remove_prefix(std::min(rest.find_first_not_of(" \t\n\r"), rest.size())); };
  for (skip_blanks(); !rest.empty(); skip_blanks()) {
    const std::size_t sign = rest.find_first_of("=~ ");
    if (sign == std::string_view::npos || sign == 0 || rest[sign] == ' ') {
      return expectation_error(
          where, "found \"" + std::string(rest.substr(0, rest.find(' '))) + "\", expected field=value or field~value");
    }
    FieldExpectation field;
    field.name = rest.substr(0, sign);
    field.contains = rest[sign] == '~';
    rest.remove_prefix(sign + 1);
    const bool in_quotes = rest.starts_with('"');
    if (in_quotes) rest.remove_prefix(1);
    const std::size_t end = std::min(rest.find(in_quotes ? '"' : ' '), rest.size());
    if (in_quotes && end == rest.size()) return expectation_error(where, "a double quote is never closed");
    const std::string_view value = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!has_shown_field(list, field.name)) {
      return expectation_error(where, "\"" + field.name + "\" is no field of " + out.list);
    }
    if (value != "none" || in_quotes) {
      const bool split = !field.contains && is_list(field.name);
      for (const std::string_view part : split_values(value, split ? ',' : '\n')) field.values.emplace_back(part);
      if (field.values.empty()) {
        return expectation_error(where, "\"" + field.name + "\" has no value; write none when it must be absent");
      }
    }
    out.fields.push_back(std::move(field));
  }
  return out;
}

Result<std::vector<Case>> read_cases(const StanzaFile& file) {
  CaseReader reader(file);
  for (const Stanza& stanza : file.stanzas) {
    if (stanza.fields.front().key != "text") {
      return file.error(stanza.line, "found \"" + std::string(stanza.fields.front().key) + ":\", expected \"text:\"");
    }
    for (const Field& field : stanza.fields) {
      std::optional<Error> error;
      if (field.key == "text") {
        reader.begin(field);
      } else if (field.key == "published") {
        error = reader.date(field);
      } else {
        error = reader.expect(field, std::string(field.key) + ": " + std::string(field.value));
      }
      if (error) return *error;
    }
    if (reader.cases.back().expectations.empty()) return file.error(stanza.line, "expects nothing of its text");
  }
  return std::move(reader.cases);
}

Result<std::vector<Case>> read_examples(const StanzaFile& file) {
  CaseReader reader(file);
  const auto close = [&](const Stanza& stanza, const Field& last) -> std::optional<Error> {
    if (!reader.cases.back().expectations.empty()) return std::nullopt;
    const std::string expected = expected_of_frame(stanza);
    if (!expected.empty()) return reader.expect(last, expected);
    reader.cases.pop_back();
    return std::nullopt;
  };
  for (const Stanza& stanza : file.stanzas) {
    bool open = false;
    for (const Field& field : stanza.fields) {
      std::optional<Error> error;
      if (field.key == "example") {
        if (open) error = close(stanza, field);
        reader.begin(field);
        open = true;
      } else if (field.key == "expect" && !open) {
        error = file.error(field.line, "found \"expect:\" before any \"example:\"");
      } else if (field.key == "expect") {
        error = reader.expect(field, field.value);
      } else if (field.key == "published" && open) {
        error = reader.date(field);
      }
      if (error) return *error;
    }
    if (open) {
      if (auto error = close(stanza, stanza.fields.back())) return *error;
    }
  }
  return std::move(reader.cases);
}

std::optional<std::string> why_unmet(const Expectation& expectation, const Record& record, const Text& text) {
  const std::vector<ShownItem> items = shown_items(record, text, expectation.list);
  if (expectation.none) {
    for (const ShownItem& item : items) {
      if (meets(expectation, item)) return "found " + to_string(item);
    }
    return std::nullopt;
  }
  if (std::any_of(items.begin(), items.end(), [&](const ShownItem& item) { return meets(expectation, item); })) {
    return std::nullopt;
  }
  if (items.empty()) return "found no " + expectation.list + " at all";
  std::string found = "found";
  for (const ShownItem& item : items) found += "\n      " + to_string(item);
  return found;
}

}  // namespace dragoman
