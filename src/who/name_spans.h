// Where names begin and end: the recogniser's spans without titles and honorifics at their front, joined and split
// where the words say so ("Yoon Suk" + "-yeol", "Ministry of Health" + "of Ghana", "Bingu" + "wa Mutharika"), and the
// runs of capitalised words that the recogniser passed over.
#pragma once

#include "who/builder.h"

#include <vector>

namespace dragoman {

/// What a name is the name of.
enum class NameOf : std::uint8_t { nothing, person, body, place, thing };

struct NameCandidate {
  TokenSpan span;
  NameType label = NameType::none;  // the recogniser's; none: it passed the words over
  bool titled = false;              // an honorific or a title stands before it
  bool bracketed = false;           // "(ECOWAS)" behind a longer name
  NameOf verdict = NameOf::nothing;
  bool shared = false;              // its words are part of a person's longer name elsewhere
  Gender gender = Gender::unknown;  // by the honorific
};

/// In text order, none overlapping another.
std::vector<NameCandidate> find_name_candidates(const EntityBuilder& b);

/// Sets the verdicts, from the words, their neighbours and all other mentions of the same words in the document.
void judge_names(const EntityBuilder& b, std::vector<NameCandidate>& names);

}  // namespace dragoman
