#include "meetings/meetings.h"

#include "meetings/agenda.h"
#include "meetings/find.h"
#include "meetings/join.h"

namespace dragoman {

void find_meetings(Story& story) {
  const Found found = find_drafts(story);
  const std::vector<Visit> visits = find_visits(story);
  const std::vector<MeetingDraft> meetings = join_drafts(story, found, visits);
  for (const MeetingDraft& m : meetings) {
    story.record.meetings.push_back(m.meeting);
    story.meeting_tellings.push_back(m.tellings);
  }
  find_agenda(story, found, meetings, visits);
}

}  // namespace dragoman
