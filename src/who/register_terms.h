// Terms of the register of office holders beside the days that the report can be from.
#pragma once

#include "who/builder.h"

#include <string>

namespace dragoman {

/// Who held the office all through the days that the document can be from; null where the register knows no one, or
/// two.
const Holder* holder_then(const EntityBuilder& b, const std::string& office, const std::string& country);

/// Whether the register knows a term of that person in the office which was over on the day; without a day, any. The
/// country is that of the office, of the person or of the story where it is empty.
bool held_once(const EntityBuilder& b, Index person, std::uint32_t title, std::string country, const std::string& day);

}  // namespace dragoman
