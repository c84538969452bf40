#include "columns.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace dragoman::python {

namespace {

void check(int code) {
  if (code != NANOARROW_OK) throw std::runtime_error("Arrow: " + std::string(std::strerror(code)));
}

ArrowStringView view(std::string_view text) {
  return {text.data(), static_cast<std::int64_t>(text.size())};
}

ArrowType type_of(Field::Kind kind) {
  switch (kind) {
    case Field::Kind::text:
      return NANOARROW_TYPE_STRING;
    case Field::Kind::code:
      return NANOARROW_TYPE_INT8;
    case Field::Kind::integer:
      return NANOARROW_TYPE_INT64;
    case Field::Kind::real:
      return NANOARROW_TYPE_DOUBLE;
    case Field::Kind::boolean:
      return NANOARROW_TYPE_BOOL;
    case Field::Kind::day:
      return NANOARROW_TYPE_DATE32;
    case Field::Kind::list:
      return NANOARROW_TYPE_LIST;
    case Field::Kind::structure:
      return NANOARROW_TYPE_STRUCT;
  }
  return NANOARROW_TYPE_NA;
}

void fill(ArrowSchema* schema, const Field& field) {
  ArrowSchemaInit(schema);
  if (field.kind == Field::Kind::structure) {
    check(ArrowSchemaSetTypeStruct(schema, static_cast<std::int64_t>(field.parts.size())));
    for (std::size_t i = 0; i < field.parts.size(); ++i) {
      schema->children[i]->release(schema->children[i]);
      fill(schema->children[i], field.parts[i]);
    }
  } else {
    check(ArrowSchemaSetType(schema, type_of(field.kind)));
  }
  if (field.kind == Field::Kind::list) {
    schema->children[0]->release(schema->children[0]);
    fill(schema->children[0], field.parts[0]);
  }
  if (field.kind == Field::Kind::code) {
    check(ArrowSchemaAllocateDictionary(schema));
    ArrowSchemaInit(schema->dictionary);
    check(ArrowSchemaSetType(schema->dictionary, NANOARROW_TYPE_STRING));
  }
  check(ArrowSchemaSetName(schema, field.name.c_str()));
}

/// Puts the values of closed sets beside the columns that point into them.
void fill_dictionaries(ArrowArray* array, const Field& field) {
  if (field.kind == Field::Kind::code) {
    for (const std::string& value : field.values) check(ArrowArrayAppendString(array->dictionary, view(value)));
  }
  for (std::size_t i = 0; i < field.parts.size(); ++i) fill_dictionaries(array->children[i], field.parts[i]);
}

// What keeps an array alive that is shared: the batch, and the structs of the children.
struct Shared {
  BatchPointer batch;
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> pointers;
  std::unique_ptr<ArrowArray> dictionary;
};

void release(ArrowArray* array) {
  auto* shared = static_cast<Shared*>(array->private_data);
  // A child that was moved out of its parent was marked as released by whoever took it.
  for (ArrowArray& child : shared->children) {
    if (child.release != nullptr) child.release(&child);
  }
  if (shared->dictionary && shared->dictionary->release != nullptr)
    shared->dictionary->release(shared->dictionary.get());
  delete shared;
  array->release = nullptr;
}

void share(const BatchPointer& batch, const ArrowArray* from, ArrowArray* out) {
  auto shared = std::make_unique<Shared>();
  shared->batch = batch;
  shared->children.resize(static_cast<std::size_t>(from->n_children));
  for (std::size_t i = 0; i < shared->children.size(); ++i) {
    share(batch, from->children[i], &shared->children[i]);
    shared->pointers.push_back(&shared->children[i]);
  }
  if (from->dictionary != nullptr) {
    shared->dictionary = std::make_unique<ArrowArray>();
    share(batch, from->dictionary, shared->dictionary.get());
  }
  *out = *from;
  out->children = shared->pointers.empty() ? nullptr : shared->pointers.data();
  out->dictionary = shared->dictionary.get();
  out->release = &release;
  out->private_data = shared.release();
}

}  // namespace

