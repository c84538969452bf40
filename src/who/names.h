// What the lexicon knows of those who act: countries, organisations, media and groups by name, titles, common nouns for
// bodies and people, and who held which office when. Read from lexicon/who/.
#pragma once

#include "dragoman/record.h"
#include "dragoman/result.h"
#include "lexicon/phrases.h"
#include "text/by_word.h"
#include "who/antecedent_clue.h"
#include "who/clue.h"
#include "who/coreference_clue.h"
#include "who/description_clue.h"
#include "who/home_clue.h"
#include "who/name_origins.h"

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

enum class Gender : std::uint8_t { unknown, male, female };

struct KnownName {
  std::string name;
  EntityType type = EntityType::country;
  std::string country;     // ISO code; empty for what belongs to none
  std::string code;        // CAMEO code, or the sector alone
  bool elsewhere = false;  // other countries have one that is called so
  bool shared = false;     // of a medium: names of others end with it, "Harbour Times"
};

struct Title {
  std::string name;
  std::string sector;
  std::string country;           // of an office that one country alone has
  bool abroad = false;           // borne in other countries than one's own: "ambassador"
  bool first_name = false;       // borne with a first name: "King Hussein"
  bool of_body = false;          // borne in bodies of any kind: "president", "head"
  bool leads = false;            // its bearer is the head of a body: "the council chief" of its president
  bool told = false;             // behind "the" it is whoever the sentence before is about: "the economist"
  bool of_bodies_alone = false;  // … and never in a country: "chair"
  bool local = false;            // borne in a town or a part of a country: "mayor"
  bool capital = false;          // with a small letter it is another word: "justice"
  bool serves = false;           // borne for a state or for another body: "negotiator"; so are all that are `of_body`
  bool serves_people = false;    // people have one, too: "spokesman", "aide"
  bool has_field = false;        // what it deals with belongs to its name: "undersecretary for trade"
  bool of_state = false;         // local, and borne in a part of a federation: "governor"
  bool of_town = false;          // local, and borne in a town: "mayor"
};

/// A verb that tells of an office: "is the mayor", "serves as mayor", "was elected mayor", "heads the council".
struct OfficeVerb {
  enum class Takes : std::uint8_t { complement, as, object, body };
  Takes takes = Takes::complement;
  std::string title;       // of one that takes a body
  bool ends = false;       // the office is held no longer: "resigned as mayor"
  bool past_ends = false;  // it is held no longer where the verb is in the past tense: "served as mayor"
  bool stays = false;      // it is held for good: "founded the union"
};

struct ActorNoun {
  enum class Kind : std::uint8_t {
    people,
    crowd,
    body,
    measure
  };  // "official", "crew", "navy", "dozens" (of soldiers)
  std::string name;
  std::string sector;
  Kind kind = Kind::people;
  bool plural = false;     // the plural, made by rule
  bool must_act = false;   // other senses prevail: an actor only where it acts or is owned
  bool owned = false;      // only where it acts and a country owns it: "the Omani side"
  bool abroad = false;     // where it is says nothing of whose it is: "diplomats in Oslo"
  bool or_state = false;   // in the singular as often a country: "its ally"
  bool or_matter = false;  // bare in the singular no body: "use of force"
  bool office = false;     // beside a name it says what somebody is: "the diplomat Ana Paz"
  bool told = false;       // behind "the" it is whoever the sentence before is about: "the Nobel laureate"
};

/// A noun that in the plural stands for those spoken of before: "the two leaders", "both countries".
struct Collective {
  enum class Kind : std::uint8_t { leaders, offices, countries, sides, parties, people };
  std::string name;
  Kind kind = Kind::countries;
  std::vector<std::string> of;  // needs one of these after "of": "heads of state"
  bool has_members = false;     // whoever is named behind one of a country is of that: "on the Kenyan side, Ana Paz"
};

/// A word that names are made of: "Mr", "QC" behind one, "bin", "Ministry", "River", "Treaty".
struct NamePart {
  enum class Kind : std::uint8_t { honorific, before, behind, particle, body, place, thing, called };
  Kind kind = Kind::thing;
  Gender gender = Gender::unknown;
  std::string sector;  // of a body
};

/// Countries of a part of the world, by ISO code.
using Region = std::set<std::string>;

