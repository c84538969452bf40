// What the Python objects are made of: one document with its record, and items that point into it.
#pragma once

#include "dragoman/reader.h"

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nanobind/nanobind.h>

namespace dragoman::python {

namespace nb = nanobind;

/// One document with what was read from it. All objects of a record share it, so that it lives as long as one of them.
struct Reading {
  Document document;
  Record record;
  Generator generator;
};
using ReadingPointer = std::shared_ptr<const Reading>;

/// A whole record.
struct RecordItem {
  ReadingPointer reading;
};

/// An item of a record: an event, an entity …
template <class T>
struct Item {
  ReadingPointer reading;
  const T* value = nullptr;

  const T* operator->() const { return value; }
  bool operator==(const Item&) const = default;
};

/// Words of the text.
struct Words {
  ReadingPointer reading;
  Span span;

  std::string text() const { return std::string(quote(reading->document, span)); }
};
/// The words that state a fact, with the sentence that they stand in.
struct EvidenceWords : Words {
  Index sentence = 0;
};
/// The word that carries an event or a statement.
struct TriggerWords : Words {
  std::string lemma;
};
/// How an entity is spoken of at one place.
struct MentionWords : Words {
  MentionKind kind = MentionKind::name;
};
/// Words that are no part of the story.
struct BoilerplateWords : Words {
  BoilerplateKind why = BoilerplateKind::other;
};

/// An Error on its way to Python, where it becomes an exception of the class that its kind asks for.
class Failure : public std::runtime_error {
 public:
  explicit Failure(Error error) : std::runtime_error(error.to_string()), error_(std::move(error)) {}
  const Error& error() const { return error_; }

 private:
  Error error_;
};

/// The value of a result; throws a Failure for an error.
template <class T>
T value_or_throw(Result<T>&& result) {
  if (!result) throw Failure(result.error());
  return *std::move(result);
}
template <class T>
using TupleOf = nb::typed<nb::tuple, T, nb::ellipsis>;

/// A tuple of what `make` gives for each of `list`.
template <class Made, class List, class Make>
TupleOf<Made> tuple_of(const List& list, const Make& make) {
  nb::list made;
  for (const auto& one : list) made.append(nb::cast(make(one)));
  return TupleOf<Made>(nb::tuple(made));
}

/// None for what is empty, as the record's JSON has null.
inline std::optional<std::string> or_none(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

/// A document of its parts.
inline Document document_of(std::string text, std::string uri, std::string title, std::string agency,
                            std::string language, std::string link, std::string published, std::string byline) {
  return {.uri = std::move(uri),
          .text = std::move(text),
          .title = std::move(title),
          .agency = std::move(agency),
          .language = std::move(language),
          .link = std::move(link),
          .published = std::move(published),
          .byline = std::move(byline)};
}

void bind_errors(nb::module_& module);
void bind_record(nb::module_& module);
void bind_reader(nb::module_& module);
void bind_arrow(nb::module_& module);
void bind_store(nb::module_& module);

}  // namespace dragoman::python
