#include "meetings/agenda.h"

#include "language/syntax.h"
#include "meetings/agenda_words.h"
#include "meetings/comings.h"
#include "meetings/details.h"
#include "meetings/participants.h"
#include "meetings/standing.h"
#include "story/members.h"
#include "text/ascii.h"
#include "text/days.h"

#include <algorithm>
#include <map>

namespace dragoman {

namespace {

class Agenda {
 public:
  Agenda(Story& story, const Found& found, const std::vector<MeetingDraft>& meetings, const std::vector<Visit>& visits)
      : story_(story),
        parse_(story.parse),
        words_(*story.lexicon.meetings),
        meetings_(meetings),
        visits_(visits),
        who_(story, words_),
        details_(story, words_),
        standings_(story, words_),
        comings_(story, words_),
        called_(story, who_, comings_),
        published_(days_of(story.record.document.published.value)),
        earliest_(days_of(story.record.document.published.earliest)),
        taken_(story.parse.size(), false) {
    // What the meetings say already.
    for (const MeetingDraft& d : found.meetings) taken_[d.trigger] = true;
    for (std::size_t i = 0; i < visits.size(); ++i) visit_at_.emplace(visits[i].trigger, i);
  }

  void run() {
    for (const MeetingDraft& m : meetings_) meeting(m);
    for (const Visit& v : visits_) {
      if (items_.size() < kMost) visit(v);
    }
    for (TokenIndex t = 0; t < parse_.size() && items_.size() < kMost; ++t) {
      if (story_.boilerplate[t]) continue;
      if (is_verbal(parse_[t])) {
        if (!coming(t)) deed(t);
      } else if (parse_[t].pos == Pos::noun || parse_[t].pos == Pos::propn) {
        occasion(t);
      }
    }
    std::stable_sort(items_.begin(), items_.end(), [](const AgendaItem& a, const AgendaItem& b) {
      if (a.date.has_value() != b.date.has_value()) return a.date.has_value();
      return a.date && a.date->value < b.date->value;
    });
    for (AgendaItem& i : items_) story_.record.agenda.push_back(std::move(i));
  }

 private:
  static constexpr std::size_t kMost = 200;

  // Not over yet on the day of publication; a value without a year is left to the tense.
  bool is_to_come(const std::string& date) const {
    if (date == "FUTURE_REF") return false;  // no day at all
    const auto days = days_of(date);
    if (!days) return date.starts_with("XXXX");
    if (!published_) return !earliest_ || days->last >= earliest_->first;
    return days->last > published_->last || (days->days() == 1 && days->first == published_->first);
  }

  // "last month he would sooner stay", "every year in June": no day to come, whatever its value is.
  bool is_past_or_habit(TokenIndex v, const std::string& date) const {
    const TokenSpan clause = clause_span(parse_, v);
    for (TokenIndex t = clause.begin; t < clause.end; ++t) {
      if (story_.time_at[t] < 0) continue;
      const Time& time = story_.record.times[static_cast<std::size_t>(story_.time_at[t])];
      if (time.type == TimeType::set) return true;
      const bool before = t > clause.begin && words_.bygone.contains(parse_[t - 1].lower);
      if (time.value == date && (before || words_.bygone.contains(parse_[t].lower))) return true;
    }
    return false;
  }

  static AgendaItem item(std::string what, const std::vector<Index>& participants, const std::optional<DateValue>& date,
                         const std::optional<Index>& place, const Evidence& evidence) {
    AgendaItem out;
    out.what = std::move(what);
    out.participants = participants;
    out.date = date;
    out.place = place;
    out.evidence = evidence;
    return out;
  }

  void keep(AgendaItem item) {
    for (AgendaItem& other : items_) {
      if (item.what == other.what && item.date && other.date && may_be_same_time(item.date->value, other.date->value)) {
        const auto a = days_of(item.date->value), b = days_of(other.date->value);
        if (a && b && a->days() < b->days()) other = std::move(item);
        return;
      }
      const bool same_day = item.date && other.date && item.date->value == other.date->value;
      if (same_day && (!item.participants.empty() && item.participants == other.participants &&
                       item.place == other.place && item.place)) {
        return;
      }
    }
    items_.push_back(std::move(item));
  }

  void take(TokenSpan span) {
    for (TokenIndex t = span.begin; t < span.end; ++t) taken_[t] = true;
  }

  // ---- meetings and visits

