// The day and the place of an event: what its clause says, else its sentence, else the meeting that it belongs to.
#include "clauses/signatures.h"
#include "events/draft.h"
#include "events/frames.h"
#include "story/clause_time.h"
#include "story/time_owner.h"
#include "text/ascii.h"
#include "text/days.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>

namespace dragoman {

namespace {

class WhenWhere {
 public:
  WhenWhere(const Story& story, EventDrafts& drafts) : story_(story), parse_(story.parse), drafts_(drafts) {
    published_ = days_of(story.record.document.published.value);
  }

  void run() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      date(drafts_[i]);
      to_come(drafts_[i]);
      place(drafts_[i]);
      if (!drafts_[i].event.date || !drafts_[i].event.place) inherit(i);
    }
    from_journeys();
    for (std::size_t i = 0; i < drafts_.size(); ++i) of_occasion_to_come(i);
  }

 private:
  // The date that hangs nearest to the trigger within the sentence.
  void date(EventDraft& d) const {
    const TokenSpan sentence = parse_.sentences[parse_[d.trigger].sentence];
    const TokenIndex clause = clause_head(parse_, d.trigger);
    const TokenIndex above = parent_clause(parse_, clause);
    const Time* best = nullptr;
    int best_score = 0;
    for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
      const Time* time = date_at(story_, t);
      if (time == nullptr || time == best) continue;
      int score = 0;
      if (hangs_on(t, d.trigger)) {
        score = 5;
      } else if (hangs_on(t, d.clause) || hangs_on(t, clause)) {
        score = 4;
      } else if (clause_head(parse_, t) == clause) {
        score = 3;
      } else if (above != kNoToken && takes_time_of(clause) && hangs_on(t, above)) {
        score = 2;
      }
      if (score <= best_score) continue;
      // "at the meetings", "on Friday condemned attacks": a date of the clause around it is not theirs.
      if (d.clause == d.trigger && (d.definite || (t < d.trigger && is_told_of(d))) && score < 5) continue;
      if (is_bound(t, d) || is_lifetime(t) || is_anothers_day(t, d)) continue;
      best_score = score;
      best = time;
    }
    if (best == nullptr) best = time_of_when(clause);
    if (best == nullptr) best = time_around(story_, clause, story_.lexicon.signatures->explains);
    // "criticised it at the time and asked for an inquiry"
    if (best == nullptr && parse_[clause].relation == Relation::conj) {
      best = time_around(story_, above, story_.lexicon.signatures->explains);
    }
    if (best == nullptr) return;
    if (const Time* said = said_again(*best, sentence)) best = said;
    d.event.date = DateValue{day_of(best->value), DateBasis::text};
  }

  // "on Friday condemned attacks", a deed that the clause only speaks of: what is done on that day is to condemn. Those
  // who meet come together then, and what is done "in cooperation" is done then, too.
  bool is_told_of(const EventDraft& d) const {
    const Token& noun = parse_[first_conjunct(parse_, d.trigger)];
    if (parse_[d.trigger].pos != Pos::noun || d.event.type == EventType::consult) return false;
    if (noun.relation != Relation::pobj) return noun.relation == Relation::dobj;
    const Token& link = parse_[noun.head];
    return is_verbal(parse_[link.head]) && link.lower != "in" && link.lower != "during" && link.lower != "at";
  }

  // "in 1961 when rebels took the port", "last month, when she was freed": the clause is of the day that it explains.
  const Time* time_of_when(TokenIndex clause) const {
    const Relation r = parse_[clause].relation;
    if (r != Relation::advcl && r != Relation::relcl) return nullptr;
    const TokenIndex when = child_word(parse_, clause, "when");
    if (when == kNoToken || when > clause || when == 0) return nullptr;
    const VerbForm form = verb_form(parse_, clause);
    if (form.tense != Tense::past || form.modal != kNoToken) return nullptr;
    TokenIndex before = when - 1;
    if (parse_[before].text == "," && before > 0) --before;
    return parse_[before].sentence == parse_[when].sentence ? date_at(story_, before) : nullptr;
  }

  // "today (July 28)", "tomorrow, Wednesday, 27 July": the day in figures beside one that cannot be reckoned.
  const Time* said_again(const Time& day, TokenSpan sentence) const {
    const auto has_figures = [](const Time& time) {
      return std::any_of(time.value.begin(), time.value.end(), is_ascii_digit);
    };
    if (has_figures(day)) return nullptr;
    bool behind = false;
    TokenIndex signs = 0;
    for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
      const Time* time = date_at(story_, t);
      if (time == &day) behind = true;
      if (!behind || time == &day) continue;
      if (time != nullptr && has_figures(*time)) return time;
      const bool sign = parse_[t].text == "," || parse_[t].text == "(";
      if (time == nullptr && (!sign || ++signs > 2)) return nullptr;
    }
    return nullptr;
  }

  // "meet on Monday", told on Friday, is planned; but an invitation to a feast next month has been made.
  void to_come(EventDraft& d) const {
    Event& e = d.event;
    if (!published_ || !is_done(e) || !e.date || e.date->basis != DateBasis::text) return;
    const auto days = days_of(e.date->value);
    if (!days || days->first <= published_->last) return;
    // "said he backed the plan and would come in July": the day is that of the verb beside it.
    const bool past = is_verbal(parse_[d.clause]) && verb_form(parse_, d.clause).tense == Tense::past;
    if (past) {
      e.date.reset();
    } else if (e.type == EventType::consult || e.type == EventType::support || e.type == EventType::cooperate ||
               e.type == EventType::aid) {
      e.status = EventStatus::planned;
    } else {
      e.date.reset();
    }
  }

  // "has refused since the talks in May", "asked it to pay by May": when it began or ends, and no day of the act.
  bool is_bound(TokenIndex t, const EventDraft& d) const {
    bool inner = true;
    for (int step = 0; step < kMaxClimb && parse_[t].head != t && t != d.trigger && !is_verbal(parse_[t]); ++step) {
      t = parse_[t].head;
      if (parse_[t].pos != Pos::adp && parse_[t].pos != Pos::sconj) continue;
      const std::string_view w = parse_[t].lower;
      if (w == "since" || w == "until" || w == "till" || (w == "by" && inner && is_done(d.event))) return true;
      inner = false;
    }
    return false;
  }

  // "Under Rojas (2010-2015)", "Ana Rojas (1950)": the years of whoever stands before the bracket; but "the siege
  // (1998)".
  bool is_lifetime(TokenIndex t) const {
    const auto is_year = [&](TokenIndex y) {
      const Time* time = date_at(story_, y);
      return time != nullptr && time->value.size() == 4;
    };
    const auto is_sign = [&](TokenIndex i) { return parse_[i].pos == Pos::punct || parse_[i].pos == Pos::sym; };
    if (!is_year(t)) return false;
    constexpr TokenIndex kLifetime = 4;  // two years, a dash between them and "("
    TokenIndex open = t;
    while (open > 0 && parse_[open].text != "(" && t - open < kLifetime && (is_year(open) || is_sign(open))) --open;
    if (parse_[open].text != "(" || open == 0) return false;
    std::size_t years = 0;
    for (TokenIndex i = open + 1; i < parse_.size() && parse_[i].text != ")"; ++i) {
      if (i - open > kLifetime || (!is_year(i) && !is_sign(i))) return false;
      years += is_year(i) ? 1 : 0;
    }
    const bool person = parse_[open - 1].name == NameType::person;
    return person || (years > 1 && (parse_[open - 1].pos == Pos::propn || parse_[open - 1].pos == Pos::noun));
  }

  // "charged in the 1988 bombing": what it was for, and no occasion; but who was "killed in the 1988 bombing" died
  // then.
  bool is_anothers_day(TokenIndex t, const EventDraft& d) const {
    const EventType type = d.event.type;
    const bool held_to_account = type == EventType::accuse || type == EventType::sanction;
    const TokenIndex deed = type == EventType::assault || held_to_account ? deed_around(t) : kNoToken;
    const bool within = deed != kNoToken && deed != d.trigger && parse_[deed].relation == Relation::pobj &&
                        parse_[parse_[deed].head].lower == "in" && parse_[parse_[deed].head].head == d.trigger;
    if (within) return held_to_account;
    return is_anothers_time(story_, t, {d.trigger, d.clause});
  }

  // The violence in front of whose noun the time stands: "the January 1998 bombing".
  TokenIndex deed_around(TokenIndex t) const {
    while (t > 0 && story_.time_at[t - 1] == story_.time_at[t]) --t;
    for (int step = 0; step < kMaxClimb && parse_[t].head > t; ++step) {
      t = parse_[t].head;
      if (parse_[t].pos == Pos::noun && story_.lexicon.events->violence.contains(parse_[t].lemma)) return t;
    }
    return kNoToken;
  }

  // "2016-12-03" of "2016-12-03TMO": an event has a day, not an hour.
  static std::string day_of(const std::string& value) { return value.substr(0, value.find('T')); }

  // A clause that goes with the one above it: "urged …, saying", "met on Friday and agreed", "did it by signing".
  bool takes_time_of(TokenIndex clause) const {
    const Relation r = parse_[clause].relation;
    const bool finite = verb_form(parse_, clause).tense != Tense::none;
    if (r == Relation::conj) return true;
    return !finite && (r == Relation::advcl || r == Relation::pcomp || r == Relation::xcomp);
  }

  // "demanded a ransom, but the talks failed on Monday", "has met her since she came in May", "warned that it had lost
  // in 2014": a clause that stands below a verb, and whose day is not the verb's. What is asked of somebody, and what
  // somebody does upon something, is asked and done then: "told to leave in April", "held after a raid on Friday".
  bool has_own_day(TokenIndex clause) const {
    const Token& verb = parse_[clause];
    if (!is_verbal(verb)) return false;
    const bool subject = child_of(parse_, clause, Relation::nsubj) != kNoToken ||
                         child_of(parse_, clause, Relation::nsubjpass) != kNoToken;
    if (verb.relation == Relation::conj) return subject;
    if (verb.relation == Relation::advcl) return child_word(parse_, clause, "since") != kNoToken;
    return verb.relation == Relation::ccomp && subject && verb_form(parse_, clause).tense != Tense::none;
  }

  bool hangs_on(TokenIndex t, TokenIndex head) const {
    for (int step = 0; step < 4; ++step) {
      const Relation r = parse_[t].relation;
      if (parse_[t].head == head) return step == 0 || !is_verbal(parse_[head]) || !has_own_day(t);
      if (r != Relation::pobj && r != Relation::npadvmod && r != Relation::compound && r != Relation::nummod &&
          r != Relation::amod && r != Relation::prep && r != Relation::advmod) {
        return false;
      }
      t = parse_[t].head;
    }
    return false;
  }

  void place(EventDraft& d) const {
    // Of two nouns in one phrase the first may have what both have: "army and navy activity in the strait".
    const bool noun = parse_[d.trigger].pos == Pos::noun;
    const TokenIndex first = noun ? first_conjunct(parse_, d.trigger) : d.trigger;
    // "Mali's raid", known before it is told: where that is talked of is another place.
    const bool apart = noun && d.background && d.event.type != EventType::consult;
    for (const TokenIndex head : {d.trigger, first, d.clause, clause_head(parse_, d.trigger)}) {
      if (apart && head != d.trigger && head != first) break;
      for (const char* preposition : {"in", "at", "near", "to", "on", "off", "across"}) {
        const bool goes_there = std::string_view(preposition) == "to";
        if (goes_there && d.event.mode != "visit") continue;
        for (const TokenIndex object :
             obliques(parse_, head, preposition, head != d.trigger || !is_verbal(parse_[head]))) {
          if (set_place(d, object)) return;
        }
      }
      if (d.event.mode == "visit" && is_verbal(parse_[head])) {
        for (const TokenIndex object : patients(parse_, head)) {
          if (set_place(d, object)) return;
        }
      }
    }
    if (apart) return;
    const TokenIndex own = clause_head(parse_, d.trigger);
    if (parse_[own].relation == Relation::relcl && child_word(parse_, own, "where") != kNoToken &&
        set_place(d, parse_[own].head)) {
      return;
    }
    if (place_below(d, d.clause, 3)) return;
    const TokenIndex above = parent_clause(parse_, own);
    if (above == kNoToken || !takes_time_of(clause_head(parse_, d.trigger))) return;
    for (const char* preposition : {"in", "at"}) {
      for (const TokenIndex object : obliques(parse_, above, preposition)) {
        if (set_place(d, object)) return;
      }
    }
  }

  // "held exercises with the alliance in the Black Sea", where the phrase of place hangs on another noun.
  bool place_below(EventDraft& d, TokenIndex head, int depth) const {
    if (depth == 0) return false;
    for (const TokenIndex c : parse_.children(head)) {
      const Relation r = parse_[c].relation;
      if (c < head || (r != Relation::dobj && r != Relation::prep && r != Relation::pobj)) continue;
      if (r != Relation::prep) {
        for (const TokenIndex object : obliques(parse_, c, "in")) {
          if (set_place(d, object)) return true;
        }
      }
      if (place_below(d, c, depth - 1)) return true;
    }
    return false;
  }

  bool set_place(EventDraft& d, TokenIndex head) const {
    if (story_.place_at[head] < 0) return false;
    d.event.place = static_cast<Index>(story_.place_at[head]);
    return true;
  }

  static bool is_done(const Event& e) { return e.status == EventStatus::happened || e.status == EventStatus::ongoing; }
  static bool is_day(const std::optional<DateValue>& date) { return date && date->value.size() >= 10; }
  static bool is_speech(const Event& e) { return e.quad == 1 || e.quad == 3; }

  // What was said, agreed or protested between people who met is dated by that meeting when it has no date itself: the
  // latest dated act of words among the same actors.
  void inherit(std::size_t i) {
    EventDraft& d = drafts_[i];
    if (!is_done(d.event) || !is_speech(d.event) || d.event.mode == "visit" || d.event.actors.empty()) return;
    if (verb_is_timeless(d) || tells_of_somebody(clause_head(parse_, d.trigger))) return;
    const auto has = [](const std::vector<Index>& list, Index e) {
      return std::find(list.begin(), list.end(), e) != list.end();
    };
    for (std::size_t j = i, steps = 0; j-- > 0 && steps < kBack; ++steps) {
      const Event& before = drafts_[j].event;
      if (!is_done(before) || !is_speech(before) || before.mode == "visit" || !is_day(before.date)) continue;
      const bool same_actors =
          std::all_of(d.event.actors.begin(), d.event.actors.end(), [&](Index e) { return has(before.actors, e); });
      if (!same_actors) continue;
      const bool recipients_there = std::all_of(d.event.recipients.begin(), d.event.recipients.end(), [&](Index e) {
        return has(before.actors, e) || has(before.recipients, e) ||
               story_.record.entities[e].type != EntityType::person;
      });
      if (!recipients_there) continue;
      if (!d.event.date) d.event.date = DateValue{before.date->value, DateBasis::inferred};
      return;
    }
  }

  // "two envoys whom it accused": of another time than the clause; but "a meeting in which she called for it".
  bool tells_of_somebody(TokenIndex clause) const {
    if (parse_[clause].relation != Relation::relcl) return false;
    return std::none_of(parse_.children(clause).begin(), parse_.children(clause).end(), [&](TokenIndex c) {
      const TokenIndex object = parse_[c].relation == Relation::prep ? child_of(parse_, c, Relation::pobj) : kNoToken;
      return object != kNoToken && is_relative_pronoun(parse_[object]);
    });
  }

  static bool is_planned(const Event& e) { return e.status == EventStatus::planned; }

  // The visit for a meeting that is to come is then and there; and so is what is to be done "when she visits Kenya".
  void of_occasion_to_come(std::size_t i) {
    Event& e = drafts_[i].event;
    if (!is_planned(e) || e.date) return;
    if (e.mode == "visit" && e.place && !e.actors.empty()) {
      for (const EventDraft& other : near(i)) {
        const Event& meeting = other.event;
        const bool there =
            meeting.place && (meeting.place == e.place || country_of(*meeting.place) == country_of(*e.place));
        if (meeting.type != EventType::consult || meeting.mode == "visit" || !is_planned(meeting) || !meeting.date ||
            !there)
          continue;
        if (std::find(meeting.actors.begin(), meeting.actors.end(), e.actors.front()) == meeting.actors.end()) continue;
        e.date = DateValue{meeting.date->value, DateBasis::inferred};
        return;
      }
      return;
    }
    for (const EventDraft& other : near(i)) {
      const Event& visit = other.event;
      if (parse_[other.trigger].sentence != parse_[drafts_[i].trigger].sentence) continue;
      if (&other == &drafts_[i] || visit.type != EventType::consult || !is_planned(visit)) continue;
      if (child_word(parse_, other.trigger, "when") == kNoToken || !hangs_below(other.trigger, drafts_[i].trigger))
        continue;
      e.date = visit.date ? visit.date : date_of_same(i, other);
      if (e.date) e.date->basis = DateBasis::inferred;
      if (!e.place) e.place = visit.place;
      return;
    }
  }

  // The drafts around one: those of a whole report, however long a document is.
  std::span<const EventDraft> near(std::size_t i) const {
    const std::size_t begin = i - std::min(i, kAround), end = std::min(i + kAround, drafts_.size());
    return {drafts_.data() + begin, end - begin};
  }

  const std::string& country_of(Index place) const { return story_.record.places[place].country; }

  // The clause of the occasion stands under the verb, or under the one that governs it: "plans to sign it when".
  bool hangs_below(TokenIndex clause, TokenIndex verb) const {
    if (parse_[clause].relation != Relation::advcl) return false;
    const TokenIndex head = parse_[clause].head;
    return head == verb || (parse_[verb].relation == Relation::xcomp && parse_[verb].head == head);
  }

  // The day of another telling of the same visit.
  std::optional<DateValue> date_of_same(std::size_t i, const EventDraft& visit) const {
    for (const EventDraft& other : near(i)) {
      const bool same = other.event.type == EventType::consult && is_planned(other.event) && other.event.date &&
                        other.event.place && visit.event.place &&
                        country_of(*other.event.place) == country_of(*visit.event.place);
      if (!same || visit.event.actors.empty()) continue;
      const auto& actors = other.event.actors;
      if (std::find(actors.begin(), actors.end(), visit.event.actors.front()) != actors.end()) return other.event.date;
    }
    return std::nullopt;
  }

  // Those who met on one journey: when all that the text dates or places of somebody's meetings and visits is one day
  // and one place, his other meetings were then and there.
  void from_journeys() {
    struct Journey {
      std::optional<std::string> day;
      std::optional<Index> place;
      bool days = false, places = false;  // more than one
    };
    std::unordered_map<Index, Journey> journeys;
    for (const EventDraft& d : drafts_) {
      const Event& e = d.event;
      if (e.type != EventType::consult || !is_done(e)) continue;
      for (const Index actor : e.actors) {
        Journey& j = journeys[actor];
        if (is_day(e.date)) {
          j.days |= j.day && *j.day != e.date->value;
          j.day = e.date->value;
        }
        if (e.place) {
          j.places |= j.place && *j.place != *e.place;
          j.place = e.place;
        }
      }
    }
    for (EventDraft& d : drafts_) {
      Event& e = d.event;
      if (e.type != EventType::consult || e.mode == "visit" || !is_done(e) || verb_is_timeless(d) || e.actors.empty())
        continue;
      const Journey& j = journeys[e.actors.front()];
      if (!e.date && j.day && !j.days) e.date = DateValue{*j.day, DateBasis::inferred};
      if (!e.place && j.place && !j.places) e.place = j.place;
    }
  }

  // "has often claimed", "said repeatedly", "backs": no single day.
  bool verb_is_timeless(const EventDraft& d) const {
    const TokenIndex verb = is_verbal(parse_[d.clause]) ? d.clause : clause_head(parse_, d.trigger);
    const VerbForm form = verb_form(parse_, verb);
    return form.perfect || form.tense == Tense::present;
  }

  static constexpr std::size_t kBack = 60, kAround = 300;

  const Story& story_;
  const Parse& parse_;
  EventDrafts& drafts_;
  std::optional<DayRange> published_;
};

}  // namespace

void set_time_and_place(const Story& story, EventDrafts& drafts) {
  WhenWhere(story, drafts).run();
}

}  // namespace dragoman
