#include "articles/schema.h"

#include "lexicon/codebooks.h"

namespace dragoman {

namespace {

constexpr KeySchema kBody[] = {
    {.key = "body", .says = "names for what holds the report, wherever in a class, an id or a role", .list = true}};
constexpr KeySchema kName[] = {{.key = "name", .says = "names for it that count only as a whole", .list = true}};
constexpr KeySchema kAside[] = {
    {.key = "aside", .says = "words of names, or tags, of what is no report", .list = true}};
constexpr KeySchema kLayout[] = {
    {.key = "layout", .says = "words that make a name tell of the layout alone", .list = true}};
constexpr KeySchema kStarts[] = {
    {.key = "starts", .says = "first words of lines that are no part of the report", .list = true}};
constexpr KeySchema kLine[] = {{.key = "line", .says = "whole lines that are no part of it", .list = true}};

constexpr EntrySchema kEntries[] = {
    {.begins = "body", .keys = kBody, .unique = true},     {.begins = "name", .keys = kName, .unique = true},
    {.begins = "aside", .keys = kAside, .unique = true},   {.begins = "layout", .keys = kLayout, .unique = true},
    {.begins = "starts", .keys = kStarts, .unique = true}, {.begins = "line", .keys = kLine, .unique = true},
};

constexpr FileSchema kFiles[] = {
    {.names = "pages.txt", .says = "What the pages of news sites call their parts.", .entries = kEntries}};

}  // namespace

const RoomSchema kArticlesSchema{"articles", kFiles};

}  // namespace dragoman
