#include "record/record_reader.h"

#include "record/names.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace dragoman {

namespace {

using nlohmann::json;

/// What is wrong with a value; caught in record_from_json, as the errors of the JSON library are.
struct Wrong : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Reads the parts of one record. Each function reads one value.
class RecordReader {
 public:
  /// What ids may stand for is known before the items are.
  explicit RecordReader(const json& j) : j_(j), length_(j.at("document").at("length").get<std::uint32_t>()) {}

  Record record() {
    const json& j = j_;
    Record r;
    document(j.at("document"), r.document);
    list(j, "sentences", r.sentences, [&](const json& v) { return span(v); });
    list(j, "entities", r.entities, [&](const json& v) { return entity(v); });
    list(j, "places", r.places, [&](const json& v) { return place(v); });
    list(j, "times", r.times, [&](const json& t) {
      return Time{span(t), one_of(t.at("type"), TimeType::date, TimeType::set), words(t, "value"), words(t, "mod")};
    });
    list(j, "issues", r.issues, [&](const json& i) {
      Issue issue{words(i, "label"), reference(i.at("parent"), 'i'), {}};
      list(i, "mentions", issue.mentions, [&](const json& v) { return span(v); });
      return issue;
    });
    list(j, "events", r.events, [&](const json& v) { return event(v); });
    list(j, "statements", r.statements, [&](const json& v) { return statement(v); });
    list(j, "meetings", r.meetings, [&](const json& m) {
      Meeting meeting;
      meeting.participants = references(m, "participants", 'e');
      meeting.date = date(m);
      meeting.place = reference(m.at("place"), 'p');
      meeting.status = one_of(m.at("status"), MeetingStatus::held, MeetingStatus::cancelled);
      meeting.level = words(m, "level");
      meeting.ordinal = words(m, "ordinal");
      meeting.evidence = evidence(m.at("evidence"));
      reasons(m, meeting);
      return meeting;
    });
    list(j, "positions", r.positions, [&](const json& p) {
      const auto actor = reference(p.at("actor"), 'e');
      if (!actor) throw Wrong("a position has no actor");
      Position position;
      position.actor = *actor;
      position.by = reference(p.at("by"), 'e');
      position.issue = reference(p.at("issue"), 'i');
      position.stance = words(p, "stance");
      if (p.contains("tense")) tense_of(p, position);  // records made before positions had one have none
      position.statement = reference(p.at("statement"), 'q');
      position.evidence = evidence(p.at("evidence"));
      reasons(p, position);
      return position;
    });
    list(j, "agenda", r.agenda, [&](const json& a) {
      AgendaItem item;
      item.what = words(a, "what");
      item.participants = references(a, "participants", 'e');
      item.date = date(a);
      item.place = reference(a.at("place"), 'p');
      item.evidence = evidence(a.at("evidence"));
      reasons(a, item);
      return item;
    });
    return r;
  }

  /// The text of a field; empty for null.
  static std::string words(const json& j, const char* name) {
    const json& value = j.at(name);
    return value.is_null() ? std::string() : value.get<std::string>();
  }

 private:
  template <class Item, class Read>
  void list(const json& j, const char* name, std::vector<Item>& to, Read read) {
    const json& values = j.at(name);
    if (!values.is_array()) throw Wrong(fmt::format("\"{}\" is no list", name));
    to.reserve(values.size());
    for (const json& value : values) to.push_back(read(value));
  }

  /// The index behind an id such as "e12"; nothing for null.
  std::optional<Index> reference(const json& j, char letter) {
    if (j.is_null()) return std::nullopt;
    const auto& id = j.get_ref<const std::string&>();
    Index number = 0;
    const bool has_letter = id.size() > 1 && id.front() == letter;
    const char* const end = id.data() + id.size();
    if (!has_letter || std::from_chars(id.data() + 1, end, number).ptr != end || number == 0 || number > count(letter))
      throw Wrong(
          fmt::format("\"{}\" is no id, expected one from \"{}1\" to \"{}{}\"", id, letter, letter, count(letter)));
    return number - 1;
  }

