#include "clauses/schema.h"

#include "clauses/noun_arguments.h"
#include "clauses/slot_paths.h"
#include "lexicon/codebooks.h"

namespace dragoman {

namespace {

constexpr KeySchema kSignature[] = {
    {.key = "verb", .says = "lemmas", .list = true},
    {.key = "noun", .says = "lemmas", .list = true},
    {.key = "adjective", .says = "lemmas", .list = true},
    {.key = "signature",
     .says =
         "what becomes of what is below, when the word is affirmed / denied: + it happens, - it does not, o it stays "
         "open, x nothing is said",
     .one_of = "+/+ | +/- | +/o | +/x | -/+ | -/- | -/o | -/x | o/+ | o/- | o/o | o/x | x/x",
     .needed = true},
    {.key = "open", .says = "the status of what stays open", .one_of = kEventStatuses},
    {.key = "takes",
     .says = "how what is below hangs on it; complements and usual prepositions where none is given",
     .one_of = "infinitive | gerund | participle | clause | object | subject",
     .beside = kPrepositions,
     .list = true},
    {.key = "presupposes", .says = "what is below was going on before", .one_of = "yes"},
    {.key = "said", .says = "a gerund of saying below it was said, whatever becomes of other deeds", .one_of = "yes"},
    {.key = "voice", .says = "condition: the verb's voice", .one_of = "passive"},
};
constexpr EntrySchema kSignatures[] = {{.begins = "verb | noun | adjective", .keys = kSignature}};

constexpr KeySchema kModifier[] = {
    {.key = "word", .says = "lemmas of adjectives and determiners; adverbs", .list = true},
    {.key = "makes", .says = "the status of what they stand on", .one_of = kEventStatuses, .needed = true},
};
constexpr EntrySchema kModifiers[] = {{.begins = "word", .keys = kModifier, .unique = true}};

constexpr KeySchema kMakes{
    .key = "makes", .says = "the status of what is below", .one_of = kEventStatuses, .needed = true};
constexpr KeySchema kSubordinator[] = {{.key = "subordinator", .says = "words before a clause", .list = true}, kMakes};
constexpr KeySchema kPreposition[] = {
    {.key = "preposition", .says = "words before an event's noun or a gerund", .list = true}, kMakes};
constexpr KeySchema kPurpose[] = {
    {.key = "purpose", .says = "verbs whose \"to\" clause tells what is done by doing them", .list = true}, kMakes};
constexpr KeySchema kExpressed[] = {
    {.key = "expressed", .says = "verbs of what is shown by doing something for it", .list = true}, kMakes};
constexpr KeySchema kAttempt[] = {
    {.key = "attempt", .says = "verbs and nouns of trying before what is done in words", .list = true}, kMakes};
constexpr KeySchema kAttempted[] = {
    {.key = "attempted", .says = "verbs of what is done in words, and so by trying to", .list = true}, kMakes};
constexpr KeySchema kWish[] = {
    {.key = "wish", .says = "verbs of wishing before a performative, which is done by them", .list = true}, kMakes};
constexpr KeySchema kPerformative[] = {
    {.key = "performative", .says = "verbs of what is done by saying it", .list = true}, kMakes};
constexpr KeySchema kExplains[] = {
    {.key = "explains", .says = "words before a past clause that lies near the act above it", .list = true}};
constexpr KeySchema kAvowal[] = {
    {.key = "avowal", .says = "verbs of what the speaker does by saying that he or she does it", .list = true}, kMakes};
constexpr EntrySchema kConnectives[] = {{.begins = "subordinator", .keys = kSubordinator, .unique = true},
                                        {.begins = "wish", .keys = kWish, .unique = true},
                                        {.begins = "performative", .keys = kPerformative, .unique = true},
                                        {.begins = "explains", .keys = kExplains, .unique = true},
                                        {.begins = "avowal", .keys = kAvowal, .unique = true},
                                        {.begins = "preposition", .keys = kPreposition, .unique = true},
                                        {.begins = "expressed", .keys = kExpressed, .unique = true},
                                        {.begins = "attempt", .keys = kAttempt, .unique = true},
                                        {.begins = "attempted", .keys = kAttempted, .unique = true},
                                        {.begins = "purpose", .keys = kPurpose, .unique = true}};

constexpr ValueForm kWayForm{
    "owner, state owner, other owner, before, people before, person before, verb, receiver or a preposition, alone or "
    "with "
    "beside and a preposition",
    "of beside on", [](std::string_view value) { return noun_way(value).has_value(); }};

constexpr KeySchema kNoun[] = {
    {.key = "noun", .says = "lemmas; others: all that have no entry", .list = true},
    {.key = "agent",
     .says = "the ways to who does it, the first that is filled",
     .form = &kWayForm,
     .list = true,
     .needed = true},
    {.key = "patient", .says = "the ways to whom it is done to", .form = &kWayForm, .list = true},
};
constexpr KeySchema kUndergone[] = {
    {.key = "undergone", .says = "verbs whose subject is whom the noun is done to: come under attack", .list = true},
};
constexpr KeySchema kReceived[] = {
    {.key = "received", .says = "verbs whose subject gets what the noun names: win praise", .list = true},
};
constexpr EntrySchema kNouns[] = {{.begins = "noun", .keys = kNoun, .unique = true},
                                  {.begins = "received", .keys = kReceived, .unique = true},
                                  {.begins = "undergone", .keys = kUndergone, .unique = true}};

constexpr ValueForm kPathForm{"a path that the head of the file names", "behind particle",
                              [](std::string_view value) { return slot_path(value).has_value(); }};

constexpr KeySchema kSlot[] = {
    {.key = "slot",
     .says = "slots of entries; prepositions: all that have no entry",
     .one_of = "subject | object | dative | prepositions",
     .beside = kPrepositions,
     .list = true},
    {.key = "path",
     .says = "the ways to what stands in them, the first that is filled",
     .form = &kPathForm,
     .list = true,
     .needed = true},
};
constexpr EntrySchema kSlots[] = {{.begins = "slot", .keys = kSlot, .unique = true}};

constexpr FileSchema kFiles[] = {
    {.names = "nouns.txt", .says = "Who does what a noun names, and to whom.", .entries = kNouns},
    {.names = "slots.txt", .says = "Where the slots of an entry are looked for around its word.", .entries = kSlots},
    {.names = "signatures.txt", .says = "What a word makes of the clause or noun below it.", .entries = kSignatures},
    {.names = "modifiers.txt",
     .says = "Words on an event's noun or verb that say whether it has happened.",
     .entries = kModifiers},
    {.names = "connectives.txt",
     .says = "Conjunctions, prepositions and clauses of purpose: whether what they link has happened.",
     .entries = kConnectives},
};

}  // namespace

const RoomSchema kClausesSchema{"clauses", kFiles};

}  // namespace dragoman
