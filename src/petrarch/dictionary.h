// A user's verb dictionary in the notation of PETRARCH 2.
//
//   &TREATY                          a set of synonyms: any of its members may stand for it; nouns have their plural
//   too, +TREATY                          unless the member or the set's name ends in "_" +PEACE_ACCORD
//
//   --- SIGN [057] ---               a block of verbs that share a code and patterns
//   SIGN
//   INITIAL {INITIALED INITIALING}   forms that are not regular; the code of a verb of its own may follow
//   +SIGN_OFF [030]                  a verb of several words, "+" before the one that is the verb
//   - * &TREATY (WITH +) [057:057]   a pattern: what stands before the verb "*", what after it, and the code
//
// In a pattern a word is the head of a noun phrase or a particle, {…} a longer phrase that ends in its head, (…) a
// phrase of a preposition; $ stands for the source, + for the target, % for both at once, ^ for anything. A code is
// CAMEO; [a:b] adds b from target to source, [---] codes nothing. "#" and ";" begin a comment, <!-- … --> holds one.
#pragma once

#include "dragoman/result.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dragoman {

/// CAMEO codes from source to target and back; empty where nothing is coded.
struct PetrarchCode {
  std::string forth, back;
  bool none() const { return forth.empty() && back.empty(); }
};

/// One thing that a pattern asks for.
struct PetrarchElement {
  enum class Kind : std::uint8_t { words, source, target, both, anything };
  Kind kind = Kind::words;
  /// The phrases of which one must be there, in lower case; of a phrase the last word is the head. A word that ends in
  /// "_" has no plural.
  std::vector<std::vector<std::string>> phrases;
};

struct PetrarchPreposition {
  std::string word;
  std::vector<PetrarchElement> elements;
};

/// The nouns and prepositional phrases on one side of the verb.
struct PetrarchSide {
  std::vector<PetrarchElement> nouns;
  std::vector<PetrarchPreposition> prepositions;
};

struct PetrarchPattern {
  PetrarchSide before, after;
  PetrarchCode code;
  int line = 0;
  std::size_t size = 0;  // elements: of two patterns that fit the larger counts
};

struct PetrarchVerb {
  std::vector<std::string> before, after;  // the other words of a verb of several words
  PetrarchCode code;
  std::uint32_t block = 0;
  int line = 0;
};

struct PetrarchDictionary {
  std::string name;                                                  // of the file
  std::vector<std::vector<PetrarchPattern>> blocks;                  // patterns, the larger ones first
  std::unordered_map<std::string, std::vector<PetrarchVerb>> verbs;  // by every form, in lower case
  std::vector<Error> faults;                                         // patterns that are left out, and why
  std::vector<int> transformations;                                  // lines that begin with "~": not supported

  /// Errors (kind usage) name file and line, what was found and what was expected. What is wrong with one pattern
  /// goes to `faults`, and the others are read on: dictionaries of ten thousand lines have such lines.
  static Result<PetrarchDictionary> parse(std::string_view text, const std::string& name);
};

}  // namespace dragoman
