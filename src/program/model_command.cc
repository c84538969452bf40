#include "program/model_command.h"

#include "model/model.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace dragoman {

Result<std::string> describe_model(const std::filesystem::path& path) {
  const auto model = Model::open(path);
  if (!model) return model.error();
  if (auto whole = (*model)->verify(); !whole) return whole.error();
  std::string text = (*model)->name() + "\n";
  for (const char* key : {"license", "made_for", "source_sha256"}) {
    const auto value = (*model)->bytes(std::string("meta/") + key);
    if (value) text += fmt::format("{}: {}\n", key, *value);
  }
  text += "\n";
  for (const auto& item : (*model)->items()) {
    text +=
        fmt::format("{:<28} {:<8} {:>12} bytes  {}\n", item.name, item.kind, item.size, fmt::join(item.shape, " x "));
  }
  return text;
}

}  // namespace dragoman
