#include "meetings/schema.h"

#include "lexicon/codebooks.h"

namespace dragoman {

namespace {

constexpr std::string_view kLevels = "summit | ministerial | working-level | phone call | video call";
constexpr std::string_view kMakes = "own | held | planned | cancelled | nothing";

constexpr KeySchema kVerb[] = {
    {.key = "verb", .says = "a verb that says that people met"},
    {.key = "with",
     .says = "who else takes part: the object, or what stands behind a preposition",
     .one_of = "object",
     .beside = kPrepositions,
     .list = true},
    {.key = "bodies", .says = "the object may be a body", .one_of = "yes"},
    {.key = "alone", .says = "a body or a group may meet by itself", .one_of = "yes"},
    {.key = "weak", .says = "it says less than that they met", .one_of = "yes"},
    {.key = "bare", .says = "only where nothing is said of the object", .one_of = "yes"},
    {.key = "settled", .says = "only where a day or a place is said", .one_of = "yes"},
    {.key = "people", .says = "the object may be people without a name", .one_of = "yes"},
    {.key = "ranked", .says = "those who do it bear a rank of people.txt", .one_of = "yes"},
    {.key = "two-sided", .says = "only with the other side behind it", .one_of = "yes"},
    {.key = "to come", .says = "only where it is to come", .one_of = "yes"},
    {.key = "level", .says = "the kind of meeting", .one_of = kLevels},
    {.key = "needs", .says = "words of which one must follow", .list = true},
    {.key = "only to", .says = "an infinitive behind it must be one of these", .list = true},
};
constexpr EntrySchema kVerbs[] = {{.begins = "verb", .keys = kVerb}};

constexpr KeySchema kNoun[] = {
    {.key = "noun", .says = "a noun for meetings"},
    {.key = "kind", .says = "one occasion, or what goes on", .one_of = "occasion | process", .needed = true},
    {.key = "plural", .says = "the plural is one occasion, or the only form", .one_of = "one | only"},
    {.key = "back", .says = "with \"the\" it is the one told of before", .one_of = "yes"},
    {.key = "level", .says = "the kind of meeting", .one_of = kLevels},
    {.key = "unless", .says = "words before it that make it something else", .list = true},
    {.key = "with",
     .says = "prepositions before the other side that other nouns do not have",
     .one_of = kPrepositions,
     .list = true},
    {.key = "persons", .says = "the other side is people by name or office, no country", .one_of = "yes"},
};
constexpr EntrySchema kNouns[] = {{.begins = "noun", .keys = kNoun, .unique = true}};

constexpr KeySchema kLightVerb[] = {
    {.key = "verb", .says = "a verb with the meeting as object, subject or goal"},
    {.key = "subject", .says = "its subject takes part", .one_of = "yes"},
    {.key = "lasts", .says = "what goes on, and to come is no occasion of its own", .one_of = "yes"},
    {.key = "comes", .says = "its subject comes to a meeting of others", .one_of = "yes"},
    {.key = "with",
     .says = "prepositions before the meeting, beside \"for\" and \"into\"",
     .one_of = kPrepositions,
     .list = true},
    {.key = "particle", .says = "a particle that it needs: \"off\""},
    {.key = "without", .says = "nouns that are no meeting below it", .list = true},
    {.key = "makes", .says = "what it makes of the meeting; own: its tense says it", .one_of = kMakes},
};
constexpr KeySchema kWord[] = {
    {.key = "word", .says = "a word before the noun"},
    {.key = "also", .says = "others like it", .list = true},
    {.key = "makes", .says = "what it makes of the meeting", .one_of = kMakes},
    {.key = "level", .says = "the kind of meeting", .one_of = kLevels},
    {.key = "date", .says = "when it was or is", .one_of = "PAST_REF | PRESENT_REF | FUTURE_REF"},
};
constexpr KeySchema kPreposition[] = {
    {.key = "preposition", .says = "a preposition before the meeting", .one_of = kPrepositions},
    {.key = "makes", .says = "what it makes of the meeting", .one_of = kMakes, .needed = true},
};
constexpr KeySchema kMargin[] = {
    {.key = "margin", .says = "a noun for what goes on beside a meeting of others"},
    {.key = "also", .says = "others like it", .list = true},
};
constexpr EntrySchema kAround[] = {
    {.begins = "verb", .keys = kLightVerb, .unique = true},
    {.begins = "word", .keys = kWord, .unique = true},
    {.begins = "preposition", .keys = kPreposition, .unique = true},
    {.begins = "margin", .keys = kMargin, .unique = true},
};

constexpr KeySchema kTitle[] = {
    {.key = "title", .says = "a title, or its end, or with \" -\" its beginning"},
    {.key = "also", .says = "others of the rank", .list = true},
    {.key = "rank", .says = "whose meeting it is", .one_of = "head | minister | official", .needed = true},
};
constexpr KeySchema kPartner[] = {
    {.key = "noun", .says = "people without a name who can be partners of a meeting"},
    {.key = "also", .says = "others like it", .list = true},
};
constexpr KeySchema kStranger[] = {
    {.key = "stranger", .says = "people whom one meets in life, and no partners of a meeting without a day"},
    {.key = "also", .says = "others like it", .list = true},
};
constexpr KeySchema kRival[] = {
    {.key = "rival", .says = "those who meet in a game"},
    {.key = "also", .says = "others like it", .list = true},
};
constexpr KeySchema kLeads[] = {
    {.key = "leads", .says = "a participle behind a delegation whose agent takes part"},
    {.key = "also", .says = "others like it", .list = true},
};
constexpr KeySchema kSends[] = {
    {.key = "sends", .says = "a verb whose object does what stands behind it"},
    {.key = "also", .says = "others like it", .list = true},
};
constexpr EntrySchema kPeople[] = {
    {.begins = "title", .keys = kTitle, .unique = true},       {.begins = "noun", .keys = kPartner, .unique = true},
    {.begins = "stranger", .keys = kStranger, .unique = true}, {.begins = "rival", .keys = kRival, .unique = true},
    {.begins = "leads", .keys = kLeads, .unique = true},       {.begins = "sends", .keys = kSends, .unique = true},
};

constexpr KeySchema kTravel[] = {
    {.key = "verb", .says = "a verb of travel"},
    {.key = "to",
     .says = "where to: the object, or what stands behind a preposition",
     .one_of = "object",
     .beside = kPrepositions,
     .list = true,
     .needed = true},
    {.key = "awaited", .says = "it is of its passive's subject, and to come", .one_of = "yes"},
};
constexpr KeySchema kVisit[] = {
    {.key = "noun", .says = "a noun for a visit"},
    {.key = "to", .says = "prepositions before the place", .one_of = kPrepositions, .list = true, .needed = true},
};
constexpr KeySchema kDue[] = {
    {.key = "adjective", .says = "an adjective of who is to come somewhere"},
    {.key = "to", .says = "prepositions before the place", .one_of = kPrepositions, .list = true, .needed = true},
};
constexpr EntrySchema kVisits[] = {
    {.begins = "verb", .keys = kTravel, .unique = true},
    {.begins = "adjective", .keys = kDue, .unique = true},
    {.begins = "noun", .keys = kVisit, .unique = true},
};

constexpr KeySchema kOccasion[] = {
    {.key = "occasion", .says = "a noun of what comes up on a day of its own"},
    {.key = "also", .says = "others like it", .list = true},
};
constexpr KeySchema kGovernor[] = {
    {.key = "governor", .says = "a word below which something is to come"},
    {.key = "also", .says = "others like it", .list = true},
};
constexpr KeySchema kBare[] = {
    {.key = "bare", .says = "a verb that tells nothing without what follows it"},
    {.key = "also", .says = "others like it", .list = true},
};
constexpr KeySchema kUnfixed[] = {
    {.key = "unfixed", .says = "a verb of what nobody fixes a day for"},
    {.key = "also", .says = "others like it", .list = true},
};
constexpr KeySchema kBygone[] = {
    {.key = "bygone", .says = "a word beside a day that makes it past"},
    {.key = "also", .says = "others like it", .list = true},
};
constexpr KeySchema kComing[] = {
    {.key = "coming", .says = "a verb of what things do on a day, with the noun that it needs"},
    {.key = "also", .says = "others like it", .list = true},
    {.key = "until", .says = "the day stands behind \"until\"", .one_of = "yes"},
};
constexpr KeySchema kTerm[] = {
    {.key = "term", .says = "a verb of who has until a day to do something"},
    {.key = "of", .says = "who has", .one_of = "subject | object", .needed = true},
};
constexpr KeySchema kFixing[] = {
    {.key = "fixing", .says = "a verb that fixes a day for its object"},
    {.key = "also", .says = "others like it", .list = true},
};
constexpr EntrySchema kAgenda[] = {
    {.begins = "occasion", .keys = kOccasion, .unique = true},
    {.begins = "governor", .keys = kGovernor, .unique = true},
    {.begins = "bare", .keys = kBare, .unique = true},
    {.begins = "unfixed", .keys = kUnfixed, .unique = true},
    {.begins = "bygone", .keys = kBygone, .unique = true},
    {.begins = "coming", .keys = kComing, .unique = true},
    {.begins = "term", .keys = kTerm, .unique = true},
    {.begins = "fixing", .keys = kFixing, .unique = true},
};

constexpr FileSchema kFiles[] = {
    {.names = "verbs.txt", .says = "Verbs that say that people met.", .entries = kVerbs},
    {.names = "nouns.txt", .says = "Nouns for meetings.", .entries = kNouns},
    {.names = "around.txt", .says = "What stands around a meeting's noun.", .entries = kAround},
    {.names = "people.txt", .says = "Who meets.", .entries = kPeople},
    {.names = "visits.txt", .says = "Words of visits.", .entries = kVisits},
    {.names = "agenda.txt", .says = "What a calendar shows next.", .entries = kAgenda},
};

}  // namespace

const RoomSchema kMeetingsSchema{"meetings", kFiles};

}  // namespace dragoman
