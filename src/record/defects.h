// What is wrong with a record: the promises of dragoman/record.h, checked one by one.
#pragma once

#include "dragoman/record.h"

#include <string>
#include <vector>

namespace dragoman {

/// Spans that are empty or lie outside the document, references to items that are not there, facts without evidence or
/// with evidence outside its sentence, countries that are no ISO codes; as "events[3].actors: 9 of 4". Empty for a
/// sound record.
std::vector<std::string> record_defects(const Record& record);

}  // namespace dragoman
