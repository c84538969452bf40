#include "who/register.h"

#include "lexicon/codebooks.h"
#include "text/dates.h"
#include "who/schema.h"

#include <algorithm>
#include <set>

namespace dragoman {

namespace {

// "1999-10-12..2001-06-20 Pervez Musharraf | General Musharraf".
struct RegisterTerm {
  std::string_view from, to, names;
};

RegisterTerm parse_register_term(std::string_view value) {
  const std::size_t blank = std::min(value.find(' '), value.size());
  const std::string_view dates = value.substr(0, blank);
  const std::size_t dots = dates.find("..");
  RegisterTerm term{dates.substr(0, dots), {}, value.substr(blank)};
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

class RegisterReader {
 public:
  explicit RegisterReader(WhoLexicon& who) : who_(who) {}

  Result<void> read(const std::filesystem::path& path) {
    const auto file = read_entries(path, kWhoSchema);
    if (!file) return file.error();
    for (const Stanza& stanza : (*file)->stanzas) {
      if (auto done = read(**file, stanza); !done) return done;
    }
    return {};
  }

 private:
  struct Office {
    std::vector<std::string_view> names;
    std::string_view country;
    bool of_body = false;
  };

  Result<void> read(const StanzaFile& file, const Stanza& stanza) {
    Office office{split_values(stanza["office"]), stanza["country"]};
    office.of_body = !kCountryForm.reads(office.country);
    for (const auto name : office.names) {
      if (seen_.insert(office_key(office.country, name)).second) continue;
      return file.error(stanza.line, "found a second list of \"" + std::string(name) + "\" of " +
                                         std::string(office.country) + ", expected all its holders in one");
    }
    const Field* before = nullptr;
    for (const Field& field : stanza.fields) {
      if (field.key != "holder") continue;
      if (before != nullptr) {
        if (auto done = follows(file, *before, field); !done) return done;
        const RegisterTerm term = parse_register_term(before->value);
        add(*before, office, term.to.empty() ? parse_register_term(field.value).from : term.to);
      }
      before = &field;
    }
    if (before != nullptr) add(*before, office, parse_register_term(before->value).to);
    for (const Field& field : stanza.fields) {
      if (field.key == "beside") add(field, office, parse_register_term(field.value).to);
    }
    return {};
  }

  // That the next holder began no earlier than this one, and that this one left before that.
  static Result<void> follows(const StanzaFile& file, const Field& row, const Field& next_row) {
    const RegisterTerm term = parse_register_term(row.value), next = parse_register_term(next_row.value);
    const std::string next_from = whole_day(next.from, true);
    if (next_from < whole_day(term.from, false)) {
      return file.error(next_row.line, "found \"" + std::string(next_row.value) + "\" after \"" +
                                           std::string(row.value) +
                                           "\", expected the one who began first to stand first");
    }
    if (!term.to.empty() && whole_day(term.to, false) > next_from) {
      return file.error(row.line, "found \"" + std::string(row.value) + "\", who left after \"" +
                                      std::string(next_row.value) +
                                      "\" began, expected one holder at a time or \"beside:\" for a second one");
    }
    return {};
  }

  void add(const Field& row, const Office& office, std::string_view end) {
    const RegisterTerm term = parse_register_term(row.value);
    const std::string from = whole_day(term.from, false), to = whole_day(end, true);
    ++term_;
    for (const auto name : split_values(term.names)) {
      const std::string key = person_key(name);
      if (!office.of_body) who_.name_origins.add(name, office.country);
      auto& by_surname = who_.holders_by_surname[person_key(surname_of(name))];
      for (const auto title : office.names) {
        const auto index = static_cast<std::uint32_t>(who_.holders.size());
        who_.holders.push_back(
            {std::string(name), std::string(title), std::string(office.country), from, to, key, office.of_body, term_});
        by_surname.push_back(index);
        who_.holders_by_office[office_key(office.country, title)].push_back(index);
      }
    }
  }

  WhoLexicon& who_;
  std::set<std::string> seen_;  // by office_key, over all files
  std::uint32_t term_ = 0;
};

}  // namespace

bool is_term(std::string_view value) {
  const RegisterTerm term = parse_register_term(value);
  const std::string from = whole_day(term.from, false);
  return !from.empty() && (term.to.empty() || whole_day(term.to, true) >= from) && !split_values(term.names).empty();
}

Result<void> read_register(const std::filesystem::path& folder, WhoLexicon& who) {
  RegisterReader reader(who);
  for (const auto name : split_values(kWhoSchema.file("holders_africa.txt")->names)) {
    if (auto done = reader.read(folder / name); !done) return done;
  }
  return {};
}

}  // namespace dragoman
