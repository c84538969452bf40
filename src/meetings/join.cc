#include "meetings/join.h"

#include "meetings/details.h"
#include "story/members.h"
#include "text/days.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace dragoman {

namespace {

using Members = std::vector<Index>;

class Joiner {
 public:
  Joiner(Story& story, const Found& found, const std::vector<Visit>& visits)
      : story_(story), found_(found), visits_(visits), details_(story, *story.lexicon.meetings) {
    const Published& published = story.record.document.published;
    published_ = days_of(published.value);
    earliest_ = published_ ? published_ : days_of(published.earliest);
    for (const Company& c : found.companies) {
      if (!c.date.empty() && days_of(c.date) && !is_future(c.date)) companies_.emplace(sorted(c.members), &c);
    }
  }

  std::vector<MeetingDraft> run() {
    // First what names those who met, then what looks back to them.
    for (const bool refers : {false, true}) {
      for (const MeetingDraft& d : found_.meetings) {
        if (d.refers == refers) place(d);
      }
    }
    drop_summaries();
    std::stable_sort(meetings_.begin(), meetings_.end(),
                     [](const MeetingDraft& a, const MeetingDraft& b) { return a.trigger < b.trigger; });
    for (MeetingDraft& m : meetings_) infer(m);
    for (MeetingDraft& m : meetings_) infer_from_others(m);
    for (MeetingDraft& m : meetings_) settle(m);
    return std::move(meetings_);
  }

 private:
  // ---- one meeting told twice

  struct Sides {
    std::set<std::string> countries;
    std::size_t members = 0;
    bool all_are_countries = true;
  };

  Sides sides_of(const Members& members) const {
    Sides out;
    out.members = members.size();
    for (const Index e : members) {
      out.countries.insert(story_.record.entities[e].country);
      out.all_are_countries &= story_.record.entities[e].type == EntityType::country;
    }
    return out;
  }

  // "Japan and Russia held talks" of what their ministers did.
  static bool stands_for(const Sides& general, const Sides& special) {
    return general.all_are_countries && !special.all_are_countries && general.countries.size() > 1 &&
           !general.countries.contains("") && general.members == special.members &&
           general.countries == special.countries;
  }

  static bool dates_agree(const Meeting& a, const Meeting& b) {
    return !a.date || !b.date || may_be_same_time(a.date->value, b.date->value);
  }

  static bool standings_agree(const MeetingDraft& a, const MeetingDraft& b) {
    if (a.standing == b.standing || a.standing == Standing::own || b.standing == Standing::own) return true;
    if (a.standing == Standing::cancelled || b.standing == Standing::cancelled) {
      return a.standing == Standing::planned || b.standing == Standing::planned;
    }
    // Held and planned: one meeting when it was announced for the day on which it was held.
    return a.meeting.date && b.meeting.date && a.meeting.date->value == b.meeting.date->value;
  }

  static bool levels_agree(const MeetingDraft& a, const MeetingDraft& b) {
    const bool phone_a = a.meeting.level == "phone call", phone_b = b.meeting.level == "phone call";
    return phone_a == phone_b || a.weak || b.weak || a.refers || b.refers;
  }

  void place(const MeetingDraft& d) {
    const Members key = sorted(d.meeting.participants);
    const auto range = by_members_.equal_range(key);
    for (auto it = range.first; it != range.second; ++it) {
      MeetingDraft& m = meetings_[it->second];
      if (dates_agree(m.meeting, d.meeting) && standings_agree(m, d) && levels_agree(m, d)) {
        join(m, d);
        return;
      }
    }
    Sides sides = sides_of(d.meeting.participants);
    if (sides.all_are_countries && (d.process || d.refers)) {
      for (std::size_t i = 0; i < meetings_.size(); ++i) {
        MeetingDraft& m = meetings_[i];
        if (stands_for(sides, sides_[i]) && dates_agree(m.meeting, d.meeting) && standings_agree(m, d)) {
          MeetingDraft lesser = d;
          lesser.detail = -1;
          join(m, lesser);
          return;
        }
      }
    }
    if (meetings_.size() >= kMost) return;
    by_members_.emplace(key, meetings_.size());
    meetings_.push_back(d);
    sides_.push_back(std::move(sides));
  }

  static void join(MeetingDraft& m, const MeetingDraft& d) {
    Meeting& to = m.meeting;
    const Meeting& from = d.meeting;
    if (from.date && (!to.date || is_narrower(from.date->value, to.date->value))) to.date = from.date;
    if (!to.place) to.place = from.place;
    if (to.level.empty()) to.level = from.level;
    if (to.ordinal.empty()) to.ordinal = from.ordinal;
    if (m.standing == Standing::own || d.standing == Standing::held || d.standing == Standing::cancelled) {
      if (d.standing != Standing::own) m.standing = d.standing;
    }
    if (d.detail > m.detail) {
      m.detail = d.detail;
      m.span = d.span;
      m.trigger = std::min(m.trigger, d.trigger);
    }
    m.tellings.insert(m.tellings.end(), d.tellings.begin(), d.tellings.end());
    m.weak &= d.weak;
    m.refers &= d.refers;
    m.process &= d.process;
  }

  static bool is_narrower(const std::string& a, const std::string& b) {
    const auto x = days_of(a), y = days_of(b);
    if (x && y) return x->days() < y->days();
    return x || (!y && a.size() > b.size());
  }

