// What the items of an agenda are called, in the words of the text.
#pragma once

#include "meetings/comings.h"
#include "meetings/draft.h"
#include "meetings/participants.h"
#include "story/story.h"

#include <string>
#include <unordered_map>

namespace dragoman {

class AgendaWords {
 public:
  AgendaWords(const Story& story, const Participants& who, const Comings& comings)
      : story_(story), parse_(story.parse), who_(who), comings_(comings) {}

  /// "Mori-Ivanov summit", "meeting of A, B and C"
  std::string meeting(const MeetingDraft& m) const;
  /// "Mori visit to Lima"
  std::string visit(const Visit& v) const;
  /// "Kenya to lift its ban on ivory"; empty where nobody and nothing is named.
  std::string deed(TokenIndex v) const;
  /// Of whom or what a deed is said.
  Tokens subjects(TokenIndex v) const;
  /// The words without a preposition at their end: what it led to has a field of its own.
  static std::string without_link(std::string what);

 private:
  const std::string& short_name(Index e) const;
  std::string make_short_name(Index e) const;
  void add_objects(TokenIndex v, std::string& out) const;
  TokenIndex end_of_list(TokenSpan part) const;
  TokenIndex relative_object(TokenIndex v) const;

  const Story& story_;
  const Parse& parse_;
  const Participants& who_;
  const Comings& comings_;
  mutable std::unordered_map<Index, std::string> short_names_;  // of entities, once each
};

}  // namespace dragoman
