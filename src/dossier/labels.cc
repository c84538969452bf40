#include "dossier/labels.h"

#include "output/dates.h"
#include "output/plain.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace dragoman::web {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array kTypes = {Pair{"AGREE", "Agreement"},
                               Pair{"CONSULT", "Consultation"},
                               Pair{"SUPPORT", "Support"},
                               Pair{"COOPERATE", "Cooperation"},
                               Pair{"AID", "Aid"},
                               Pair{"CONCEDE", "Concession"},
                               Pair{"YIELD", "Concession"},
                               Pair{"REQUEST", "Request"},
                               Pair{"ACCUSE", "Accusation"},
                               Pair{"REJECT", "Rejection"},
                               Pair{"THREATEN", "Threat"},
                               Pair{"PROTEST", "Protest"},
                               Pair{"SANCTION", "Sanction"},
                               Pair{"MOBILIZE", "Mobilisation"},
                               Pair{"COERCE", "Coercion"},
                               Pair{"ASSAULT", "Assault"},
                               Pair{"RETREAT", "Retreat"},
                               Pair{"INVESTIGATE", "Investigation"},
                               Pair{"SURVEIL", "Surveillance"}};

constexpr std::array kSigns = {Pair{"happened", "●"},    Pair{"held", "●"},      Pair{"ongoing", "◐"},
                               Pair{"planned", "○"},     Pair{"requested", "◇"}, Pair{"hoped", "△"},
                               Pair{"conditional", "◌"}, Pair{"reported", "◎"},  Pair{"denied", "⊘"},
                               Pair{"cancelled", "⊘"}};

std::string_view of(const auto& pairs, std::string_view key) {
  for (const auto& [k, value] : pairs) {
    if (k == key) return value;
  }
  return {};
}

/// What is said of a day whose year or week is not known: "XXXX-07-09" is "9 July, year not given", "XXXX-WXX-2" "a
/// Tuesday".
std::string partial_day(std::string_view value) {
  const std::string words = partial_date(value);
  if (words.empty()) return words;
  return value.starts_with("XXXX-W") ? "a " + words : words + ", year not given";
}

}  // namespace

std::string type_label(std::string_view plover) {
  const std::string_view words = of(kTypes, plover);
  return std::string(words.empty() ? plover : words);
}

std::string kind_label(const Fact& fact) {
  switch (fact.list) {
    case FactList::events:
      return type_label(fact.type) + (fact.mode.empty() ? "" : " (" + fact.mode + ")");
    case FactList::meetings:
      return fact.type.empty() ? "Meeting" : "Meeting (" + fact.type + ")";
    case FactList::statements:
      return "Statement";
    case FactList::positions:
      return "Position";
    case FactList::agenda:
      return "Agenda";
  }
  return {};
}

std::string_view quad_label(int quad) {
  constexpr std::array<std::string_view, 5> kQuads = {"none", "verbal cooperation", "material cooperation",
                                                      "verbal conflict", "material conflict"};
  return kQuads[quad >= 0 && quad <= 4 ? static_cast<std::size_t>(quad) : 0];
}

std::string_view status_sign(std::string_view status) {
  return of(kSigns, status);
}

std::string status_label(FactList list, std::string_view status) {
  if (list == FactList::statements) {
    if (status == "denied") return "did not say so";
    if (status == "planned") return "is to say so";
    if (status == "conditional") return "may say so";
    return status == "happened" ? "said" : std::string(status);
  }
  if (status == "reported") return "said to have happened";
  if (status == "conditional") return "open: may or may not happen";
  if (status == "denied") return "did not happen, or is denied";
  return std::string(status);
}

std::string confidence_label(double confidence) {
  const std::string_view words = confidence >= .9   ? "very likely right"
                                 : confidence >= .7 ? "likely right"
                                 : confidence >= .5 ? "rather likely right"
                                                    : "doubtful";
  const int hundredths = static_cast<int>(confidence * 100 + 1e-6);  // .499 is no .50
  return hundredths >= 100 ? std::string(words) + " (1.00)"
                           : fmt::format("{} (.{:02})", words, std::max(0, hundredths));
}

std::string day_label(std::string_view day) {
  return plain_date(day);
}

DayLabel day_of(const Fact& fact) {
  constexpr std::string_view kNone = "no day given";
  if (fact.basis == "published") {
    const std::string day = plain_date(fact.first_day);
    return day.empty() ? DayLabel{std::string(kNone), {}} : DayLabel{day, "day of the report"};
  }
  if (std::string day = plain_date(fact.date); !day.empty()) return {std::move(day), {}};
  if (std::string day = partial_day(fact.date); !day.empty()) return {std::move(day), {}};
  const std::string first = plain_date(fact.first_day), last = plain_date(fact.last_day);
  if (first.empty()) return {std::string(kNone), {}};
  return {first == last || last.empty() ? first : first + " to " + last, {}};
}

std::string day_label(const Fact& fact) {
  const DayLabel label = day_of(fact);
  return label.note.empty() ? label.day : fmt::format("{} ({})", label.day, label.note);
}

std::string unbroken(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (c == ' ') {
      out += "\xC2\xA0";
    } else {
      out.push_back(c);
    }
  }
  return out;
}

std::string number_label(std::int64_t n) {
  std::string digits = std::to_string(n);
  for (auto at = static_cast<std::int64_t>(digits.size()) - 3; at > (n < 0 ? 1 : 0); at -= 3) {
    digits.insert(static_cast<std::size_t>(at), ",");
  }
  return digits;
}

std::string count_label(std::int64_t n, std::string_view one, std::string_view many) {
  if (n == 1) return fmt::format("1 {}", one);
  return many.empty() ? fmt::format("{} {}s", number_label(n), one) : fmt::format("{} {}", number_label(n), many);
}

std::string unbroken_count(std::int64_t n, std::string_view one, std::string_view many) {
  return unbroken(count_label(n, one, many));
}

std::string list_label(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
    out += names[i];
  }
  return out;
}

std::string report_label(std::string_view title, std::string_view uri) {
  if (!title.empty()) return plain_line(title);
  const std::size_t stroke = uri.find_last_of('/');
  const bool name_behind =
      stroke != std::string_view::npos && stroke + 1 < uri.size() && uri.find("://") == std::string_view::npos;
  return plain_line(name_behind ? uri.substr(stroke + 1) : uri);
}

std::string source_label(std::string_view agency, std::string_view day) {
  std::string label = plain_line(agency);
  if (!label.empty() && !day.empty()) label += ", ";
  return label.append(day);
}

std::string shortened(std::string_view text, std::size_t characters) {
  std::size_t at = 0, n = 0;
  std::size_t cut = 0;
  while (at < text.size() && n <= characters) {
    if (n + 1 == characters) cut = at;
    next_code_point(text, at);
    ++n;
  }
  if (n <= characters) return std::string(text);
  // Behind a whole word, unless that is a long one.
  constexpr std::size_t kLongWord = 16;
  const std::size_t blank = text.rfind(' ', cut);
  if (blank != std::string_view::npos && blank > 0 && cut - blank < kLongWord) cut = blank;
  return std::string(text.substr(0, cut)) + "…";
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

}  // namespace dragoman::web
