#include "program/model_command.h"

#include "model/import.h"
#include "model/model.h"

#include <memory>

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

Command model_command() {
  struct Options {
    std::string path, output;
  };
  auto o = std::make_shared<Options>();
  Command importing;
  importing.name = "import";
  importing.summary = "Write a spaCy 3.8 English CNN pipeline as one model file";
  importing.description = "PATH is the folder or the wheel of en_core_web_md, _lg or _sm 3.8.";
  importing.flags = {{"PATH", "", "The pipeline's folder or wheel", &o->path, {}, true},
                     {"-o,--output", "FILE", "The model file to write", &o->output, {}, true}};
  importing.run = [o] {
    if (const auto done = import_model(o->path, o->output); !done) return cannot_run(done.error());
    return kAllDone;
  };
  Command info;
  info.name = "info";
  info.summary = "Check a model file and print what it holds";
  info.description = "Every checksum is compared.";
  info.flags = {{"FILE", "", "The model file", &o->path, {}, true}};
  info.run = [o] {
    const auto text = describe_model(o->path);
    return text ? print_result(*text) : cannot_run(text.error());
  };
  Command command;
  command.name = "model";
  command.summary = "Import and describe language models";
  command.description = "A model file is mapped, not parsed, when reports are read.";
  command.subcommands = {std::move(importing), std::move(info)};
  return command;
}

}  // namespace dragoman
