// What an office in a body deals with, of which the lexicon has no title: "director of research at the Coast
// Institute".
#pragma once

#include "who/builder.h"

#include <optional>
#include <string>

namespace dragoman {

struct FieldInBody {
  std::string words;          // link and field in the report's words: " of research", " for Africa"; or nothing
  std::optional<Index> body;  // in which the office is
};

/// The field that stands behind the title, where something else beside them says in which body: `of`, if that is known
/// already, or "at the Coast Institute", "the firm's head of sales".
FieldInBody field_in_body(const EntityBuilder& b, TokenSpan title, std::optional<Index> of);

}  // namespace dragoman
