// Offices that a verb gives somebody: "Paz is the minister of ports", "Paz, who chairs the council", "she was elected
// mayor".
#pragma once

#include "language/parse.h"
#include "who/builder.h"

#include <vector>

namespace dragoman {

struct PredicatedOffice {
  TokenIndex noun = 0;          // "minister"; the verb, where it names the office itself: "chairs"
  TokenIndex owner = kNoToken;  // "council" of "chairs the council"
  const OfficeVerb* verb = nullptr;
  bool past = false;  // "was the minister", "served as mayor"
};

/// What the verbs of `name`, and of a relative clause behind it, say that its bearer is. Nothing that is denied, asked,
/// conditional, to come or told as somebody's words.
std::vector<PredicatedOffice> predicated_offices(const EntityBuilder& b, TokenIndex name);

}  // namespace dragoman
