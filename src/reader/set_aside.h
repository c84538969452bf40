// One document never ends a run: what fails inside while it is read becomes an Error of that document.
#pragma once

#include "dragoman/result.h"

#include <exception>
#include <new>
#include <string>

namespace dragoman {

/// What `read()` gives, a Result; or, where it throws, an Error (kind input) that names the document and the cause.
template <class Read>
auto set_aside_on_failure(const std::string& document, const Read& read) -> decltype(read()) {
  try {
    return read();
  } catch (const std::bad_alloc&) {
    return Error{ErrorKind::input, document, "takes more memory than there is and is set aside; split it"};
  } catch (const std::exception& fault) {
    return Error{ErrorKind::input, document,
                 std::string("reading failed inside (") + fault.what() +
                     ") and it is set aside; please report it with this text"};
  }
}

}  // namespace dragoman
