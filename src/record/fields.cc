#include "record/fields.h"

#include "record/names.h"

#include <fmt/format.h>

namespace dragoman {

namespace {

using Values = std::vector<std::vector<std::string>>;

/// Makes the values of fields; one per record.
class Shower {
 public:
  Shower(const Record& record, const Text& text) : record_(record), text_(text) {}

  static Values word(std::string_view s) { return s.empty() ? Values{} : Values{{std::string(s)}}; }
  static Values number(double d) { return {{fmt::format("{}", d)}}; }
  static Values words(const std::vector<std::string>& all) {
    Values out;
    for (const std::string& s : all) out.push_back({s});
    return out;
  }
  std::string quoted(Span s) const { return std::string(text_.view(text_.byte(s.begin), text_.byte(s.end))); }
  Values span(Span s) const { return word(quoted(s)); }
  Values spans(const std::vector<Span>& all) const {
    Values out;
    for (const Span s : all) out.push_back({quoted(s)});
    return out;
  }
  /// Several spans as one text, in order.
  Values joined(const std::vector<Span>& all) const {
    std::string out;
    for (const Span s : all) out += (out.empty() ? "" : " ") + quoted(s);
    return word(out);
  }

  Values entities(const std::vector<Index>& ids) const {
    Values out;
    for (const Index i : ids) {
      const Entity& e = record_.entities[i];
      std::vector<std::string> forms = {e.name};
      for (const Mention& m : e.mentions) {
        if (m.kind == MentionKind::name) forms.push_back(quoted(m.span));
      }
      out.push_back(std::move(forms));
    }
    return out;
  }
  Values entity(const std::optional<Index>& id) const { return id ? entities({*id}) : Values{}; }
  Values issue(const std::optional<Index>& id) const { return id ? word(record_.issues[*id].label) : Values{}; }
  Values issues(const std::vector<Index>& ids) const {
    Values out;
    for (const Index i : ids) out.push_back({record_.issues[i].label});
    return out;
  }
  Values place(const std::optional<Index>& id) const { return id ? word(record_.places[*id].name) : Values{}; }
  static Values date(const std::optional<DateValue>& d) { return d ? word(d->value) : Values{}; }
  static Values basis(const std::optional<DateValue>& d) { return d ? word(to_string(d->basis)) : Values{}; }

  ShownItem show(const Entity& e) const {
    std::vector<std::string> offices, countries, sectors, statuses;
    std::vector<Index> of;
    for (const Role& r : e.roles) {
      offices.push_back(r.title);
      statuses.emplace_back(to_string(r.status));
      if (!r.country.empty()) countries.push_back(r.country);
      if (!r.sector.empty()) sectors.push_back(r.sector);
      if (r.of) of.push_back(*r.of);
    }
    std::vector<Span> mentions;
    for (const Mention& m : e.mentions) mentions.push_back(m.span);
    return {{"name", word(e.name)},
            {"type", word(to_string(e.type))},
            {"country", word(e.country)},
            {"country-told", word(e.is_country_guessed() ? "false" : "true")},
            {"office", words(offices)},
            {"office-country", words(countries)},
            {"status", words(statuses)},
            {"of", entities(of)},
            {"sector", words(sectors)},
            {"code", word(e.code)},
            {"anonymous", word(e.anonymous ? "true" : "false")},
            {"doubtful", word(e.confidence < .5 ? "true" : "false")},
            {"mention", spans(mentions)}};
  }

  ShownItem show(const Place& p) const {
    return {{"name", word(p.name)},
            {"country", word(p.country)},
            {"geonames", p.geonames_id ? word(std::to_string(*p.geonames_id)) : Values{}},
            {"lat", p.lat ? number(*p.lat) : Values{}},
            {"lon", p.lon ? number(*p.lon) : Values{}},
            {"mention", spans(p.mentions)}};
  }

  ShownItem show(const Time& t) const {
    return {{"text", span(t.span)}, {"type", word(to_string(t.type))}, {"value", word(t.value)}, {"mod", word(t.mod)}};
  }

  ShownItem show(const Issue& i) const {
    return {{"label", word(i.label)}, {"parent", issue(i.parent)}, {"mention", spans(i.mentions)}};
  }

  ShownItem show(const Event& e) const {
    return {{"type", word(to_string(e.type))},
            {"mode", word(e.mode)},
            {"context", words(e.contexts)},
            {"cameo", word(e.cameo)},
            {"quad", word(std::to_string(e.quad))},
            {"goldstein", number(e.goldstein)},
            {"score", number(e.score)},
            {"actors", entities(e.actors)},
            {"recipients", entities(e.recipients)},
            {"issue", issue(e.issue)},
            {"theme", word(e.theme)},
            {"date", date(e.date)},
            {"basis", basis(e.date)},
            {"place", place(e.place)},
            {"status", word(to_string(e.status))},
            {"sources", entities(e.sources)},
            {"trigger", span(e.trigger.span)},
            {"lemma", word(e.trigger.lemma)},
            {"evidence", span(e.evidence.span)},
            {"dictionary", word(e.dictionary)},
            {"told", word(std::to_string(1 + e.also.size()))},
            {"confidence", number(e.confidence)}};
  }

