#include "articles/schema.h"

#include "lexicon/codebooks.h"

namespace dragoman {

namespace {

constexpr KeySchema kBody[] = {
    {.key = "body", .says = "names for what holds the report, wherever in a class, an id or a role", .list = true}};
constexpr KeySchema kName[] = {{.key = "name", .says = "names for it that count only as a whole", .list = true}};
constexpr KeySchema kAside[] = {
    {.key = "aside", .says = "words of names, or tags, of what is no report", .list = true}};
constexpr KeySchema kLayoutKeys[] = {
    {.key = "layout", .says = "words that make a name tell of the layout alone", .list = true}};
constexpr KeySchema kStarts[] = {
    {.key = "starts", .says = "first words of lines that are no part of the report", .list = true}};
constexpr KeySchema kLine[] = {{.key = "line", .says = "whole lines that are no part of it", .list = true}};

constexpr KeySchema kEntry[] = {
    {.key = "entry", .says = "names of one entry of a live blog, wherever in a class", .list = true}};

constexpr EntrySchema kEntries[] = {
    {.begins = "entry", .keys = kEntry, .unique = true},       {.begins = "body", .keys = kBody, .unique = true},
    {.begins = "name", .keys = kName, .unique = true},         {.begins = "aside", .keys = kAside, .unique = true},
    {.begins = "layout", .keys = kLayoutKeys, .unique = true}, {.begins = "starts", .keys = kStarts, .unique = true},
    {.begins = "line", .keys = kLine, .unique = true},
};

constexpr KeySchema kForwarded[] = {
    {.key = "forwarded", .says = "what mail programs put before the subject of what is handed on", .list = true}};
constexpr KeySchema kAnswered[] = {{.key = "answered", .says = "the same, of an answer", .list = true}};
constexpr KeySchema kMark[] = {
    {.key = "mark", .says = "how a line begins above a message within a message", .list = true}};
constexpr KeySchema kQuoted[] = {
    {.key = "quoted", .says = "whole lines above what is answered; * stands for any words", .list = true}};
constexpr KeySchema kDesk[] = {
    {.key = "desk", .says = "how a line begins that a desk writes to editors", .list = true}};
constexpr KeySchema kCaption[] = {{.key = "caption", .says = "words of a line beside a picture", .list = true}};
constexpr EntrySchema kLines[] = {
    {.begins = "forwarded", .keys = kForwarded, .unique = true},
    {.begins = "answered", .keys = kAnswered, .unique = true},
    {.begins = "mark", .keys = kMark, .unique = true},
    {.begins = "quoted", .keys = kQuoted, .unique = true},
    {.begins = "desk", .keys = kDesk, .unique = true},
    {.begins = "caption", .keys = kCaption, .unique = true},
};

constexpr KeySchema kMonth[] = {
    {.key = "month", .says = "a month's English name, which may be cut down to three letters", .needed = true},
    {.key = "also", .says = "its names in other languages, each as it is written", .list = true}};
constexpr KeySchema kWeekday[] = {
    {.key = "weekday", .says = "a weekday's English name, which may be cut down to three letters", .needed = true},
    {.key = "also", .says = "its names in other languages, each as it is written", .list = true}};
constexpr KeySchema kBeside[] = {
    {.key = "beside", .says = "words that stand beside a day and tell of nothing else", .list = true}};
constexpr KeySchema kTime[] = {
    {.key = "time", .says = "words that may stand between a day and the time of day", .list = true}};
constexpr KeySchema kOrdinal[] = {{.key = "ordinal", .says = "what stands behind the number of a day", .list = true}};
constexpr KeySchema kOf[] = {{.key = "of", .says = "words between day, month and year", .list = true}};
constexpr EntrySchema kDays[] = {
    {.begins = "month", .keys = kMonth, .unique = true},   {.begins = "weekday", .keys = kWeekday, .unique = true},
    {.begins = "beside", .keys = kBeside, .unique = true}, {.begins = "ordinal", .keys = kOrdinal, .unique = true},
    {.begins = "of", .keys = kOf, .unique = true},         {.begins = "time", .keys = kTime, .unique = true},
};

constexpr KeySchema kFieldKeys[] = {
    {.key = "layout", .says = "the kind of file: columns, json, or the name of an export", .needed = true},
    {.key = "text", .says = "fields for the text, the one that is taken before the others first", .list = true},
    {.key = "title", .says = "fields for the headline", .list = true},
    {.key = "day", .says = "fields for the day of publication", .list = true},
    {.key = "time", .says = "fields for the time of that day, where it stands apart", .list = true},
    {.key = "agency", .says = "fields for the paper or agency", .list = true},
    {.key = "byline", .says = "fields for the writer", .list = true},
    {.key = "language", .says = "fields for the language", .list = true},
    {.key = "link", .says = "fields for the address", .list = true},
    {.key = "uri", .says = "fields for what the document is called", .list = true},
    {.key = "aside", .says = "fields that are known and no part of the report", .list = true},
    {.key = "tail", .says = "the same, where they end the text", .list = true},
};
constexpr EntrySchema kLayouts[] = {{.begins = "layout", .keys = kFieldKeys, .unique = true}};

constexpr FileSchema kFiles[] = {
    {.names = "pages.txt", .says = "What the pages of news sites call their parts.", .entries = kEntries},
    {.names = "fields.txt", .says = "What tables, JSON and exports call the parts of a report.", .entries = kLayouts},
    {.names = "lines.txt", .says = "Lines that stand around a story in mail and texts.", .entries = kLines},
    {.names = "days.txt",
     .says = "The words of days in fields, lines and names of files. Compiled into the program.",
     .entries = kDays}};

}  // namespace

const RoomSchema kArticlesSchema{"articles", kFiles};

}  // namespace dragoman
