// What a text must yield: the cases of tests/cases/ and the `expect:` lines of lexicon entries.
//
//   text: Canada and Kenya agreed on Friday to open talks on fisheries.
//   published: 2019-05-11
//   event: type=AGREE actors=Canada,Kenya status=happened date=2019-05-10
//   no-event: type=COOPERATE status=happened
//
// Each line names a list of the record in the singular and fields that one of its items must all have; `no-` in front
// asks that none has them. Lists and fields are those of record/fields.h.
//
//   field=value     equal, case and kind of quotation marks aside; lists are sets, parted by commas, "|" stands between
//                   alternatives
//   field=none      absent or empty
//   field~value     the value stands in the field's text, or is one of the list
//
// Fields that hold a list but are named in the singular (office, sector, context, mention, issue of a statement) are
// met when one of the list is equal; cameo is met by a prefix, lat and lon to a tenth of a degree. A value with blanks
// is put in double quotes: actors="South Africa,Kenya".
//
// In the lexicon an entry's `example:` is the text and `expect:` one such line as its value, several after each other
// if need be; `published:` gives the example a date:
//
//   verb: agree
//   example: Canada agreed to send observers.
//   expect: event: type=AGREE actors=Canada
#pragma once

#include "dragoman/document.h"
#include "dragoman/record.h"
#include "lexicon/stanza.h"
#include "text/text.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

struct FieldExpectation {
  std::string name;
  bool contains = false;            // "~"
  std::vector<std::string> values;  // empty: the field must be absent
};

struct Expectation {
  std::string where;  // "tests/cases/talks.txt:3"
  std::string line;   // as it stands there
  std::string list;   // "event"
  bool none = false;  // no item may meet it
  std::vector<FieldExpectation> fields;
};

/// A text with what must come of it.
struct Case {
  std::string where;
  Document document;
  std::vector<Expectation> expectations;
};

/// The cases of a file of tests/cases/: stanzas that begin with `text:`. An Error names the line, what was found and
/// what was expected.
Result<std::vector<Case>> read_cases(const StanzaFile& file);

/// The examples of a lexicon file that are followed by `expect:` lines; other fields are passed over.
Result<std::vector<Case>> read_examples(const StanzaFile& file);

/// "event: type=AGREE actors=Canada,Kenya".
Result<Expectation> parse_expectation(std::string_view line, const std::string& where);

/// Nothing when the record of `text` meets the expectation, else what was found in its stead.
std::optional<std::string> why_unmet(const Expectation& expectation, const Record& record, const Text& text);

}  // namespace dragoman
