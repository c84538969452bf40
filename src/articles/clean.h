// Characters that are there for the eye alone.
#pragma once

#include <string>

namespace dragoman {

/// Drops soft hyphens and characters without width, which part words that are one, and makes blanks of all widths, tabs
/// and form feeds plain blanks. Line ends stay; control characters go.
void clean_characters(std::string& text);

}  // namespace dragoman
