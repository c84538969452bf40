// Where a room finds its vocabulary, and that of the rooms below it: what was read from lexicon/, shared and constant.
//
// The types are only named here. A room includes the header of a vocabulary that it uses, which compiles for its own
// and for those of the layers below (CMakeLists.txt). Who composes them is src/reader/lexicon.h.
#pragma once

namespace dragoman {

class UserActors;
struct BoilerplatePatterns;
struct CameoCrosswalk;
struct ConfidenceWeights;
struct CueLexicon;
struct EventLexicon;
struct IssueLexicon;
struct MeetingLexicon;
struct NounLexicon;
struct OccasionLexicon;
struct PetrarchDictionary;
struct SignatureLexicon;
struct SlotPaths;
struct StanceLexicon;
struct TimeLexicon;
struct WhereLexicon;
struct WhoLexicon;

/// None is null but `dictionary`, where the user gave none.
struct Vocabularies {
  const BoilerplatePatterns* boilerplate = nullptr;
  const WhoLexicon* who = nullptr;
  const UserActors* user = nullptr;  // empty unless a user gave dictionaries
  const TimeLexicon* times = nullptr;
  const WhereLexicon* where = nullptr;
  const CueLexicon* cues = nullptr;
  const SignatureLexicon* signatures = nullptr;
  const NounLexicon* nouns = nullptr;  // how nouns of deeds show their arguments
  const SlotPaths* slots = nullptr;    // where the slots of entries are looked for
  const EventLexicon* events = nullptr;
  const IssueLexicon* issues = nullptr;
  const StanceLexicon* stances = nullptr;
  const MeetingLexicon* meetings = nullptr;
  const CameoCrosswalk* crosswalk = nullptr;
  const ConfidenceWeights* confidence = nullptr;
  const OccasionLexicon* occasions = nullptr;
  const PetrarchDictionary* dictionary = nullptr;  // a user's own
};

}  // namespace dragoman
