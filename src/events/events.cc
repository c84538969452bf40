#include "events/events.h"

#include "events/frames.h"
#include "events/status.h"
#include "language/syntax.h"
#include "lexicon/lexicon.h"

#include <algorithm>
#include <optional>

namespace dragoman {

namespace {

bool is_mutual(const std::string& type) {
  return type == "CONSULT" || type == "COOPERATE" || type == "AGREE";
}

bool same(std::vector<Index> a, std::vector<Index> b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  return a == b;
}

class Events {
 public:
  explicit Events(Story& story) : story_(story), parse_(story.parse), lexicon_(*story.lexicon.events) {}

  void run() {
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      if (story_.boilerplate[t]) continue;
      const Token& token = parse_[t];
      if (is_verbal(token) && token.relation != Relation::amod && token.relation != Relation::aux &&
          token.relation != Relation::auxpass) {
        verb(t);
      } else if (token.pos == Pos::noun) {
        noun(t);
      }
    }
    merge();
  }

 private:
  struct Draft {
    Event event;
    TokenIndex trigger = 0;
    TokenSpan span;
  };

  static void add(std::vector<Index>& list, Index e) {
    if (std::find(list.begin(), list.end(), e) == list.end()) list.push_back(e);
  }
  void add_entities(std::vector<Index>& list, TokenIndex head) const {
    for (const Index e : story_.entities_at(head)) add(list, e);
    if (!story_.entities_at(head).empty()) return;
    // "the leadership of Russia", "its position": an unnamed head acts for whom it belongs to.
  }
  void add_all(std::vector<Index>& list, const Tokens& heads) const {
    for (const TokenIndex head : heads) add_entities(list, head);
  }

  static void remove(std::vector<Index>& from, const std::vector<Index>& what) {
    std::erase_if(from, [&](Index e) { return std::find(what.begin(), what.end(), e) != what.end(); });
  }

  Draft start(const EventFrame& frame, TokenIndex t) const {
    Draft d;
    d.trigger = t;
    d.event.type = frame.type;
    d.event.mode = frame.mode;
    d.event.cameo = frame.cameo;
    d.event.contexts = frame.contexts;
    d.event.trigger = {story_.span(t, t + 1), std::string(parse_[t].lemma)};
    return d;
  }

  // ---- verbs

  void verb(TokenIndex v) {
    const auto found = lexicon_.verbs.find(std::string(parse_[v].lemma));
    if (found == lexicon_.verbs.end()) return;
    const EventFrame& frame = found->second;
    // "hold talks": the noun carries the event.
    if (carries_event_noun(v)) return;
    Draft d = start(frame, v);
    Event& e = d.event;
    add_all(e.actors, agents(parse_, v));
    const Tokens objects = patients(parse_, v);
    if (frame.object_takes_part || !frame.partner_prepositions.empty()) {
      for (const std::string& preposition : frame.partner_prepositions)
        add_all(e.actors, obliques(parse_, v, preposition, true));
      if (frame.object_takes_part) add_people(e.actors, objects);
    }
    if (frame.object_is_recipient) add_all(e.recipients, objects);
    for (const std::string& preposition : frame.recipient_prepositions) {
      add_all(e.recipients, obliques(parse_, v, preposition, true));
    }
    if (frame.object_is_recipient || !frame.recipient_prepositions.empty()) add_all(e.recipients, datives(parse_, v));
    if (frame.object_is_place) add_people_only(e.recipients, objects);
    if (frame.type == "AGREE" && parse_[v].lemma == "agree") {
      for (const char* preposition : {"with", "to"}) agree_with(v, preposition, e);
    }
    remove(e.recipients, e.actors);
    e.theme = theme_of(v);
    finish(std::move(d), clause_span(parse_, v));
  }

  bool carries_event_noun(TokenIndex v) const {
    if (!lexicon_.light_verbs.contains(std::string(parse_[v].lemma))) return false;
    for (const TokenIndex child : parse_.children(v)) {
      if (parse_[child].relation == Relation::dobj && lexicon_.nouns.contains(std::string(parse_[child].lemma)))
        return true;
    }
    return false;
  }

  // People and bodies but no countries: "met Abbas", "visited Gazprom".
  void add_people_only(std::vector<Index>& list, const Tokens& heads) const {
    for (const TokenIndex head : heads) {
      for (const Index e : story_.entities_at(head)) {
        if (story_.record.entities[e].type != EntityType::country) add(list, e);
      }
    }
  }
  void add_people(std::vector<Index>& list, const Tokens& heads) const { add_all(list, heads); }

  // "agreed with France" joins, "agreed to Abe's proposal" has Abe as recipient.
  void agree_with(TokenIndex v, const char* preposition, Event& e) const {
    for (const TokenIndex object : obliques(parse_, v, preposition)) {
      if (std::string_view(preposition) == "with") {
        add_entities(e.actors, object);
      } else {
        for (const TokenIndex owner : possessors(parse_, object)) add_entities(e.recipients, owner);
      }
    }
  }

  // ---- nouns

