// The record: what dragoman gives for one document (schema dragoman.record/1, see schema/record-1.json).
//
// Offsets are Unicode code points into the document's text as it was given, begin inclusive, end exclusive.
// Items refer to each other by index into the record's own lists; the JSON writer prints index 0 of `entities` as "e1",
// of `events` as "v1" and so on. Absent is an empty optional, string or list, never a guess.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// A stretch of the document, in code points.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const Span&) const = default;
};

using Index = std::uint32_t;

/// The words that state a fact and the sentence that they stand in.
struct Evidence {
  Index sentence = 0;
  Span span;
};

/// Where a date comes from: the words of the text, the day of publication, or what else the report tells.
enum class DateBasis : std::uint8_t { text, published, inferred };

/// A date with where it comes from. `value` is TIMEX3/EDTF: 2016-12-03, 2016-12, 2016, 2016-12-15/2016-12-16,
/// XXXX-12-15.
struct DateValue {
  std::string value;
  DateBasis basis = DateBasis::text;
};

/// What a stretch of the document is that is no part of the story.
enum class BoilerplateKind : std::uint8_t { byline, dateline, headline, subscription, navigation, caption, other };

struct Boilerplate {
  Span span;
  BoilerplateKind why = BoilerplateKind::other;
};

/// How the day of publication is known.
enum class PublishedBasis : std::uint8_t { given, metadata, dateline, inferred, unknown };

struct Published {
  std::string value;  // empty when it is not known to the day
  PublishedBasis basis = PublishedBasis::unknown;
  std::string earliest, latest;  // bounds, YYYY-MM-DD; empty when there are none
  std::string time = {};         // of that day, HH:MM as the source has it, in whatever zone; empty when not known
};

struct DocumentInfo {
  std::string id;  // sha256:… of the text
  std::string uri, title, agency, byline, language;
  std::uint32_t length = 0;  // code points
  Published published;
  std::vector<Boilerplate> boilerplate;
};

enum class EntityType : std::uint8_t { person, organisation, country, media, group };
enum class MentionKind : std::uint8_t { name, title, pronoun, metonym, possessive };

struct Mention {
  Span span;
  MentionKind kind = MentionKind::name;
};

/// Whether an office is held, no longer held or not yet: "former minister", "president-elect", "the late king".
enum class RoleStatus : std::uint8_t { current, former, acting, elect, designate, outgoing, honorary, late };

/// An office or function: "foreign minister" of Russia, sector GOV.
struct Role {
  std::string title;
  std::optional<Index> of;  // entity
  std::string country;      // ISO 3166-1 alpha-3
  std::string sector;       // CAMEO role code
  Evidence evidence;
  RoleStatus status = RoleStatus::current;
};

struct Entity {
  std::string name;
  EntityType type = EntityType::person;
  std::string country;        // ISO 3166-1 alpha-3
  double country_chance = 1;  // that it is of that country, 0 to 1: below 1 where no words beside its name tell it
  bool anonymous = false;
  std::vector<Role> roles;
  std::string code;  // CAMEO actor code
  std::vector<Mention> mentions;
  double confidence = 1;         // of a named person: the chance that the name is a person's at all, 0 to 1
  std::vector<std::string> why;  // what makes it more or less sure; only where the reader was asked to explain

  /// Whether it is a person with a name: such have a confidence.
  bool is_named_person() const { return type == EntityType::person && !anonymous; }
  /// Whether the story alone tells its country, no words beside its name.
  bool is_country_guessed() const { return !country.empty() && country_chance < 1; }
  /// Its country where words tell it or it is all but certain, else empty: what other facts may rest on.
  std::string_view sure_country() const {
    constexpr double kSure = 0.9;
    return country_chance < kSure ? std::string_view() : std::string_view(country);
  }
};

struct Place {
  std::string name;
  std::string country;
  std::optional<double> lat, lon;  // degrees, WGS 84
  std::optional<std::int64_t> geonames_id;
  std::vector<Span> mentions;
};

/// The types of TIMEX3; in the record's JSON in capitals.
enum class TimeType : std::uint8_t { date, time, duration, set };

struct Time {
  Span span;
  TimeType type = TimeType::date;
  std::string value;  // TIMEX3
  std::string mod;    // TIMEX3 mod: START, MID, END, APPROX …
};

struct Issue {
  std::string label;
  std::optional<Index> parent;
  std::vector<Span> mentions;
};

/// The word that carries an event or a statement.
struct Trigger {
  Span span;
  std::string lemma;
};

/// PLOVER's types of events; in the record's JSON in capitals.
enum class EventType : std::uint8_t {
  agree,
  consult,
  support,
  concede,
  cooperate,
  aid,
  retreat,
  request,
  accuse,
  reject,
  threaten,
  protest,
  sanction,
  mobilize,
  coerce,
  assault
};
inline constexpr std::size_t kEventTypeCount = 16;

