#include "text/lazy_library.h"

#include <mutex>
#include <string>

#include <dlfcn.h>

namespace dragoman {

Result<void> load(const LazyLibrary& library) {
  static std::mutex one_at_a_time;
  const std::lock_guard<std::mutex> lock(one_at_a_time);
  if (library.functions.back() != nullptr) return {};
  void* opened = dlopen(library.file, RTLD_NOW | RTLD_LOCAL);
  if (opened == nullptr) {
    const char* why = dlerror();
    return Error{ErrorKind::setup, library.file,
                 std::string("this library is needed here and cannot be opened (") + (why == nullptr ? "?" : why) +
                     "); install the package that holds it"};
  }
  for (std::size_t i = 0; i < library.names.size(); ++i) {
    library.functions[i] = dlsym(opened, library.names[i]);
    if (library.functions[i] != nullptr) continue;
    library.functions.back() = nullptr;  // what is missing is looked for again next time
    return Error{ErrorKind::setup, library.file,
                 std::string("this library has no function ") + library.names[i] +
                     "; dragoman was built with another version of it"};
  }
  return {};
}

}  // namespace dragoman
