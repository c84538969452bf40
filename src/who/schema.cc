#include "who/schema.h"

#include "lexicon/codebooks.h"
#include "who/antecedent_clue.h"
#include "who/clue.h"
#include "who/coreference_clue.h"
#include "who/description_clue.h"
#include "who/home_clue.h"
#include "who/register.h"

namespace dragoman {

namespace {

constexpr ValueForm kTermForm{"FROM[..TO] NAME [| spelling], each day as 2007, 2007-05 or 2007-05-17",
                              "1999-10-12..2001-06 Ana Lopez", is_term};
constexpr ValueForm kClueForm{"a clue of who/clue.h", "title before",
                              [](std::string_view value) { return clue_from(value).has_value(); }, clue_names};

constexpr ValueForm kAntecedentClueForm{"a clue of who/antecedent_clue.h", "same paragraph",
                                        [](std::string_view value) { return antecedent_clue_from(value).has_value(); },
                                        antecedent_clue_names};

constexpr ValueForm kDescriptionClueForm{
    "a clue of who/description_clue.h", "same paragraph",
    [](std::string_view value) { return description_clue_from(value).has_value(); }, description_clue_names};

constexpr ValueForm kCoreferenceClueForm{
    "a clue of who/coreference_clue.h", "same noun",
    [](std::string_view value) { return coreference_clue_from(value).has_value(); }, coreference_clue_names};
constexpr ValueForm kHomeClueForm{"a clue of who/home_clue.h", "at home",
                                  [](std::string_view value) { return home_clue_from(value).has_value(); },
                                  home_clue_names};

constexpr KeySchema kAlso{.key = "also", .says = "other names, spellings or forms", .list = true, .repeats = true};
constexpr KeySchema kSector{.key = "sector", .says = "the role of a CAMEO actor", .one_of = kSectors};
constexpr KeySchema kCountry{.key = "country", .says = "whose it is", .form = &kCountryForm};
constexpr KeySchema kCode{.key = "code", .says = "its CAMEO code", .form = &kActorCodeForm, .needed = true};
constexpr KeySchema kGender{.key = "gender", .says = "of who is named so", .one_of = "male | female"};
constexpr KeySchema kAbroad{
    .key = "abroad", .says = "the country beside it is where he or she is posted", .one_of = "yes"};

constexpr KeySchema kCountryKeys[] = {
    {.key = "country", .says = "its name"},
    kAlso,
    {.key = "code", .says = "its code; none for a state that is no more", .form = &kCountryForm},
    {.key = "people", .says = "adjectives and names of its people", .list = true, .repeats = true},
    {.key = "seat", .says = "towns whose names stand for its government", .list = true, .repeats = true},
};
constexpr EntrySchema kCountries[] = {{.begins = "country", .keys = kCountryKeys, .unique = true}};

constexpr KeySchema kForm[] = {
    {.key = "form", .says = "what stands before a country's name in its formal name"},
    kAlso,
    {.key = "not", .says = "countries that it means something else with", .list = true},
};
constexpr EntrySchema kForms[] = {{.begins = "form", .keys = kForm, .unique = true}};

constexpr KeySchema kElsewhere{
    .key = "elsewhere", .says = "it is found under its name in other countries too", .one_of = "yes"};
constexpr KeySchema kOrganisation[] = {{.key = "organisation", .says = "its name"}, kAlso, kCode, kCountry, kElsewhere};
constexpr EntrySchema kOrganisations[] = {{.begins = "organisation", .keys = kOrganisation, .unique = true}};
constexpr KeySchema kGroup[] = {{.key = "group", .says = "its name"}, kAlso, kCode, kCountry};
constexpr EntrySchema kGroups[] = {{.begins = "group", .keys = kGroup, .unique = true}};
constexpr KeySchema kMedium[] = {
    {.key = "medium", .says = "its name"},
    kAlso,
    kCountry,
    {.key = "shared", .says = "names of other media end with it: \"Harbour Times\"", .one_of = "yes"}};
constexpr EntrySchema kMedia[] = {{.begins = "medium", .keys = kMedium, .unique = true}};

constexpr KeySchema kTold{
    .key = "told", .says = "behind \"the\" it is whoever the sentence before is about", .one_of = "yes"};
constexpr KeySchema kTitle[] = {
    {.key = "title", .says = "a title of office"},
    kAlso,
    kSector,
    kCountry,
    kAbroad,
    {.key = "each", .says = "offices of the same kind, each known by its own name", .list = true, .repeats = true},
    {.key = "with", .says = "it stands before first names", .one_of = "first name"},
    {.key = "of",
     .says = "it is borne in bodies of any kind, and of whose it is its bearer's country says nothing",
     .one_of = "body | body alone"},
    {.key = "leads", .says = "who bears it is called the chief, head or leader of the body", .one_of = "body"},
    kTold,
    {.key = "local",
     .says =
         "it is borne in a town or a part of a country, which its place tells: always in a state or in a town, or in "
         "either",
     .one_of = "yes | state | town"},
    {.key = "capital", .says = "with a small letter it is another word", .one_of = "yes"},
    {.key = "serves",
     .says = "who bears it in a body that is no state's is of that body's kind, as bearers of titles with `of:` are; "
             "`person`: people have one (\"her lawyer\")",
     .one_of = "body | person | body or person"},
    {.key = "field", .says = "what it deals with belongs to its name", .one_of = "yes"},
};
constexpr KeySchema kGrade[] = {{.key = "grade", .says = "a word before any title that belongs to the office"}, kAlso};
constexpr KeySchema kRank[] = {{.key = "rank", .says = "a word before any title that makes it another office"}, kAlso};
constexpr EntrySchema kTitles[] = {{.begins = "title", .keys = kTitle, .unique = true},
                                   {.begins = "rank", .keys = kRank, .unique = true},
                                   {.begins = "grade", .keys = kGrade, .unique = true}};

constexpr KeySchema kStatus[] = {
    {.key = "status",
     .says = "of an office",
     .one_of = "current | former | acting | elect | designate | outgoing | honorary | late"},
    {.key = "before", .says = "words for it before the title", .list = true, .repeats = true},
    {.key = "behind", .says = "words for it behind the title", .list = true, .repeats = true},
};
constexpr EntrySchema kStatuses[] = {
    {.begins = "status", .keys = kStatus, .any_needed = "before | behind", .unique = true}};

constexpr KeySchema kOfficeVerb[] = {
    {.key = "verb", .says = "a verb that tells what office somebody holds"},
    kAlso,
    {.key = "takes",
     .says =
         "where the office stands: behind it, behind \"as\", behind its passive, or in itself with a body as object",
     .one_of = "complement | as | object | body",
     .needed = true},
    {.key = "title", .says = "the office, where it is in the verb itself"},
    {.key = "status", .says = "of the office from then on, where it is not current", .one_of = "former"},
    {.key = "past", .says = "of the office, where the verb is in the past tense", .one_of = "former | current"},
};
constexpr EntrySchema kOfficeVerbs[] = {{.begins = "verb", .keys = kOfficeVerb, .unique = true}};

constexpr KeySchema kNoun[] = {
    {.key = "noun", .says = "a noun for actors"},
    kAlso,
    kSector,
    {.key = "kind", .says = "what it stands for", .one_of = "people | body | crowd | measure", .needed = true},
    {.key = "when",
     .says = "it is an actor only where it acts or has an owner (acts), or only where it acts and a country owns it "
             "(owned)",
     .one_of = "acts | owned"},
    {.key = "or", .says = "it may be a country, or no actor at all", .one_of = "state | matter"},
    {.key = "office", .says = "beside a name it says what somebody is", .one_of = "yes"},
    kTold,
    kAbroad,
};
constexpr KeySchema kNounGender[] = {
    {.key = "gender", .says = "of those whom the nouns are for", .one_of = "male | female"},
    {.key = "nouns", .says = "they", .list = true, .needed = true},
};
constexpr EntrySchema kNouns[] = {{.begins = "noun", .keys = kNoun, .unique = true, .unique_with = "kind"},
                                  {.begins = "gender", .keys = kNounGender, .unique = true}};

constexpr KeySchema kCollective[] = {
    {.key = "collective", .says = "a noun for several who are named beside it"},
    kAlso,
    {.key = "kind",
     .says = "what they are",
     .one_of = "leaders | offices | countries | sides | parties | people",
     .needed = true},
    {.key = "of", .says = "words that must follow behind \"of\"", .list = true},
    {.key = "members", .says = "people named behind one of a country are of that country", .one_of = "named"},
};
constexpr KeySchema kMeets[] = {
    {.key = "meets", .says = "a verb by which subject and object are together, so that \"they\" are both"},
    kAlso,
};
constexpr EntrySchema kCollectives[] = {{.begins = "collective", .keys = kCollective, .unique = true},
                                        {.begins = "meets", .keys = kMeets, .unique = true}};

constexpr KeySchema kBodyKind[] = {
    {.key = "kind", .says = "a noun for bodies"},
    kAlso,
    {.key = "named", .says = "words in whose name such a body says what it is", .list = true, .needed = true},
    {.key = "also_of", .says = "bodies that it may be whatever their names say", .one_of = "media | states"},
};
constexpr EntrySchema kBodyKinds[] = {{.begins = "kind", .keys = kBodyKind, .unique = true}};

constexpr KeySchema kPart[] = {
    {.key = "part", .says = "a word within names"},
    kAlso,
    {.key = "kind",
     .says = "of what names",
     .one_of = "honorific | before | behind | particle | body | place | thing | called",
     .needed = true},
    {.key = "when",
     .says = "it says so only where it is the whole name, or where a name begins with it",
     .one_of = "whole | first"},
    kGender,
    kSector,
};
constexpr EntrySchema kParts[] = {{.begins = "part", .keys = kPart, .unique = true, .unique_with = "when"}};

constexpr KeySchema kGiven[] = {{.key = "given", .says = "a given name"}, kAlso, kGender};
constexpr EntrySchema kGivenNames[] = {{.begins = "given", .keys = kGiven, .unique = true}};

constexpr KeySchema kShortName[] = {
    {.key = "name", .says = "a given name"},
    {.key = "also", .says = "other spellings of it", .list = true},
    {.key = "short", .says = "what who bears it is called for short", .list = true, .needed = true},
};
constexpr EntrySchema kShortNames[] = {{.begins = "name", .keys = kShortName, .unique = true}};
constexpr KeySchema kSurname[] = {{.key = "surname", .says = "a surname that many bear"}, kAlso};
constexpr EntrySchema kSurnames[] = {{.begins = "surname", .keys = kSurname, .unique = true}};

constexpr KeySchema kRegion[] = {
    {.key = "region", .says = "its name"},
    {.key = "people", .says = "adjectives for it", .list = true, .needed = true},
    {.key = "countries", .says = "its countries", .form = &kCountryForm, .list = true, .repeats = true, .needed = true},
};
constexpr EntrySchema kRegions[] = {{.begins = "region", .keys = kRegion, .unique = true}};

constexpr KeySchema kOffice[] = {
    {.key = "office", .says = "its titles", .list = true},
    {.key = "country", .says = "whose office it is", .form = &kHolderForm, .needed = true},
    {.key = "holder", .says = "who held it when, in order", .form = &kTermForm, .repeats = true, .needed = true},
    {.key = "beside", .says = "who held it at the same time as another", .form = &kTermForm, .repeats = true},
};
constexpr EntrySchema kHolders[] = {{.begins = "office", .keys = kOffice, .unique = true, .unique_with = "country"}};

constexpr KeySchema kClue[] = {
    {.key = "clue", .says = "what speaks for or against a reading", .form = &kClueForm},
    {.key = "person", .says = "its weight for a person", .form = &kNumberForm, .needed = true},
    {.key = "body", .says = "for a body", .form = &kNumberForm, .needed = true},
    {.key = "place", .says = "for a place", .form = &kNumberForm, .needed = true},
    {.key = "thing", .says = "for a thing", .form = &kNumberForm, .needed = true},
};
constexpr EntrySchema kClues[] = {{.begins = "clue", .keys = kClue, .unique = true}};

constexpr KeySchema kPronoun[] = {
    {.key = "pronoun", .says = "a kind of pronoun: he and she, they, it", .one_of = "person | several | thing"},
    {.key = "least", .says = "the chance under which it stands for nobody", .form = &kNumberForm, .needed = true},
};
constexpr KeySchema kAntecedentClue[] = {
    {.key = "clue", .says = "what speaks for or against an antecedent", .form = &kAntecedentClueForm},
    {.key = "person", .says = "its weight for he and she", .form = &kNumberForm, .needed = true},
    {.key = "several", .says = "for they", .form = &kNumberForm, .needed = true},
    {.key = "thing", .says = "for it", .form = &kNumberForm, .needed = true},
};
constexpr EntrySchema kAntecedents[] = {{.begins = "pronoun", .keys = kPronoun, .unique = true},
                                        {.begins = "clue", .keys = kAntecedentClue, .unique = true}};

constexpr KeySchema kPhrase[] = {
    {.key = "phrase", .says = "what a definite phrase is for", .one_of = "person | body"},
    {.key = "least", .says = "the chance under which it stands for somebody new", .form = &kNumberForm, .needed = true},
};
constexpr KeySchema kDescriptionClue[] = {
    {.key = "clue", .says = "what speaks for or against a candidate", .form = &kDescriptionClueForm},
    {.key = "person", .says = "its weight for phrases for people", .form = &kNumberForm, .needed = true},
    {.key = "body", .says = "for bodies", .form = &kNumberForm, .needed = true},
};
constexpr EntrySchema kDescriptions[] = {{.begins = "phrase", .keys = kPhrase, .unique = true},
                                         {.begins = "clue", .keys = kDescriptionClue, .unique = true}};

constexpr KeySchema kHomeEntity[] = {
    {.key = "entity",
     .says = "who is asked for: a person by name in an office of state, in another office or in none; a body; a group "
             "or somebody without a name",
     .one_of = "official | employed | person | body | group"},
    {.key = "least", .says = "the chance under which the country stays open", .form = &kNumberForm, .needed = true},
};
constexpr KeySchema kHomeClue[] = {
    {.key = "clue", .says = "what speaks for or against a country", .form = &kHomeClueForm},
    {.key = "official", .says = "its weight for people in an office of state", .form = &kNumberForm, .needed = true},
    {.key = "employed", .says = "in another office", .form = &kNumberForm, .needed = true},
    {.key = "person", .says = "in none", .form = &kNumberForm, .needed = true},
    {.key = "body", .says = "for bodies", .form = &kNumberForm, .needed = true},
    {.key = "group", .says = "for groups and people without a name", .form = &kNumberForm, .needed = true},
};
constexpr EntrySchema kHomes[] = {{.begins = "entity", .keys = kHomeEntity, .unique = true},
                                  {.begins = "clue", .keys = kHomeClue, .unique = true}};

constexpr KeySchema kCoreferent[] = {
    {.key = "bound", .says = "what the bound is for", .one_of = "weight"},
    {.key = "least",
     .says = "the chance under which the later one is somebody new",
     .form = &kNumberForm,
     .needed = true},
};
constexpr KeySchema kCoreferenceClue[] = {
    {.key = "clue", .says = "what speaks for or against the two being one", .form = &kCoreferenceClueForm},
    {.key = "weight", .says = "how much it counts", .form = &kNumberForm, .needed = true},
};
constexpr EntrySchema kCoreference[] = {{.begins = "bound", .keys = kCoreferent, .unique = true},
                                        {.begins = "clue", .keys = kCoreferenceClue, .unique = true}};

constexpr FileSchema kFiles[] = {
    {.names = "countries.txt", .says = "Countries, their people and their seats.", .entries = kCountries},
    {.names = "forms.txt", .says = "The formal names of countries.", .entries = kForms},
    {.names = "organisations.txt", .says = "Organisations.", .entries = kOrganisations},
    {.names = "groups.txt", .says = "Armed groups and movements.", .entries = kGroups},
    {.names = "media.txt", .says = "News media.", .entries = kMedia},
    {.names = "titles.txt", .says = "Titles of office.", .entries = kTitles},
    {.names = "role_status.txt", .says = "Words that tell whether an office is held.", .entries = kStatuses},
    {.names = "office_verbs.txt", .says = "Verbs that tell of an office.", .entries = kOfficeVerbs},
    {.names = "nouns.txt", .says = "Nouns for actors without a name.", .entries = kNouns},
    {.names = "collectives.txt", .says = "Nouns for several actors together.", .entries = kCollectives},
    {.names = "body_kinds.txt", .says = "Nouns for bodies whose names say it in another word.", .entries = kBodyKinds},
    {.names = "name_parts.txt", .says = "Words within names.", .entries = kParts},
    {.names = "given_names.txt", .says = "Given names.", .entries = kGivenNames},
    {.names = "short_names.txt",
     .says = "Short forms of given names, which tell that two names in a store may be one person's.",
     .entries = kShortNames},
    {.names = "common_surnames.txt",
     .says = "Surnames that many bear, which alone make nobody one in a store.",
     .entries = kSurnames},
    {.names = "regions.txt", .says = "Regions and their countries.", .entries = kRegions},
    {.names =
         "holders_africa.txt | holders_americas.txt | holders_asia.txt | holders_bodies.txt | holders_europe.txt | "
         "holders_former_states.txt | holders_middle_east.txt | holders_oceania.txt",
     .says = "Who held which office when, after the rule of holders.md.",
     .entries = kHolders},
    {.names = "clues.txt",
     .says = "What tells whether a name is that of a person, a body, a place or a thing.",
     .entries = kClues},
    {.names = "antecedents.txt",
     .says = "How much each clue counts for whom a pronoun stands for; fitted, not written by hand.",
     .entries = kAntecedents},
    {.names = "descriptions.txt",
     .says = "How much each clue counts for whom a definite phrase stands for; fitted, not written by hand.",
     .entries = kDescriptions},
    {.names = "homes.txt",
     .says = "How much each clue counts for the country of somebody whose country no words beside the name say; "
             "fitted, not written by hand.",
     .entries = kHomes},
    {.names = "coreference.txt",
     .says = "How much each clue counts for two bodies or groups of a story being one; fitted, not written by hand.",
     .entries = kCoreference},
};

}  // namespace

const RoomSchema kWhoSchema{"who", kFiles};

}  // namespace dragoman
