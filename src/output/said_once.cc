#include "output/said_once.h"

#include "output/summary_words.h"

#include <algorithm>
#include <unordered_map>

namespace dragoman {

namespace {

bool holds_content(Span words, const Statement& s) {
  return std::all_of(s.content.begin(), s.content.end(), [&](Span part) { return lies_in(part, words); });
}

bool has(const std::vector<Index>& all, Index one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

/// Which items of a list (by their indices in the record) belong to a sentence, or to a statement.
using ItemsBy = std::unordered_map<Index, std::vector<Index>>;

const std::vector<Index>& at(const ItemsBy& items, Index key) {
  static const std::vector<Index> kNone;
  const auto found = items.find(key);
  return found == items.end() ? kNone : found->second;
}

class Elsewhere {
 public:
  explicit Elsewhere(const Record& record) : record_(record) {
    for (Index i = 0; i < record.events.size(); ++i) {
      const Evidence& words = record.events[i].evidence;
      const Index last = words.span.end > words.span.begin ? sentence_of(words.span.end - 1) : words.sentence;
      for (Index s = words.sentence; s <= last; ++s) events_[s].push_back(i);
    }
    for (Index i = 0; i < record.positions.size(); ++i) {
      if (record.positions[i].statement) positions_[*record.positions[i].statement].push_back(i);
    }
    for (Index i = 0; i < record.statements.size(); ++i)
      statements_[record.statements[i].evidence.sentence].push_back(i);
    for (Index i = 0; i < record.meetings.size(); ++i) meetings_[record.meetings[i].evidence.sentence].push_back(i);
    for (Index i = 0; i < record.agenda.size(); ++i) agenda_[record.agenda[i].evidence.sentence].push_back(i);
  }

  bool statement(Index i) const {
    const Statement& s = record_.statements[i];
    if (s.content.empty()) return false;
    if (s.kind == StatementKind::direct) return in_another(i);
    const auto as_event = [&](Index event) {
      const Event& e = record_.events[event];
      const bool its_act = s.cue && overlap(e.trigger.span, s.cue->span);
      const bool its_source = !e.sources.empty() && has(s.speakers, e.sources.back());
      return !is_doubtful(e) && (its_act || its_source) && holds_content(e.evidence.span, s);
    };
    const auto as_position = [&](Index position) {
      const Position& p = record_.positions[position];
      return !is_doubtful(p) && holds_content(p.evidence.span, s);
    };
    return any(at(events_, sentence_of(s.content.front().begin)), as_event) || any(at(positions_, i), as_position) ||
           in_another(i);
  }

  bool event(const Event& e) const {
    if (e.type != EventType::consult) return false;
    std::vector<Index> parties = e.actors;
    parties.insert(parties.end(), e.recipients.begin(), e.recipients.end());
    const bool to_come = e.status == EventStatus::planned;
    const auto as_meeting = [&](Index meeting) {
      const Meeting& m = record_.meetings[meeting];
      return (m.status == MeetingStatus::planned) == to_come && !is_doubtful(m) &&
             overlap(m.evidence.span, e.evidence.span) && all_there(parties, m.participants);
    };
    return any(at(meetings_, e.evidence.sentence), as_meeting) || (to_come && comes_next(e.evidence, parties));
  }

  bool meeting(const Meeting& m) const {
    return m.status == MeetingStatus::planned && comes_next(m.evidence, m.participants);
  }

 private:
  /// Whether each party takes part, or is the country of one who does.
  bool all_there(const std::vector<Index>& parties, const std::vector<Index>& participants) const {
    return std::all_of(parties.begin(), parties.end(), [&](Index party) {
      const Entity& e = record_.entities[party];
      return has(participants, party) ||
             (e.type == EntityType::country && std::any_of(participants.begin(), participants.end(), [&](Index p) {
                return record_.entities[p].country == e.country;
              }));
    });
  }

  /// Whether what comes next has it: in the same words, with one of the same parties.
  bool comes_next(const Evidence& evidence, const std::vector<Index>& parties) const {
    return any(at(agenda_, evidence.sentence), [&](Index item) {
      const AgendaItem& a = record_.agenda[item];
      return !is_doubtful(a) && overlap(a.evidence.span, evidence.span) &&
             any(parties, [&](Index party) { return has(a.participants, party); });
    });
  }

  /// Whether all of it stands in what another is told to have said in the same sentence.
  bool in_another(Index i) const {
    const Statement& s = record_.statements[i];
    for (const Index k : at(statements_, s.evidence.sentence)) {
      const Statement& other = record_.statements[k];
      if (k == i || is_doubtful(other) || (s.kind == StatementKind::direct && other.kind != s.kind)) continue;
      const bool inside = std::all_of(s.content.begin(), s.content.end(), [&](Span part) {
        return std::any_of(other.content.begin(), other.content.end(), [&](Span o) { return lies_in(part, o); });
      });
      // Of two in the same words the one that tells who said them, and then the first, is told.
      const bool same = other.content == s.content;
      const bool before = s.speakers.empty() == other.speakers.empty() ? k < i : s.speakers.empty();
      if (inside && (!same || before)) return true;
    }
    return false;
  }

  template <class Test>
  static bool any(const std::vector<Index>& items, Test test) {
    return std::any_of(items.begin(), items.end(), test);
  }

  /// The sentence that a character stands in, or behind.
  Index sentence_of(std::uint32_t character) const {
    const auto& all = record_.sentences;
    const auto next = std::upper_bound(all.begin(), all.end(), character,
                                       [](std::uint32_t at, Span sentence) { return at < sentence.begin; });
    return next == all.begin() ? 0 : static_cast<Index>(next - all.begin() - 1);
  }

  const Record& record_;
  ItemsBy events_;     // by each sentence that their words reach into
  ItemsBy positions_;  // by the statement that voices them
  ItemsBy statements_, meetings_, agenda_;
};

}  // namespace

ToldElsewhere told_elsewhere(const Record& record) {
  const Elsewhere elsewhere(record);
  ToldElsewhere out;
  for (const Event& e : record.events) out.events.push_back(elsewhere.event(e));
  for (Index i = 0; i < record.statements.size(); ++i) out.statements.push_back(elsewhere.statement(i));
  for (const Meeting& m : record.meetings) out.meetings.push_back(elsewhere.meeting(m));
  return out;
}

}  // namespace dragoman
