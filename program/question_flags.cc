#include "program/question_flags.h"

#include "program/upgrade_notice.h"
#include "store/keys.h"
#include "text/days.h"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace dragoman {

namespace {

Error usage(std::string message) {
  return {ErrorKind::usage, "", std::move(message)};
}

/// That the words stand in the text next to each other, both folded.
bool has_words(const std::string& text, const std::string& words) {
  return !words.empty() && (" " + text + " ").find(" " + words + " ") != std::string::npos;
}

/// "Japan/Russia" or two names.
Result<std::pair<std::string, std::string>> two_names(const std::vector<std::string>& given) {
  if (given.size() == 2) return std::pair(given[0], given[1]);
  const std::size_t slash = given.front().find('/');
  if (given.size() != 1 || slash == std::string::npos) {
    return usage("--between takes two names: --between Japan Russia, or --between Japan/Russia");
  }
  return std::pair(given.front().substr(0, slash), given.front().substr(slash + 1));
}

/// Agencies of the store whose names hold the words.
Result<std::vector<std::string>> agencies_like(Database& db, const std::vector<std::string>& typed) {
  std::vector<std::string> known = distinct_values(db, "documents", "agency"), out;
  for (const std::string& name : typed) {
    const std::size_t before = out.size();
    for (const std::string& agency : known) {
      if (has_words(search_form(agency), search_form(name))) out.push_back(agency);
    }
    if (out.size() > before) continue;
    constexpr std::size_t kMost = 10;
    if (known.size() > kMost) known.resize(kMost);
    return Error{ErrorKind::input, "",
                 fmt::format("no document of the store is from \"{}\"{}", name,
                             known.empty() ? "; no agency is known of any"
                                           : fmt::format("; there are {}", fmt::join(known, ", ")))};
  }
  return out;
}

}  // namespace

Flag StoreFlags::store_flag() {
  return {"--store", "FILE", "The store; DRAGOMAN_STORE names it where this flag does not", &store};
}

Flag StoreFlags::format_flag(std::vector<std::string> formats) {
  if (format.empty()) format = formats.front();
  return {"--format", "FORMAT", "How the answer is printed", &format, std::move(formats)};
}

Flag StoreFlags::lexicon_flag() {
  return {"--lexicon", "DIR", "Folder of the lexicon, for the names of countries", &files.lexicon};
}

Result<std::string> store_path(const StoreFlags& flags) {
  std::string path = flags.store;
  if (const char* named = std::getenv("DRAGOMAN_STORE"); path.empty() && named != nullptr) path = named;
  if (path.empty()) {
    return Error{ErrorKind::usage, "",
                 "name a store with --store FILE or DRAGOMAN_STORE; `dragoman add PATH… --store FILE` makes one"};
  }
  return path;
}

Result<OpenStore> open_store(const StoreFlags& flags) {
  const auto path = store_path(flags);
  if (!path) return path.error();
  const auto lexicon = find_lexicon(flags.files);
  if (!lexicon) return lexicon.error();
  auto countries = CountryNames::load(*lexicon);
  if (!countries) return countries.error();
  Progress progress;
  auto store = Store::open(*path, Store::Mode::read, upgrade_progress(progress));
  if (!store) return store.error();
  tell_upgrade(progress, **store, *path);
  return OpenStore{std::move(*store), std::move(*countries)};
}

