// Tables as Python objects that speak the Arrow PyCapsule interface: pyarrow.table(t), polars.DataFrame(t), DuckDB's
// "FROM t" and pandas.DataFrame.from_arrow(t) take them as they are.
#include "tables.h"

#include <nanobind/stl/map.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

namespace dragoman::python {

namespace {

template <class T>
nb::capsule capsule(std::unique_ptr<T> value, const char* name) {
  return nb::capsule(value.release(), name, [](void* pointer) noexcept {
    auto* held = static_cast<T*>(pointer);
    if (held->release != nullptr) held->release(held);  // else whoever took it has it
    delete held;
  });
}

nb::capsule schema_capsule(const Table& table) {
  auto out = std::make_unique<ArrowSchema>();
  if (ArrowSchemaDeepCopy(table.schema->schema.get(), out.get()) != NANOARROW_OK) throw std::bad_alloc();
  return capsule(std::move(out), "arrow_schema");
}

nb::capsule stream_capsule(const Table& table, nb::handle /*wanted*/) {
  auto out = std::make_unique<ArrowArrayStream>();
  stream(table.schema, table.batches, out.get());
  return capsule(std::move(out), "arrow_array_stream");
}

std::int64_t rows_of(const Table& table) {
  std::int64_t rows = 0;
  for (const BatchPointer& batch : table.batches) rows += batch->array->length;
  return rows;
}

}  // namespace

void bind_arrow(nb::module_& m) {
  nb::class_<Table>(m, "Table",
                    "Rows of one kind, in Arrow's layout: pyarrow, polars, pandas and DuckDB take it as it is.")
      .def("__arrow_c_schema__", &schema_capsule, nb::sig("def __arrow_c_schema__(self) -> typing.Any"),
           "The schema, by the Arrow PyCapsule interface.")
      .def("__arrow_c_stream__", &stream_capsule, nb::arg("requested_schema") = nb::none(),
           nb::sig("def __arrow_c_stream__(self, requested_schema: typing.Any = None) -> typing.Any"),
           "The rows, by the Arrow PyCapsule interface; they may be taken as often as one likes.")
      .def("__len__", &rows_of, "The number of rows.")
      .def_prop_ro(
          "columns",
          [](const Table& t) {
            const ArrowSchema* schema = t.schema->schema.get();
            return tuple_of<nb::str>(std::vector<ArrowSchema*>(schema->children, schema->children + schema->n_children),
                                     [](const ArrowSchema* column) { return std::string(column->name); });
          },
          "Names of the columns.")
      .def(
          "__add__",
          [](const Table& a, const Table& b) {
            Table out = a;
            out.batches.insert(out.batches.end(), b.batches.begin(), b.batches.end());
            return out;
          },
          "The rows of both, which are of one kind.")
      .def("__repr__", [](const Table& t) {
        return "<Table of " + std::to_string(rows_of(t)) + " rows, " + std::to_string(t.schema->schema->n_children) +
               " columns>";
      });
  nb::class_<Tables>(m, "TableBuilder", "Turns records into tables.")
      .def(nb::init<bool>(), nb::arg("plain") = false)
      .def(
          "add", [](Tables& tables, const RecordItem& record) { tables.add(*record.reading); }, nb::arg("record"),
          nb::call_guard<nb::gil_scoped_release>(), "Adds the items of a record.")
      .def("take", &Tables::take, "What was added since the last time, by name.");
}

}  // namespace dragoman::python
