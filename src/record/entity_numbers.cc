#include "record/entity_numbers.h"

namespace dragoman {

void for_each_entity_number(Record& record, const std::function<void(Index&)>& use) {
  const auto all = [&](std::vector<Index>& numbers) {
    for (Index& number : numbers) use(number);
  };
  for (Entity& entity : record.entities) {
    for (Role& role : entity.roles) {
      if (role.of) use(*role.of);
    }
  }
  for (Event& event : record.events) {
    all(event.actors);
    all(event.recipients);
    all(event.sources);
  }
  for (Statement& statement : record.statements) {
    all(statement.speakers);
    all(statement.addressees);
    all(statement.chain);
  }
  for (Meeting& meeting : record.meetings) all(meeting.participants);
  for (Position& position : record.positions) {
    use(position.actor);
    if (position.by) use(*position.by);
  }
  for (AgendaItem& item : record.agenda) all(item.participants);
}

}  // namespace dragoman