  void noun(TokenIndex n) {
    const auto found = lexicon_.nouns.find(std::string(parse_[n].lemma));
    if (found == lexicon_.nouns.end() || story_.mention_at[n] >= 0) return;
    if (parse_[n].relation == Relation::compound) return;  // "protest march", "peace deal talks": the last noun counts
    const EventFrame& frame = found->second;
    Draft d = start(frame, n);
    Event& e = d.event;
    TokenSpan span = noun_phrase(parse_, n);
    const bool mutual = is_mutual(frame.type);

    add_all(e.actors, possessors(parse_, n));
    add_all(e.actors, obliques(parse_, n, "by"));
    add_all(e.actors, obliques(parse_, n, "between"));
    add_all(e.actors, obliques(parse_, n, "among"));
    for (const TokenIndex before : premodifiers(parse_, n)) {
      if (story_.mention_at[before] >= 0) add_entities(e.actors, before);
    }
    // The light verb's subject.
    const TokenIndex light = light_verb_of(n);
    if (light != kNoToken) {
      add_all(e.actors, agents(parse_, light));
      span = clause_span(parse_, light);
      if (!mutual) {
        for (const char* preposition : {"with", "to", "on", "against", "for", "from", "of"}) {
          add_all(e.recipients, obliques(parse_, light, preposition));
        }
        add_all(e.recipients, datives(parse_, light));
      } else {
        add_all(e.actors, obliques(parse_, light, "with"));
      }
    }
    if (mutual) {
      add_all(e.actors, obliques(parse_, n, "with"));
    } else {
      for (const char* preposition : {"on", "against", "to", "with", "of", "at"}) {
        add_all(e.recipients, obliques(parse_, n, preposition));
      }
    }
    remove(e.recipients, e.actors);
    if (mutual && e.actors.size() < 2 && light == kNoToken && !is_referring(n)) return;
    if (e.actors.empty() && e.recipients.empty() && mutual) refer_back(n, e);
    e.theme = theme_of(n);
    finish(std::move(d), span);
  }

  bool is_referring(TokenIndex n) const {
    for (const TokenIndex child : parse_.children(n)) {
      const Token& c = parse_[child];
      if (c.lower == "the" || c.lower == "this" || c.relation == Relation::poss) return true;
    }
    return false;
  }

  // "the talks": of those who last met or agreed.
  void refer_back(TokenIndex, Event& e) const {
    for (auto it = drafts_.rbegin(); it != drafts_.rend(); ++it) {
      if (it->event.actors.size() < 2 || !is_mutual(it->event.type)) continue;
      e.actors = it->event.actors;
      return;
    }
  }

  TokenIndex light_verb_of(TokenIndex n) const {
    const Token& noun = parse_[n];
    if (noun.relation != Relation::dobj && noun.relation != Relation::nsubjpass && noun.relation != Relation::pobj)
      return kNoToken;
    TokenIndex verb = noun.head;
    if (noun.relation == Relation::pobj) {
      const std::string_view preposition = parse_[verb].lower;
      verb = parse_[verb].head;
      if (preposition != "in" && preposition != "for" && preposition != "on") return kNoToken;
      const std::string_view lemma = parse_[verb].lemma;
      if (lemma != "be" && lemma != "engage" && lemma != "participate" && lemma != "arrive" && lemma != "come")
        return kNoToken;
      return verb;
    }
    return is_verbal(parse_[verb]) && lexicon_.light_verbs.contains(std::string(parse_[verb].lemma)) ? verb : kNoToken;
  }

  // ---- the rest of an event

  // The complement as the text has it.
  std::string theme_of(TokenIndex t) const {
    for (const TokenIndex child : parse_.children(t)) {
      const Relation r = parse_[child].relation;
      const bool about = r == Relation::prep && (parse_[child].lower == "on" || parse_[child].lower == "about" ||
                                                 parse_[child].lower == "over" || parse_[child].lower == "for");
      if (child < t || !(r == Relation::xcomp || r == Relation::ccomp || r == Relation::dobj || about)) continue;
      const TokenSpan span = subtree(parse_, child);
      return std::string(story_.text.view(parse_[span.begin].begin, parse_[span.end - 1].end));
    }
    return {};
  }

  void finish(Draft d, TokenSpan span) {
    Event& e = d.event;
    if (e.actors.empty() && e.recipients.empty()) return;
    // A report's own medium acts only when it says so.
    if (e.actors.empty() && !is_passive_trigger(d.trigger)) return;
    e.status = status_of(story_, lexicon_, d.trigger);
    const TokenIndex light = parse_[d.trigger].pos == Pos::noun ? light_verb_of(d.trigger) : kNoToken;
    if (light != kNoToken && e.status == EventStatus::happened) e.status = status_of(story_, lexicon_, light);
    const auto type = lexicon_.types.find(e.type);
    e.quad = type->second.quad;
    const auto mode = lexicon_.modes.find(e.type + " " + e.mode);
    e.score = mode == lexicon_.modes.end() ? type->second.score : mode->second;
    e.goldstein = lexicon_.goldstein_of(e.cameo);
    if (!span.contains(d.trigger)) span = {d.trigger, d.trigger + 1};
    d.span = span;
    e.evidence = story_.evidence(span);
    sources(d);
    date(d);
    place(d);
    drafts_.push_back(std::move(d));
  }

