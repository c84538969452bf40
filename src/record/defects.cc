#include "record/defects.h"

#include <algorithm>
#include <string_view>

namespace dragoman {

namespace {

class Checker {
 public:
  explicit Checker(const Record& record) : r_(record) {}

  std::vector<std::string> check() {
    each("boilerplate", r_.document.boilerplate, [&](const Boilerplate& b) { span("span", b.span); });
    each("sentences", r_.sentences, [&](const Span& s) {
      if (s.begin > s.end || s.end > r_.document.length) complain("span", "outside the document");
    });
    each("entities", r_.entities, [&](const Entity& e) { entity(e); });
    each("places", r_.places, [&](const Place& p) {
      if (p.name.empty()) complain("name", "empty");
      country(p.country);
      if (p.lat.has_value() != p.lon.has_value()) complain("lat", "without the other coordinate");
      spans("mentions", p.mentions);
    });
    each("times", r_.times, [&](const Time& t) {
      span("span", t.span);
      if (t.value.empty()) complain("value", "empty");
    });
    each("issues", r_.issues, [&](const Issue& i) {
      if (i.label.empty()) complain("label", "empty");
      reference("parent", i.parent, r_.issues);
      spans("mentions", i.mentions);
    });
    each("events", r_.events, [&](const Event& e) { event(e); });
    each("statements", r_.statements, [&](const Statement& s) { statement(s); });
    each("meetings", r_.meetings, [&](const Meeting& m) {
      references("participants", m.participants);
      reference("place", m.place, r_.places);
      evidence(m.evidence);
    });
    each("positions", r_.positions, [&](const Position& p) {
      reference("actor", p.actor, r_.entities);
      reference("by", p.by, r_.entities);
      reference("issue", p.issue, r_.issues);
      reference("statement", p.statement, r_.statements);
      if (p.condition) span("condition", *p.condition);
      evidence(p.evidence);
    });
    each("agenda", r_.agenda, [&](const AgendaItem& a) {
      references("participants", a.participants);
      reference("place", a.place, r_.places);
      evidence(a.evidence);
    });
    return std::move(defects_);
  }

 private:
  template <class List, class Use>
  void each(std::string_view name, const List& list, Use&& use) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      at_ = std::string(name) + "[" + std::to_string(i) + "]";
      use(list[i]);
    }
  }

  void complain(std::string_view field, const std::string& what) {
    defects_.push_back(at_ + "." + std::string(field) + ": " + what);
  }

  void span(std::string_view field, Span s) {
    if (s.begin >= s.end || s.end > r_.document.length) {
      complain(field,
               std::to_string(s.begin) + ":" + std::to_string(s.end) + " of " + std::to_string(r_.document.length));
    }
  }

  void spans(std::string_view field, const std::vector<Span>& all) {
    for (const Span s : all) span(field, s);
  }

  template <class List>
  void reference(std::string_view field, const std::optional<Index>& to, const List& list) {
    if (to && *to >= list.size()) complain(field, std::to_string(*to) + " of " + std::to_string(list.size()));
  }

  void references(std::string_view field, const std::vector<Index>& to) {
    for (const Index i : to) reference(field, std::optional(i), r_.entities);
    std::vector<Index> sorted = to;
    std::sort(sorted.begin(), sorted.end());
    if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) complain(field, "names one entity twice");
  }

  void evidence(const Evidence& e) {
    span("evidence", e.span);
    if (e.sentence >= r_.sentences.size()) {
      complain("evidence", "sentence " + std::to_string(e.sentence) + " of " + std::to_string(r_.sentences.size()));
    } else if (e.span.begin < r_.sentences[e.sentence].begin || e.span.begin >= r_.sentences[e.sentence].end) {
      complain("evidence", "begins outside its sentence");
    }
  }

  void country(std::string_view code) {
    const bool iso =
        code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!code.empty() && !iso) complain("country", std::string(code));
  }

  void entity(const Entity& e) {
    if (e.name.empty()) complain("name", "empty");
    country(e.country);
    for (const Role& role : e.roles) {
      reference("roles.of", role.of, r_.entities);
      country(role.country);
      evidence(role.evidence);
    }
    for (const Mention& m : e.mentions) span("mentions", m.span);
  }

  void event(const Event& e) {
    references("actors", e.actors);
    references("recipients", e.recipients);
    references("sources", e.sources);
    reference("issue", e.issue, r_.issues);
    reference("place", e.place, r_.places);
    if (e.quad < 1 || e.quad > 4) complain("quad", std::to_string(e.quad));
    span("trigger", e.trigger.span);
    evidence(e.evidence);
    for (const Evidence& more : e.also) evidence(more);
  }

  void statement(const Statement& s) {
    references("speakers", s.speakers);
    references("addressees", s.addressees);
    references("chain", s.chain);
    for (const Index i : s.issues) reference("issues", std::optional(i), r_.issues);
    reference("place", s.place, r_.places);
    if (s.speaker_span) span("speaker_span", *s.speaker_span);
    if (s.cue) span("cue", s.cue->span);
    if (s.content.empty()) complain("content", "empty");
    spans("content", s.content);
    evidence(s.evidence);
  }

  const Record& r_;
  std::string at_;
  std::vector<std::string> defects_;
};

}  // namespace

std::vector<std::string> record_defects(const Record& record) {
  return Checker(record).check();
}

}  // namespace dragoman