std::vector<Flag> QuestionFlags::flags(View view) {
  const bool events = view == View::events || view == View::timeline;
  std::vector<Flag> out = {
      {"--actor", "NAME",
       "Somebody who takes part: a name, a country, \"foreign minister of Japan\"; given several times, all do",
       &actors},
      {"--between", "A B", "What is between two: two names, or Japan/Russia", &between},
      {"--country", "NAME",
       "A country for which somebody takes part, by name or ISO code; given several times, all of them", &countries}};
  out[1].values = 2;
  if (events) {
    out.push_back({"--type", "TYPE",
                   "Events of a PLOVER type (CONSULT), a mode (artillery) or a CAMEO code (19 or 190); given several "
                   "times, any of them",
                   &types});
  } else if (view == View::meetings) {
    out.push_back({"--type", "LEVEL", "Meetings of a level, as summit; given several times, any of them", &types});
  } else if (view == View::statements) {
    out.push_back({"--type", "KIND", "Statements of a kind: direct, indirect, mixed", &types});
  } else if (view == View::positions) {
    out.push_back({"--type", "STANCE", "Positions of a stance, as supports; given several times, any of them", &types});
  }
  if (view != View::meetings && view != View::agenda)
    out.push_back({"--issue", "WORDS",
                   "What it is about: words of an issue or its topic; given several times, any of them", &issues});
  if (view != View::positions)
    out.push_back({"--place", "NAME",
                   "Where: a place, or a country with all places in it; given several times, any of them", &places});
  out.push_back(
      {"--since", "DATE",
       "From a day on, as 2016-12-03, 2016-12 or 2016; without --until the first facts from then on are shown",
       &since});
  out.push_back({"--until", "DATE", "Up to a day", &until});
  if (events || view == View::meetings || view == View::statements)
    out.push_back({"--status", "STATUS",
                   "happened, planned, denied and so on of events and statements, held, planned or cancelled of "
                   "meetings; given several times, any of them",
                   &statuses});
  if (events || view == View::statements)
    out.push_back({"--source", "NAME", "Who says so, or passed it on; given several times, any of them", &sources});
  out.push_back({"--agency", "NAME", "The publisher; given several times, any of them", &agencies});
  out.push_back({"--limit", "N", "At most so many rows", &limit});
  return out;
}

Result<Question> QuestionFlags::question(OpenStore& store) const {
  Names names(store.database(), store.countries);
  Question q;
  for (const std::string& actor : actors) {
    auto party = names.party(actor);
    if (!party) return party.error();
    q.actors.push_back(std::move(*party));
  }
  if (!between.empty()) {
    const auto two = two_names(between);
    if (!two) return two.error();
    auto a = names.party(two->first);
    if (!a) return a.error();
    auto b = names.party(two->second);
    if (!b) return b.error();
    q.between.emplace(std::move(*a), std::move(*b));
  }
  for (const std::string& name : countries) {
    auto code = names.country(name);
    if (!code) return code.error();
    q.countries.push_back(std::move(*code));
  }
  q.types = types;
  for (const std::string& words : issues) {
    q.issues.push_back(search_form(words));
    if (q.issues.back().empty()) return usage("--issue is \"" + words + "\", expected words");
  }
  if (!issues.empty()) {
    for (const std::string& topic : distinct_values(store.database(), "issues", "parent")) {
      const std::string label = search_form(topic);
      if (std::any_of(q.issues.begin(), q.issues.end(), [&](const std::string& w) { return has_words(label, w); }))
        q.topics.push_back(topic);
    }
  }
  for (const std::string& place : places) {
    q.places.push_back(search_form(place));
    if (std::string code = store.countries.code(q.places.back()); !code.empty())
      q.place_countries.push_back(std::move(code));
  }
  q.statuses = statuses;
  for (const std::string& source : sources) {
    auto party = names.party(source);
    if (!party) return party.error();
    q.sources.push_back(std::move(*party));
  }
  if (!agencies.empty()) {
    auto known = agencies_like(store.database(), agencies);
    if (!known) return known.error();
    q.agencies = std::move(*known);
  }
  const auto day = [](const char* flag, const std::string& value, bool last, std::string& to) -> std::optional<Error> {
    if (value.empty()) return std::nullopt;
    const auto days = days_of(value);
    if (!days)
      return usage(fmt::format("{} is \"{}\", expected a date such as 2016-12-03, 2016-12 or 2016", flag, value));
    to = day_text(last ? days->last : days->first);
    return std::nullopt;
  };
  if (const auto error = day("--since", since, false, q.since)) return *error;
  if (const auto error = day("--until", until, true, q.until)) return *error;
  if (limit < 1) return usage(fmt::format("--limit is {}, expected a number from 1 on", limit));
  q.limit = limit;
  return q;
}

int no_answer(const Error& error) {
  const int code = cannot_run(error);
  return error.kind == ErrorKind::input ? kSomeFailed : code;
}

}  // namespace dragoman
