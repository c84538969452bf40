// Writes the tiny model of tests/support/tiny_model.h: dragoman_tiny_model FILE. The fuzzing of the loader begins with
// it.
#include "program/command.h"
#include "support/tiny_model.h"

using namespace dragoman;

int main(int argc, char** argv) {
  if (argc != 2) return cannot_run({ErrorKind::usage, "", "usage: dragoman_tiny_model FILE"});
  const auto written = write_tiny_model(argv[1]);
  return written ? kAllDone : cannot_run(written.error());
}
