#include "program/question_flags.h"

#include "program/upgrade_notice.h"
#include "query/count.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

#include <fmt/format.h>

namespace dragoman {

namespace {

/// "Japan/Russia" or two names.
Result<std::pair<std::string, std::string>> two_names(const std::vector<std::string>& given) {
  if (given.size() == 2) return std::pair(given[0], given[1]);
  const std::size_t slash = given.front().find('/');
  if (given.size() != 1 || slash == std::string::npos) {
    return Error{ErrorKind::usage, "", "--between takes two names: --between Japan Russia, or --between Japan/Russia"};
  }
  return std::pair(given.front().substr(0, slash), given.front().substr(slash + 1));
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
  Progress progress;
  auto store = Store::open(*path, Store::Mode::read, upgrade_progress(progress));
  if (!store) return store.error();
  tell_upgrade(progress, **store, *path);
  auto query = StoreQuery::open(**store, *lexicon);
  if (!query) return query.error();
  return OpenStore{std::move(*store), std::move(*query)};
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
  out.push_back({"--min-confidence", "N", "Only what is at least so sure, from 0 to 1", &min_confidence});
  const bool merged = view != View::statements && view != View::positions;
  if (merged) {
    out.push_back({"--min-reports", "N", "Only what at least so many reports tell", &min_reports});
    out.push_back({"--separate", "", "A row for each telling, though several tell of one", &separate});
  }
  std::vector<std::string> orders = {"day", "confidence"};
  if (merged) orders.emplace_back("reports");
  if (events) orders.emplace_back("intensity");
  out.push_back({"--sort", "ORDER",
                 "In order of time, or with those first that are most sure, most reported or (events) most intense, to "
                 "either side",
                 &sort, std::move(orders)});
  out.push_back({"--limit", "N", "At most so many rows", &limit});
  out.push_back(
      {"--offset", "N", "Pass over so many rows, to see those behind the first or before the latest", &offset});
  std::vector<std::string> values;
  for (const By one : kCountedBy) {
    if (can_count(view, one)) values.emplace_back(name_of(one));
  }
  if (values.empty()) return out;
  out.push_back({"--by", "WHAT",
                 "Count them in place of showing them; a pair is two countries. Each fact counts once, however many "
                 "reports tell it",
                 &by, std::move(values)});
  out.push_back({"--compare", "A B",
                 "With --by, count in two spans side by side, as 2015 2016, or 2016-01..2016-03 2016-04..2016-06; the "
                 "greatest change comes first",
                 &compare});
  out.back().values = 2;
  return out;
}

std::string QuestionFlags::how_to_go_on(bool more) const {
  return more ? fmt::format("; there are more: --limit N, or --offset {}", offset + limit) : "";
}

Result<std::optional<By>> QuestionFlags::counted_by() const {
  const auto wrong = [](std::string message) { return Error{ErrorKind::usage, "", std::move(message)}; };
  if (by.empty() && compare.empty()) return std::optional<By>();
  if (by.empty()) return wrong("--compare goes with --by: it says what is counted in the two spans");
  if (sort != "day") return wrong("--sort goes with rows, and --by counts");
  if (!compare.empty() && compare.size() != 2)
    return wrong("--compare takes two spans: --compare 2015 2016, or --compare 2016-01..2016-03 2016-04..2016-06");
  if (!compare.empty() && !(since.empty() && until.empty()))
    return wrong("--compare says which days are counted, and --since and --until cannot");
  return std::optional(*std::find_if(kCountedBy.begin(), kCountedBy.end(), [&](By one) { return name_of(one) == by; }));
}

namespace {

/// "0.7" as a number; 0 where none is given.
Result<double> confidence_of(const std::string& typed) {
  if (typed.empty()) return 0.0;
  double number = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
  if (error != std::errc() || end != typed.data() + typed.size() || !(number >= 0 && number <= 1))
    return Error{ErrorKind::usage, "", "--min-confidence is \"" + typed + "\", expected a number from 0 to 1"};
  return number;
}

/// The flag's value as the library has it.
Sort sort_of(const std::string& typed) {
  return typed == "reports"      ? Sort::reports
         : typed == "confidence" ? Sort::confidence
         : typed == "intensity"  ? Sort::intensity
                                 : Sort::day;
}

Error too_small(const char* flag, int value, int least) {
  return {ErrorKind::usage, "", fmt::format("{} is {}, expected a number from {} on", flag, value, least)};
}

}  // namespace

Result<Conditions> QuestionFlags::conditions() const {
  Conditions conditions = {.actors = actors,
                           .countries = countries,
                           .types = types,
                           .issues = issues,
                           .places = places,
                           .statuses = statuses,
                           .sources = sources,
                           .agencies = agencies,
                           .since = since,
                           .until = until,
                           .limit = limit};
  if (limit < 1) return too_small("--limit", limit, 1);
  if (min_reports < 1) return too_small("--min-reports", min_reports, 1);
  if (offset < 0) return too_small("--offset", offset, 0);
  const auto sure = confidence_of(min_confidence);
  if (!sure) return sure.error();
  conditions.min_reports = min_reports;
  conditions.min_confidence = *sure;
  conditions.sort = sort_of(sort);
  conditions.offset = offset;
  conditions.separate = separate;
  if (between.empty()) return conditions;
  auto two = two_names(between);
  if (!two) return two.error();
  conditions.between = std::move(*two);
  return conditions;
}

int no_answer(const Error& error) {
  const int code = cannot_run(error);
  return error.kind == ErrorKind::input ? kSomeFailed : code;
}

}  // namespace dragoman
