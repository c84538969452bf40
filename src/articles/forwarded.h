// Messages within the text of a message: forwarded, or quoted below an answer.
//
//   FYI
//   ---------- Forwarded message ---------
//   From: Harbour Wire <desk@example.org>
//   Date: Tue, May 21, 2019 at 10:05 AM
//   Subject: Peru accuses Chile
//   To: <list@example.org>
//
//   Peru accused Chile …
#pragma once

#include "articles/page_words.h"

#include <string>
#include <string_view>

namespace dragoman {

struct MailText {
  std::string title, published, text;
};

/// A subject without "Re:", "Fwd:" and the like.
std::string_view plain_subject(std::string_view subject, const LineWords& words);

/// Of a message that hands another on, the other one with its own subject and day; of an answer, what is above the
/// message that it quotes; any other message as it is. Headers and marks are known in several languages.
MailText innermost_message(MailText message, const PageWords& words);

}  // namespace dragoman
