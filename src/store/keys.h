// What makes two things of two documents one: keys that follow from the record alone, so that the order in which
// documents come never matters.
#pragma once

#include "dragoman/record.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// The form in which names and words are stored and asked for: without case, accents and marks, words parted by one
/// blank. "Müller-Otto, A." is "muller otto a", "St. John's" is "st johns". (The gazetteer has a form of its own:
/// gazetteer/fold.h.)
std::string search_form(std::string_view text);

/// The key of an entity; empty for one that is known in its document alone (anonymous ones).
std::string actor_key(const Entity& entity);

/// True of the key of an actor without a name, who is known in one document alone.
bool is_of_one_document(std::string_view key);
/// The key of an entity that is of its document alone; `number` counts from 1.
std::string key_in_document(std::int64_t document, std::size_t number);

/// Names under which an actor is asked for, folded: its name, and a person's surname.
std::vector<std::string> names_of(const Entity& entity);

/// A number that is equal for equal texts; the parts are those of an event that make it one event.
std::int64_t happening_of(const std::vector<std::string>& parts);

}  // namespace dragoman
