// The order in which the rooms read a document.
#pragma once

#include "story/story.h"

#include <span>

namespace dragoman {

struct Room {
  const char* name;
  void (*read)(Story& story);
  /// Corrects the parse that the story is read from by what the room has found; null where that tells nothing of it.
  void (*mend)(const Story& story, Parse& parse) = nullptr;
};

/// The rooms in their order; each needs what those before it have laid down, the first what begin_story has.
std::span<const Room> rooms();

/// No sentence of prose is longer, in tokens; the rooms are given longer ones in pieces (see cut_long_sentences).
inline constexpr TokenIndex kLongestSentence = 300;

/// Document, sentences and zones, which tell what of the text is story.
void begin_story(Story& story);

/// Fills the rest of `story.record`, every room in turn (see story/story.h). `parse`: the one that it is read from.
void read_rooms(Story& story, Parse& parse);

/// What is known of a document before it is read: all but its length.
DocumentInfo info_of(const Document& document);

/// Document and sentences alone, as they came in: the first step of begin_story.
void describe_document(Story& story);

}  // namespace dragoman