enum class EventStatus : std::uint8_t { happened, ongoing, planned, requested, hoped, conditional, reported, denied };

struct Event {
  EventType type = EventType::consult;
  std::string mode;  // PLOVER
  std::vector<std::string> contexts;
  std::string cameo;
  int quad = 0;  // 1 verbal cooperation … 4 material conflict
  double goldstein = 0;
  double score = 0;  // PLOVER's own
  std::vector<Index> actors, recipients;
  std::optional<Index> issue;
  std::string theme;
  std::optional<DateValue> date;
  std::optional<Index> place;
  EventStatus status = EventStatus::happened;
  std::vector<Index> sources;  // who says so, outermost first
  Trigger trigger;
  Evidence evidence;
  std::vector<Evidence> also;         // the same event told again
  std::string dictionary;             // "my.verbs.txt:12": the entry of a user's dictionary that coded it; else empty
  double confidence = 1;              // the chance that its core is true, 0 to 1
  std::vector<std::string> why = {};  // how it was found, a clue each; empty where the reader was not asked to explain
};

enum class StatementKind : std::uint8_t { direct, indirect, mixed };

struct Statement {
  std::vector<Index> speakers;
  std::optional<Span> speaker_span;
  std::vector<Index> addressees;
  std::optional<Trigger> cue;
  StatementKind kind = StatementKind::indirect;
  std::string act;  // what is done by saying it: state, deny, promise, demand, accuse … as the lexicon has it
  EventStatus status = EventStatus::happened;  // happened | planned | conditional | reported ("reportedly said") |
                                               // denied ("did not say that")
  std::vector<Span> content;
  std::vector<Index> chain;  // who passed it on, outermost first
  std::string venue;
  std::optional<DateValue> date;
  std::optional<Index> place;
  std::vector<Index> issues;
  Evidence evidence;
  double confidence = 1;              // the chance that its core is true, 0 to 1
  std::vector<std::string> why = {};  // how it was found, a clue each; empty where the reader was not asked to explain
};

enum class MeetingStatus : std::uint8_t { held, planned, cancelled };

struct Meeting {
  std::vector<Index> participants;
  std::optional<DateValue> date;
  std::optional<Index> place;
  MeetingStatus status = MeetingStatus::held;
  std::string level;  // summit | ministerial | working-level | phone call
  std::string ordinal;
  Evidence evidence;
  double confidence = 1;              // the chance that its core is true, 0 to 1
  std::vector<std::string> why = {};  // how it was found, a clue each; empty where the reader was not asked to explain
};

/// In which tense the report tells a stance: present "opposes", past "opposed", perfect "has opposed", past perfect
/// "had opposed", future "will oppose", conditional "would oppose". What is passed on in words of the past ("said it
/// opposed the ban") is as it was said: "opposes".
enum class StanceTense : std::uint8_t { present, past, perfect, past_perfect, future, conditional };

struct Position {
  Index actor = 0;
  std::optional<Index> by;
  std::optional<Index> issue;
  std::string stance;
  std::optional<StanceTense> tense;  // nothing where no verb has one: "Peru's opposition to the ban"
  std::optional<Span> condition;     // on which it is taken: "if both sides ask for it"
  std::optional<DateValue> date;     // when it was taken, where the report tells it
  std::optional<Index> statement;
  Evidence evidence;
  double confidence = 1;              // the chance that its core is true, 0 to 1
  std::vector<std::string> why = {};  // how it was found, a clue each; empty where the reader was not asked to explain
};

struct AgendaItem {
  std::string what;
  std::vector<Index> participants;
  std::optional<DateValue> date;
  std::optional<Index> place;
  Evidence evidence;
  double confidence = 1;              // the chance that its core is true, 0 to 1
  std::vector<std::string> why = {};  // how it was found, a clue each; empty where the reader was not asked to explain
};

/// What read a document; the same three give the same record.
struct Generator {
  std::string version;  // of dragoman
  std::string model;    // "en_core_web_md 3.8.0"; empty when the parse was given
  std::string lexicon;  // "sha256:…"
};

/// Everything read from one document.
struct Record {
  DocumentInfo document;
  std::vector<Span> sentences;
  std::vector<Entity> entities;
  std::vector<Place> places;
  std::vector<Time> times;
  std::vector<Issue> issues;
  std::vector<Event> events;
  std::vector<Statement> statements;
  std::vector<Meeting> meetings;
  std::vector<Position> positions;
  std::vector<AgendaItem> agenda;
};

}  // namespace dragoman
