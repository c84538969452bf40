#include "positions/schema.h"

#include "lexicon/codebooks.h"

namespace dragoman {

namespace {

constexpr std::string_view kTakes =
    "object | object-thing | object-land | object-claim | object-as | object-judged | infinitive | gerund | clause | "
    "object-infinitive | object-participle | purpose | on-infinitive | to-infinitive | "
    "with-infinitive";

constexpr KeySchema kStance{
    .key = "stance", .says = "the word for the stance; none: only its lack tells", .needed = true};
constexpr KeySchema kTaken{.key = "takes",
                           .says = "where the issue stands: one of these, or behind a preposition",
                           .one_of = kTakes,
                           .beside = kPrepositions,
                           .list = true,
                           .needed = true};
constexpr KeySchema kNegated{.key = "negated", .says = "the stance of its denial"};

constexpr KeySchema kWithout{.key = "without", .says = "acts and things of which it is no stance", .list = true};
constexpr KeySchema kOnly{
    .key = "only", .says = "nouns of which alone it is one, beside names where it takes any object", .list = true};

constexpr KeySchema kModal = {.key = "modal", .says = "it is one only with this before it", .one_of = "would"};
constexpr KeySchema kVerb[] = {
    {.key = "verb", .says = "verbs, with their particle", .list = true},
    kStance,
    kTaken,
    kNegated,
    {.key = "deed", .says = "it may be a deed as well", .one_of = "yes"},
    {.key = "ongoing", .says = "it is one only while it goes on", .one_of = "yes"},
    kModal,
    kWithout,
    kOnly,
};
constexpr KeySchema kNoun[] = {
    {.key = "noun", .says = "nouns", .list = true},
    kStance,
    kTaken,
    kNegated,
    kWithout,
    {.key = "of",
     .says = "whom or what the noun names: who takes the stance, or what a clause behind \"is\" tells",
     .one_of = "holder | clause"},
    {.key = "carrier",
     .says = "verbs by which alone it is held; those of carriers.txt, or an owner, where none is given",
     .list = true},
    {.key = "number",
     .says = "it is one in the singular alone, and without a share before it: \"interests\", \"a 40% interest\"",
     .one_of = "one"},
};
constexpr KeySchema kAdjective[] = {
    {.key = "adjective", .says = "adjectives", .list = true}, kStance, kTaken, kNegated, kModal, kWithout};
constexpr EntrySchema kVerbs[] = {{.begins = "verb", .keys = kVerb}};
constexpr EntrySchema kNouns[] = {{.begins = "noun", .keys = kNoun}};
constexpr EntrySchema kAdjectives[] = {{.begins = "adjective", .keys = kAdjective}};

constexpr KeySchema kCarrier[] = {
    {.key = "carrier", .says = "verbs that lend their subject to a noun of stance", .list = true},
    {.key = "against", .says = "they take the stance back", .one_of = "yes"},
};
constexpr KeySchema kOpen[] = {
    {.key = "open", .says = "verbs and nouns below which nothing is held yet", .list = true}};
constexpr KeySchema kPerhaps[] = {{.key = "perhaps", .says = "adverbs beside which nothing is held yet", .list = true}};
constexpr KeySchema kFormer[] = {
    {.key = "former", .says = "adverbs by which it was held once and is no more", .list = true}};
constexpr KeySchema kLasting[] = {
    {.key = "lasting", .says = "stances that go on, unlike what is done at once", .list = true}};
constexpr KeySchema kEnvisaged[] = {
    {.key = "envisaged",
     .says = "stances on what is hoped, feared, asked for or claimed, and need not be so",
     .list = true}};
constexpr KeySchema kLessened[] = {
    {.key = "lessened", .says = "words beside an adjective or its subject by which it is not held", .list = true}};
constexpr KeySchema kWatching[] = {
    {.key = "watching", .says = "verbs whose object a stance behind \"with\" is taken on", .list = true}};
constexpr KeySchema kStanding[] = {
    {.key = "standing", .says = "verbs by which one is in favour of something", .list = true}};
constexpr KeySchema kMeeting[] = {
    {.key = "meeting", .says = "verbs whose subject a noun of stance behind them is about", .list = true}};
constexpr KeySchema kCircumstance[] = {
    {.key = "circumstance", .says = "nouns to which nothing is done in the clause behind them", .list = true}};
constexpr KeySchema kVague[] = {
    {.key = "vague", .says = "adjectives beside which a noun alone does not tell what it is", .list = true}};
constexpr KeySchema kPlea[] = {
    {.key = "plea", .says = "nouns for what somebody files or hands over to say what he seeks", .list = true}};
constexpr KeySchema kUntold[] = {{.key = "untold", .says = "nouns that alone do not tell what they are", .list = true}};
constexpr KeySchema kShowing[] = {
    {.key = "showing", .says = "verbs of showing: what must be shown is not held yet", .list = true}};
constexpr EntrySchema kCarriers[] = {
    {.begins = "carrier", .keys = kCarrier, .unique = true},
    {.begins = "open", .keys = kOpen, .unique = true},
    {.begins = "showing", .keys = kShowing, .unique = true},
    {.begins = "perhaps", .keys = kPerhaps, .unique = true},
    {.begins = "former", .keys = kFormer, .unique = true},
    {.begins = "lasting", .keys = kLasting, .unique = true},
    {.begins = "envisaged", .keys = kEnvisaged, .unique = true},
    {.begins = "lessened", .keys = kLessened, .unique = true},
    {.begins = "watching", .keys = kWatching, .unique = true},
    {.begins = "standing", .keys = kStanding, .unique = true},
    {.begins = "meeting", .keys = kMeeting, .unique = true},
    {.begins = "circumstance", .keys = kCircumstance, .unique = true},
    {.begins = "untold", .keys = kUntold, .unique = true},
    {.begins = "vague", .keys = kVague, .unique = true},
    {.begins = "plea", .keys = kPlea, .unique = true},
};

constexpr KeySchema kJudgedNoun[] = {{.key = "noun", .says = "what something is called", .list = true}};
constexpr KeySchema kJudgedAdjective[] = {{.key = "adjective", .says = "what something is called", .list = true}};
constexpr KeySchema kJudgingVerb[] = {
    {.key = "verb", .says = "what it does", .list = true},
    {.key = "with", .says = "the preposition that it takes", .one_of = kPrepositions},
};
constexpr KeySchema kDuty[] = {
    {.key = "duty", .says = "words that make a statement a demand", .list = true},
    {.key = "stance", .says = "the stance of who says so", .needed = true},
};
constexpr KeySchema kState[] = {
    {.key = "state", .says = "verbs that promise nothing when one says them of oneself", .list = true}};
constexpr KeySchema kNeeded[] = {{.key = "needed", .says = "words that make \"it is … to\" a demand", .list = true}};
constexpr KeySchema kAside[] = {
    {.key = "aside", .says = "verbs of what is only remarked, \"it is important to note\"", .list = true}};
constexpr KeySchema kObserver[] = {
    {.key = "observer",
     .says = "callings, in the singular, of people who tell what harm they see and take no side",
     .list = true}};
constexpr EntrySchema kJudgements[] = {
    {.begins = "noun", .keys = kJudgedNoun, .unique = true},
    {.begins = "adjective", .keys = kJudgedAdjective, .unique = true},
    {.begins = "verb", .keys = kJudgingVerb, .unique = true},
    {.begins = "duty", .keys = kDuty, .unique = true},
    {.begins = "state", .keys = kState, .unique = true},
    {.begins = "needed", .keys = kNeeded, .unique = true},
    {.begins = "aside", .keys = kAside, .unique = true},
    {.begins = "observer", .keys = kObserver, .unique = true},
};

constexpr KeySchema kOffice[] = {
    {.key = "office", .says = "offices, also with a word before them", .list = true},
    {.key = "speaks",
     .says = "for the state between states or in all it says, or for those whose the office is",
     .one_of = "between states | always | for owner",
     .needed = true},
};
constexpr KeySchema kCampaign[] = {
    {.key = "campaign", .says = "words of a bid for an office: what is vowed in it is one's own", .list = true}};
constexpr KeySchema kApart[] = {
    {.key = "apart", .says = "whose offices speak for themselves and not for the state", .list = true}};
constexpr EntrySchema kOffices[] = {{.begins = "office", .keys = kOffice, .unique = true},
                                    {.begins = "campaign", .keys = kCampaign, .unique = true},
                                    {.begins = "apart", .keys = kApart, .unique = true}};

constexpr KeySchema kResumption[] = {
    {.key = "resumes", .says = "nouns that take up what was said or done before", .list = true},
    {.key = "from", .says = "verbs before them that tell it", .list = true, .needed = true},
    {.key = "said",
     .says = "else what another has said, or has said of whoever takes the stance",
     .one_of = "yes | of them"},
    {.key = "done", .says = "else what another has done", .one_of = "yes"},
    {.key = "empty", .says = "alone they say nothing: no stance is told on them", .one_of = "yes"},
    {.key = "denies", .says = "stances on the noun by which what it takes up is denied", .list = true},
    {.key = "pronoun", .says = "stances whose \"it\" takes up the same", .list = true},
};
constexpr EntrySchema kResumptions[] = {{.begins = "resumes", .keys = kResumption, .unique = true}};

constexpr FileSchema kFiles[] = {
    {.names = "verbs.txt", .says = "Verbs by which someone takes a stance.", .entries = kVerbs},
    {.names = "nouns.txt", .says = "Nouns that hold a stance.", .entries = kNouns},
    {.names = "adjectives.txt", .says = "Adjectives of stance.", .entries = kAdjectives},
    {.names = "carriers.txt", .says = "Verbs beside a stance.", .entries = kCarriers},
    {.names = "judgements.txt", .says = "How a statement judges what it speaks of.", .entries = kJudgements},
    {.names = "resumptions.txt", .says = "Nouns that take up what was said or done before.", .entries = kResumptions},
    {.names = "offices.txt", .says = "Offices whose holders speak for others.", .entries = kOffices},
};

}  // namespace

const RoomSchema kPositionsSchema{"positions", kFiles};

}  // namespace dragoman
