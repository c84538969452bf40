// Which of the kinds of text a text is: a table, a mail, an export, prose.
#pragma once

#include "articles/kind.h"

namespace dragoman {

/// `head` is the start of the text in UTF-8, `ending` that of the file's name in lower case (".csv") or empty.
Kind kind_of_text(std::string_view head, std::string_view ending);

/// True where the text is made of words and sentences, as against program text, numbers and tables.
bool is_prose(std::string_view text);

}  // namespace dragoman
