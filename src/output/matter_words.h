// What the line of an event says that it is about.
#pragma once

#include <string>
#include <string_view>

namespace dragoman {

/// The label of an event's issue, or the report's own words for what it is done to where these name something else:
/// "a ban on whaling" where the issue is "whaling", "the step" where another word was taken for the same. So nobody is
/// said to support what he wants banned. A theme that is a pronoun or an act ("to open the port") leaves the label.
std::string matter_in_words(const std::string& label, std::string_view theme);

}  // namespace dragoman
