#include "record/spans.h"

namespace dragoman {

void for_each_span(Record& record, const std::function<void(Span&)>& use) {
  for (Boilerplate& b : record.document.boilerplate) use(b.span);
  for (Span& sentence : record.sentences) use(sentence);
  for (Entity& entity : record.entities) {
    for (Mention& mention : entity.mentions) use(mention.span);
    for (Role& role : entity.roles) use(role.evidence.span);
  }
  for (Place& place : record.places) {
    for (Span& mention : place.mentions) use(mention);
  }
  for (Time& time : record.times) use(time.span);
  for (Issue& issue : record.issues) {
    for (Span& mention : issue.mentions) use(mention);
  }
  for (Event& event : record.events) {
    use(event.trigger.span);
    use(event.evidence.span);
    for (Evidence& again : event.also) use(again.span);
  }
  for (Statement& statement : record.statements) {
    if (statement.speaker_span) use(*statement.speaker_span);
    if (statement.cue) use(statement.cue->span);
    for (Span& content : statement.content) use(content);
    use(statement.evidence.span);
  }
  for (Meeting& meeting : record.meetings) use(meeting.evidence.span);
  for (Position& position : record.positions) use(position.evidence.span);
  for (AgendaItem& item : record.agenda) use(item.evidence.span);
}

}  // namespace dragoman