  void meeting(const MeetingDraft& m) {
    if (m.meeting.status == MeetingStatus::cancelled) take(m.span);
    if (m.meeting.status != MeetingStatus::planned) return;
    if (m.meeting.date && !is_to_come(m.meeting.date->value)) return;
    take(m.span);
    if (!m.meeting.date) return;  // a calendar holds what has a day
    keep(item(called_.meeting(m), m.meeting.participants, m.meeting.date, m.meeting.place, m.meeting.evidence));
  }

  // The planned meeting that a visit is made for.
  const MeetingDraft* meeting_of(const Visit& v) const {
    for (const MeetingDraft& m : meetings_) {
      if (m.meeting.status != MeetingStatus::planned || !m.meeting.place) continue;
      const bool there = v.place == m.meeting.place ||
                         (!v.country.empty() && story_.record.places[*m.meeting.place].country == v.country);
      if (there && share(v.visitors, m.meeting.participants) &&
          (!v.date || !m.meeting.date || may_be_same_time(v.date->value, m.meeting.date->value)))
        return &m;
    }
    return nullptr;
  }

  void visit(const Visit& v) {
    if (v.standing != Standing::planned || !v.date || !is_to_come(v.date->value) || taken_[v.trigger]) return;
    if (meeting_of(v) != nullptr) {
      taken_[v.trigger] = true;
      return;
    }
    take(v.span);
    keep(item(called_.visit(v), v.visitors, v.date, v.place, story_.evidence(v.span)));
  }

  // ---- what is to be done

  // "when Okoye visits Japan", "at the summit": the day of another item.
  std::optional<DateValue> borrowed_date(TokenIndex v, std::optional<Index>* place) const {
    for (const TokenIndex c : parse_.children(v)) {
      if (parse_[c].relation != Relation::advcl || child_word(parse_, c, "when") == kNoToken) continue;
      const auto [first, last] = visit_at_.equal_range(c);
      for (auto visit = first; visit != last; ++visit) {
        if (const MeetingDraft* m = meeting_of(visits_[visit->second])) {
          *place = m->meeting.place;
          return m->meeting.date;
        }
      }
    }
    return std::nullopt;
  }

  // "the May 3 polls": the day of what the noun names.
  bool is_of_noun(TokenIndex t) const {
    const Relation r = parse_[t].relation;
    const bool before = r == Relation::compound || r == Relation::nmod || r == Relation::poss || r == Relation::nummod;
    return before && parse_[t].head > t && story_.time_at[parse_[t].head] < 0;
  }

  // A day that stands in the clause, wherever the parser hung it.
  std::optional<DateValue> date_within(TokenIndex v) const {
    const TokenIndex end = std::min(parse_[v].right_edge + 1, v + 40);
    for (TokenIndex t = v + 1; t < end; ++t) {
      if (story_.time_at[t] < 0 || clause_head(parse_, t) != v || is_of_noun(t)) continue;
      const Time& time = story_.record.times[static_cast<std::size_t>(story_.time_at[t])];
      if (time.type == TimeType::date && days_of(time.value)) return DateValue{time.value, DateBasis::text};
    }
    return std::nullopt;
  }

  // "must name the winner by Aug. 4"
  bool is_deadline(TokenIndex v) const {
    const VerbForm form = verb_form(parse_, v);
    if (form.modal == kNoToken || parse_[form.modal].lower != "must" || is_negated(parse_, v)) return false;
    return std::any_of(parse_.children(v).begin(), parse_.children(v).end(), [&](TokenIndex c) {
      return parse_[c].relation == Relation::prep && (parse_[c].lower == "by" || parse_[c].lower == "before") &&
             has_time(story_, subtree(parse_, c));
    });
  }

  // "the ban takes effect on July 1"
  bool coming(TokenIndex v) {
    if (taken_[v] || was_once_planned(v)) return false;
    auto found = comings_.of(v);
    if (!found || !is_to_come(found->date.value)) return false;
    const auto days = days_of(found->date.value);
    if (days && days->days() > kLongestStretch) return false;
    // In the present it is told of what comes later than the report.
    if (found->timetable && (!days || !published_ || days->first <= published_->first)) return false;
    take(found->span);
    const Evidence evidence = story_.evidence(found->span);
    keep(item(AgendaWords::without_link(std::move(found->what)), found->participants, found->date, found->place,
              evidence));
    return true;
  }

