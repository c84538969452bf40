#include "program/upgrade_notice.h"

#include "program/terminal.h"

#include <fmt/format.h>

namespace dragoman {

Store::Progress upgrade_progress(Progress& progress) {
  return [&progress](std::int64_t done, std::int64_t all) {
    progress.show(static_cast<std::size_t>(done), static_cast<double>(done) / static_cast<double>(all));
  };
}

void tell_upgrade(Progress& progress, const Store& store, const std::string& path) {
  progress.clear();
  if (store.version_before() == Store::kVersion) return;
  const std::string advice =
      store.version_before() > 1
          ? ""
          : fmt::format(
                "; `dragoman recode --store {}` reads its texts again for what the earlier version did not keep", path);
  tell("dragoman: {} was a store of version {} and is one of version {} now{}\n", path, store.version_before(),
       Store::kVersion, advice);
}

}  // namespace dragoman
