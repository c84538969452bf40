#include "output/said_once.h"

#include "output/summary_words.h"

#include <algorithm>

namespace dragoman {

namespace {

bool holds_content(Span words, const Statement& s) {
  return std::all_of(s.content.begin(), s.content.end(), [&](Span part) { return lies_in(part, words); });
}

bool has(const std::vector<Index>& all, Index one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

class Elsewhere {
 public:
  explicit Elsewhere(const Record& record) : record_(record) {}

  bool statement(Index i) const {
    const Statement& s = record_.statements[i];
    if (s.content.empty()) return false;
    if (s.kind == StatementKind::direct) return in_another(i);
    const auto as_event = [&](const Event& e) {
      const bool its_act = s.cue && overlap(e.trigger.span, s.cue->span);
      const bool its_source = !e.sources.empty() && has(s.speakers, e.sources.back());
      return !is_doubtful(e) && (its_act || its_source) && holds_content(e.evidence.span, s);
    };
    const auto as_position = [&](const Position& p) {
      return !is_doubtful(p) && p.statement == i && holds_content(p.evidence.span, s);
    };
    return std::any_of(record_.events.begin(), record_.events.end(), as_event) ||
           std::any_of(record_.positions.begin(), record_.positions.end(), as_position) || in_another(i);
  }

  bool event(const Event& e) const {
    if (e.type != EventType::consult) return false;
    std::vector<Index> parties = e.actors;
    parties.insert(parties.end(), e.recipients.begin(), e.recipients.end());
    const bool to_come = e.status == EventStatus::planned;
    const auto same = [&](const auto& item) {
      return !is_doubtful(item) && item.evidence.sentence == e.evidence.sentence &&
             overlap(item.evidence.span, e.evidence.span) && all_there(parties, item.participants);
    };
    const auto as_meeting = [&](const Meeting& m) {
      return (m.status == MeetingStatus::planned) == to_come && same(m);
    };
    return std::any_of(record_.meetings.begin(), record_.meetings.end(), as_meeting) ||
           (to_come && comes_next(e.evidence, parties));
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
    return std::any_of(record_.agenda.begin(), record_.agenda.end(), [&](const AgendaItem& a) {
      return !is_doubtful(a) && a.evidence.sentence == evidence.sentence && overlap(a.evidence.span, evidence.span) &&
             std::any_of(parties.begin(), parties.end(), [&](Index party) { return has(a.participants, party); });
    });
  }

  /// Whether all of it stands in what another is told to have said in the same sentence.
  bool in_another(Index i) const {
    const Statement& s = record_.statements[i];
    for (Index k = 0; k < record_.statements.size(); ++k) {
      const Statement& other = record_.statements[k];
      if (k == i || is_doubtful(other) || (s.kind == StatementKind::direct && other.kind != s.kind)) continue;
      if (other.evidence.sentence != s.evidence.sentence) continue;
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

  const Record& record_;
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
