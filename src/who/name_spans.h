// Where names begin and end: the recogniser's spans without titles and honorifics at their front, joined and split
// where the words say so ("Yoon Suk" + "-yeol", "Ministry of Health" + "of Ghana", "Bingu" + "wa Mutharika"), and the
// runs of capitalised words that the recogniser passed over.
#pragma once

#include "who/builder.h"

#include <array>
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

/// What a verdict was made of: how much of each clue there was, by Clue, and whether the weights were asked at all.
struct NameEvidence {
  std::array<double, kClueCount> clues{};
  bool by_rule = false;  // the words alone decided, whatever the clues say
};

/// Sets the verdicts, from the words, their neighbours and all other mentions of the same words in the document. With
/// `evidence`, what each was made of is laid down there, parallel to `names`; the weights are fitted to that.
void judge_names(const EntityBuilder& b, std::vector<NameCandidate>& names,
                 std::vector<NameEvidence>* evidence = nullptr);

}  // namespace dragoman
