#include "when/schema.h"

#include "lexicon/nearest.h"
#include "text/ascii.h"
#include "when/values.h"

#include <algorithm>
#include <iterator>

namespace dragoman {

namespace {

/// "shift=-1 unit=D": constants for the rule's value.
bool are_constants(std::string_view value) {
  constexpr std::string_view kNames =
      "amount | back | end | factor | from | half | in | needs | number | part | quarter | shift | sign | unit | value "
      "| "
      "weeks | year";
  const auto parts = split_values(value, ' ');
  return std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
    const std::size_t equals = part.find('=');
    return equals < part.size() - 1 && list_has(kNames, part.substr(0, equals));
  });
}

/// "12-25", "11-WXX-4-4", "05-WXX-1-L", "11-WXX-1-1+1", "easter-2".
bool is_holiday(std::string_view value) {
  const auto matches = [value](std::string_view form) {  // 0: a digit
    return value.size() == form.size() && std::equal(value.begin(), value.end(), form.begin(), [](char c, char f) {
             return f == '0' ? is_ascii_digit(c) : c == f;
           });
  };
  constexpr std::string_view kForms[] = {"00-00",        "00-WXX-0-0", "00-WXX-0-L", "00-WXX-0-0+0", "00-WXX-0-0-0",
                                         "00-WXX-0-L+0", "easter+0",   "easter-0",   "easter+00",    "easter-00"};
  return std::any_of(std::begin(kForms), std::end(kForms), matches);
}

constexpr ValueForm kConstantsForm{"constants that a value of when/values.h has", "shift=-1 unit=D", are_constants};
constexpr ValueForm kHolidayForm{"a day, a weekday of a month, or days from Easter Sunday",
                                 "12-25\", \"11-WXX-4-4\", \"easter-2", is_holiday};
constexpr ValueForm kValueForm{"the name of a value of when/values.h, or none", "weekday",
                               [](std::string_view value) { return value == "none" || time_value(value) != nullptr; },
                               time_value_names};

constexpr KeySchema kKind[] = {
    {.key = "kind", .says = "the name by which rules call the words"},
    {.key = "values",
     .says = "the words, their spellings parted by commas, with what they stand for behind =",
     .list = true,
     .needed = true},
    {.key = "if", .says = "they count only with a capital", .one_of = "name"},
};
constexpr EntrySchema kWords[] = {{.begins = "kind", .keys = kKind, .unique = true, .unique_with = "if"}};

constexpr KeySchema kRule[] = {
    {.key = "rule", .says = "a name for people"},
    {.key = "stage", .says = "when it is read; 1 where none is given", .one_of = "0 | 1 | 2"},
    {.key = "match", .says = "words, <kinds> and [optional parts]", .repeats = true, .needed = true},
    {.key = "value", .says = "how the value is made", .form = &kValueForm, .needed = true},
    {.key = "with", .says = "constants for it", .form = &kConstantsForm},
    {.key = "type", .says = "TIMEX3's type", .one_of = "DATE | TIME | DURATION | SET"},
    {.key = "mod",
     .says = "TIMEX3's modifier",
     .one_of = "BEFORE | AFTER | ON_OR_BEFORE | ON_OR_AFTER | LESS_THAN | MORE_THAN | EQUAL_OR_LESS | EQUAL_OR_MORE | "
               "START | MID | END | APPROX"},
    {.key = "unless",
     .says = "when it is no time",
     .one_of = "price | count | rate | adjective | verb | title",
     .list = true},
};
constexpr EntrySchema kRules[] = {{.begins = "rule", .keys = kRule, .unique = true}};

constexpr KeySchema kHoliday[] = {
    {.key = "holiday", .says = "its names in small letters", .list = true},
    {.key = "day", .says = "when it is", .form = &kHolidayForm, .needed = true},
};
constexpr EntrySchema kHolidays[] = {{.begins = "holiday", .keys = kHoliday, .unique = true}};

constexpr FileSchema kFiles[] = {
    {.names = "words.txt", .says = "The words of time expressions, by kind.", .entries = kWords},
    {.names = "rules.txt", .says = "The grammar of time expressions.", .entries = kRules},
    {.names = "holidays.txt", .says = "Days of the year by name.", .entries = kHolidays},
};

}  // namespace

const RoomSchema kWhenSchema{"when", kFiles};

}  // namespace dragoman
