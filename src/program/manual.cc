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
    if (!flag.positional()) words.push_back(split_names(flag).back());
  }
  words.emplace_back("--help");
  return words;
}

std::string bash_completion(const Command& root) {
  std::string words, choices;
  each_command(root, "", [&](const std::string& path, const Command& command) {
    words += fmt::format("    '{}') words='{}' ;;\n", path, joined(words_of(command), " "));
    for (const Flag& flag : command.flags) {
      if (flag.choices.empty()) continue;
      choices += fmt::format("    '{}:{}') COMPREPLY=($(compgen -W '{}' -- \"$now\")); return ;;\n", path,
                             split_names(flag).back(), joined(flag.choices, " "));
    }
  });
  return fmt::format(
      R"(_{0}() {{
  local now=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} path= words= i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "${{path:+$path }}${{COMP_WORDS[i]}}" in
{1}    esac
  done
  case "$path:$before" in
{2}  esac
  case "$path" in
{3}  esac
  COMPREPLY=($(compgen -W "$words" -- "$now") $(compgen -f -- "$now"))
}}
complete -o filenames -F _{0} {0}
)",
      root.name,
      [&] {
        std::string cases;
        each_command(root, "", [&](const std::string& path, const Command&) {
          if (!path.empty()) cases += fmt::format("      '{0}') path='{0}' ;;\n", path);
        });
        return cases;
      }(),
      choices, words);
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
  const std::string bash = bash_completion(command);
  return shell == "zsh" ? "autoload -Uz bashcompinit && bashcompinit\n" + bash : bash;
}

}  // namespace dragoman
