// Parses from CoNLL-U, so that rules can be run over a given parse without a model.
//
// Each token line needs TokenRange=begin:end (code points of the text) in MISC, and NER=B-PERSON / NER=I-PERSON for
// names. "# newdoc id = x" begins a document; a blank line ends a sentence. White-space tokens have the tag _SP.
#pragma once

#include "dragoman/result.h"
#include "language/parse.h"
#include "text/text.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dragoman {

/// The documents of a CoNLL-U file: id and lines. A file without "# newdoc" is one document with an empty id.
std::vector<std::pair<std::string, std::string_view>> split_conllu(std::string_view file);

/// The parse of one document. `lines` and `text` must outlive it. Errors (kind input) name the line within `lines`.
Result<Parse> parse_from_conllu(std::string_view lines, const Text& text);

}  // namespace dragoman
