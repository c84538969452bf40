// A parse as CoNLL-U: ten columns a token, a blank line behind each sentence.
#pragma once

#include "dragoman/record.h"
#include "language/parse.h"
#include "text/text.h"

#include <string>

namespace dragoman {

/// Appends the document. FORM, LEMMA, UPOS, XPOS, FEATS, HEAD and DEPREL are the model's; MISC has TokenRange=begin:end
/// (code points), SpaceAfter=No, and NER=B-PERSON / NER=I-PERSON for the recogniser's names. Where the record has
/// entities, tokens of their mentions carry Entity=e1. White-space tokens are left out; what hangs on one is hung on
/// the next word above it.
void append_conllu(std::string& out, const Parse& parse, const Text& text, const Record& record);

}  // namespace dragoman
