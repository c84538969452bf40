#include "confidence/schema.h"

#include "lexicon/codebooks.h"

namespace dragoman {

namespace {

constexpr std::string_view kLists = "events | statements | positions | meetings | agenda | persons";

constexpr KeySchema kList[] = {
    {.key = "list", .says = "a list of the record", .one_of = kLists},
    {.key = "base", .says = "the log odds of an item without a clue", .form = &kNumberForm, .needed = true},
    {.key = "least", .says = "the chance below which nothing is stated", .form = &kNumberForm, .needed = true},
};
constexpr KeySchema kClue[] = {
    {.key = "clue", .says = "how the item was found, as `--explain` prints it"},
    {.key = "of", .says = "the list", .one_of = kLists, .needed = true},
    {.key = "weight", .says = "what it adds to the log odds", .form = &kNumberForm, .needed = true},
};
constexpr EntrySchema kEntries[] = {{.begins = "list", .keys = kList, .unique = true},
                                    {.begins = "clue", .keys = kClue, .unique = true, .unique_with = "of"}};

constexpr FileSchema kFiles[] = {
    {.names = "weights.txt",
     .says = "How much each clue counts for an item's being true; fitted, not written by hand.",
     .entries = kEntries}};

}  // namespace

const RoomSchema kConfidenceSchema{"confidence", kFiles};

}  // namespace dragoman
