#include "tables/schema.h"

#include "lexicon/codebooks.h"

namespace dragoman {

namespace {

constexpr KeySchema kCountry[] = {
    {.key = "country", .says = "its code", .form = &kCountryForm},
    {.key = "name", .says = "in English", .needed = true},
    {.key = "cow", .says = "its number in the Correlates of War's list of states", .form = &kCountForm},
    {.key = "since", .says = "the first day of that number", .form = &kDayForm},
    {.key = "until", .says = "the last day of that number", .form = &kDayForm},
};
constexpr EntrySchema kCountryEntries[] = {{.begins = "country", .keys = kCountry}};

constexpr KeySchema kCode[] = {
    {.key = "code", .says = "a CAMEO code", .form = &kCameoForm},
    {.key = "name", .says = "what the codebook calls it", .needed = true},
};
constexpr EntrySchema kCodeEntries[] = {{.begins = "code", .keys = kCode, .unique = true}};

constexpr KeySchema kSector[] = {
    {.key = "sector", .says = "a role of CAMEO's actors", .one_of = kSectors},
    {.key = "name", .says = "in words", .needed = true},
};
constexpr EntrySchema kSectorEntries[] = {{.begins = "sector", .keys = kSector, .unique = true}};

constexpr FileSchema kFiles[] = {
    {.names = "countries.txt",
     .says = "Names of countries and their numbers in the Correlates of War's list of states.",
     .entries = kCountryEntries},
    {.names = "cameo.txt", .says = "Names of CAMEO's codes.", .entries = kCodeEntries},
    {.names = "sectors.txt", .says = "Names of the roles of CAMEO's actors.", .entries = kSectorEntries}};

}  // namespace

const RoomSchema kTablesSchema{"tables", kFiles};

}  // namespace dragoman