  // "had been due to meet", "was to have met"
  bool was_once_planned(TokenIndex v) const {
    if (const VerbForm own = verb_form(parse_, v); own.infinitive && own.perfect) return true;
    for (int step = 0; step < 4 && parse_[v].head != v; ++step) {
      if (parse_[v].relation != Relation::xcomp && parse_[v].relation != Relation::acomp) return false;
      v = parse_[v].head;
      if (!is_verbal(parse_[v])) continue;
      const VerbForm form = verb_form(parse_, v);
      if (form.tense == Tense::past && form.perfect) return true;
    }
    return false;
  }

  // "co-host": the parser has only the first half of the word for its verb.
  bool is_half_word(TokenIndex v) const {
    const TokenIndex next = v + 1;
    return next < parse_.size() && parse_[next].text == "-" && !parse_[v].space_after;
  }

  // A verb that may tell of something to come.
  bool may_be_to_come(TokenIndex v) const {
    for (const TokenIndex subject : called_.subjects(v)) {
      if (taken_[subject]) return false;
    }
    const Token& verb = parse_[v];
    if (taken_[v] || verb.relation == Relation::aux || verb.relation == Relation::auxpass) return false;
    // "take care when choosing the flour": how, and nothing to come.
    if (verb.tag == Tag::vbg && verb.relation == Relation::advcl && child_of(parse_, v, Relation::aux) == kNoToken)
      return false;
    if (words_.governors.contains(verb.lemma) && !complements(parse_, v).empty())
      return false;  // what it governs counts
    return !words_.unfixed.contains(verb.lemma) && !is_half_word(v);
  }

  // The verb above an infinitive, and whether it says that the deed is to come: "is due to open".
  struct Governor {
    TokenIndex verb = kNoToken;
    bool governs = false;
  };

  Governor governor_of(TokenIndex v) const {
    if (parse_[v].relation != Relation::xcomp) return {};
    const TokenIndex head = parse_[v].head;
    const bool governs = words_.governors.contains(parse_[head].lemma);
    return {parse_[head].pos == Pos::adj ? parse_[head].head : head, governs};
  }

  std::optional<DateValue> date_of_deed(TokenIndex v, const Governor& above, std::optional<Index>& place) const {
    auto date = details_.date({v});
    if (!date && above.governs) {
      date = details_.date({above.verb});
      const bool past = verb_form(parse_, above.verb).tense == Tense::past;
      // "pledged on Monday to visit": the day of the pledge; "was due on Monday to visit": that of the visit.
      const bool own_day = past && !is_passive(parse_, above.verb) && parse_[above.verb].lemma != "be";
      const auto day = date ? days_of(date->value) : std::nullopt;
      if (own_day || (past && published_ && day && day->last <= published_->last)) date.reset();
    }
    if (!date) date = date_within(v);
    if (!date) date = borrowed_date(v, &place);
    if (!date && above.verb != kNoToken) date = borrowed_date(above.verb, &place);
    return date;
  }

  void deed(TokenIndex v) {
    if (!may_be_to_come(v)) return;
    const Standing standing = standings_.of_verb(v);
    const bool timetable = standing == Standing::own && parse_[v].relation != Relation::advcl;
    if (standing != Standing::planned && !timetable && !is_deadline(v)) return;
    if (was_once_planned(v)) {
      take(clause_span(parse_, v));
      return;
    }
    std::optional<Index> place = details_.place({v});
    for (const TokenIndex object : patients(parse_, v)) {  // "would hold talks in Athens"
      if (!place && object > v) place = details_.place({object});
    }
    const Governor above = governor_of(v);
    auto date = date_of_deed(v, above, place);
    if (!date || !is_to_come(date->value) || is_past_or_habit(v, date->value)) return;
    const auto days = days_of(date->value);
    // "urged them on Tuesday to open it" in a report of nobody knows when: no day to come.
    const bool due = above.governs || (above.verb != kNoToken && parse_[above.verb].lemma == "be");
    if (!days && verb_form(parse_, v).infinitive && !due) return;
    // "votes on Tuesday"
    if (timetable && (!days || !published_ || days->days() > 1 || days->first <= published_->last)) return;
    AgendaItem item;
    item.what = called_.deed(v);
    // "Peru to have": of what, stands elsewhere.
    if (item.what.empty() ||
        (words_.bare.contains(parse_[v].lemma) && item.what.ends_with(" to " + std::string(parse_[v].lemma)))) {
      return;
    }
    who_.add(item.participants, who_.actors(v));
    // "the governor will be sworn in", "sanctions will be renewed"
    bool of_thing = false;
    for (const TokenIndex subject : is_passive(parse_, v) ? called_.subjects(v) : Tokens{}) {
      if (item.participants.empty()) who_.add(item.participants, subject);
      of_thing = parse_[subject].pos == Pos::noun;
    }
    const bool occasion = words_.occasions.contains(parse_[v].lemma);  // "is to vote on the treaty"
    if ((item.participants.empty() && !occasion && !of_thing) || (days && days->days() > kLongestStretch)) return;
    item.date = std::move(date);
    item.place = place;
    const TokenSpan span = clause_span(parse_, v);
    item.evidence = story_.evidence(span);
    take(span);
    keep(std::move(item));
  }

