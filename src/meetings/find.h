// The meetings, visits and companies of a document, clause by clause.
#pragma once

#include "meetings/draft.h"
#include "story/story.h"

#include <vector>

namespace dragoman {

struct Found {
  std::vector<MeetingDraft> meetings;  // in text order
  std::vector<Company> companies;
};

/// May add entities for partners without a name.
Found find_drafts(Story& story);

std::vector<Visit> find_visits(Story& story);

}  // namespace dragoman
