// The words that the record uses for its closed sets, as they stand in its JSON: EntityType::person is "person",
// EventType::consult "CONSULT".
#pragma once

#include "dragoman/api.h"
#include "dragoman/record.h"

#include <optional>
#include <string_view>

namespace dragoman {

DRAGOMAN_API std::string_view to_string(EntityType type);
DRAGOMAN_API std::string_view to_string(MentionKind kind);
DRAGOMAN_API std::string_view to_string(RoleStatus status);
DRAGOMAN_API std::string_view to_string(EventType type);
DRAGOMAN_API std::string_view to_string(EventStatus status);
DRAGOMAN_API std::string_view to_string(StatementKind kind);
DRAGOMAN_API std::string_view to_string(DateBasis basis);
DRAGOMAN_API std::string_view to_string(PublishedBasis basis);
DRAGOMAN_API std::string_view to_string(BoilerplateKind kind);
DRAGOMAN_API std::string_view to_string(TimeType type);
DRAGOMAN_API std::string_view to_string(MeetingStatus status);
DRAGOMAN_API std::string_view to_string(StanceTense tense);

/// The tense that is called so ("past perfect"); nothing for other words.
DRAGOMAN_API std::optional<StanceTense> stance_tense(std::string_view name);

/// The type that PLOVER calls so ("CONSULT"); nothing for other words.
DRAGOMAN_API std::optional<EventType> event_type(std::string_view name);

}  // namespace dragoman
