#include "program/command.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace dragoman {

namespace {

/// Paragraphs at most kColumns wide; those that begin with a blank stay as they are.
std::string wrapped(std::string_view text, std::size_t indent = 0) {
  constexpr std::size_t kColumns = 100;
  std::string out;
  std::size_t column = indent;
  while (!text.empty()) {
    if (text.front() == '\n') {
      out.push_back('\n');
      text.remove_prefix(1);
      column = 0;
      continue;
    }
    const std::size_t end = std::min(text.find_first_of(" \n", 1), text.size());
    std::string_view word = text.substr(0, end);  // with the blank before it
    text.remove_prefix(end);
    if (column + word.size() > kColumns && word.front() == ' ') {
      word.remove_prefix(1);
      out.push_back('\n');
      out.append(indent, ' ');
      column = indent;
    }
    out += word;
    column += word.size();
  }
  return out;
}

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
  option->type_name(flag.value);
  if (!flag.positional() && std::holds_alternative<std::vector<std::string>*>(flag.to)) {
    // What comes after its value is the next argument's, not this flag's.
    flag.values > 1 ? option->expected(1, flag.values) : option->allow_extra_args(false);
  }
  if (!flag.choices.empty()) {
    std::string all;
    for (const std::string& choice : flag.choices) all += (all.empty() ? "" : "|") + choice;
    if (!flag.positional()) option->type_name(all);
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
    below->description(wrapped(sub.summary + ".\n\n" + sub.description) + "\n");
    add_command(*below, sub, chosen);
  }
  if (!command.subcommands.empty()) app.require_subcommand(1);
}

/// Help with its texts wrapped; in a list of subcommands the first line is enough.
class Formatter : public CLI::Formatter {
 public:
  std::string make_subcommand(const CLI::App* sub) const override {
    const std::string text = sub->get_description();
    return entry(sub->get_display_name(true), text.substr(0, text.find(".\n")));
  }
  std::string make_option(const CLI::Option* option, bool positional) const override {
    return entry(make_option_name(option, positional) + make_option_opts(option), option->get_description());
  }

 private:
  static std::string entry(const std::string& name, const std::string& text) {
    constexpr std::size_t kIndent = 28;
    std::string out = "  " + name;
    if (out.size() + 2 > kIndent) out.push_back('\n');
    const std::size_t used = out.size() - (out.rfind('\n') == std::string::npos ? 0 : out.rfind('\n') + 1);
    return out.append(kIndent - used, ' ') + wrapped(text, kIndent) + "\n";
  }
};

/// Arguments as the parser is given them: where "-word" is a word, its minus becomes a sign that begins no flag.
std::vector<std::string> with_minus_words(const Command& command, int argc, const char* const* argv) {
  std::vector<std::string> given(argv, argv + argc);
  const auto sub = std::find_if(command.subcommands.begin(), command.subcommands.end(),
                                [&](const Command& c) { return given.size() > 1 && c.name == given[1]; });
  if (sub == command.subcommands.end() || !sub->words_with_minus) return given;
  for (std::size_t i = 2; i < given.size(); ++i) {
    std::string& word = given[i];
    if (word == "--") break;
    if (word.size() > 1 && word[0] == '-' && word[1] != '-' && word != "-h") word.replace(0, 1, "−");
  }
  return given;
}

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
  CLI::App app(wrapped(command.summary + ".\n\n" + command.description) + "\n", command.name);
  app.formatter(std::make_shared<Formatter>());
  app.set_version_flag("--version", command.name + " " DRAGOMAN_VERSION, "Print the version");
  app.set_help_flag("-h,--help", "Print this help");
  const Command* chosen = nullptr;
  add_command(app, command, chosen);
  try {
    std::vector<std::string> given = with_minus_words(command, argc, argv);
    std::reverse(given.begin(), given.end());  // the parser takes the last first
    if (!given.empty()) given.pop_back();      // the program's name
    app.parse(std::move(given));
  } catch (const CLI::Success& success) {
    return app.exit(success);
  } catch (const CLI::ParseError& error) {
    const CLI::App* at = &app;
    while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
    std::string name;
    for (const CLI::App* up = at; up != nullptr; up = up->get_parent()) {
      name = fmt::format("{}{}{}", up->get_name(), name.empty() ? "" : " ", name);
    }
    std::fprintf(stderr, "dragoman: %s\nSee %s --help.\n", error.what(), name.c_str());
    return kCannotRun;
  }
  return chosen != nullptr ? chosen->run() : kCannotRun;
}

}  // namespace dragoman
