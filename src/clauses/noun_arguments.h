// How a noun that names a deed says who does it and to whom, read from lexicon/clauses/nouns.txt: "Mali's raid on
// Niger", "the raid by Mali", "Diallo's abduction".
#pragma once

#include "dragoman/result.h"
#include "language/syntax.h"
#include "text/by_word.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// One place beside a noun in which an argument may stand.
struct NounWay {
  enum class Kind : std::uint8_t {
    owner,          // the genitive
    state_owner,    // … that is a country
    other_owner,    // … that is none
    before,         // a name or adjective before it
    people_before,  // … that is not the bare name of a country
    person_before,  // … that is the name of a person
    receiver,       // the subject of the verb by which somebody gets what the noun names: "won praise"
    verb,           // the subject of the verb that lends itself to the noun: "launched", of a patient: "suffered"
    preposition
  };
  Kind kind = Kind::owner;
  std::string preposition;
  std::string beside;  // counts only where this preposition hangs on the noun too
};

/// The way that the words say; nothing for other words.
std::optional<NounWay> noun_way(std::string_view words);

struct NounArguments {
  std::vector<NounWay> agent, patient;  // in the order in which they are tried
};

struct NounLexicon {
  ByWord<NounArguments> nouns;  // by lemma
  NounArguments others;         // of nouns that have no entry
  WordSet undergoing;           // verbs whose subject is whom the noun is done to: suffer, face, "come under"
  WordSet receiving;            // verbs whose subject gets what the noun names: win, receive

  const NounArguments& of(std::string_view lemma) const;
  /// Whether the noun is done to the subject of the verb with that word: "come under", "be target".
  bool undergoes(std::string_view verb, std::string_view word) const;
  /// Whether the subject of the verb gets what the noun names: "won praise", and not "won the release of".
  bool receives(std::string_view verb, std::string_view noun) const;
  /// Reads nouns.txt of the folder.
  static Result<NounLexicon> load(const std::filesystem::path& folder);
};

/// Who is named before a noun or as its owner.
enum class NounName : std::uint8_t {
  nobody,
  country,  // by its bare name
  people,   // a country by another form: Malian, US
  person,
  others
};

class NounArgumentReader {
 public:
  /// `name_at`: who the word stands for.
  NounArgumentReader(const Parse& parse, const NounLexicon& lexicon, std::function<NounName(TokenIndex)> name_at)
      : parse_(parse), lexicon_(lexicon), name_at_(std::move(name_at)) {}

  /// Heads of phrases, a list for each way that is filled, the first way first. `support`: the verb that lends itself
  /// to the noun, or kNoToken.
  std::vector<Tokens> agents(TokenIndex noun, TokenIndex support) const;
  std::vector<Tokens> patients(TokenIndex noun, TokenIndex support) const;
  /// What its prepositions link to the verb that lends itself to the noun: "went on the offensive against Mali".
  std::vector<Tokens> patients_beside(TokenIndex noun, TokenIndex support) const;

 private:
  bool undergoes(TokenIndex noun, TokenIndex support) const;
  std::vector<Tokens> fill(const std::vector<NounWay>& ways, TokenIndex noun, TokenIndex support) const;
  Tokens owners(TokenIndex noun, NounWay::Kind kind) const;
  Tokens doers_behind(TokenIndex noun) const;
  Tokens along(const NounWay& way, TokenIndex noun, TokenIndex support) const;
  Tokens before(TokenIndex noun, NounWay::Kind kind) const;

  const Parse& parse_;
  const NounLexicon& lexicon_;
  const std::function<NounName(TokenIndex)> name_at_;
};

}  // namespace dragoman