  ShownItem show(const Statement& s) const {
    return {{"speakers", entities(s.speakers)},
            {"speaker", s.speaker_span ? span(*s.speaker_span) : Values{}},
            {"addressees", entities(s.addressees)},
            {"cue", s.cue ? span(s.cue->span) : Values{}},
            {"lemma", s.cue ? word(s.cue->lemma) : Values{}},
            {"kind", word(to_string(s.kind))},
            {"act", word(s.act)},
            {"status", word(to_string(s.status))},
            {"content", joined(s.content)},
            {"chain", entities(s.chain)},
            {"venue", word(s.venue)},
            {"date", date(s.date)},
            {"basis", basis(s.date)},
            {"place", place(s.place)},
            {"issue", issues(s.issues)},
            {"evidence", span(s.evidence.span)}};
  }

  ShownItem show(const Meeting& m) const {
    return {{"participants", entities(m.participants)},
            {"date", date(m.date)},
            {"basis", basis(m.date)},
            {"place", place(m.place)},
            {"status", word(to_string(m.status))},
            {"level", word(m.level)},
            {"ordinal", word(m.ordinal)},
            {"evidence", span(m.evidence.span)}};
  }

  ShownItem show(const Position& p) const {
    return {{"actor", entity(p.actor)},
            {"by", entity(p.by)},
            {"issue", issue(p.issue)},
            {"stance", word(p.stance)},
            {"tense", p.tense ? word(to_string(*p.tense)) : Values{}},
            {"condition", p.condition ? span(*p.condition) : Values{}},
            {"date", date(p.date)},
            {"evidence", span(p.evidence.span)}};
  }

  ShownItem show(const AgendaItem& a) const {
    return {{"what", word(a.what)},    {"participants", entities(a.participants)},
            {"date", date(a.date)},    {"basis", basis(a.date)},
            {"place", place(a.place)}, {"evidence", span(a.evidence.span)}};
  }

  ShownItem show(const Boilerplate& b) const { return {{"text", span(b.span)}, {"why", word(to_string(b.why))}}; }
  ShownItem show(const Span& sentence) const { return {{"text", span(sentence)}}; }
  ShownItem show(const DocumentInfo& d) const {
    return {{"title", word(d.title)},
            {"agency", word(d.agency)},
            {"byline", word(d.byline)},
            {"language", word(d.language)},
            {"published", word(d.published.value)},
            {"time", word(d.published.time)},
            {"basis", word(to_string(d.published.basis))},
            {"earliest", word(d.published.earliest)},
            {"latest", word(d.published.latest)}};
  }

 private:
  const Record& record_;
  const Text& text_;
};

/// Calls `use` with the record's list of that name; false when there is none.
template <class Use>
bool with_list(const Record& r, std::string_view list, Use&& use) {
  if (list == "event") return use(r.events), true;
  if (list == "entity") return use(r.entities), true;
  if (list == "place") return use(r.places), true;
  if (list == "time") return use(r.times), true;
  if (list == "issue") return use(r.issues), true;
  if (list == "statement") return use(r.statements), true;
  if (list == "meeting") return use(r.meetings), true;
  if (list == "position") return use(r.positions), true;
  if (list == "agenda") return use(r.agenda), true;
  if (list == "boilerplate") return use(r.document.boilerplate), true;
  if (list == "sentence") return use(r.sentences), true;
  if (list == "document") return use(std::vector<DocumentInfo>{r.document}), true;
  return false;
}

}  // namespace

std::vector<ShownItem> shown_items(const Record& record, const Text& text, std::string_view list) {
  const Shower shower(record, text);
  std::vector<ShownItem> out;
  with_list(record, list, [&](const auto& items) {
    for (const auto& item : items) out.push_back(shower.show(item));
  });
  return out;
}

bool is_shown_list(std::string_view list) {
  return with_list({}, list, [](const auto&) {});
}

bool has_shown_field(std::string_view list, std::string_view field) {
  // One empty item of each list, with what its references point to, shows the names of the fields.
  Record record;
  record.entities.resize(1);
  bool found = false;
  const Text none;
  const Shower shower(record, none);
  with_list(record, list, [&](const auto& items) {
    using Item = typename std::decay_t<decltype(items)>::value_type;
    for (const ShownField& shown : shower.show(Item{})) found |= shown.name == field;
  });
  return found;
}

std::string to_string(const ShownItem& item) {
  std::string out;
  for (const ShownField& field : item) {
    if (field.values.empty()) continue;
    std::string value;
    for (const auto& forms : field.values) value += (value.empty() ? "" : ",") + forms.front();
    const bool blank = value.find(' ') != std::string::npos;
    out += fmt::format("{}{}={}{}{}", out.empty() ? "" : " ", field.name, blank ? "\"" : "", value, blank ? "\"" : "");
  }
  return out;
}

}  // namespace dragoman
