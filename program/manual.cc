// The manual page and the shell completions, made from the command table.
#include "program/command.h"

#include <string_view>

#include <fmt/format.h>

namespace dragoman {

namespace {

/// Text in roff: hyphens and backslashes kept as they are typed, no line that begins with a control character.
std::string roff(std::string_view text) {
  std::string out;
  bool line_begins = true;
  for (const char c : text) {
    if (line_begins && (c == '.' || c == '\'')) out += "\\&";
    if (c == '-') {
      out += "\\-";
    } else if (c == '\\') {
      out += "\\e";
    } else {
      out.push_back(c);
    }
    line_begins = c == '\n';
  }
  return out;
}

std::string paragraphs(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find("\n\n");
    const std::string_view paragraph = text.substr(0, end);
    if (paragraph.starts_with("  ")) {
      out += fmt::format(".PP\n.EX\n{}\n.EE\n", roff(paragraph));
    } else {
      out += fmt::format(".PP\n{}\n", roff(paragraph));
    }
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 2);
  }
  return out;
}

std::string joined(const std::vector<std::string>& parts, std::string_view with) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : std::string(with)) + part;
  return out;
}

/// "-o,--output" as its parts.
std::vector<std::string> split_names(const Flag& flag) {
  std::vector<std::string> out;
  std::string_view rest = flag.names;
  while (!rest.empty()) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    out.emplace_back(rest.substr(0, comma));
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  return out;
}

void flags_in_roff(std::string& out, const Command& command) {
  for (const Flag& flag : command.flags) {
    const std::string value = flag.choices.empty() ? flag.value : joined(flag.choices, "|");
    out += fmt::format(".TP\n\\fB{}\\fR{}\n{}.\n", roff(joined(split_names(flag), ", ")),
                       value.empty() ? "" : " \\fI" + roff(value) + "\\fR", roff(flag.help));
  }
}

void command_in_roff(std::string& out, const Command& command, const std::string& path) {
  if (command.run) {
    out += fmt::format(".SS {}\n{}.\n{}", roff(path), roff(command.summary), paragraphs(command.description));
    flags_in_roff(out, command);
  }
  for (const Command& sub : command.subcommands) command_in_roff(out, sub, path + " " + sub.name);
}

/// Calls `use(path, command)` for the command and all below it; the path of `dragoman model info` is "model info".
template <class Use>
void each_command(const Command& command, const std::string& path, const Use& use) {
  use(path, command);
  for (const Command& sub : command.subcommands) {
    each_command(sub, path.empty() ? sub.name : path + " " + sub.name, use);
  }
}

/// What may stand next on the line after this command: its flags and the commands below it.
std::vector<std::string> words_of(const Command& command) {
  std::vector<std::string> words;
  for (const Command& sub : command.subcommands) words.push_back(sub.name);
  for (const Flag& flag : command.flags) {
    if (flag.positional()) {
      words.insert(words.end(), flag.choices.begin(), flag.choices.end());
    } else {
      words.push_back(split_names(flag).back());
    }
  }
  words.emplace_back("--help");
  return words;
}

/// The three tables that bash and zsh share: which words lead to which command, what a flag may be given, and what may
/// stand next. `choose` and `offer` frame the words of the latter two.
struct Cases {
  std::string commands, choices, words;
};

Cases shell_cases(const Command& root, std::string_view choose, std::string_view offer) {
  Cases out;
  each_command(root, "", [&](const std::string& path, const Command& command) {
    if (!path.empty()) out.commands += fmt::format("      '{0}') at='{0}' ;;\n", path);
    out.words +=
        fmt::format("    '{}') {} ;;\n", path, fmt::format(fmt::runtime(offer), joined(words_of(command), " ")));
    for (const Flag& flag : command.flags) {
      if (flag.choices.empty() || flag.positional()) continue;
      out.choices += fmt::format("    '{}:{}') {}; return ;;\n", path, split_names(flag).back(),
                                 fmt::format(fmt::runtime(choose), joined(flag.choices, " ")));
    }
  });
  return out;
}

