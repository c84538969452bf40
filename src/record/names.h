// The words that the record uses for its closed sets: EntityType::person is "person".
#pragma once

#include "dragoman/record.h"

#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

std::string_view to_string(EntityType type);
std::string_view to_string(MentionKind kind);
std::string_view to_string(RoleStatus status);
std::string_view to_string(EventType type);
std::string_view to_string(EventStatus status);
std::string_view to_string(StatementKind kind);
std::string_view to_string(DateBasis basis);
std::string_view to_string(PublishedBasis basis);
std::string_view to_string(BoilerplateKind kind);
std::string_view to_string(TimeType type);
std::string_view to_string(MeetingStatus status);

/// The type that PLOVER calls so ("CONSULT"); nothing for other words.
std::optional<EventType> event_type(std::string_view name);

/// An office as people write it: "former foreign minister", "prime minister-elect", and for "current" or an empty
/// status the title alone.
std::string office_with_status(std::string_view status, std::string_view title);

}  // namespace dragoman
