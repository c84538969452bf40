#include "program/saved_questions.h"

#include "program/question_flags.h"
#include "text/utf8.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace dragoman {

namespace {

using Questions = std::map<std::string, std::vector<std::string>>;

std::string file_of(const std::string& store) {
  return store + ".questions.json";
}

/// The questions of a store; none where there is no file.
Result<Questions> load(const std::string& store) {
  const std::string path = file_of(store);
  std::ifstream file(path);
  if (!file) return Questions();
  try {
    return nlohmann::json::parse(file).get<Questions>();
  } catch (const nlohmann::json::exception& e) {
    return Error{ErrorKind::setup, path,
                 std::string("holds no questions: ") + e.what() + "; expected {\"NAME\": [\"events\", …]}"};
  }
}

Result<void> write(const std::string& store, const Questions& questions) {
  const std::string path = file_of(store), whole = path + ".new";
  std::ofstream file(whole);
  file << nlohmann::json(questions).dump(2) << "\n";
  file.close();
  std::error_code code;
  if (file) std::filesystem::rename(whole, path, code);
  if (!file || code) return Error{ErrorKind::output, path, "cannot be written"};
  return {};
}

/// A word as a shell takes it.
std::string quoted(const std::string& word) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:,=";
  if (!word.empty() && word.find_first_not_of(kPlain) == std::string::npos) return word;
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

struct Options {
  StoreFlags store;
  std::string name;
  bool forget = false;
};

int list_questions(const Questions& questions) {
  std::string out;
  for (const auto& [name, words] : questions) {
    out += name + ": dragoman";
    for (const std::string& word : words) out += " " + quoted(word);
    out += "\n";
  }
  return print_result(out.empty() ? "no question is kept; --save NAME keeps one\n" : out);
}

int ask(const Options& o) {
  const auto path = store_path(o.store);
  if (!path) return cannot_run(path.error());
  auto questions = load(*path);
  if (!questions) return cannot_run(questions.error());
  if (o.name.empty()) return list_questions(*questions);
  const auto found = questions->find(o.name);
  if (found == questions->end())
    return no_answer({ErrorKind::input, "",
                      fmt::format("no question is kept under \"{}\"; `dragoman ask` lists those that are", o.name)});
  if (o.forget) {
    questions->erase(found);
    const auto written = write(*path, *questions);
    return written ? kAllDone : cannot_run(written.error());
  }
  std::vector<const char*> arguments = {"dragoman"};
  for (const std::string& word : found->second) arguments.push_back(word.c_str());
  arguments.push_back("--store");
  arguments.push_back(path->c_str());
  if (!o.store.format.empty()) {
    arguments.push_back("--format");
    arguments.push_back(o.store.format.c_str());
  }
  return run_program(dragoman_command(), static_cast<int>(arguments.size()), arguments.data());
}

}  // namespace

std::vector<std::string> words_of(const Command& asked, const Command& fresh) {
  std::vector<std::string> out = {asked.name};
  for (std::size_t i = 0; i < asked.flags.size(); ++i) {
    const Flag& flag = asked.flags[i];
    if (flag.names == "--store" || flag.names == "--save" || flag.names == "--format") continue;
    const auto add = [&](const auto* value) {
      using Held = std::decay_t<decltype(*value)>;
      if (*value == *std::get<Held*>(fresh.flags[i].to)) return;
      if constexpr (std::is_same_v<Held, bool>) {
        out.push_back(flag.names);
      } else if constexpr (std::is_same_v<Held, int>) {
        out.push_back(flag.names + "=" + std::to_string(*value));
      } else if constexpr (std::is_same_v<Held, std::string>) {
        out.push_back(flag.names + "=" + *value);
      } else if (flag.values > 1) {
        out.push_back(flag.names);
        out.insert(out.end(), value->begin(), value->end());
      } else {
        for (const std::string& one : *value) out.push_back(flag.names + "=" + one);
      }
    };
    std::visit(add, flag.to);
  }
  return out;
}

Result<void> save_question(const std::string& store, const std::string& name, const std::vector<std::string>& words) {
  for (const std::string& text : words) {
    if (first_invalid_utf8(text) != text.size())
      return Error{ErrorKind::usage, "", "the question holds bytes that are no text, and cannot be kept"};
  }
  if (name.empty() || name.starts_with('-') || first_invalid_utf8(name) != name.size())
    return Error{ErrorKind::usage, "", "--save takes a name for the question, as weekly-talks"};
  auto questions = load(store);
  if (!questions) return questions.error();
  (*questions)[name] = words;
  return write(store, *questions);
}

Command ask_command() {
  auto o = std::make_shared<Options>();
  Command command;
  command.name = "ask";
  command.summary = "Ask a question that was kept with --save";
  command.description =
      "`dragoman events --country Peru --since 2018 --save peru` keeps a question under a name, in "
      "STORE.questions.json; "
      "`dragoman ask peru` asks it again. Without a name those that are kept are listed, as they would be typed.\n\n"
      "Exit codes: those of the question; 1 no such question, 2 wrong usage or no store.";
  command.flags = {
      {"NAME", "", "The question; without it all are listed", &o->name},
      o->store.store_flag(),
      {"--format", "FORMAT", "How the answer is printed, as the question's command has it", &o->store.format},
      {"--forget", "", "Keep the question no longer", &o->forget}};
  command.run = [o] { return ask(*o); };
  return command;
}

}  // namespace dragoman
