// A meeting that was found in its own room and that no frame tells is an event all the same: "said after talks with".
#include "events/from_meetings.h"

#include "story/members.h"

#include <algorithm>

namespace dragoman {

namespace {

using Members = std::vector<Index>;

bool tells_of(const EventDraft& d, const Members& participants) {
  if (d.event.type != EventType::consult) return false;
  Members all = d.event.actors;
  all.insert(all.end(), d.event.recipients.begin(), d.event.recipients.end());
  return sorted(std::move(all)) == participants;
}

}  // namespace

void add_meetings(const Story& story, const Arguments& arguments, const std::vector<bool>& absorbed,
                  EventDrafts& drafts) {
  const std::size_t told = drafts.size();
  for (std::size_t i = 0; i < story.record.meetings.size(); ++i) {
    const Meeting& meeting = story.record.meetings[i];
    if (meeting.participants.size() < 2 || meeting.status == MeetingStatus::cancelled) continue;
    const std::vector<TokenIndex>& tellings = story.meeting_tellings[i];
    const Members participants = sorted(meeting.participants);
    bool known = false;
    for (std::size_t k = 0; k < told; ++k) {
      EventDraft& d = drafts[k];
      const bool told_here = std::find(tellings.begin(), tellings.end(), d.trigger) != tellings.end();
      // "took part in the summit of the union": the event is of who came, by the verb's own frame.
      const bool came =
          told_here && d.event.actors.size() == 1 && d.event.recipients.empty() &&
          std::find(tellings.begin(), tellings.end(), clause_head(story.parse, d.trigger)) != tellings.end();
      const bool same = came || tells_of(d, participants);
      known |= same;
      if (same && !d.event.place && told_here) d.event.place = meeting.place;
      const bool noun = d.mutual && d.event.type == EventType::consult && !is_verbal(story.parse[d.trigger]);
      if (same || !noun || !told_here) continue;
      // "their talks": the meeting knows better whose.
      d.event.actors = meeting.participants;
      d.event.recipients.clear();
      if (d.event.status == EventStatus::happened && meeting.status == MeetingStatus::planned)
        d.event.status = EventStatus::planned;
      d.event.date = meeting.date;
      d.event.place = meeting.place;
      known = true;
    }
    const TokenIndex trigger = *std::min_element(tellings.begin(), tellings.end());
    if (absorbed[trigger]) continue;
    if (known) continue;
    const EventFrame* frame = arguments.frame_of(arguments.predicate_at(trigger));
    // A sense that the lexicon says tells of no event: "received six varieties of tea".
    if (frame != nullptr && !frame->is_event() && !frame->conditions.empty()) continue;
    EventDraft d;
    d.trigger = d.clause = trigger;
    d.mutual = true;
    d.background = !is_verbal(story.parse[trigger]);
    d.span = is_verbal(story.parse[trigger]) ? clause_span(story.parse, trigger) : noun_phrase(story.parse, trigger);
    if (!d.span.contains(trigger)) d.span = {trigger, trigger + 1};
    Event& e = d.event;
    const bool phone = meeting.level == "phone call" || meeting.level == "video call";
    e.type = EventType::consult;
    e.mode = phone ? "phone" : "";
    e.cameo = phone ? "041" : "040";
    if (frame != nullptr && frame->type == e.type) {
      e.mode = frame->mode;
      e.cameo = frame->cameo;
      e.contexts = frame->contexts;
    }
    e.actors = meeting.participants;
    e.date = meeting.date;
    e.place = meeting.place;
    e.status = meeting.status == MeetingStatus::planned ? EventStatus::planned : EventStatus::happened;
    e.trigger = {story.span(trigger, trigger + 1), std::string(story.parse[trigger].lemma)};
    e.evidence = story.evidence(d.span);
    drafts.push_back(std::move(d));
  }
}

}  // namespace dragoman