std::string bash_completion(const Command& root) {
  const Cases cases = shell_cases(root, "COMPREPLY=($(compgen -W '{}' -- \"$now\"))", "next='{}'");
  return fmt::format(
      R"(_{0}() {{
  local now=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} at= next= i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "${{at:+$at }}${{COMP_WORDS[i]}}" in
{1}    esac
  done
  case "$at:$before" in
{2}  esac
  case "$at" in
{3}  esac
  COMPREPLY=($(compgen -W "$next" -- "$now") $(compgen -f -- "$now"))
}}
complete -o filenames -F _{0} {0}
)",
      root.name, cases.commands, cases.choices, cases.words);
}

std::string zsh_completion(const Command& root) {
  const Cases cases = shell_cases(root, "compadd -- {}", "compadd -- {}");
  return fmt::format(
      R"(#compdef {0}
_{0}() {{
  local at= word
  for word in "${{(@)words[2,CURRENT-1]}}"; do
    case "${{at:+$at }}$word" in
{1}    esac
  done
  case "$at:${{words[CURRENT-1]}}" in
{2}  esac
  case "$at" in
{3}  esac
  _files
}}
if [ "${{funcstack[1]}}" = _{0} ]; then _{0} "$@"; else compdef _{0} {0}; fi
)",
      root.name, cases.commands, cases.choices, cases.words);
}

std::string fish_completion(const Command& root) {
  std::string out;
  const auto escaped = [](std::string_view text) {
    std::string line;
    for (const char c : text) {
      if (c == '\'' || c == '\\') line.push_back('\\');
      line.push_back(c);
    }
    return line;
  };
  each_command(root, "", [&](const std::string& path, const Command& command) {
    std::string when = path.empty() ? "__fish_use_subcommand" : "";
    for (std::size_t at = 0; !path.empty() && at <= path.size();) {
      const std::size_t blank = std::min(path.find(' ', at), path.size());
      when +=
          fmt::format("{}__fish_seen_subcommand_from {}", when.empty() ? "" : "; and ", path.substr(at, blank - at));
      at = blank + 1;
    }
    for (const Command& sub : command.subcommands) {
      out += fmt::format("complete -c {} -n '{}' -f -a {} -d '{}'\n", root.name, when, sub.name, escaped(sub.summary));
    }
    for (const Flag& flag : command.flags) {
      if (flag.positional()) continue;
      const auto names = split_names(flag);
      out += fmt::format("complete -c {} -n '{}' -l {}", root.name, when, names.back().substr(2));
      if (names.size() > 1) out += fmt::format(" -s {}", names.front().substr(1));
      if (!flag.choices.empty()) {
        out += fmt::format(" -x -a '{}'", joined(flag.choices, " "));
      } else if (!flag.value.empty()) {
        out += " -r";
      }
      out += fmt::format(" -d '{}'\n", escaped(flag.help));
    }
  });
  return out;
}

}  // namespace

std::string man_page(const Command& command) {
  std::string out = fmt::format(".TH DRAGOMAN 1 \"\" \"dragoman {}\"\n.SH NAME\n{} \\- {}\n.SH SYNOPSIS\n",
                                DRAGOMAN_VERSION, command.name, roff(command.summary));
  out += fmt::format("\\fB{}\\fR \\fICOMMAND\\fR [\\fIOPTION\\fR ...] [\\fIARGUMENT\\fR ...]\n.SH DESCRIPTION\n{}",
                     command.name, paragraphs(command.description));
  out += ".SH COMMANDS\n";
  command_in_roff(out, command, command.name);
  return out;
}

std::string shell_completion(const Command& command, const std::string& shell) {
  if (shell == "fish") return fish_completion(command);
  return shell == "zsh" ? zsh_completion(command) : bash_completion(command);
}

}  // namespace dragoman
