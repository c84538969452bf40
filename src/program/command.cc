#include "program/command.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <CLI/CLI.hpp>

namespace dragoman {

namespace {

/// Usage lines and groups as CLI11 makes them, with the description's paragraphs above.
void add_flag(CLI::App& app, const Flag& flag) {
  CLI::Option* option = std::visit(
      [&](auto* to) -> CLI::Option* {
        if constexpr (std::is_same_v<decltype(to), bool*>) {
          return app.add_flag(flag.names, *to, flag.help);
        } else {
          return app.add_option(flag.names, *to, flag.help);
        }
      },
      flag.to);
  if (!flag.value.empty()) option->type_name(flag.value);
  if (flag.positional()) option->type_name("");
  if (!flag.choices.empty()) {
    std::string all;
    for (const std::string& choice : flag.choices) all += (all.empty() ? "" : "|") + choice;
    option->type_name(all);
    option->check([choices = flag.choices, all](const std::string& given) {
      for (const std::string& choice : choices) {
        if (choice == given) return std::string();
      }
      return "is \"" + given + "\", expected one of " + all;
    });
  }
  if (flag.required) option->required();
}

void add_command(CLI::App& app, const Command& command, const Command*& chosen) {
  for (const Flag& flag : command.flags) add_flag(app, flag);
  app.callback([&chosen, &command] {
    if (command.run) chosen = &command;
  });
  for (const Command& sub : command.subcommands) {
    CLI::App* below = app.add_subcommand(sub.name, sub.summary);
    below->description(sub.summary + ".\n\n" + sub.description);
    add_command(*below, sub, chosen);
  }
  if (!command.subcommands.empty()) app.require_subcommand(1);
}

/// In a list of subcommands the first line is enough.
class Formatter : public CLI::Formatter {
 public:
  std::string make_subcommand(const CLI::App* sub) const override {
    const std::string text = sub->get_description();
    std::string line = text.substr(0, text.find('\n'));
    if (line.ends_with('.')) line.pop_back();
    std::ostringstream out;
    CLI::detail::format_help(out, sub->get_display_name(true), line, column_width_);
    return out.str();
  }
};

}  // namespace

int cannot_run(const Error& error) {
  std::fprintf(stderr, "dragoman: %s\n", error.to_string().c_str());
  return kCannotRun;
}

int print_result(std::string_view text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (written || errno == EPIPE) return kAllDone;
  return cannot_run({ErrorKind::output, "standard output", std::string("cannot be written: ") + std::strerror(errno)});
}

int run_program(const Command& command, int argc, const char* const* argv) {
  CLI::App app(command.summary + ".\n\n" + command.description, command.name);
  auto formatter = std::make_shared<Formatter>();
  formatter->column_width(34);
  app.formatter(formatter);
  app.set_version_flag("--version", command.name + " " DRAGOMAN_VERSION, "Print the version");
  app.set_help_flag("-h,--help", "Print this help");
  const Command* chosen = nullptr;
  add_command(app, command, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {
    return app.exit(success);
  } catch (const CLI::ParseError& error) {
    const CLI::App* at = &app;
    while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
    std::string name;
    for (const CLI::App* up = at; up != nullptr; up = up->get_parent()) {
      name = up->get_name() + (name.empty() ? "" : " ") + name;
    }
    std::fprintf(stderr, "dragoman: %s\nSee %s --help.\n", error.what(), name.c_str());
    return kCannotRun;
  }
  return chosen != nullptr ? chosen->run() : kCannotRun;
}

}  // namespace dragoman
