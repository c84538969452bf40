// Asks a store (dragoman/store.h): facts under conditions, one page on somebody, issues, full text, tables for others.
//
//   auto query = dragoman::StoreQuery::open(**store, "lexicon");
//   if (!query) complain(query.error());
//   const auto found = query->facts(dragoman::View::events, {.actors = {"Japan"}, .since = "2016"});
//   if (!found) complain(found.error());
//   for (const dragoman::Fact& fact : found->facts) std::cout << dragoman::to_json(dragoman::View::events, fact) <<
//   '\n';
//
// Names and words are given as people type them and matched without case, accents and marks (docs/questions.md). Errors
// of kind usage: what is given cannot be understood; input: a name that nobody in the store bears, a number under which
// nothing stands; setup: the store cannot be read. Like its Store a StoreQuery is used by one thread at a time.
#pragma once

#include "dragoman/api.h"
#include "dragoman/result.h"
#include "dragoman/store.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dragoman {

/// The lists of a record whose items are facts, each a table of the store.
enum class FactList : std::uint8_t { events, meetings, statements, positions, agenda };

/// Which facts stand together: one list, or the course of things.
enum class View : std::uint8_t { events, meetings, statements, positions, agenda, timeline };

/// In what order facts stand: of time, or first those that most reports tell, that are most sure, or that are most
/// intense (events alone, by the distance of their PLOVER score from 0).
enum class Sort : std::uint8_t { day, reports, confidence, intensity };

/// What facts must have in common; all that is given must hold.
struct Conditions {
  std::vector<std::string> actors = {};  // each takes part: a name, a country, "foreign minister of Japan"
  std::optional<std::pair<std::string, std::string>> between = {};  // each on a side of its own
  std::vector<std::string> countries = {};                          // somebody acts for each: "Japan", "JPN"
  /// Any of them. Events: a PLOVER type in capitals, a mode, or first digits of a CAMEO code; meetings: a level;
  /// statements: a kind; positions: a stance.
  std::vector<std::string> types = {};
  std::vector<std::string> issues = {};    // any of them: words of an issue or of its topic
  std::vector<std::string> places = {};    // any of them: a place, or a country with all places in it
  std::vector<std::string> statuses = {};  // any of them
  std::vector<std::string> sources = {};   // any of them says so, or passed it on
  std::vector<std::string> agencies = {};  // any of them: words of a publisher's name
  std::string since = {}, until = {};      // of a fact's first day: a day, a month or a year
  int limit = 50;                          // at most so many rows
  int min_reports = 1;                     // so many documents tell it; of statements and positions each is told by one
  double min_confidence = 0;               // a telling of it is at least so sure, 0 to 1
  Sort sort = Sort::day;
  int offset = 0;         // rows that are passed over, counted from where the answer would begin
  bool separate = false;  // each telling is a row of its own, though several tell of one happening
};

/// Who has which part in a fact: "actor", "recipient", "source", "participant", "speaker", "addressee", "chain", "by".
struct FactPart {
  std::string role, name, country;
  bool by_register = false;  ///< the report tells the office alone; the register of office holders has the name
};

/// Values of a slot on which the tellings of one happening do not agree.
struct Disagreement {
  std::string slot;
  std::vector<std::string> values;  // most told first
};

/// A fact as one report tells it. What it does not have is empty.
struct DRAGOMAN_API Fact {
  FactList list = FactList::events;
  std::int64_t id = 0, happening = 0, document = 0;  // tellings of one happening have its number in common
  std::string date, basis, first_day, last_day;
  std::string type, mode, contexts, cameo, lemma;  // of events; `type` also level, kind or stance
  int quad = 0;
  double goldstein = 0, intensity = 0;  // the Goldstein scale's value, and PLOVER's, -10 to 10
  std::optional<double> confidence;     // the chance that its core is right, 0 to 1; nothing when not kept
  std::string status, ordinal;          // of events, meetings and statements; the latter of meetings alone
  std::string words;                    // content of a statement, "what" of an agenda item
  std::string cue, venue, act;          // of statements
  std::string dictionary;               // of events
  std::string tense, condition;         // of positions: "past perfect", "if both sides ask for it"
  std::string place, place_country;
  std::optional<double> lat, lon;
  std::vector<std::string> issues;
  std::vector<FactPart> parts;
  std::int64_t begin = 0, end = 0;  // of the evidence, in code points
  std::string evidence;
  std::string uri, title, agency, published, link, sha;
  int reports = 1, copies = 0;  // that tell it, and near copies of these
  std::vector<Disagreement> disagreements;

