#include "reading.h"
#include "record/names.h"

#include <nanobind/operators.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/string_view.h>
#include <nanobind/stl/vector.h>

namespace dragoman::python {

namespace {

// Where items of a kind stand in the record, and the letter of their ids: the third event is "v3".
#define DRAGOMAN_LIST(Type, letter, list)                               \
  constexpr char letter_of(const Type*) {                               \
    return letter;                                                      \
  }                                                                     \
  const std::vector<Type>& list_of(const Record& record, const Type*) { \
    return record.list;                                                 \
  }
DRAGOMAN_LIST(Entity, 'e', entities)
DRAGOMAN_LIST(Place, 'p', places)
DRAGOMAN_LIST(Time, 't', times)
DRAGOMAN_LIST(Issue, 'i', issues)
DRAGOMAN_LIST(Event, 'v', events)
DRAGOMAN_LIST(Statement, 'q', statements)
DRAGOMAN_LIST(Meeting, 'm', meetings)
DRAGOMAN_LIST(Position, 'k', positions)
DRAGOMAN_LIST(AgendaItem, 'a', agenda)
#undef DRAGOMAN_LIST

template <class T>
const std::vector<T>& list_of(const Record& record) {
  return list_of(record, static_cast<const T*>(nullptr));
}

template <class T>
std::string id_of(const Item<T>& item) {
  return letter_of(item.value) + std::to_string(1 + (item.value - list_of<T>(item.reading->record).data()));
}

template <class T>
Item<T> item_at(const ReadingPointer& reading, Index index) {
  return {reading, &list_of<T>(reading->record)[index]};
}
template <class T>
std::optional<Item<T>> item_at(const ReadingPointer& reading, std::optional<Index> index) {
  return index ? std::optional(item_at<T>(reading, *index)) : std::nullopt;
}
template <class T>
TupleOf<Item<T>> items_at(const ReadingPointer& reading, const std::vector<Index>& indices) {
  return tuple_of<Item<T>>(indices, [&](Index i) { return item_at<T>(reading, i); });
}
template <class T>
TupleOf<Item<T>> all_items(const ReadingPointer& reading) {
  return tuple_of<Item<T>>(list_of<T>(reading->record), [&](const T& value) { return Item<T>{reading, &value}; });
}
TupleOf<Words> words_at(const ReadingPointer& reading, const std::vector<Span>& spans) {
  return tuple_of<Words>(spans, [&](Span span) { return Words{reading, span}; });
}
EvidenceWords evidence_at(const ReadingPointer& reading, const Evidence& e) {
  return {{reading, e.span}, e.sentence};
}
TriggerWords trigger_at(const ReadingPointer& reading, const Trigger& t) {
  return {{reading, t.span}, t.lemma};
}
TupleOf<nb::str> strings(const std::vector<std::string>& list) {
  return tuple_of<nb::str>(list, [](const std::string& s) { return s; });
}
/// What all kinds of items have.
template <class T>
nb::class_<Item<T>> item_class(nb::module_& module, const char* name, const char* doc) {
  return nb::class_<Item<T>>(module, name, doc)
      .def_prop_ro("id", &id_of<T>, "The item's id in the record's JSON.")
      .def("__eq__", [](const Item<T>& a, const Item<T>& b) { return a == b; })
      .def("__eq__", [](const Item<T>&, nb::handle) { return false; })
      .def("__hash__", [](const Item<T>& a) { return std::hash<const T*>()(a.value); });
}

/// What the facts of a record have in common: the words that state them, how likely they are, how they were found.
template <class T>
void bind_fact(nb::class_<Item<T>>& type) {
  type.def_prop_ro(
          "evidence", [](const Item<T>& i) { return evidence_at(i.reading, i->evidence); }, "The words that state it.")
      .def_prop_ro(
          "confidence", [](const Item<T>& i) { return i->confidence; }, "The chance that its core is true, 0 to 1.")
      .def_prop_ro(
          "why", [](const Item<T>& i) { return strings(i->why); },
          "How it was found, a clue each; empty unless the reader was loaded with explain=True.");
}
/// Day and place, of those that have them.
template <class T>
void bind_when_and_where(nb::class_<Item<T>>& type) {
  type.def_prop_ro(
          "date", [](const Item<T>& i) { return i->date; }, "When; None where the report does not tell.")
      .def_prop_ro(
          "place", [](const Item<T>& i) { return item_at<Place>(i.reading, i->place); },
          "Where; None where the report does not tell.");
}

void bind_words(nb::module_& m) {
  nb::class_<Words>(m, "Span", "Words of the document's text.")
      .def_prop_ro(
          "begin", [](const Words& w) { return w.span.begin; }, "Offset of the first code point.")
      .def_prop_ro(
          "end", [](const Words& w) { return w.span.end; }, "Offset behind the last code point.")
      .def_prop_ro("text", &Words::text, "The words, so that record.text[begin:end] == text.")
      .def("__repr__", [](const Words& w) {
        return nb::str("<{} {}:{} {!r}>").format("Span", w.span.begin, w.span.end, w.text());
      });
  nb::class_<EvidenceWords, Words>(m, "Evidence", "The words that state a fact.")
      .def_prop_ro(
          "sentence",
          [](const EvidenceWords& e) {
            return Words{e.reading, e.reading->record.sentences[e.sentence]};
          },
          "The sentence that they stand in.")
      .def_prop_ro(
          "sentence_id", [](const EvidenceWords& e) { return "s" + std::to_string(e.sentence + 1); },
          "Its id in the record's JSON.");
  nb::class_<TriggerWords, Words>(m, "Trigger", "The word that carries an event or a statement.")
      .def_ro("lemma", &TriggerWords::lemma, "Its dictionary form.");
  nb::class_<MentionWords, Words>(m, "Mention", "How an entity is spoken of at one place.")
      .def_prop_ro(
          "kind", [](const MentionWords& w) { return to_string(w.kind); },
          nb::sig("def kind(self) -> typing.Literal['name', 'title', 'pronoun', 'metonym', 'possessive']"),
          "By what: a name, a title, a pronoun …");
  nb::class_<BoilerplateWords, Words>(m, "Boilerplate", "Words that belong to the page and not to the report.")
      .def_prop_ro(
          "why", [](const BoilerplateWords& w) { return to_string(w.why); },
          nb::sig("def why(self) -> typing.Literal['byline', 'dateline', 'headline', 'subscription', 'navigation', "
                  "'caption', 'other']"),
          "What they are instead.");
  nb::class_<DateValue>(m, "Date", "A date, with where it comes from.")
      .def_ro("value", &DateValue::value,
              "TIMEX3 or EDTF: 2016-12-03, 2016-12, 2016, 2016-12-15/2016-12-16, XXXX-12-15.")
      .def_prop_ro(
          "basis", [](const DateValue& d) { return to_string(d.basis); },
          nb::sig("def basis(self) -> typing.Literal['text', 'published', 'inferred']"),
          "The words of the text, the day of publication, or what else the report tells.")
      .def("__repr__", [](const DateValue& d) { return "<Date " + d.value + ">"; });
}

struct RoleItem {
  ReadingPointer reading;
  const Role* value = nullptr;
};

void bind_actors(nb::module_& m) {
  nb::class_<RoleItem>(m, "Role", "An office or function that somebody holds.")
      .def_prop_ro(
          "title", [](const RoleItem& r) { return r.value->title; }, "As people write it: foreign minister.")
      .def_prop_ro(
          "status", [](const RoleItem& r) { return to_string(r.value->status); },
          nb::sig("def status(self) -> typing.Literal['current', 'former', 'acting', 'elect', 'designate', 'outgoing', "
                  "'honorary', 'late']"),
          "Whether it is held, no longer held or not yet.")
      .def_prop_ro(
          "of", [](const RoleItem& r) { return item_at<Entity>(r.reading, r.value->of); }, "Of which country or body.")
      .def_prop_ro(
          "country", [](const RoleItem& r) { return or_none(r.value->country); }, "ISO 3166-1 alpha-3.")
      .def_prop_ro(
          "sector", [](const RoleItem& r) { return or_none(r.value->sector); }, "CAMEO role code: GOV, MIL …")
      .def_prop_ro(
          "evidence", [](const RoleItem& r) { return evidence_at(r.reading, r.value->evidence); },
          "The words that give it.")
      .def("__repr__", [](const RoleItem& r) { return "<Role " + r.value->title + ">"; });
  item_class<Entity>(m, "Entity", "Somebody who can act or speak: a person, a country, a body, a medium, a group.")
      .def_prop_ro(
          "name", [](const Item<Entity>& e) { return e->name; }, "The fullest name that the report gives.")
      .def_prop_ro(
          "type", [](const Item<Entity>& e) { return to_string(e->type); },
          nb::sig("def type(self) -> typing.Literal['person', 'organisation', 'country', 'media', 'group']"),
          "What kind of actor it is.")
      .def_prop_ro(
          "country", [](const Item<Entity>& e) { return or_none(e->country); }, "ISO 3166-1 alpha-3.")
      .def_prop_ro(
          "country_confidence",
          [](const Item<Entity>& e) {
            return e->is_country_guessed() ? std::optional<double>(e->country_chance) : std::nullopt;
          },
          "The chance that it is of that country, where no words beside its name tell it; None where words do.")
      .def_prop_ro(
          "anonymous", [](const Item<Entity>& e) { return e->anonymous; }, "Has no name of its own.")
      .def_prop_ro(
          "code", [](const Item<Entity>& e) { return or_none(e->code); }, "CAMEO actor code: JPNGOV.")
      .def_prop_ro(
          "roles",
          [](const Item<Entity>& e) {
            return tuple_of<RoleItem>(e->roles, [&](const Role& r) { return RoleItem{e.reading, &r}; });
          },
          "Offices and functions.")
      .def_prop_ro(
          "mentions",
          [](const Item<Entity>& e) {
            return tuple_of<MentionWords>(e->mentions, [&](const Mention& w) {
              return MentionWords{{e.reading, w.span}, w.kind};
            });
          },
          "Where the text speaks of it, in order.")
      .def_prop_ro(
          "confidence",
          [](const Item<Entity>& e) {
            return e->is_named_person() ? std::optional<double>(e->confidence) : std::nullopt;
          },
          "Of a person with a name: the chance that the name is a person's, 0 to 1; else None.")
      .def_prop_ro(
          "why", [](const Item<Entity>& e) { return strings(e->why); },
          "What makes it more or less sure; empty unless the reader was loaded with explain=True.")
      .def("__repr__", [](const Item<Entity>& e) { return "<Entity " + id_of(e) + " " + e->name + ">"; });
}

void bind_settings(nb::module_& m) {
  item_class<Place>(m, "Place", "A place where something happens.")
      .def_prop_ro(
          "name", [](const Item<Place>& p) { return p->name; }, "As the gazetteer or the report has it.")
      .def_prop_ro(
          "country", [](const Item<Place>& p) { return or_none(p->country); }, "ISO 3166-1 alpha-3.")
      .def_prop_ro(
          "lat", [](const Item<Place>& p) { return p->lat; }, "Degrees north, WGS 84.")
      .def_prop_ro(
          "lon", [](const Item<Place>& p) { return p->lon; }, "Degrees east, WGS 84.")
      .def_prop_ro(
          "geonames_id", [](const Item<Place>& p) { return p->geonames_id; }, "Its number in GeoNames.")
      .def_prop_ro(
          "mentions", [](const Item<Place>& p) { return words_at(p.reading, p->mentions); }, "Where the text names it.")
      .def("__repr__", [](const Item<Place>& p) { return "<Place " + id_of(p) + " " + p->name + ">"; });
  item_class<Time>(m, "Time", "An expression of time, as TIMEX3 has them.")
      .def_prop_ro(
          "begin", [](const Item<Time>& t) { return t->span.begin; }, "Offset of the first code point.")
      .def_prop_ro(
          "end", [](const Item<Time>& t) { return t->span.end; }, "Offset behind the last code point.")
      .def_prop_ro(
          "text",
          [](const Item<Time>& t) {
            return Words{t.reading, t->span}.text();
          },
          "Its words.")
      .def_prop_ro(
          "type", [](const Item<Time>& t) { return to_string(t->type); },
          nb::sig("def type(self) -> typing.Literal['DATE', 'TIME', 'DURATION', 'SET']"), "Its TIMEX3 type.")
      .def_prop_ro(
          "value", [](const Item<Time>& t) { return t->value; }, "Its TIMEX3 value.")
      .def_prop_ro(
          "mod", [](const Item<Time>& t) { return or_none(t->mod); }, "Its TIMEX3 mod: START, APPROX …")
      .def("__repr__", [](const Item<Time>& t) { return "<Time " + id_of(t) + " " + t->value + ">"; });
  item_class<Issue>(m, "Issue", "What the actors talk about.")
      .def_prop_ro(
          "label", [](const Item<Issue>& i) { return i->label; }, "In words.")
      .def_prop_ro(
          "parent", [](const Item<Issue>& i) { return item_at<Issue>(i.reading, i->parent); }, "The wider topic.")
      .def_prop_ro(
          "mentions", [](const Item<Issue>& i) { return words_at(i.reading, i->mentions); }, "Where it is spoken of.")
      .def("__repr__", [](const Item<Issue>& i) { return "<Issue " + id_of(i) + " " + i->label + ">"; });
}

void bind_event(nb::module_& m) {
  auto event = item_class<Event>(m, "Event", "Who did what to whom, in PLOVER's and CAMEO's terms.");
  event
      .def_prop_ro(
          "type", [](const Item<Event>& e) { return to_string(e->type); }, "PLOVER type: CONSULT, SANCTION …")
      .def_prop_ro(
          "mode", [](const Item<Event>& e) { return or_none(e->mode); }, "PLOVER mode.")
      .def_prop_ro(
          "contexts", [](const Item<Event>& e) { return strings(e->contexts); }, "PLOVER contexts.")
      .def_prop_ro(
          "cameo", [](const Item<Event>& e) { return or_none(e->cameo); }, "CAMEO code, as text: \"036\".")
      .def_prop_ro(
          "quad", [](const Item<Event>& e) { return e->quad; },
          "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.")
      .def_prop_ro(
          "goldstein", [](const Item<Event>& e) { return e->goldstein; }, "On Goldstein's scale, -10 to 10.")
      .def_prop_ro(
          "score", [](const Item<Event>& e) { return e->score; }, "On PLOVER's own scale, -10 to 10.")
      .def_prop_ro(
          "actors", [](const Item<Event>& e) { return items_at<Entity>(e.reading, e->actors); }, "Who did it.")
      .def_prop_ro(
          "recipients", [](const Item<Event>& e) { return items_at<Entity>(e.reading, e->recipients); }, "To whom.")
      .def_prop_ro(
          "issue", [](const Item<Event>& e) { return item_at<Issue>(e.reading, e->issue); }, "What it is about.")
      .def_prop_ro(
          "theme", [](const Item<Event>& e) { return or_none(e->theme); }, "What was agreed, asked, given …")
      .def_prop_ro(
          "status", [](const Item<Event>& e) { return to_string(e->status); },
          nb::sig("def status(self) -> typing.Literal['happened', 'ongoing', 'planned', 'requested', 'hoped', "
                  "'conditional', 'reported', 'denied']"),
          "Whether it took place.")
      .def_prop_ro(
          "sources", [](const Item<Event>& e) { return items_at<Entity>(e.reading, e->sources); },
          "Who says so, outermost first; empty for the report itself.")
      .def_prop_ro(
          "trigger", [](const Item<Event>& e) { return trigger_at(e.reading, e->trigger); }, "The word that tells it.")
      .def_prop_ro(
          "also",
          [](const Item<Event>& e) {
            return tuple_of<EvidenceWords>(e->also, [&](const Evidence& a) { return evidence_at(e.reading, a); });
          },
          "Where the same event is told again.")
      .def_prop_ro(
          "dictionary", [](const Item<Event>& e) { return or_none(e->dictionary); },
          "The entry of a user's verb dictionary that coded it; None for the project's own lexicon.")
      .def("__repr__",
           [](const Item<Event>& e) { return "<Event " + id_of(e) + " " + std::string(to_string(e->type)) + ">"; });
  bind_when_and_where(event);
  bind_fact(event);
}

void bind_statement(nb::module_& m) {
  auto statement = item_class<Statement>(m, "Statement", "Who said what, and who passed it on.");
  statement
      .def_prop_ro(
          "speakers", [](const Item<Statement>& s) { return items_at<Entity>(s.reading, s->speakers); }, "Who said it.")
      .def_prop_ro(
          "speaker_span",
          [](const Item<Statement>& s) {
            return s->speaker_span ? std::optional(Words{s.reading, *s->speaker_span}) : std::nullopt;
          },
          "The words for the speaker.")
      .def_prop_ro(
          "addressees", [](const Item<Statement>& s) { return items_at<Entity>(s.reading, s->addressees); }, "To whom.")
      .def_prop_ro(
          "cue",
          [](const Item<Statement>& s) {
            return s->cue ? std::optional(trigger_at(s.reading, *s->cue)) : std::nullopt;
          },
          "The word of speech.")
      .def_prop_ro(
          "kind", [](const Item<Statement>& s) { return to_string(s->kind); },
          nb::sig("def kind(self) -> typing.Literal['direct', 'indirect', 'mixed']"),
          "In the speaker's own words, in others', or both.")
      .def_prop_ro(
          "act", [](const Item<Statement>& s) { return or_none(s->act); },
          "What is done by saying it: state, deny, promise, demand, accuse …")
      .def_prop_ro(
          "status", [](const Item<Statement>& s) { return to_string(s->status); },
          nb::sig("def status(self) -> typing.Literal['happened', 'planned', 'conditional', 'reported', 'denied']"),
          "Whether it was said; denied: did not say it.")
      .def_prop_ro(
          "content", [](const Item<Statement>& s) { return words_at(s.reading, s->content); }, "What was said.")
      .def_prop_ro(
          "chain", [](const Item<Statement>& s) { return items_at<Entity>(s.reading, s->chain); },
          "Who passed it on, outermost first.")
      .def_prop_ro(
          "venue", [](const Item<Statement>& s) { return or_none(s->venue); }, "At what: a news conference …")
      .def_prop_ro(
          "issues", [](const Item<Statement>& s) { return items_at<Issue>(s.reading, s->issues); }, "What it is about.")
      .def("__repr__", [](const Item<Statement>& s) { return "<Statement " + id_of(s) + ">"; });
  bind_when_and_where(statement);
  bind_fact(statement);
}

void bind_other_facts(nb::module_& m) {
  auto meeting = item_class<Meeting>(m, "Meeting", "Who met whom.");
  meeting
      .def_prop_ro(
          "participants", [](const Item<Meeting>& i) { return items_at<Entity>(i.reading, i->participants); }, "Who.")
      .def_prop_ro(
          "status", [](const Item<Meeting>& i) { return to_string(i->status); },
          nb::sig("def status(self) -> typing.Literal['held', 'planned', 'cancelled']"), "Whether it took place.")
      .def_prop_ro(
          "level", [](const Item<Meeting>& i) { return or_none(i->level); }, "summit, ministerial, phone call …")
      .def_prop_ro(
          "ordinal", [](const Item<Meeting>& i) { return or_none(i->ordinal); }, "The third of its kind: 3rd.")
      .def("__repr__", [](const Item<Meeting>& i) { return "<Meeting " + id_of(i) + ">"; });
  bind_when_and_where(meeting);
  bind_fact(meeting);
  auto position = item_class<Position>(m, "Position", "Where somebody stands on an issue.");
  position
      .def_prop_ro(
          "actor", [](const Item<Position>& i) { return item_at<Entity>(i.reading, i->actor); }, "Whose it is.")
      .def_prop_ro(
          "by", [](const Item<Position>& i) { return item_at<Entity>(i.reading, i->by); }, "Who voiced it.")
      .def_prop_ro(
          "issue", [](const Item<Position>& i) { return item_at<Issue>(i.reading, i->issue); }, "On what.")
      .def_prop_ro(
          "stance", [](const Item<Position>& i) { return i->stance; }, "supports, opposes, wants …")
      .def_prop_ro(
          "tense",
          [](const Item<Position>& i) { return i->tense ? std::optional(to_string(*i->tense)) : std::nullopt; },
          nb::sig("def tense(self) -> typing.Literal['present', 'past', 'perfect', 'past perfect', 'future', "
                  "'conditional'] | None"),
          "In which tense the report tells it; None where no verb has one.")
      .def_prop_ro(
          "condition",
          [](const Item<Position>& i) {
            return i->condition ? std::optional(Words{i.reading, *i->condition}) : std::nullopt;
          },
          "The words of the condition on which it is taken.")
      .def_prop_ro(
          "date", [](const Item<Position>& i) { return i->date; }, "When it was taken, where the report tells it.")
      .def_prop_ro(
          "statement", [](const Item<Position>& i) { return item_at<Statement>(i.reading, i->statement); },
          "The statement that voices it.")
      .def("__repr__", [](const Item<Position>& i) { return "<Position " + id_of(i) + " " + i->stance + ">"; });
  bind_fact(position);
  auto agenda = item_class<AgendaItem>(m, "AgendaItem", "What is still to come.");
  agenda
      .def_prop_ro(
          "what", [](const Item<AgendaItem>& i) { return i->what; }, "In words.")
      .def_prop_ro(
          "participants", [](const Item<AgendaItem>& i) { return items_at<Entity>(i.reading, i->participants); },
          "Who.")
      .def("__repr__", [](const Item<AgendaItem>& i) { return "<AgendaItem " + id_of(i) + ">"; });
  bind_when_and_where(agenda);
  bind_fact(agenda);
}

struct DocumentItem {
  ReadingPointer reading;
  const DocumentInfo& info() const { return reading->record.document; }
};

void bind_document(nb::module_& m) {
  nb::class_<Published>(m, "Published", "When a document was published.")
      .def_prop_ro(
          "value", [](const Published& p) { return or_none(p.value); }, "The day; None where it is not known.")
      .def_prop_ro(
          "time", [](const Published& p) { return or_none(p.time); },
          "The time of that day, HH:MM as the source has it; None where it is not known.")
      .def_prop_ro(
          "basis", [](const Published& p) { return to_string(p.basis); },
          nb::sig("def basis(self) -> typing.Literal['given', 'metadata', 'dateline', 'inferred', 'unknown']"),
          "How it is known.")
      .def_prop_ro(
          "earliest", [](const Published& p) { return or_none(p.earliest); }, "Not before that day.")
      .def_prop_ro(
          "latest", [](const Published& p) { return or_none(p.latest); }, "Not after that day.");
  nb::class_<DocumentItem>(m, "DocumentInfo", "What is known of a document as a whole.")
      .def_prop_ro(
          "id", [](const DocumentItem& d) { return d.info().id; }, "Digest of its text: sha256:…")
      .def_prop_ro(
          "uri", [](const DocumentItem& d) { return d.info().uri; }, "Path, address, or what the user gave.")
      .def_prop_ro(
          "title", [](const DocumentItem& d) { return or_none(d.info().title); }, "Headline.")
      .def_prop_ro(
          "agency", [](const DocumentItem& d) { return or_none(d.info().agency); }, "Agency or newspaper.")
      .def_prop_ro(
          "byline", [](const DocumentItem& d) { return or_none(d.info().byline); }, "Who wrote it.")
      .def_prop_ro(
          "language", [](const DocumentItem& d) { return or_none(d.info().language); }, "ISO 639-1.")
      .def_prop_ro(
          "length", [](const DocumentItem& d) { return d.info().length; }, "Code points.")
      .def_prop_ro(
          "published", [](const DocumentItem& d) { return d.info().published; }, "When it was published.")
      .def_prop_ro(
          "boilerplate",
          [](const DocumentItem& d) {
            return tuple_of<BoilerplateWords>(d.info().boilerplate, [&](const Boilerplate& b) {
              return BoilerplateWords{{d.reading, b.span}, b.why};
            });
          },
          "What belongs to the page and not to the report; nothing is read from it.");
}

/// A list of the record as a property.
template <class T>
void bind_list(nb::class_<RecordItem>& record, const char* name, const char* doc) {
  record.def_prop_ro(
      name, [](const RecordItem& r) { return all_items<T>(r.reading); }, doc);
}

void bind_whole(nb::module_& m) {
  nb::class_<Generator>(m, "Generator", "What read a document: the same three give the same record.")
      .def_ro("version", &Generator::version, "Of dragoman.")
      .def_prop_ro(
          "model", [](const Generator& g) { return or_none(g.model); }, "The language model and its version.")
      .def_prop_ro(
          "lexicon", [](const Generator& g) { return or_none(g.lexicon); }, "Digest of the lexicon.")
      .def("__repr__", [](const Generator& g) { return "<Generator " + g.version + ", " + g.model + ">"; });
  nb::class_<RecordItem> record(m, "Record", "Everything read from one document (schema dragoman.record/1).");
  record
      .def_prop_ro(
          "schema", [](const RecordItem&) { return "dragoman.record/1"; }, "The schema's name.")
      .def_prop_ro(
          "generator", [](const RecordItem& r) { return r.reading->generator; }, "What read it.")
      .def_prop_ro(
          "document", [](const RecordItem& r) { return DocumentItem{r.reading}; }, "The document as a whole.")
      .def_prop_ro(
          "text", [](const RecordItem& r) { return r.reading->document.text; },
          "The document's text, which all offsets count code points of.")
      .def_prop_ro(
          "sentences", [](const RecordItem& r) { return words_at(r.reading, r.reading->record.sentences); },
          "The sentences that were read.");
  bind_list<Entity>(record, "entities", "Who the report speaks of.");
  bind_list<Place>(record, "places", "The places that it names.");
  bind_list<Time>(record, "times", "Its expressions of time.");
  bind_list<Issue>(record, "issues", "What is talked about.");
  bind_list<Event>(record, "events", "Who did what to whom.");
  bind_list<Statement>(record, "statements", "Who said what.");
  bind_list<Meeting>(record, "meetings", "Who met whom.");
  bind_list<Position>(record, "positions", "Who stands where on what.");
  bind_list<AgendaItem>(record, "agenda", "What is still to come.");
  record
      .def(
          "to_json",
          [](const RecordItem& r, int indent) {
            return to_json(r.reading->record, r.reading->document, r.reading->generator, indent);
          },
          nb::arg("indent") = 0,
          "The record as JSON, the same that the program prints; `indent` blanks a level, or 0 for one line.")
      .def(
          "to_dict",
          [](const RecordItem& r) {
            return nb::module_::import_("json").attr("loads")(
                to_json(r.reading->record, r.reading->document, r.reading->generator));
          },
          nb::sig("def to_dict(self) -> dict[str, typing.Any]"), "The record as dicts and lists, as its JSON has it.")
      .def(
          "_repr_html_", [](nb::handle self) { return nb::module_::import_("dragoman.html").attr("to_html")(self); },
          nb::sig("def _repr_html_(self) -> str"), "The text with what was read marked in it, for notebooks.")
      .def("__repr__", [](const RecordItem& r) {
        const Record& v = r.reading->record;
        return "<Record of " + v.document.uri + ": " + std::to_string(v.events.size()) + " events, " +
               std::to_string(v.statements.size()) + " statements, " + std::to_string(v.entities.size()) + " entities>";
      });
}

}  // namespace

void bind_record(nb::module_& m) {
  bind_words(m);
  bind_actors(m);
  bind_settings(m);
  bind_event(m);
  bind_statement(m);
  bind_other_facts(m);
  bind_document(m);
  bind_whole(m);
}

}  // namespace dragoman::python
