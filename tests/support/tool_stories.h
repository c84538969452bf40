// What developers' tools that look into single rooms have in common: they read documents and do what they do with each.
#pragma once

#include "dragoman/reader.h"
#include "gazetteer/gazetteer.h"
#include "story/story.h"

#include <functional>
#include <memory>

namespace dragoman {

/// The gazetteer of the files; null where they name none. Errors as Gazetteer::open.
Result<std::unique_ptr<const Gazetteer>> open_gazetteer(const ReaderFiles& files);

/// Reads the documents of JSON Lines that a tool was given, `argv[1]`, and hands over a story of each: its parse as the
/// rooms get it, which they may mend, and nothing that a room has found. What the tool ends with: 0, or the code of an
/// error, which is printed.
int run_on_stories(int argc, char** argv, const std::function<void(Story&, Parse&)>& use);

}  // namespace dragoman
