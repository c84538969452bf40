#include "who/register.h"

#include "text/dates.h"
#include "who/schema.h"

#include <algorithm>
#include <cctype>

namespace dragoman {

namespace {

struct Term {
  std::string_view from, to, names;
};

// "1999-10-12..2001-06-20 Pervez Musharraf | General Musharraf".
Term parse_term(std::string_view value) {
  const std::size_t blank = std::min(value.find(' '), value.size());
  const std::string_view dates = value.substr(0, blank);
  const std::size_t dots = dates.find("..");
  Term term{dates.substr(0, dots), {}, value.substr(blank)};
  if (dots != std::string_view::npos) term.to = dates.substr(dots + 2);
  return term;
}

// The first or last day of "2007" and "2007-05"; empty when it is no date.
std::string whole_day(std::string_view date, bool last) {
  std::string day(date);
  if (day.size() == 4) day += last ? "-12" : "-01";
  if (day.size() == 7) {
    for (const char* end : {"-31", "-30", "-29", "-28"}) {
      std::string candidate = day + (last ? end : "-01");
      if (is_calendar_day(candidate)) return candidate;
    }
  }
  return is_calendar_day(day) ? day : std::string();
}

}  // namespace

bool is_term(std::string_view value) {
  const Term term = parse_term(value);
  const std::string from = whole_day(term.from, false);
  return !from.empty() && (term.to.empty() || whole_day(term.to, true) >= from) && !split_values(term.names).empty();
}

Result<void> read_register(const std::filesystem::path& path, WhoLexicon& who) {
  const auto file = read_entries(path, kWhoSchema);
  if (!file) return file.error();
  for (const Stanza& stanza : (*file)->stanzas) {
    const auto offices = split_values(stanza["office"]);
    std::vector<const Field*> rows;
    for (const Field& field : stanza.fields) {
      if (field.key == "holder") rows.push_back(&field);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Term term = parse_term(rows[i]->value);
      const std::string_view next = i + 1 < rows.size() ? parse_term(rows[i + 1]->value).from : std::string_view();
      const std::string from = whole_day(term.from, false);
      const std::string to = whole_day(term.to.empty() ? next : term.to, true);
      const auto names = split_values(term.names);
      for (const auto name : names) {
        for (const auto office : offices) {
          const auto index = static_cast<std::uint32_t>(who.holders.size());
          who.holders.push_back(
              {std::string(name), std::string(office), std::string(stanza["country"]), from, to, person_key(name)});
          who.holders_by_surname[person_key(surname_of(name))].push_back(index);
        }
      }
    }
  }
  return {};
}

}  // namespace dragoman