/// Someone in office; `to` is empty while the office is held. Dates are YYYY-MM-DD. `country` is an ISO code, or what
/// stands for a body (UNO, NAT, IMF).
struct Holder {
  std::string name, office, country, from, to;
  std::string key;  // person_key(name)
  bool of_body = false;
  std::uint32_t term = 0;  // the same for all spellings of one line of the register
};

/// Another word for bodies whose names say in one of `named` what they are; for media or bodies of states whatever
/// their names say.
struct BodyKind {
  std::vector<std::string> named;
  bool of_media = false;
  bool of_states = false;
};

struct WhoLexicon {
  std::vector<KnownName> known;
  std::vector<Title> titles;
  std::vector<ActorNoun> nouns;  // the plural of one right behind it
  std::vector<Holder> holders;
  std::vector<Region> regions;
  ByWord<NamePart> parts;                  // by the word as it is written
  ByWord<NamePart> first_parts;            // of words that tell so where a name begins with them
  ByWord<Collective> collectives;          // by lemma
  WordSet meets;                           // verbs that make one side of who does it and whom it is done to: "meet"
  ByWord<BodyKind> body_kinds;             // "agency" to "bureau", "authority"
  ByWord<Gender> given_names;              // "Kwame" to what it mostly marks
  WordSet things;                          // whole names that are of things: "Islam", not the end of "Nazrul Islam"
  ByWord<OfficeVerb> office_verbs;         // by lemma
  std::vector<std::string> behind_titles;  // "elect" of "president-elect"
  WordSet ranks;                           // "deputy": before any title, and makes it another office
  WordSet grades;                          // "senior": before any title, and belongs to it
  ByWord<Gender> noun_genders;             // "father"
  ClueWeights clues{};                     // by Clue and reading
  AntecedentWeights antecedents;           // of pronouns
  DescriptionWeights descriptions;         // of definite phrases
  CoreferenceWeights coreference;          // of bodies and groups that are one
  HomeWeights homes;                       // of countries that no words beside a name tell

  PhraseTable names{PhraseTable::Case::exact};            // to known
  PhraseTable peoples{PhraseTable::Case::exact};          // "Kenyan", "Kenyans" to the country in known
  PhraseTable regional{PhraseTable::Case::exact};         // "West African", "island" to regions
  PhraseTable seats{PhraseTable::Case::exact};            // "Nairobi" to the country in known
  PhraseTable title_phrases{PhraseTable::Case::ignored};  // to titles
  PhraseTable status_before{PhraseTable::Case::ignored};  // "former", "acting" to RoleStatus
  PhraseTable status_behind{PhraseTable::Case::ignored};  // "elect" to RoleStatus
  PhraseTable noun_phrases{PhraseTable::Case::ignored};   // to nouns, people and bodies before measures
  PhraseTable measures{PhraseTable::Case::ignored};       // to nouns that are measures
  ByWord<std::vector<std::uint32_t>> holders_by_surname;  // by person_key
  ByWord<std::vector<std::uint32_t>> holders_by_office;   // by office_key
  NameOrigins name_origins;                               // of holders
  ByWord<std::uint32_t> country_by_code;                  // to known

  Gender gender_of(std::string_view noun) const {
    const auto found = noun_genders.find(noun);
    return found == noun_genders.end() ? Gender::unknown : found->second;
  }
  const NamePart* part(std::string_view word) const {
    const auto found = parts.find(word);
    return found == parts.end() ? nullptr : &found->second;
  }
  bool is_part(std::string_view word, NamePart::Kind kind) const {
    const NamePart* p = part(word);
    return p != nullptr && p->kind == kind;
  }

  /// An Error (kind setup) names the file and line of what cannot be read.
  /// Of the number of a plural in `nouns` the noun for one of them: "nurse" of "nurses".
  const ActorNoun& one_of(std::uint32_t plural) const { return nouns[plural - 1]; }

  static Result<WhoLexicon> load(const std::filesystem::path& folder);
};

/// What spellings of a name share: small letters without marks and hyphens, Arabic articles left out, "i" for a last
/// "y". "Al-Sisi", "el Sisi" and "Sisi" are one, and so are "Zelensky" and "Zelenski".
std::string person_key(std::string_view name);

/// The last word of a name, "Putin" of "Vladimir Putin"; "Kim" names and particles ("van der Berg") are left to the
/// caller.
std::string_view surname_of(std::string_view name);

/// What holders_by_office is indexed by: "KEN foreign minister".
std::string office_key(std::string_view country, std::string_view office);

}  // namespace dragoman
