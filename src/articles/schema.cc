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

constexpr KeySchema kEntry[] = {
    {.key = "entry", .says = "names of one entry of a live blog, wherever in a class", .list = true}};

constexpr EntrySchema kEntries[] = {
    {.begins = "entry", .keys = kEntry, .unique = true},   {.begins = "body", .keys = kBody, .unique = true},
    {.begins = "name", .keys = kName, .unique = true},     {.begins = "aside", .keys = kAside, .unique = true},
    {.begins = "layout", .keys = kLayout, .unique = true}, {.begins = "starts", .keys = kStarts, .unique = true},
    {.begins = "line", .keys = kLine, .unique = true},
};

constexpr KeySchema kFields[] = {
    {.key = "layout", .says = "the kind of file: columns, json, or the name of an export", .needed = true},
    {.key = "text", .says = "fields for the text, the one that is taken before the others first", .list = true},
    {.key = "title", .says = "fields for the headline", .list = true},
    {.key = "day", .says = "fields for the day of publication", .list = true},
    {.key = "agency", .says = "fields for the paper or agency", .list = true},
    {.key = "byline", .says = "fields for the writer", .list = true},
    {.key = "language", .says = "fields for the language", .list = true},
    {.key = "link", .says = "fields for the address", .list = true},
    {.key = "uri", .says = "fields for what the document is called", .list = true},
    {.key = "aside", .says = "fields that are known and no part of the report", .list = true},
    {.key = "tail", .says = "the same, where they end the text", .list = true},
};
constexpr EntrySchema kLayouts[] = {{.begins = "layout", .keys = kFields, .unique = true}};

constexpr FileSchema kFiles[] = {
    {.names = "pages.txt", .says = "What the pages of news sites call their parts.", .entries = kEntries},
    {.names = "fields.txt", .says = "What tables, JSON and exports call the parts of a report.", .entries = kLayouts}};

}  // namespace

const RoomSchema kArticlesSchema{"articles", kFiles};

}  // namespace dragoman