  // ---- elections, deadlines, summits of many

  bool is_past(TokenIndex verb) const {
    const VerbForm form = verb_form(parse_, verb);
    return is_verbal(parse_[verb]) && form.tense == Tense::past && form.modal == kNoToken;
  }

  // The day of an occasion that its own words, or the verb that it stands with, give.
  std::optional<DateValue> date_of_occasion(TokenIndex n) const {
    const Token& noun = parse_[n];
    const TokenIndex verb = noun.head;
    auto date = details_.date({n});
    const bool subject = noun.relation == Relation::nsubj || noun.relation == Relation::nsubjpass;
    if (date || (!subject && noun.relation != Relation::dobj) || !is_verbal(parse_[verb])) return date;
    const Standing tense = standings_.of_verb(verb);
    const bool future = verb_form(parse_, verb).tense == Tense::future;  // "a runoff, if needed, will be held"
    if (future || tense == Standing::planned || tense == Standing::own) date = details_.date({verb});
    // "the round is to open on", "the vote is expected to take place on"
    const bool is = parse_[verb].lemma == "be";
    if (!date && (is || words_.governors.contains(parse_[verb].lemma)) && !is_negated(parse_, verb)) {
      for (const TokenIndex c : complements(parse_, verb)) {
        const VerbForm form = verb_form(parse_, c);
        if (!date && form.infinitive && !form.perfect) date = details_.date({c});
      }
    }
    if (date || !is) return date;
    for (const TokenIndex attribute : attributes(parse_, verb)) {
      if (words_.governors.contains(parse_[attribute].lemma)) date = details_.date({attribute});
      if (story_.time_at[attribute] >= 0)
        date =
            DateValue{story_.record.times[static_cast<std::size_t>(story_.time_at[attribute])].value, DateBasis::text};
    }
    return date;
  }

  // The words of an occasion without its day and article; none where they do not say which it is.
  TokenSpan words_of_occasion(TokenIndex n, const std::string& lemma) const {
    TokenSpan span = core_phrase(parse_, n);
    const auto is_none = [&](TokenIndex t) {
      const Tag tag = parse_[t].tag;
      return story_.time_at[t] >= 0 || tag == Tag::dt || tag == Tag::prp_poss || tag == Tag::pos;
    };
    while (span.begin < n && is_none(span.begin)) ++span.begin;
    const auto meeting_noun = words_.nouns.find(lemma);
    if (meeting_noun == words_.nouns.end()) return span;
    if (span.begin == n && meeting_noun->second.level.empty()) return {};  // "Thursday's meeting": of whom?
    for (TokenIndex t = span.begin; t < n; ++t) {
      if (holds_word(meeting_noun->second.unless, parse_[t].lower)) return {};
    }
    return span;
  }

  // "the 2019 Lakes Forum", but not "this year's election".
  bool is_dated_name(TokenIndex n) const {
    bool dated = false;
    for (TokenIndex t = core_phrase(parse_, n).begin; t < n; ++t) {
      if (parse_[t].tag == Tag::pos) return false;
      dated = dated || (is_of_noun(t) && story_.time_at[t] >= 0);
    }
    return dated;
  }

