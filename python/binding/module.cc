#include "reading.h"

NB_MODULE(_dragoman, module) {
  module.doc() = "The reader of the package dragoman; import that one instead.";
  module.attr("version") = DRAGOMAN_VERSION;
  dragoman::python::bind_errors(module);
  dragoman::python::bind_record(module);
  dragoman::python::bind_reader(module);
  dragoman::python::bind_arrow(module);
  dragoman::python::bind_store(module);
}
