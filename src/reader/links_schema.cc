#include "reader/links_schema.h"

#include "lexicon/codebooks.h"

namespace dragoman {

namespace {

constexpr std::string_view kLists = "events | statements";

constexpr KeySchema kList[] = {
    {.key = "list", .says = "a list of the record; meetings are compared as events are", .one_of = kLists},
    {.key = "threshold",
     .says = "the log odds from which on two tellings are linked",
     .form = &kNumberForm,
     .needed = true},
    {.key = "least",
     .says = "how much weight of words they must share beside the names of those who take part",
     .form = &kNumberForm,
     .needed = true},
};
constexpr KeySchema kClue[] = {
    {.key = "clue",
     .says = "what two tellings agree or differ in (src/store/telling_links.h)",
     .one_of = "always | words alike | words contained | words shared | words beside names | clause words | "
               "rare words | same lemma | same actors | actors of one country | actors differ | actors unnamed | "
               "actors beside | nobody acts | actors in one | same recipients | recipients of one country | "
               "recipients differ | recipients unnamed | actor named | recipient named | days between | "
               "neither dated | both dated | planned and done | both open | same mode | same issue | "
               "number in common | place differs | same place | same day and parties"},
    {.key = "of", .says = "the list", .one_of = kLists, .needed = true},
    {.key = "weight", .says = "what it adds to the log odds", .form = &kNumberForm, .needed = true},
};
constexpr EntrySchema kWeights[] = {{.begins = "list", .keys = kList, .unique = true},
                                    {.begins = "clue", .keys = kClue, .unique = true, .unique_with = "of"}};

constexpr KeySchema kShare[] = {
    {.key = "weight", .says = "how rare the words are, from 0 (they say nothing) to 1", .form = &kNumberForm},
    {.key = "words", .says = "stems; of weight 0 words as they stand", .list = true, .repeats = true, .needed = true},
};
constexpr EntrySchema kShares[] = {{.begins = "weight", .keys = kShare, .unique = true}};

constexpr FileSchema kFiles[] = {
    {.names = "common_words.txt",
     .says = "How rare common words are in news, by which a store compares the words of two tellings.",
     .entries = kShares},
    {.names = "weights.txt",
     .says = "How much each thing that two tellings agree or differ in counts for their being one; of events fitted.",
     .entries = kWeights}};

}  // namespace

const RoomSchema kLinksSchema{"links", kFiles};

}  // namespace dragoman
