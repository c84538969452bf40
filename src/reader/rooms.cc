#include "reader/rooms.h"

#include "confidence/confidence.h"
#include "confidence/persons.h"
#include "document/published.h"
#include "document/zones.h"
#include "events/events.h"
#include "issues/issues.h"
#include "meetings/meetings.h"
#include "occasions/days.h"
#include "petrarch/coding.h"
#include "positions/positions.h"
#include "statements/relays.h"
#include "statements/statements.h"
#include "text/dates.h"
#include "text/sha256.h"
#include "when/times.h"
#include "where/places.h"
#include "who/entities.h"
#include "who/first_person.h"
#include "who/named_owners.h"
#include "who/people_lists.h"
#include "who/peoples.h"

namespace dragoman {

DocumentInfo info_of(const Document& from) {
  DocumentInfo to;
  to.id = sha256_id(from.text);
  to.uri = from.uri;
  to.title = from.title;
  to.agency = from.agency;
  to.byline = from.byline;
  to.language = from.language;
  if (!from.published.empty()) {
    const Moment moment = moment_of(from.published);
    to.published = {moment.day, from.published_is_metadata ? PublishedBasis::metadata : PublishedBasis::given,
                    moment.day, moment.day, moment.time};
  }
  return to;
}

void describe_document(Story& story) {
  story.record.document = info_of(story.document);
  story.record.document.length = story.text.length();
  for (const TokenSpan sentence : story.parse.sentences) {
    Span span = story.span(sentence);
    if (span == Span{}) span.begin = span.end = story.text.code_point(story.parse[sentence.begin].begin);
    story.record.sentences.push_back(span);
  }
}

std::span<const Room> rooms() {
  static constexpr Room kRooms[] = {
      {"times", find_times},
      {"entities", [](Story& story) { find_entities(story, infer_published); }, mend_people_lists},
      {"published", infer_published},  // a second look, with the offices that "the minister" gave to names
      {"places", find_places},
      {"named owners", find_named_owners},
      {"authors", find_authors},
      {"statements", find_statements},
      {"first person", find_first_person},
      {"issues", find_issues},
      {"meetings", find_meetings},
      {"events", find_events},
      {"dictionary", find_dictionary_events},
      {"peoples", find_peoples},
      {"positions", find_positions},
      {"relays", drop_relays},
      {"confidence", weigh_items},
      {"persons", weigh_persons},
      {"days", find_days},
      {"links", link_issues},
  };
  return kRooms;
}

void begin_story(Story& story) {
  describe_document(story);
  find_zones(story);
}

void read_rooms(Story& story, Parse& parse) {
  for (const Room& room : rooms()) {
    room.read(story);
    if (room.mend != nullptr) room.mend(story, parse);
  }
}

}  // namespace dragoman
