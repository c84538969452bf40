// All that the rules know, read from lexicon/ once and shared, constant, by every worker.
//
// Each room keeps its vocabulary and loads it itself, from its own folder; here they only stand together.
#pragma once

#include "dragoman/result.h"
#include "story/vocabularies.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace dragoman {

struct LayoutWords;
struct PageWords;

struct Lexicon {
  std::string digest;  // "sha256:…" over the names and bytes of all files, in order of name

  std::unique_ptr<const LayoutWords> layout;
  std::unique_ptr<const BoilerplatePatterns> boilerplate;
  std::unique_ptr<const WhoLexicon> who;
  std::unique_ptr<const UserActors> user;  // never null; empty unless a user gave dictionaries
  std::unique_ptr<const TimeLexicon> times;
  std::unique_ptr<const WhereLexicon> where;
  std::unique_ptr<const CueLexicon> cues;
  std::unique_ptr<const SignatureLexicon> signatures;
  std::unique_ptr<const NounLexicon> nouns;
  std::unique_ptr<const SlotPaths> slots;
  std::unique_ptr<const EventLexicon> events;
  std::unique_ptr<const PageWords> pages;
  std::unique_ptr<const IssueLexicon> issues;
  std::unique_ptr<const StanceLexicon> stances;
  std::unique_ptr<const MeetingLexicon> meetings;
  std::unique_ptr<const CameoCrosswalk> crosswalk;
  std::unique_ptr<const ConfidenceWeights> confidence;
  std::unique_ptr<const OccasionLexicon> occasions;
  std::unique_ptr<const PetrarchDictionary> dictionary;  // a user's own; null for none

  Lexicon();
  ~Lexicon();
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;

  /// What the rooms are given; it holds while this Lexicon is neither moved from nor destroyed.
  Vocabularies vocabularies() const;

  /// Reads the folder. An Error (kind setup) names the file and line, what was found and what was expected.
  /// A user's dictionaries of actors and agents may be empty; they are part of the digest.
  static Result<Lexicon> load(const std::filesystem::path& folder, const std::filesystem::path& actors = {},
                              const std::filesystem::path& agents = {});
  /// Puts a user's verb dictionary beside the rest; the digest is then over both. An Error (kind usage) names the line.
  std::optional<Error> add_dictionary(const std::filesystem::path& file);
};

}  // namespace dragoman
