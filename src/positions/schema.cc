#include "positions/schema.h"

#include "lexicon/codebooks.h"

namespace dragoman {

namespace {

constexpr std::string_view kTakes =
    "object | object-land | object-claim | object-as | object-judged | infinitive | gerund | clause | "
    "object-infinitive "
    "| purpose | on-infinitive";

constexpr KeySchema kStance{
    .key = "stance", .says = "the word for the stance; none: only its lack tells", .needed = true};
constexpr KeySchema kTaken{.key = "takes",
                           .says = "where the issue stands: one of these, or behind a preposition",
                           .one_of = kTakes,
                           .beside = kPrepositions,
                           .list = true,
                           .needed = true};
constexpr KeySchema kNegated{.key = "negated", .says = "the stance of its denial"};

constexpr KeySchema kVerb[] = {
    {.key = "verb", .says = "verbs, with their particle", .list = true},
    kStance,
    kTaken,
    kNegated,
    {.key = "against", .says = "the stance where what it is about is held against somebody"},
    {.key = "deed", .says = "it may be a deed as well", .one_of = "yes"},
    {.key = "without", .says = "acts below it of which it is no stance", .list = true},
};
constexpr KeySchema kNoun[] = {{.key = "noun", .says = "nouns", .list = true}, kStance, kTaken, kNegated};
constexpr KeySchema kAdjective[] = {
    {.key = "adjective", .says = "adjectives", .list = true}, kStance, kTaken, kNegated};
constexpr EntrySchema kVerbs[] = {{.begins = "verb", .keys = kVerb}};
constexpr EntrySchema kNouns[] = {{.begins = "noun", .keys = kNoun}};
constexpr EntrySchema kAdjectives[] = {{.begins = "adjective", .keys = kAdjective}};

constexpr KeySchema kCarrier[] = {
    {.key = "carrier", .says = "verbs that lend their subject to a noun of stance", .list = true},
    {.key = "against", .says = "they take the stance back", .one_of = "yes"},
};
constexpr KeySchema kOpen[] = {{.key = "open", .says = "verbs below which nothing is held yet", .list = true}};
constexpr KeySchema kStanding[] = {
    {.key = "standing", .says = "verbs by which one is in favour of something", .list = true}};
constexpr KeySchema kEnding[] = {{.key = "ending", .says = "verbs that end what they are about", .list = true}};
constexpr EntrySchema kCarriers[] = {
    {.begins = "carrier", .keys = kCarrier, .unique = true},
    {.begins = "open", .keys = kOpen, .unique = true},
    {.begins = "standing", .keys = kStanding, .unique = true},
    {.begins = "ending", .keys = kEnding, .unique = true},
};

constexpr KeySchema kBad{.key = "bad", .says = "who says so is against it", .one_of = "yes"};
constexpr KeySchema kJudgedNoun[] = {{.key = "noun", .says = "what something is called", .list = true}, kBad};
constexpr KeySchema kJudgedAdjective[] = {{.key = "adjective", .says = "what something is called", .list = true}, kBad};
constexpr KeySchema kJudgingVerb[] = {
    {.key = "verb", .says = "what it does", .list = true},
    kBad,
    {.key = "with", .says = "the preposition that it takes", .one_of = kPrepositions},
};
constexpr KeySchema kDuty[] = {{.key = "duty", .says = "words that make a statement a demand", .list = true}};
constexpr EntrySchema kJudgements[] = {
    {.begins = "noun", .keys = kJudgedNoun, .unique = true},
    {.begins = "adjective", .keys = kJudgedAdjective, .unique = true},
    {.begins = "verb", .keys = kJudgingVerb, .unique = true},
    {.begins = "duty", .keys = kDuty, .unique = true},
};

constexpr FileSchema kFiles[] = {
    {.names = "verbs.txt", .says = "Verbs by which someone takes a stance.", .entries = kVerbs},
    {.names = "nouns.txt", .says = "Nouns that hold a stance.", .entries = kNouns},
    {.names = "adjectives.txt", .says = "Adjectives of stance.", .entries = kAdjectives},
    {.names = "carriers.txt", .says = "Verbs beside a stance.", .entries = kCarriers},
    {.names = "judgements.txt", .says = "How a statement judges what it speaks of.", .entries = kJudgements},
};

}  // namespace

const RoomSchema kPositionsSchema{"positions", kFiles};

}  // namespace dragoman