  // "Ahead of A's talks with B and C" sums up A's meetings with B and with C.
  void drop_summaries() {
    std::erase_if(meetings_, [&](const MeetingDraft& m) {
      const Members& all = m.meeting.participants;
      if (all.size() < 3 || m.meeting.date || m.meeting.place) return false;
      return std::all_of(all.begin() + 1, all.end(), [&](Index e) {
        return by_members_.contains(sorted({all.front(), e}));
      });
    });
  }

  // ---- what is understood

  bool is_future(const std::string& date) const {
    const auto days = days_of(date);
    return published_ && days && days->first > published_->last;
  }
  bool is_past(const std::string& date) const {
    const auto days = days_of(date);
    return days && earliest_ && days->last < earliest_->first;
  }

  void infer(MeetingDraft& m) {
    Meeting& meeting = m.meeting;
    if (meeting.date && m.standing == Standing::planned && is_past(meeting.date->value)) m.standing = Standing::held;
    if (meeting.date && m.standing != Standing::cancelled && is_future(meeting.date->value))
      m.standing = Standing::planned;
    if (m.standing == Standing::own) {
      const bool dated_later = meeting.date && meeting.date->value.starts_with("XXXX");
      m.standing = dated_later ? Standing::planned : Standing::held;
    }
    if (m.standing == Standing::cancelled) return;
    // The day of what the same people did together.
    if (m.standing == Standing::held && needs_day(meeting)) {
      const auto [first, last] = companies_.equal_range(sorted(meeting.participants));
      for (auto company = first; company != last; ++company) {
        const Company& c = *company->second;
        if (meeting.date && !may_be_same_time(c.date, meeting.date->value)) continue;
        meeting.date = DateValue{c.date, DateBasis::inferred};
        break;
      }
    }
    from_visit(m);
  }

  static bool needs_day(const Meeting& meeting) {
    if (!meeting.date) return true;
    const auto days = days_of(meeting.date->value);
    return days && days->days() > 31;
  }

  // The visit that brought one who takes part to the country of another.
  void from_visit(MeetingDraft& m) {
    Meeting& meeting = m.meeting;
    for (const Visit& visit : visits_) {
      if (meeting.place && meeting.date) return;
      // "will meet her before leaving for Lima"
      const Token& trigger = story_.parse[visit.trigger];
      if (trigger.relation == Relation::pcomp && story_.parse[trigger.head].lower == "before") continue;
      if (visit.standing != m.standing && !(visit.standing == Standing::own && m.standing == Standing::held)) continue;
      const bool visitor = std::any_of(visit.visitors.begin(), visit.visitors.end(),
                                       [&](Index e) { return holds(meeting.participants, e); });
      if (!visitor) continue;
      const bool same_place = meeting.place && visit.place == meeting.place;
      const bool hosted =
          !visit.country.empty() && std::any_of(meeting.participants.begin(), meeting.participants.end(), [&](Index e) {
            return !holds(visit.visitors, e) && story_.record.entities[e].sure_country() == visit.country;
          });
      const bool nobody_else = std::all_of(meeting.participants.begin(), meeting.participants.end(), [&](Index e) {
        return holds(visit.visitors, e) || story_.record.entities[e].sure_country().empty();
      });
      if (!same_place && !hosted && !nobody_else) continue;
      if (!meeting.place &&
          (!meeting.date || !visit.date || may_be_same_time(meeting.date->value, visit.date->value))) {
        meeting.place = visit.place;
      }
      if (!meeting.date && visit.date && (same_place || hosted)) {
        meeting.date = DateValue{visit.date->value, DateBasis::inferred};
      }
    }
  }

  // An account gives the day once, and then whom else somebody met.
  void infer_from_others(MeetingDraft& m) {
    if (m.standing != Standing::held || m.meeting.date || m.refers) return;
    const MeetingDraft* only = nullptr;
    for (const MeetingDraft& other : meetings_) {
      if (&other == &m || other.standing != Standing::held || !other.meeting.date ||
          !days_of(other.meeting.date->value))
        continue;
      if (other.meeting.date->basis != DateBasis::text || other.meeting.participants.empty() ||
          other.meeting.participants.front() != m.meeting.participants.front()) {
        continue;
      }
      if (other.meeting.place && m.meeting.place && other.meeting.place != m.meeting.place) continue;
      if (only != nullptr && only->meeting.date->value != other.meeting.date->value) return;
      only = &other;
    }
    if (only != nullptr) m.meeting.date = DateValue{only->meeting.date->value, DateBasis::inferred};
  }

  void settle(MeetingDraft& m) {
    Meeting& meeting = m.meeting;
    meeting.status = m.standing == Standing::planned     ? MeetingStatus::planned
                     : m.standing == Standing::cancelled ? MeetingStatus::cancelled
                                                         : MeetingStatus::held;
    if (meeting.level.empty()) meeting.level = details_.level_by_rank(meeting.participants);
    meeting.evidence = story_.evidence(m.span);
  }

  static constexpr std::size_t kMost = 300;  // meetings of a document: no report has so many

  Story& story_;
  const Found& found_;
  const std::vector<Visit>& visits_;
  Details details_;
  std::optional<DayRange> published_;
  std::optional<DayRange> earliest_;  // before which the report was not written
  std::vector<MeetingDraft> meetings_;
  std::vector<Sides> sides_;                          // parallel to meetings_ while they are put together
  std::multimap<Members, const Company*> companies_;  // of a known day that is not to come, by those who were there
  std::multimap<Members, std::size_t> by_members_;
};

}  // namespace

std::vector<MeetingDraft> join_drafts(Story& story, const Found& found, const std::vector<Visit>& visits) {
  return Joiner(story, found, visits).run();
}

}  // namespace dragoman
