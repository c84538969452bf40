#include "reader/rooms.h"

#include "events/events.h"
#include "statements/statements.h"
#include "story/zones.h"
#include "text/sha256.h"
#include "when/times.h"
#include "who/entities.h"

namespace dragoman {

void describe_document(Story& story) {
  const Document& from = story.document;
  DocumentInfo& to = story.record.document;
  to.id = sha256_id(story.text.view());
  to.uri = from.uri;
  to.title = from.title;
  to.agency = from.agency;
  to.language = from.language;
  to.length = story.text.length();
  if (!from.published.empty()) {
    to.published = {from.published, from.published_is_metadata ? "metadata" : "given", from.published, from.published};
  }
  for (const TokenSpan sentence : story.parse.sentences) {
    Span span = story.span(sentence);
    if (span == Span{}) span.begin = span.end = story.text.code_point(story.parse[sentence.begin].begin);
    story.record.sentences.push_back(span);
  }
}

void read_rooms(Story& story) {
  describe_document(story);
  find_zones(story);
  find_times(story);
  find_entities(story);
  find_statements(story);
  find_events(story);
}

}  // namespace dragoman