  std::vector<Index> references(const json& j, const char* name, char letter) {
    std::vector<Index> out;
    list(j, name, out, [&](const json& id) {
      const auto to = reference(id, letter);
      if (!to) throw Wrong(fmt::format("\"{}\" holds null, expected ids", name));
      return *to;
    });
    return out;
  }

  /// The number of items whose ids have the letter.
  std::size_t count(char letter) const {
    constexpr std::array<std::pair<char, const char*>, 5> kLists = {
        {{'s', "sentences"}, {'e', "entities"}, {'p', "places"}, {'i', "issues"}, {'q', "statements"}}};
    const auto* list = std::find_if(kLists.begin(), kLists.end(), [&](const auto& l) { return l.first == letter; });
    return j_.at(list->second).size();
  }

  Span span(const json& j) {
    const Span span{j.at("begin").get<std::uint32_t>(), j.at("end").get<std::uint32_t>()};
    if (span.begin > span.end || span.end > length_)
      throw Wrong(fmt::format("characters {} to {} of {}", span.begin, span.end, length_));
    return span;
  }

  Trigger trigger(const json& j) { return {span(j), words(j, "lemma")}; }

  Evidence evidence(const json& j) {
    const auto sentence = reference(j.at("sentence"), 's');
    if (!sentence) throw Wrong("evidence stands in no sentence");
    return {*sentence, span(j)};
  }

  std::optional<DateValue> date(const json& j) {
    const json& value = j.at("date");
    if (value.is_null()) return std::nullopt;
    return DateValue{words(value, "value"), one_of(value.at("basis"), DateBasis::text, DateBasis::inferred)};
  }

  /// The value of a closed set whose word is `j`; its values follow each other from `first` to `last`.
  template <class Set>
  Set one_of(const json& j, Set first, Set last) {
    const auto& word = j.get_ref<const std::string&>();
    for (int i = static_cast<int>(first); i <= static_cast<int>(last); ++i) {
      if (to_string(static_cast<Set>(i)) == word) return static_cast<Set>(i);
    }
    throw Wrong(fmt::format("\"{}\" is no word of its closed set, as \"{}\" is", word, to_string(first)));
  }

  void document(const json& j, DocumentInfo& d) {
    d.id = words(j, "id");
    d.uri = words(j, "uri");
    d.title = words(j, "title");
    d.agency = words(j, "agency");
    if (j.contains("byline")) d.byline = words(j, "byline");  // records made before it was kept have none
    d.language = words(j, "language");
    d.length = j.at("length").get<std::uint32_t>();
    const json& published = j.at("published");
    d.published = {words(published, "value"),
                   one_of(published.at("basis"), PublishedBasis::given, PublishedBasis::unknown),
                   words(published, "earliest"), words(published, "latest")};
    if (published.contains("time")) d.published.time = words(published, "time");  // older records have none
    list(j, "boilerplate", d.boilerplate, [&](const json& b) {
      return Boilerplate{span(b), one_of(b.at("why"), BoilerplateKind::byline, BoilerplateKind::other)};
    });
  }

  Entity entity(const json& j) {
    Entity e;
    e.name = words(j, "name");
    e.type = one_of(j.at("type"), EntityType::person, EntityType::group);
    e.country = words(j, "country");
    if (j.contains("country_confidence")) e.country_chance = j.at("country_confidence").get<double>();
    e.anonymous = j.at("anonymous").get<bool>();
    list(j, "roles", e.roles, [&](const json& r) {
      Role role;
      role.title = words(r, "title");
      if (r.contains("status"))  // records made before roles had one have none
        role.status = one_of(r.at("status"), RoleStatus::current, RoleStatus::late);
      role.of = reference(r.at("of"), 'e');
      role.country = words(r, "country");
      role.sector = words(r, "sector");
      role.evidence = evidence(r.at("evidence"));
      return role;
    });
    e.code = words(j, "code");
    list(j, "mentions", e.mentions, [&](const json& m) {
      return Mention{span(m), one_of(m.at("kind"), MentionKind::name, MentionKind::possessive)};
    });
    reasons(j, e);
    return e;
  }

