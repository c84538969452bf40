#include "occasions/schema.h"

#include "lexicon/codebooks.h"
#include "occasions/day_clue.h"

namespace dragoman {

namespace {

constexpr ValueForm kDayClueForm{"a clue of occasions/day_clue.h", "last named",
                                 [](std::string_view value) { return day_clue_from(value).has_value(); },
                                 day_clue_names};

constexpr ValueForm kDayPairForm{"two clues of occasions/day_clue.h with + between", "most named + published",
                                 [](std::string_view value) { return day_pair_from(value).has_value(); }};

constexpr KeySchema kItem[] = {
    {.key = "item", .says = "what a day is looked for", .one_of = "event | statement"},
    {.key = "least", .says = "the chance under which it stays without a day", .form = &kNumberForm, .needed = true},
};
constexpr KeySchema kClue[] = {
    {.key = "clue", .says = "what speaks for or against a day", .form = &kDayClueForm},
    {.key = "event", .says = "its weight for events", .form = &kNumberForm, .needed = true},
    {.key = "statement", .says = "for statements", .form = &kNumberForm, .needed = true},
};
constexpr EntrySchema kDays[] = {{.begins = "item", .keys = kItem, .unique = true},
                                 {.begins = "clue", .keys = kClue, .unique = true}};

constexpr KeySchema kPair[] = {
    {.key = "pair",
     .says = "two clues that hold together, the second of the day or of the fact",
     .form = &kDayPairForm},
    {.key = "event", .says = "what that adds for events", .form = &kNumberForm, .needed = true},
    {.key = "statement", .says = "for statements", .form = &kNumberForm, .needed = true},
};
constexpr EntrySchema kPairs[] = {{.begins = "pair", .keys = kPair, .unique = true}};

constexpr KeySchema kApart[] = {
    {.key = "apart", .says = "an adverb that sets what is told apart from the occasion that is told of"},
    {.key = "also", .says = "others of the same meaning", .list = true, .repeats = true},
};
constexpr EntrySchema kWords[] = {{.begins = "apart", .keys = kApart, .unique = true}};

constexpr FileSchema kFiles[] = {
    {.names = "days.txt",
     .says =
         "How much each clue counts for a fact's having taken place on a day that the story names elsewhere; fitted, "
         "not written by hand.",
     .entries = kDays},
    {.names = "day_pairs.txt",
     .says = "How much two such clues count together beyond what each does; fitted, not written by hand.",
     .entries = kPairs},
    {.names = "words.txt", .says = "Words that tell of other times than the occasion.", .entries = kWords},
};

}  // namespace

const RoomSchema kOccasionsSchema{"occasions", kFiles};

}  // namespace dragoman
