// The part of JSON Schema that schema/record-1.json uses, so that tests need no validator from elsewhere.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace dragoman {

/// What in `value` goes against `schema`, as "/events/0/type: …"; empty when nothing does. Knows type, const, enum,
/// pattern, minimum, maximum, minLength, items, minItems, properties, required, additionalProperties: false, anyOf and
/// $ref within the document; any other word of a schema but title, description and $-words is reported.
std::vector<std::string> schema_defects(const nlohmann::json& schema, const nlohmann::json& value);

}  // namespace dragoman
