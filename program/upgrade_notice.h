// What a user is told when a store of an earlier version is opened.
#pragma once

#include "dragoman/store.h"
#include "program/terminal.h"

#include <string>

namespace dragoman {

/// Shows how far long work on a store is.
Store::Progress upgrade_progress(Progress& progress);

/// Says on standard error that the store was brought to the present version, where it was, and what to do next.
void tell_upgrade(Progress& progress, const Store& store, const std::string& path);

}  // namespace dragoman
