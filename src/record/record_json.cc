#include "record/record_json.h"

#include "record/json_writer.h"
#include "record/names.h"

#include <array>
#include <charconv>

namespace dragoman {

namespace {

/// Writes the parts of one record. Each function writes one value.
class RecordWriter {
 public:
  RecordWriter(JsonWriter& json, const Record& record, const Text& text) : json_(json), record_(record), text_(text) {}

  void document() {
    const DocumentInfo& d = record_.document;
    json_.open('{').key("id").value(d.id).key("uri").value(d.uri);
    json_.key("title").text_or_null(d.title).key("agency").text_or_null(d.agency);
    json_.key("byline").text_or_null(d.byline);
    json_.key("language").text_or_null(d.language).key("length").value(d.length);
    json_.key("published").open('{').key("value").text_or_null(d.published.value);
    json_.key("time").text_or_null(d.published.time);
    json_.key("basis").value(to_string(d.published.basis));
    json_.key("earliest").text_or_null(d.published.earliest).key("latest").text_or_null(d.published.latest).close('}');
    list("boilerplate", d.boilerplate, [&](const Boilerplate& b) {
      open_span(b.span);
      json_.key("why").value(to_string(b.why)).close('}');
    });
    json_.close('}');
  }

  void lists() {
    Index number = 0;
    list("sentences", record_.sentences, [&](const Span& s) {
      json_.open('{').key("id").value(id('s', number++)).key("begin").value(s.begin).key("end").value(s.end).close('}');
    });
    items("entities", 'e', record_.entities, [&](const Entity& e) { entity(e); });
    items("places", 'p', record_.places, [&](const Place& p) { place(p); });
    items("times", 't', record_.times, [&](const Time& t) {
      span_fields(t.span);
      json_.key("type").value(to_string(t.type)).key("value").value(t.value).key("mod").text_or_null(t.mod);
    });
    items("issues", 'i', record_.issues, [&](const Issue& i) {
      json_.key("label").value(i.label).key("parent");
      reference('i', i.parent);
      list("mentions", i.mentions, [&](const Span& m) { span(m); });
    });
    items("events", 'v', record_.events, [&](const Event& e) { event(e); });
    items("statements", 'q', record_.statements, [&](const Statement& s) { statement(s); });
    items("meetings", 'm', record_.meetings, [&](const Meeting& m) { meeting(m); });
    items("positions", 'k', record_.positions, [&](const Position& p) { position(p); });
    items("agenda", 'a', record_.agenda, [&](const AgendaItem& a) {
      json_.key("what").value(a.what);
      references("participants", 'e', a.participants);
      when_and_where(a.date, a.place);
      evidence("evidence", a.evidence);
      reasons(a);
    });
  }

 private:
  template <class List, class Write>
  void list(std::string_view name, const List& values, Write&& write) {
    json_.key(name).open('[');
    for (const auto& value : values) write(value);
    json_.close(']');
  }

  /// A list of objects, each with its id first.
  template <class List, class Write>
  void items(std::string_view name, char letter, const List& values, Write&& write) {
    Index number = 0;
    list(name, values, [&](const auto& value) {
      json_.open('{').key("id").value(id(letter, number++));
      write(value);
      json_.close('}');
    });
  }

  std::string_view id(char letter, Index number) {
    id_[0] = letter;
    const auto end = std::to_chars(id_.data() + 1, id_.data() + id_.size(), std::uint64_t{number} + 1).ptr;
    return {id_.data(), static_cast<std::size_t>(end - id_.data())};
  }

  void reference(char letter, const std::optional<Index>& to) {
    if (to) {
      json_.value(id(letter, *to));
    } else {
      json_.null();
    }
  }

  void references(std::string_view name, char letter, const std::vector<Index>& to) {
    list(name, to, [&](Index i) { json_.value(id(letter, i)); });
  }

  void span_fields(Span s) {
    json_.key("begin").value(s.begin).key("end").value(s.end);
    json_.key("text").value(text_.view(text_.byte(s.begin), text_.byte(s.end)));
  }

  void open_span(Span s) {
    json_.open('{');
    span_fields(s);
  }

  void span(Span s) {
    open_span(s);
    json_.close('}');
  }

  void trigger(std::string_view name, const Trigger& t) {
    json_.key(name);
    open_span(t.span);
    json_.key("lemma").value(t.lemma).close('}');
  }

  void evidence_value(const Evidence& e) {
    json_.open('{').key("sentence").value(id('s', e.sentence));
    span_fields(e.span);
    json_.close('}');
  }

  void evidence(std::string_view name, const Evidence& e) {
    json_.key(name);
    evidence_value(e);
  }

  void when(const std::optional<DateValue>& date) {
    json_.key("date");
    if (date) {
      json_.open('{').key("value").value(date->value).key("basis").value(to_string(date->basis)).close('}');
    } else {
      json_.null();
    }
  }

  void when_and_where(const std::optional<DateValue>& date, const std::optional<Index>& place) {
    when(date);
    json_.key("place");
    reference('p', place);
  }