  void occasion(TokenIndex n) {
    if (taken_[n] || parse_[n].relation == Relation::compound) return;
    const std::string lemma = ascii_lower(parse_[n].lemma);
    if (!words_.occasions.contains(lemma)) return;
    // "Congress will vote": the lawmakers, not a congress.
    const bool alone = parse_[n].left_edge == n && parse_[n].pos == Pos::propn;
    if (alone && !story_.entities_at(n).empty()) return;
    const Standing standing = standings_.of_noun(n);
    if (standings_.by_modifiers(n) == Standing::nothing || standing == Standing::cancelled) return;
    auto date = date_of_occasion(n);
    if (!date && details_.ordinal(n).empty()) date = date_beside(n);
    if (!date || !is_to_come(date->value) || is_told_of(n, date->value) || is_told_with_verb(lemma, date->value))
      return;
    const auto days = days_of(date->value);
    // "ahead of the 2019 election he sold his shares": in which year that is told, nobody knows.
    const bool long_ago = !published_ && days && days->days() > kLongestStretch;
    if (long_ago && parse_[n].relation == Relation::pobj && is_past(clause_head(parse_, n))) return;
    // Without a day of publication the tense must say that it is to come.
    if ((!published_ || !days) && standing != Standing::planned) return;
    const TokenSpan span = words_of_occasion(n, lemma);
    if (span.size() == 0) return;
    // "dancers at the 2019 Lakes Forum": the year is part of its name, and it may be over.
    const bool may_be_over = !published_ || (days && days->first <= published_->last);
    if (may_be_over && days && days->days() > kLongestStretch && standing != Standing::planned && is_dated_name(n))
      return;
    AgendaItem item;
    who_.add(item.participants, possessors(parse_, n));
    const TokenIndex light = standings_.light_verb(n);
    const MeetingLightVerb* around = light == kNoToken ? nullptr : standings_.light(light);
    if (around != nullptr && around->subject && !around->comes) who_.add(item.participants, who_.actors(light));
    item.what = plain_words(story_, span);
    item.date = std::move(date);
    item.place = details_.place({n});
    for (const TokenIndex of : obliques(parse_, n, "of")) {  // "round of talks in Muscat"
      const TokenSpan phrase = core_phrase(parse_, of);
      if (has_time(story_, phrase) || phrase.size() > kLongestPhrase) break;
      item.what += " of " + plain_words(story_, phrase);
      if (!item.place) item.place = details_.place({of});
      break;
    }
    item.evidence = story_.evidence(trimmed(parse_, noun_phrase(parse_, n)));
    take(noun_phrase(parse_, n));
    keep(std::move(item));
  }

  // "singing at the opening ceremony on Friday, she said": it was told of as past.
  bool is_told_of(TokenIndex n, const std::string& date) const {
    const TokenIndex link = parse_[n].relation == Relation::pobj ? parse_[n].head : kNoToken;
    if (link == kNoToken || (parse_[link].lower != "during" && parse_[link].lower != "at")) return false;
    const auto days = days_of(date);
    if (!days || (published_ && days->first > published_->last)) return false;
    TokenIndex verb = parse_[link].head;
    if (parse_[verb].tag == Tag::vbg) verb = parse_[verb].head;
    return parse_[verb].tag == Tag::vbd;
  }

  // "the board will vote tomorrow", and then "tomorrow's vote".
  bool is_told_with_verb(const std::string& noun, const std::string& date) const {
    return std::any_of(items_.begin(), items_.end(), [&](const AgendaItem& other) {
      return other.date && other.date->value == date &&
             (other.what + " ").find(" to " + noun + " ") != std::string::npos;
    });
  }

  // "before the census in March", where the parser may hang the time on something else.
  std::optional<DateValue> date_beside(TokenIndex n) const {
    const TokenIndex next = n + 1;
    if (next >= parse_.size() || parse_[next].sentence != parse_[n].sentence) return std::nullopt;
    TokenIndex t = next;
    if (parse_[next].pos == Pos::adp && next + 1 < parse_.size()) t = next + 1;
    if (story_.time_at[t] < 0) return std::nullopt;
    const Time& time = story_.record.times[static_cast<std::size_t>(story_.time_at[t])];
    if (time.type != TimeType::date) return std::nullopt;
    return DateValue{time.value, DateBasis::text};
  }

  static constexpr int kLongestStretch = 92;  // days; "will grow next year" is no date for a calendar

  Story& story_;
  const Parse& parse_;
  const MeetingLexicon& words_;
  const std::vector<MeetingDraft>& meetings_;
  const std::vector<Visit>& visits_;
  Participants who_;
  Details details_;
  Standings standings_;
  Comings comings_;
  AgendaWords called_;
  std::optional<DayRange> published_, earliest_;
  std::vector<bool> taken_;  // per token: told by an item
  std::vector<AgendaItem> items_;
  std::multimap<TokenIndex, std::size_t> visit_at_;  // by trigger
};

}  // namespace

void find_agenda(Story& story, const Found& found, const std::vector<MeetingDraft>& meetings,
                 const std::vector<Visit>& visits) {
  Agenda(story, found, meetings, visits).run();
}

}  // namespace dragoman
