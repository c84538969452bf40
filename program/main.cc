// The program `dragoman`: what it is asked on the command line, handed to the library.
#include "program/command.h"
#include "program/files.h"
#include "program/kernel_choice.h"

#include <csignal>

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen when it is written to
  std::signal(SIGXFSZ, SIG_IGN);  // so is a file that may not grow further
  if (const auto limited = dragoman::limit_kernels_as_asked(); !limited) return dragoman::cannot_run(limited.error());
  dragoman::use_own_kinds_of_files();
  return dragoman::run_program(dragoman::dragoman_command(), argc, argv);
}