  bool is_passive_trigger(TokenIndex t) const {
    return is_verbal(parse_[t]) ? is_passive(parse_, t) : parse_[t].pos == Pos::noun;
  }

  // Those in whose words it stands, outermost first.
  void sources(Draft& d) {
    for (std::size_t q = 0; q < story_.statement_contents.size(); ++q) {
      const auto& contents = story_.statement_contents[q];
      const bool inside =
          std::any_of(contents.begin(), contents.end(), [&](TokenSpan s) { return s.contains(d.trigger); });
      if (!inside || story_.statement_cues[q].contains(d.trigger)) continue;
      const Statement& s = story_.record.statements[q];
      if (s.speakers.size() != 1) continue;
      for (const Index e : s.chain) add(d.event.sources, e);
      add(d.event.sources, s.speakers[0]);
    }
  }

  // A time that hangs on the trigger or its light verb, else one in the same clause.
  void date(Draft& d) {
    const TokenSpan sentence = parse_.sentences[parse_[d.trigger].sentence];
    const TokenIndex clause = clause_head(parse_, d.trigger);
    std::optional<std::size_t> best;
    int best_score = 0;
    for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
      const std::int32_t at = t < story_.time_at.size() ? story_.time_at[t] : -1;
      if (at < 0) continue;
      const Time& time = story_.record.times[static_cast<std::size_t>(at)];
      if (time.type != "DATE" && time.type != "TIME") continue;
      int score = 0;
      if (hangs_on(t, d.trigger)) {
        score = 3;
      } else if (hangs_on(t, clause)) {
        score = 2;
      } else if (clause_head(parse_, t) == clause) {
        score = 1;
      }
      if (score > best_score) {
        best_score = score;
        best = static_cast<std::size_t>(at);
      }
    }
    if (best) {
      d.event.date = DateValue{story_.record.times[*best].value, "text"};
      return;
    }
  }

  bool hangs_on(TokenIndex t, TokenIndex head) const {
    for (int step = 0; step < 3; ++step) {
      if (parse_[t].head == head) return true;
      const Relation r = parse_[t].relation;
      if (r != Relation::pobj && r != Relation::npadvmod && r != Relation::compound && r != Relation::nummod &&
          r != Relation::amod && r != Relation::prep) {
        return false;
      }
      t = parse_[t].head;
    }
    return false;
  }

  void place(Draft& d) {
    if (story_.place_at.empty()) return;
    for (const TokenIndex head : {d.trigger, clause_head(parse_, d.trigger)}) {
      for (const char* preposition : {"in", "at", "near", "on"}) {
        for (const TokenIndex object : obliques(parse_, head, preposition, true)) {
          if (story_.place_at[object] < 0) continue;
          d.event.place = static_cast<Index>(story_.place_at[object]);
          return;
        }
      }
    }
  }

  // ---- one event told twice is one event

  static bool compatible(const Event& a, const Event& b) {
    if (a.type != b.type || !same(a.actors, b.actors) || !same(a.recipients, b.recipients)) return false;
    if (a.status != b.status && !(done(a.status) && done(b.status))) return false;
    if (a.date && b.date && a.date->value != b.date->value) return false;
    return true;
  }
  static bool done(EventStatus s) { return s == EventStatus::happened || s == EventStatus::ongoing; }

  // Two tellings: the same verb or noun, or a noun that refers back to a meeting.
  bool tells_again(const Draft& first, const Draft& second) const {
    if (!compatible(first.event, second.event)) return false;
    if (first.event.trigger.lemma == second.event.trigger.lemma) {
      return parse_[second.trigger].pos == Pos::noun || first.event.theme == second.event.theme;
    }
    return first.event.type == "CONSULT" && parse_[second.trigger].pos == Pos::noun && is_referring(second.trigger);
  }

  void merge() {
    constexpr std::size_t kNear = 60;
    std::vector<Draft> kept;
    for (Draft& d : drafts_) {
      Draft* first = nullptr;
      for (std::size_t i = kept.size(); i-- > 0 && kept.size() - i <= kNear && first == nullptr;) {
        if (tells_again(kept[i], d)) first = &kept[i];
      }
      if (first == nullptr) {
        kept.push_back(std::move(d));
        continue;
      }
      if (!first->event.date) first->event.date = d.event.date;
      if (!first->event.place) first->event.place = d.event.place;
      first->event.also.push_back(d.event.evidence);
    }
    for (Draft& d : kept) story_.record.events.push_back(std::move(d.event));
  }

  Story& story_;
  const Parse& parse_;
  const EventLexicon& lexicon_;
  std::vector<Draft> drafts_;
};

}  // namespace

void find_events(Story& story) {
  Events(story).run();
}

}  // namespace dragoman
