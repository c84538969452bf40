// Checked results: what input can cause is returned, not thrown.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace dragoman {

/// What kind of thing went wrong; the program turns it into an exit code.
enum class ErrorKind {
  input,    // a document, a line or a field of it is not what it should be: the other documents go on
  foreign,  // a document is in a language that is not read: it is set aside, and the others go on
  aside,    // a file that was found beside the documents and is none: an image, a hidden file
  usage,    // an option or an argument is wrong
  setup,    // the model, the lexicon or the gazetteer is missing or broken
  output,   // a result could not be written
};

/// One error. `message` says what was found, what was expected and what to do; `where` is "file", "file:line" or empty.
struct Error {
  ErrorKind kind = ErrorKind::input;
  std::string where;
  std::string message;

  /// "where: message", or the message alone.
  std::string to_string() const { return where.empty() ? message : where + ": " + message; }
};

/// A value or an Error. Test it (`if (!r)`) before `*r`; `r.error()` only when it holds no value.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT: implicit by design
  Result(Error error) : state_(std::move(error)) {}  // NOLINT

  explicit operator bool() const { return state_.index() == 0; }
  T& operator*() & { return std::get<0>(state_); }
  const T& operator*() const& { return std::get<0>(state_); }
  T&& operator*() && { return std::get<0>(std::move(state_)); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }
  const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

/// Success, or an Error.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}  // NOLINT

  explicit operator bool() const { return !error_; }
  const Error& error() const { return *error_; }

 private:
  std::optional<Error> error_;
};

}  // namespace dragoman
