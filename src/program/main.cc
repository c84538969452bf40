// The program `dragoman`: what it is asked on the command line, handed to the library.
#include "model/import.h"
#include "program/model_command.h"

#include <cstdio>

#include <CLI/CLI.hpp>

int main(int argc, char** argv) {
  CLI::App app{"Reads news reports of diplomacy into a sourced record"};
  app.require_subcommand(1);
  CLI::App* model = app.add_subcommand("model", "Import and describe language models");
  model->require_subcommand(1);
  std::string path, output;
  CLI::App* import = model->add_subcommand("import", "Write a spaCy 3.8 English CNN pipeline as one model file");
  import->add_option("PATH", path, "the pipeline's folder or wheel")->required();
  import->add_option("-o,--output", output, "the file to write")->required();
  CLI::App* info = model->add_subcommand("info", "Check a model file and print what it holds");
  info->add_option("FILE", path, "the model file")->required();
  CLI11_PARSE(app, argc, argv);

  constexpr int kSetupError = 3;
  const auto fail = [](const dragoman::Error& error) {
    std::fprintf(stderr, "dragoman: %s\n", error.to_string().c_str());
    return kSetupError;
  };
  if (import->parsed()) {
    if (const auto done = dragoman::import_model(path, output); !done) return fail(done.error());
  } else if (info->parsed()) {
    const auto text = dragoman::describe_model(path);
    if (!text) return fail(text.error());
    std::fputs(text->c_str(), stdout);
  }
  return 0;
}