  /// "v123", as StoreQuery::tellings takes it.
  std::string label() const;
  /// Names of those with the role, in order.
  std::vector<std::string> names(std::string_view role) const;
};

/// All values of a fact as one JSON object; in a timeline the facts of all lists have the same names.
DRAGOMAN_API std::string to_json(View view, const Fact& fact);

/// Facts in their order.
struct Answer {
  std::vector<Fact> facts;
  bool more = false;  // there are others beyond the limit
};

/// By what facts are counted. A pair is two countries: one does it to the other, or they do it with each other.
enum class By : std::uint8_t { month, year, actor, pair, type, place, issue, agency };

/// How many facts have a value; each happening counts once, and for each value that it has.
struct Count {
  std::string value;
  std::int64_t facts = 0;
};

struct Counts {
  std::vector<Count> counts;  // months and years in order of time, else most facts first
  std::int64_t facts = 0;     // that answer, with a value or without
  bool more = false;          // there are others beyond the limit
};

/// A value in two spans of time, side by side.
struct Change {
  std::string value;
  std::int64_t before = 0, after = 0;
};

struct Comparison {
  std::vector<Change> changes;         // the greatest change first
  std::int64_t before = 0, after = 0;  // facts that answer, with a value or without
  bool more = false;
};

/// An actor of the store, with the number of documents that speak of it or of who is one with it.
struct Person {
  std::int64_t actor = 0;
  std::string name, type, country;
  std::int64_t documents = 0;
};

struct Office {
  std::string title;
  std::string status;  // "former", "acting" …; empty for one that is held, and where it was not kept
  std::string country;
  std::string first, last;  // days of publication between which reports give it; empty when none is known
  std::int64_t reports = 0;
};

/// Another name under which reports speak of somebody, and why the two are taken for one.
struct OtherName {
  std::string name, why;
  std::int64_t documents = 0;
};

struct Counterpart {
  std::string name;
  std::int64_t facts = 0;
};

/// Who somebody is, on one page.
struct Dossier {
  Person who;
  std::vector<OtherName> names;                               // other actors of the store that are one with it
  std::vector<Office> offices;                                // most reports first
  std::vector<Counterpart> counterparts;                      // most facts first; counted over the latest 1,000 facts
  std::vector<Fact> meetings, events, statements, positions;  // the latest of each, in order of time
};

struct IssueCount {
  std::string label, topic;
  std::int64_t documents = 0;
};

/// Which documents are listed, beside the agencies and days of the conditions.
struct DocumentChoice {
  std::vector<std::int64_t> documents = {};  // of these numbers; of any when there are none
  std::string name = {};                     // letters of its uri or title, as they are written
  bool undated = false;                      // whose day of publication is not known
  bool copies = false;                       // near copies alone
};

/// A document of the store without its text.
struct DocumentRow {
  std::int64_t id = 0;
  std::string uri, title, agency, language, published;
  std::string basis;         // how the day is known: given, metadata, dateline, inferred, unknown
  std::int64_t copy_of = 0;  // of a near copy
  std::int64_t characters = 0;
  std::string link;
};

struct DocumentList {
  std::vector<DocumentRow> documents;  // the newest first, those without a day last
  std::int64_t all = 0;                // that the choice leaves
  bool more = false;
};

/// One count of the store: {"month", "2016-05", 120}.
struct Statistic {
  std::string what, value;
  std::int64_t number = 0;
};