  void entity(const Entity& e) {
    json_.key("name").value(e.name).key("type").value(to_string(e.type));
    json_.key("country").text_or_null(e.country);
    if (e.is_country_guessed()) json_.key("country_confidence").value(e.country_chance);
    json_.key("anonymous").value(e.anonymous);
    list("roles", e.roles, [&](const Role& r) {
      json_.open('{').key("title").value(r.title).key("status").value(to_string(r.status)).key("of");
      reference('e', r.of);
      json_.key("country").text_or_null(r.country).key("sector").text_or_null(r.sector);
      evidence("evidence", r.evidence);
      json_.close('}');
    });
    json_.key("code").text_or_null(e.code);
    list("mentions", e.mentions, [&](const Mention& m) {
      open_span(m.span);
      json_.key("kind").value(to_string(m.kind)).close('}');
    });
    if (e.is_named_person()) reasons(e);
  }

  void place(const Place& p) {
    json_.key("name").value(p.name).key("country").text_or_null(p.country);
    json_.key("lat");
    p.lat ? json_.value(*p.lat) : json_.null();
    json_.key("lon");
    p.lon ? json_.value(*p.lon) : json_.null();
    json_.key("geonames_id");
    p.geonames_id ? json_.value(*p.geonames_id) : json_.null();
    list("mentions", p.mentions, [&](const Span& m) { span(m); });
  }

  /// How sure the item is, and why where the reader was asked to explain.
  template <class Item>
  void reasons(const Item& item) {
    json_.key("confidence").value(item.confidence);
    if (!item.why.empty()) list("why", item.why, [&](const std::string& clue) { json_.value(clue); });
  }

  void event(const Event& e) {
    json_.key("type").value(to_string(e.type)).key("mode").text_or_null(e.mode);
    list("contexts", e.contexts, [&](const std::string& c) { json_.value(c); });
    json_.key("cameo").text_or_null(e.cameo).key("quad").value(e.quad);
    json_.key("goldstein").value(e.goldstein).key("score").value(e.score);
    references("actors", 'e', e.actors);
    references("recipients", 'e', e.recipients);
    json_.key("issue");
    reference('i', e.issue);
    json_.key("theme").text_or_null(e.theme);
    when_and_where(e.date, e.place);
    json_.key("status").value(to_string(e.status));
    references("sources", 'e', e.sources);
    trigger("trigger", e.trigger);
    evidence("evidence", e.evidence);
    list("also", e.also, [&](const Evidence& more) { evidence_value(more); });
    json_.key("dictionary").text_or_null(e.dictionary);
    reasons(e);
  }

  void statement(const Statement& s) {
    references("speakers", 'e', s.speakers);
    json_.key("speaker_span");
    if (s.speaker_span) {
      span(*s.speaker_span);
    } else {
      json_.null();
    }
    references("addressees", 'e', s.addressees);
    if (s.cue) {
      trigger("cue", *s.cue);
    } else {
      json_.key("cue").null();
    }
    json_.key("kind").value(to_string(s.kind));
    json_.key("act").text_or_null(s.act).key("status").value(to_string(s.status));
    list("content", s.content, [&](const Span& c) { span(c); });
    references("chain", 'e', s.chain);
    json_.key("venue").text_or_null(s.venue);
    when_and_where(s.date, s.place);
    references("issues", 'i', s.issues);
    evidence("evidence", s.evidence);
    reasons(s);
  }

  void meeting(const Meeting& m) {
    references("participants", 'e', m.participants);
    when_and_where(m.date, m.place);
    json_.key("status")
        .value(to_string(m.status))
        .key("level")
        .text_or_null(m.level)
        .key("ordinal")
        .text_or_null(m.ordinal);
    evidence("evidence", m.evidence);
    reasons(m);
  }

  void position(const Position& p) {
    json_.key("actor").value(id('e', p.actor)).key("by");
    reference('e', p.by);
    json_.key("issue");
    reference('i', p.issue);
    json_.key("stance").value(p.stance).key("tense");
    p.tense ? json_.value(to_string(*p.tense)) : json_.null();
    json_.key("condition");
    if (p.condition) {
      span(*p.condition);
    } else {
      json_.null();
    }
    when(p.date);
    json_.key("statement");
    reference('q', p.statement);
    evidence("evidence", p.evidence);
    reasons(p);
  }

  JsonWriter& json_;
  const Record& record_;
  const Text& text_;
  std::array<char, 24> id_;
};

}  // namespace

void append_record_json(std::string& out, const Record& record, const Text& text, const Generator& generator,
                        int indent) {
  JsonWriter json(out, indent);
  json.open('{').key("schema").value("dragoman.record/1");
  json.key("generator").open('{').key("version").value(generator.version);
  json.key("model").text_or_null(generator.model).key("lexicon").text_or_null(generator.lexicon).close('}');
  RecordWriter writer(json, record, text);
  json.key("document");
  writer.document();
  writer.lists();
  json.close('}');
}

}  // namespace dragoman
