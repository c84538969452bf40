#include "document/schema.h"

#include "lexicon/codebooks.h"

namespace dragoman {

namespace {

constexpr KeySchema kPattern[] = {
    {.key = "pattern", .says = "what a whole unit is in small letters; * stands for anything", .repeats = true},
    {.key = "unit", .says = "what the pattern is held against", .one_of = "sentence | line", .needed = true},
    {.key = "why",
     .says = "why it is no part of the story",
     .one_of = "byline | dateline | subscription | navigation | caption | other",
     .needed = true},
    {.key = "longest", .says = "bytes that the unit may have; 320 where none is given", .form = &kCountForm},
    {.key = "rest", .says = "nothing behind it is part of the story either", .one_of = "yes"},
};

constexpr EntrySchema kEntries[] = {{.begins = "pattern", .keys = kPattern}};

constexpr KeySchema kLeadsOn[] = {
    {.key = "leads-on", .says = "words behind which a sentence goes on in the next line", .list = true}};
constexpr KeySchema kSmall[] = {
    {.key = "small", .says = "words of grammar, in small letters inside a sentence", .list = true, .repeats = true}};
constexpr KeySchema kCapital[] = {
    {.key = "capital", .says = "words of the calendar, with a capital", .list = true, .repeats = true}};
constexpr KeySchema kShortForm[] = {{.key = "short-form",
                                     .says = "words that a full stop follows before a name, where no sentence ends",
                                     .list = true}};
constexpr EntrySchema kLayout[] = {{.begins = "leads-on", .keys = kLeadsOn, .unique = true},
                                   {.begins = "small", .keys = kSmall, .unique = true},
                                   {.begins = "capital", .keys = kCapital, .unique = true},
                                   {.begins = "short-form", .keys = kShortForm, .unique = true}};

constexpr FileSchema kFiles[] = {
    {.names = "boilerplate.txt",
     .says = "What a page or a service says about itself among the words of a story.",
     .entries = kEntries},
    {.names = "layout.txt", .says = "Words that tell how the lines of a text hang together.", .entries = kLayout}};

}  // namespace

const RoomSchema kStorySchema{"story", kFiles};

}  // namespace dragoman