/// A document that holds the words that were sought.
struct Hit {
  std::int64_t document = 0;
  std::string uri, title, agency, published, link;
  std::string snippet;      // the words found stand between "[" and "]"
  std::vector<Fact> facts;  // whose evidence holds words that were sought
};

struct Hits {
  std::vector<Hit> hits;  // best first
  bool more = false;
};

enum class ExportFormat : std::uint8_t { csv, jsonl };

class DRAGOMAN_API StoreQuery {
 public:
  /// For asking `store`, which outlives it; `lexicon` is the folder that the names of countries are read from.
  static Result<StoreQuery> open(Store& store, const std::filesystem::path& lexicon);
  StoreQuery(StoreQuery&&) noexcept;
  StoreQuery& operator=(StoreQuery&&) noexcept;
  ~StoreQuery();

  /// The latest facts under the conditions, or the first ones when they say since when and not until when; in order of
  /// time, one for each happening. With another order the first ones of it, the later before the earlier of equals. In
  /// a timeline events, meetings and what is on the agenda stand side by side, each once: a meeting instead of the
  /// event that it is too.
  Result<Answer> facts(View view, const Conditions& conditions);

  /// How many facts of a list have which months, actors …, at most the limit of them; the latest of months and years.
  /// Errors (kind usage): the list has no such thing, as an agenda no type and a timeline none at all.
  Result<Counts> count(View view, By by, const Conditions& conditions);
  /// The same in two spans: "2016", "2016-03", "2016-03..2016-09". Since and until of the conditions do not count.
  Result<Comparison> compare(View view, By by, const Conditions& conditions, std::string_view before,
                             std::string_view after);

  /// Who may be meant by a name, those first of whom most documents speak; never empty.
  Result<std::vector<Person>> persons(std::string_view name);
  /// At most `limit` facts of each list.
  Result<Dossier> dossier(const Person& person, int limit);

  /// What is talked about, labels with the most documents first. With conditions other than issues, those of the latest
  /// 1,000 statements, positions and events each that answer them.
  Result<std::vector<IssueCount>> issues(const Conditions& conditions);

  /// Documents that hold all the words; "quoted phrases" stay together. Of the conditions since and until (days of
  /// publication), agencies and limit count. An Error (kind usage) too when no words are left to look for, or more than
  /// 64 different ones.
  Result<Hits> search(std::string_view words, const Conditions& conditions);

  /// The documents that the choice leaves; of the conditions since, until (days of publication), agencies, limit and
  /// offset count.
  Result<DocumentList> documents(const DocumentChoice& choice, const Conditions& conditions);
  /// Documents by day, month, agency, language and size, the facts of each list, what was set aside, what read them.
  Result<std::vector<Statistic>> statistics();

  /// All tellings of the fact that stands under a label, in order of id; of statements and positions it alone. "v123"
  /// is an event, "m12" a meeting, "q7" a statement, "k3" a position, "a4" an item of the agenda.
  Result<std::vector<Fact>> tellings(std::string_view label);
  /// All facts of the document under a label such as "d5", list by list, in the order of its text.
  Result<std::vector<Fact>> document_facts(std::string_view label);
  /// All that the store holds of either, in words, wrapped to `width` columns.
  Result<std::string> describe(std::string_view label, int width);

 private:
  struct Inside;
  explicit StoreQuery(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

/// Writes every table as FOLDER/TABLE.csv or FOLDER/TABLE.jsonl, all of one moment, and datapackage.json, which says
/// what type each column has. A list is JSON in JSON Lines and a table of its own in CSV. Files that are there are
/// replaced. Errors (kind output): the folder or a file cannot be written.
DRAGOMAN_API Result<void> export_tables(Store& store, const std::filesystem::path& folder, ExportFormat format);

/// Counts of events by pair of countries and month: each happening once, in both directions when they did it with each
/// other. Only what happened or is going on, and is dated to a month or better. `take` gets each line.
DRAGOMAN_API Result<void> export_dyads(Store& store, ExportFormat format,
                                       const std::function<void(std::string_view line)>& take);

}  // namespace dragoman