  template <class Number>
  std::optional<Number> number(const json& j) {
    if (j.is_null()) return std::nullopt;
    return j.get<Number>();
  }

  Place place(const json& j) {
    Place p;
    p.name = words(j, "name");
    p.country = words(j, "country");
    p.lat = number<double>(j.at("lat"));
    p.lon = number<double>(j.at("lon"));
    p.geonames_id = number<std::int64_t>(j.at("geonames_id"));
    list(j, "mentions", p.mentions, [&](const json& v) { return span(v); });
    return p;
  }

  /// Records made before items had a confidence have none; such an item is as sure as any.
  template <class Item>
  void reasons(const json& j, Item& item) {
    item.confidence = j.value("confidence", 1.0);
    if (j.contains("why")) list(j, "why", item.why, [&](const json& clue) { return clue.get<std::string>(); });
  }

  void tense_of(const json& j, Position& position) {
    if (const json& tense = j.at("tense"); !tense.is_null())
      position.tense = one_of(tense, StanceTense::present, StanceTense::conditional);
    if (const json& condition = j.at("condition"); !condition.is_null()) position.condition = span(condition);
    position.date = date(j);
  }

  EventStatus status(const json& j) { return one_of(j.at("status"), EventStatus::happened, EventStatus::denied); }

  Event event(const json& j) {
    Event e;
    e.type = one_of(j.at("type"), EventType::agree, EventType::assault);
    e.mode = words(j, "mode");
    list(j, "contexts", e.contexts, [&](const json& c) { return c.get<std::string>(); });
    e.cameo = words(j, "cameo");
    e.quad = j.at("quad").get<int>();
    e.goldstein = j.at("goldstein").get<double>();
    e.score = j.at("score").get<double>();
    e.actors = references(j, "actors", 'e');
    e.recipients = references(j, "recipients", 'e');
    e.issue = reference(j.at("issue"), 'i');
    e.theme = words(j, "theme");
    e.date = date(j);
    e.place = reference(j.at("place"), 'p');
    e.status = status(j);
    e.sources = references(j, "sources", 'e');
    e.trigger = trigger(j.at("trigger"));
    e.evidence = evidence(j.at("evidence"));
    list(j, "also", e.also, [&](const json& v) { return evidence(v); });
    e.dictionary = words(j, "dictionary");
    reasons(j, e);
    return e;
  }

  Statement statement(const json& j) {
    Statement s;
    s.speakers = references(j, "speakers", 'e');
    if (const json& speaker = j.at("speaker_span"); !speaker.is_null()) s.speaker_span = span(speaker);
    s.addressees = references(j, "addressees", 'e');
    if (const json& cue = j.at("cue"); !cue.is_null()) s.cue = trigger(cue);
    s.kind = one_of(j.at("kind"), StatementKind::direct, StatementKind::mixed);
    s.act = words(j, "act");
    s.status = status(j);
    list(j, "content", s.content, [&](const json& v) { return span(v); });
    s.chain = references(j, "chain", 'e');
    s.venue = words(j, "venue");
    s.date = date(j);
    s.place = reference(j.at("place"), 'p');
    s.issues = references(j, "issues", 'i');
    s.evidence = evidence(j.at("evidence"));
    reasons(j, s);
    return s;
  }

  const json& j_;
  std::uint32_t length_;  // of the document
};

Error wrong(const std::string& what) {
  return {ErrorKind::input, "", "is no record: " + what};
}

}  // namespace

Result<KeptRecord> record_from_json(std::string_view text) {
  constexpr std::string_view kSchema = "dragoman.record/1";
  try {
    const json j = json::parse(text);
    if (j.at("schema") != kSchema)
      return wrong(fmt::format("\"schema\" is {}, expected \"{}\"", j.at("schema").dump(), kSchema));
    const json& generator = j.at("generator");
    KeptRecord kept{RecordReader(j).record(),
                    {RecordReader::words(generator, "version"), RecordReader::words(generator, "model"),
                     RecordReader::words(generator, "lexicon")}};
    return kept;
  } catch (const json::exception& error) {
    return wrong(error.what());
  } catch (const Wrong& error) {
    return wrong(error.what());
  }
}

}  // namespace dragoman
