// Lines in capitals, as wires sent them: "IRAQ INVADED KUWAIT ON THURSDAY" is read as "Iraq invaded Kuwait on
// Thursday".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

class Engine;
class Gazetteer;
struct Lexicon;

/// What tells names from other words: the lexicon's names, the model's word lists and the gazetteer (null: none). All
/// are only looked into.
struct CaseKnowledge {
  const Engine& engine;
  const Lexicon& lexicon;
  const Gazetteer* gazetteer = nullptr;
};

/// The text with its lines in capitals written as sentences are: as many bytes, and each character at its place.
/// Nothing where no line of several words is in capitals. `text` is valid UTF-8.
std::optional<std::string> with_case_restored(std::string_view text, const CaseKnowledge& knowledge);

}  // namespace dragoman
