// What is asked, from what people typed.
#pragma once

#include "dragoman/query.h"
#include "query/names.h"
#include "query/question.h"
#include "store/database.h"

namespace dragoman {

/// The question that the conditions make. Errors: what cannot be understood (kind usage), names that nobody in the
/// store bears (kind input).
Result<Question> understood(Database& database, const CountryNames& countries, const Conditions& conditions);

}  // namespace dragoman