Field text(std::string name) {
  return {std::move(name)};
}
Field code(std::string name, std::vector<std::string> values) {
  return {std::move(name), Field::Kind::code, {}, std::move(values)};
}
Field integer(std::string name) {
  return {std::move(name), Field::Kind::integer};
}
Field real(std::string name) {
  return {std::move(name), Field::Kind::real};
}
Field boolean(std::string name) {
  return {std::move(name), Field::Kind::boolean};
}
Field day(std::string name) {
  return {std::move(name), Field::Kind::day};
}
Field list(std::string name, Field item) {
  return {std::move(name), Field::Kind::list, {std::move(item)}};
}
Field structure(std::string name, std::vector<Field> parts) {
  return {std::move(name), Field::Kind::structure, std::move(parts)};
}

Field plain(Field field) {
  if (field.kind == Field::Kind::code) field.kind = Field::Kind::text;
  for (Field& part : field.parts) part = plain(std::move(part));
  return field;
}

ArrowArray* Cells::next() {
  if (at_ == field_->parts.size()) throw std::logic_error("more cells than " + field_->name + " has fields");
  return parent_->children[at_++];
}
void Cells::finish(ArrowArray* array) {
  check(ArrowArrayFinishElement(array));
}
void Cells::null() {
  check(ArrowArrayAppendNull(next(), 1));
}
void Cells::text(std::string_view value) {
  check(ArrowArrayAppendString(next(), view(value)));
}
void Cells::code(std::string_view value) {
  ArrowArray* array = next();
  const std::vector<std::string>& values = field_->parts[at_ - 1].values;
  const auto found = std::find(values.begin(), values.end(), value);
  if (found != values.end() && field_->parts[at_ - 1].kind == Field::Kind::text) {
    check(ArrowArrayAppendString(array, view(value)));
    return;
  }
  check(found == values.end() ? ArrowArrayAppendNull(array, 1) : ArrowArrayAppendInt(array, found - values.begin()));
}
void Cells::integer(std::int64_t value) {
  check(ArrowArrayAppendInt(next(), value));
}
void Cells::real(double value) {
  check(ArrowArrayAppendDouble(next(), value));
}
void Cells::boolean(bool value) {
  check(ArrowArrayAppendInt(next(), value ? 1 : 0));
}
void Cells::day(std::optional<std::chrono::sys_days> value) {
  if (!value) return null();
  check(ArrowArrayAppendInt(next(), value->time_since_epoch().count()));
}
void Cells::texts(const std::vector<std::string>& values) {
  ArrowArray* array = next();
  for (const std::string& value : values) check(ArrowArrayAppendString(array->children[0], view(value)));
  finish(array);
}
void Cells::end() {
  if (at_ != field_->parts.size()) throw std::logic_error("fewer cells than " + field_->name + " has fields");
  finish(parent_);
}

Columns::Columns(Field row) : row_(std::move(row)) {
  auto schema = std::make_shared<Schema>();
  fill(schema->schema.get(), row_);
  schema_ = std::move(schema);
  begin();
}

void Columns::begin() {
  array_.reset();
  check(ArrowArrayInitFromSchema(array_.get(), schema_->schema.get(), nullptr));
  check(ArrowArrayStartAppending(array_.get()));
}

BatchPointer Columns::take() {
  fill_dictionaries(array_.get(), row_);
  check(ArrowArrayFinishBuildingDefault(array_.get(), nullptr));
  auto batch = std::make_shared<Batch>();
  ArrowArrayMove(array_.get(), batch->array.get());
  begin();
  return batch;
}

void share(const BatchPointer& batch, ArrowArray* out) {
  share(batch, batch->array.get(), out);
}

void stream(const std::shared_ptr<const Schema>& schema, const std::vector<BatchPointer>& batches,
            ArrowArrayStream* out) {
  nanoarrow::UniqueSchema copy;
  check(ArrowSchemaDeepCopy(schema->schema.get(), copy.get()));
  check(ArrowBasicArrayStreamInit(out, copy.get(), static_cast<std::int64_t>(batches.size())));
  for (std::size_t i = 0; i < batches.size(); ++i) {
    ArrowArray array;
    share(batches[i], &array);
    ArrowBasicArrayStreamSetArray(out, static_cast<std::int64_t>(i), &array);
  }
}

}  // namespace dragoman::python
