#include "issues/schema.h"

#include "lexicon/codebooks.h"

namespace dragoman {

namespace {

constexpr KeySchema kTopic[] = {
    {.key = "topic", .says = "what it is called"},
    {.key = "context", .says = "PLOVER's name for it", .one_of = kContexts, .needed = true},
    {.key = "words",
     .says = "lemmas, or a modifier and its head, that put an issue under it",
     .list = true,
     .needed = true},
};
constexpr EntrySchema kTopics[] = {{.begins = "topic", .keys = kTopic, .unique = true}};

constexpr KeySchema kKin[] = {
    {.key = "kin", .says = "nouns that may speak of the same thing", .list = true},
    {.key = "general", .says = "they can refer to whatever was spoken of last", .one_of = "yes"},
};
constexpr KeySchema kLight[] = {
    {.key = "light", .says = "nouns that say nothing of their own before one of `through:`", .list = true},
    {.key = "through", .says = "prepositions", .one_of = kPrepositions, .list = true, .needed = true},
};
constexpr KeySchema kEmpty[] = {{.key = "empty", .says = "nouns that are no issue by themselves", .list = true}};
constexpr KeySchema kPlain[] = {{.key = "plain", .says = "modifiers that tell no issue from another", .list = true}};
constexpr EntrySchema kNouns[] = {
    {.begins = "kin", .keys = kKin, .unique = true},
    {.begins = "light", .keys = kLight, .unique = true},
    {.begins = "empty", .keys = kEmpty, .unique = true},
    {.begins = "plain", .keys = kPlain, .unique = true},
};

constexpr KeySchema kVerb[] = {
    {.key = "verb", .says = "a verb by which an issue is told"},
    {.key = "noun", .says = "the noun by which it is called", .needed = true},
    {.key = "object", .says = "the object stands behind the noun, with \"of\"", .one_of = "behind"},
};
constexpr KeySchema kAdjective[] = {
    {.key = "adjective", .says = "an adjective by which an issue is told"},
    {.key = "noun", .says = "the noun by which it is called", .needed = true},
};
constexpr EntrySchema kVerbs[] = {
    {.begins = "verb", .keys = kVerb, .unique = true},
    {.begins = "adjective", .keys = kAdjective, .unique = true},
};

constexpr FileSchema kFiles[] = {
    {.names = "topics.txt", .says = "What issues are about.", .entries = kTopics},
    {.names = "nouns.txt", .says = "How nouns name an issue.", .entries = kNouns},
    {.names = "verbs.txt",
     .says = "The nouns by which an issue that is told with a verb is called.",
     .entries = kVerbs},
};

}  // namespace

const RoomSchema kIssuesSchema{"issues", kFiles};

}  // namespace dragoman
