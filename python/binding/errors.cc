#include "reading.h"

#include <nanobind/stl/string.h>

namespace dragoman::python {

namespace {

/// The class of dragoman/errors.py for a kind of error.
const char* class_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::foreign:
      return "LanguageError";
    case ErrorKind::usage:
      return "UsageError";
    case ErrorKind::setup:
      return "SetupError";
    case ErrorKind::output:
      return "OutputError";
    case ErrorKind::input:
    case ErrorKind::aside:
      break;
  }
  return "InputError";
}

}  // namespace

void bind_errors(nb::module_&) {
  nb::register_exception_translator([](const std::exception_ptr& thrown, void*) {
    try {
      std::rethrow_exception(thrown);
    } catch (const Failure& failure) {
      const Error& error = failure.error();
      const nb::object type = nb::module_::import_("dragoman.errors").attr(class_of(error.kind));
      const nb::object exception = type(error.message, error.where);
      PyErr_SetObject(type.ptr(), exception.ptr());
    }
  });
}

}  // namespace dragoman::python
