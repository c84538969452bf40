#include "gazetteer/place_schema.h"

#include "lexicon/codebooks.h"

namespace dragoman {

namespace {

constexpr KeySchema kAlso{.key = "also", .says = "other names or spellings", .list = true};
constexpr KeySchema kAt{.key = "at", .says = "latitude and longitude", .form = &kPointForm, .needed = true};
constexpr KeySchema kCountry{.key = "country", .says = "the country in which it lies", .form = &kCountryForm};
constexpr KeySchema kGeonames{.key = "geonames", .says = "its number in GeoNames", .form = &kCountForm};
constexpr KeySchema kVague{.key = "vague", .says = "other countries have one too", .one_of = "yes"};

constexpr KeySchema kState[] = {{.key = "country", .says = "its code", .form = &kCountryForm}, kAt, kGeonames};
constexpr EntrySchema kCountryEntries[] = {{.begins = "country", .keys = kState, .unique = true}};
constexpr KeySchema kCity[] = {{.key = "city", .says = "its name"},
                               kAlso,
                               kAt,
                               kCountry,
                               kGeonames,
                               kVague,
                               {.key = "dateline", .says = "what stands for it in a dateline alone", .list = true}};
constexpr EntrySchema kCities[] = {{.begins = "city", .keys = kCity, .unique = true}};
constexpr KeySchema kRegion[] = {{.key = "region", .says = "its name"}, kAlso, kAt, kCountry, kGeonames, kVague};
constexpr EntrySchema kRegions[] = {{.begins = "region", .keys = kRegion, .unique = true}};
constexpr KeySchema kIsland[] = {{.key = "island", .says = "its name"}, kAlso, kAt, kCountry, kGeonames, kVague};
constexpr EntrySchema kIslands[] = {{.begins = "island", .keys = kIsland, .unique = true}};
constexpr KeySchema kSea[] = {{.key = "sea", .says = "its name"}, kAlso, kAt, kCountry, kGeonames, kVague};
constexpr EntrySchema kSeas[] = {{.begins = "sea", .keys = kSea, .unique = true}};
constexpr KeySchema kStrait[] = {{.key = "strait", .says = "its name"}, kAlso, kAt, kCountry, kGeonames, kVague};
constexpr EntrySchema kStraits[] = {{.begins = "strait", .keys = kStrait, .unique = true}};
constexpr KeySchema kMountain[] = {{.key = "mountains", .says = "its name"}, kAlso, kAt, kCountry, kGeonames, kVague};
constexpr EntrySchema kMountains[] = {{.begins = "mountains", .keys = kMountain, .unique = true}};
constexpr KeySchema kRiver[] = {{.key = "river", .says = "its name"}, kAlso, kAt, kCountry, kGeonames, kVague};
constexpr EntrySchema kRivers[] = {{.begins = "river", .keys = kRiver, .unique = true}};
constexpr KeySchema kPart[] = {
    {.key = "state", .says = "the name of a part of a federation"},
    kAlso,
    kAt,
    kCountry,
    kGeonames,
    {.key = "after", .says = "how it is written behind a town and a comma", .list = true},
};
constexpr EntrySchema kStates[] = {{.begins = "state", .keys = kPart, .unique = true}};

constexpr KeySchema kSign[] = {
    {.key = "sign", .says = "a word that tells the country of a report"},
    {.key = "also", .says = "others like it", .list = true},
    {.key = "country", .says = "whose reports write so", .form = &kCountryForm, .list = true, .needed = true},
};
constexpr EntrySchema kSigns[] = {{.begins = "sign", .keys = kSign, .unique = true}};

constexpr KeySchema kPreposition[] = {
    {.key = "preposition", .says = "a preposition before a place", .one_of = kPrepositions},
    kAlso,
    {.key = "also before", .says = "who else may stand behind it", .one_of = "people | actors"},
};
constexpr KeySchema kVerb[] = {
    {.key = "verb", .says = "a verb with a place as its object"},
    kAlso,
    {.key = "done to", .says = "it is a blow to the country", .one_of = "country"},
};
constexpr KeySchema kType[] = {
    {.key = "type", .says = "a word at an end of a place's name"},
    kAlso,
    {.key = "small", .says = "in small letters: stands beside the name or is part of it", .one_of = "beside | part"},
    {.key = "is", .says = "what is named so is no town", .one_of = "area"},
};
constexpr KeySchema kDweller[] = {
    {.key = "dweller", .says = "a noun for who lives somewhere"},
    kAlso,
    {.key = "before it", .says = "the name before it is that of a town", .one_of = "town"},
};
constexpr KeySchema kDirection[] = {{.key = "direction", .says = "a direction before a name"}, kAlso};
constexpr KeySchema kCommon[] = {{.key = "common", .says = "a word that many names of places share"}, kAlso};
constexpr KeySchema kParty[] = {{.key = "party", .says = "a party's letters beside a member's state"}, kAlso};
constexpr KeySchema kBefore[] = {{.key = "before", .says = "words that bring in a place's name"}, kAlso};
constexpr KeySchema kBody[] = {{.key = "body", .says = "a body that is named for its place"}, kAlso};
constexpr EntrySchema kWords[] = {
    {.begins = "preposition", .keys = kPreposition, .unique = true},
    {.begins = "verb", .keys = kVerb, .unique = true},
    {.begins = "type", .keys = kType, .unique = true},
    {.begins = "dweller", .keys = kDweller, .unique = true},
    {.begins = "direction", .keys = kDirection, .unique = true},
    {.begins = "common", .keys = kCommon, .unique = true},
    {.begins = "party", .keys = kParty, .unique = true},
    {.begins = "before", .keys = kBefore, .unique = true},
    {.begins = "body", .keys = kBody, .unique = true},
};

constexpr FileSchema kFiles[] = {
    {.names = "countries.txt", .says = "Where countries lie.", .entries = kCountryEntries},
    {.names = "cities.txt", .says = "Cities that the gazetteer does not settle.", .entries = kCities},
    {.names = "former_names.txt", .says = "Cities under names of other times and spellings.", .entries = kCities},
    {.names = "states.txt", .says = "The parts of federations.", .entries = kStates},
    {.names = "regions.txt", .says = "Regions and sites.", .entries = kRegions},
    {.names = "islands.txt", .says = "Islands.", .entries = kIslands},
    {.names = "seas.txt", .says = "Seas, bays and gulfs.", .entries = kSeas},
    {.names = "straits.txt", .says = "Straits and canals.", .entries = kStraits},
    {.names = "mountains.txt", .says = "Mountains.", .entries = kMountains},
    {.names = "rivers.txt", .says = "Rivers.", .entries = kRivers},
    {.names = "signs.txt", .says = "Words that tell the country of a report.", .entries = kSigns},
    {.names = "words.txt", .says = "Words that tell a place's name from others.", .entries = kWords},
};

}  // namespace

const RoomSchema kWhereSchema{"where", kFiles};

}  // namespace dragoman
